/**
 * A file of our own on the disk (the origin's private file system), in which an export grows before it is offered as a
 * download: a ZIP of many gigabytes fits in no memory.
 */
export interface Place {
  readonly handle: FileSystemFileHandle;
  discard(): Promise<void>;
}

const FOLDER = 'exports';

async function exportsFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/** A fresh file. It is locked for as long as this page lives, so that no other page sweeps it away. */
export async function openPlace(): Promise<Place> {
  const name = `${crypto.randomUUID()}.zip`;
  const release = await hold(lockOf(name));
  const folder = await exportsFolder();
  const discard = async () => {
    // What cannot be removed now is swept away when an export page is opened next.
    await folder.removeEntry(name).catch(() => undefined);
    release();
  };
  return { handle: await folder.getFileHandle(name, { create: true }), discard };
}

/** Removes what pages that are gone have left: how long a download reads its file, nobody tells them. */
export async function sweepPlaces(): Promise<void> {
  const folder = await exportsFolder();
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock) await folder.removeEntry(name).catch(() => undefined);
    });
  }
}

/** Chromium writes into `<name>.crswap` until a file is closed: one lock for both. */
function lockOf(name: string): string {
  return `export:${name.replace(/\.crswap$/, '')}`;
}

/** Takes a lock and keeps it. @returns lets it go */
function hold(name: string): Promise<() => void> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => new Promise<void>((release) => held(release)));
  });
}
