import type { Page } from 'playwright-core';

/**
 * Puts captures into the database as if they had been made: small pictures, all distractors, all waiting. For speed and for
 * volume; that a capture is made right is what the end-to-end tests show.
 */
export async function fillProject(page: Page, project: string, count: number): Promise<void> {
  await page.evaluate(fill, { project, count });
}

/** Runs in a page of Foil's: nothing of it may refer to this file. */
async function fill({ project, count }: { project: string; count: number }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('foil');
    opening.onsuccess = () => resolve(opening.result);
  });
  const canvas = new OffscreenCanvas(320, 240);
  const context = canvas.getContext('2d');
  const made: { capture: object; original: object }[] = [];
  for (let index = 0; index < count; index++) {
    context?.fillRect(index, index % 240, 9, 9);
    const bytes = await canvas.convertToBlob({ type: 'image/png' });
    // Appended after the picture's end, so that no two projects' pictures are the same.
    const own = new Blob([bytes, project, String(index)], { type: 'image/png' });
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await own.arrayBuffer()));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const now = Date.now();
    const provenance = {
      imageUrl: '',
      pageUrl: '',
      frameUrl: '',
      title: '',
      alt: '',
      taggedAt: now,
      way: 'background',
      status: 200,
    };
    const image = { mediaType: 'image/png', extension: 'png', width: 320, height: 240, size: own.size };
    const capture = {
      ...{ id: `${project}-${String(index).padStart(8, '0')}`, project, sha256, tag: 'distractor', removed: false },
      ...{ history: [{ tag: 'distractor', at: now }], collector: 'bench', createdAt: now, image, provenance },
      sync: { attempts: 0, dueAt: now },
    };
    made.push({ capture, original: { sha256, bytes: own } });
  }
  const transaction = db.transaction(['captures', 'originals', 'tallies'], 'readwrite');
  for (const { capture, original } of made) {
    transaction.objectStore('captures').put(capture);
    transaction.objectStore('originals').put(original);
  }
  const tags = { positive: 0, 'context-negative': 0, distractor: count };
  transaction.objectStore('tallies').put({ project, tags, waiting: count, failed: 0 });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
}
