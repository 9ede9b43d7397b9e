import type { Page } from 'playwright-core';
import type { Capture } from '../../src/core/capture.ts';
import type { Project } from '../../src/core/project.ts';
import type { Tally } from '../../src/core/tally.ts';
import type { Address, Drain, Intent, Offer, Swept, Values } from '../../src/db/schema.ts';
import type { FromUi } from '../../src/protocol.ts';

interface Rows {
  captures: Capture;
  projects: Project;
  tallies: Tally;
  drains: Drain;
  intents: Intent;
  offers: Offer;
  swept: Swept;
  originals: { sha256: string };
  thumbnails: { sha256: string };
  addresses: Address;
  secrets: { project: string; origin: string; value: string };
  values: Values[keyof Values];
}

/** A page or a worker of Foil's, in either browser: Playwright and Puppeteer evaluate alike, but not by their types. */
export interface Realm {
  evaluate(script: never, argument: never): Promise<unknown>;
}

/** All rows of a store, read from outside Foil's own code. */
export async function rows<Store extends keyof Rows>(context: Realm, store: Store): Promise<Rows[Store][]> {
  return (await (context as Page).evaluate(readAll, store as string)) as Rows[Store][];
}

function readAll(store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('foil');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        resolve(reading.result);
        db.close();
      };
    };
  });
}

/** What a page of Foil's asks of the background, by the same message. */
export async function askFoil<Name extends keyof FromUi>(page: Realm, foil: Name, ...args: Parameters<FromUi[Name]>) {
  const reply = await (page as Page).evaluate((call) => chrome.runtime.sendMessage(call), {
    foil,
    args: args as unknown[],
  });
  if (!reply.ok) throw new Error(`Foil answered ${JSON.stringify(reply.failure)}`);
  return reply.value;
}
