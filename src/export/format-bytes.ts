const UNITS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** A size in the person's own writing: "12.4 MB". */
export function formatBytes(bytes: number, language: string): string {
  const [unit, one] = UNITS.find(([, size]) => bytes >= size) ?? UNITS[2];
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(bytes / one);
}
