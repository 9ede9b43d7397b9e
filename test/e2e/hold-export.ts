import type { Session } from './session.ts';

/** Keeps everybody else from the originals for as long as it is held: an export stands still at its first image. */
export async function holdOriginals({ foil }: Session): Promise<() => Promise<void>> {
  await foil.evaluate(
    () =>
      new Promise<void>((held) => {
        const opening = indexedDB.open('foil');
        opening.onsuccess = () => {
          const store = opening.result.transaction('originals', 'readwrite').objectStore('originals');
          const hold = () => {
            if (document.body.dataset['letGo']) return opening.result.close();
            store.get('').onsuccess = hold;
            held();
          };
          hold();
        };
      }),
  );
  return () =>
    foil.evaluate(() => {
      document.body.dataset['letGo'] = 'true';
    });
}

/** What lies in Foil's own folder for exports. */
export const ownFiles = ({ foil }: Session) =>
  foil.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
