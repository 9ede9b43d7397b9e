/** The file name of an export: `foil-<project>-<YYYY-MM-DD>.zip`, with nothing in it that a file system minds. */
export function exportFileName(project: string, date: Date): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `foil-${slugOf(project)}-${day}.zip`;
}

/** Letters, digits and single hyphens; `project` where nothing of a name is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return slug || 'project';
}
