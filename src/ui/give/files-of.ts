/** Files taken of one paste or drop: a folder may hold a whole disk. */
const MOST = 1_000;

/** All files in it; of a folder those that are images by their names, those of folders in it too. */
export async function filesOf({ items, files }: DataTransfer): Promise<readonly File[]> {
  // Read at once: after the first `await` the items are gone.
  const entries = [...items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[];
  if (folders.length === 0) return [...files].slice(0, MOST);
  // A folder stands among the files too, as one without a type.
  const names = new Set(folders.map(({ name }) => name));
  const found = [...files].filter(({ name }) => !names.has(name));
  for (const folder of folders) await walk(folder, found);
  return found.slice(0, MOST);
}

async function walk(folder: FileSystemDirectoryEntry, found: File[]): Promise<void> {
  const reader = folder.createReader();
  // It hands over a part at a time, and nothing at the end.
  for (let part = await read(reader); part.length > 0 && found.length < MOST; part = await read(reader)) {
    for (const entry of part) {
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, found);
      else found.push(...(await imageIn(entry as FileSystemFileEntry)));
    }
  }
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function imageIn(entry: FileSystemFileEntry): Promise<File[]> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return file.type.startsWith('image/') ? [file] : [];
}
