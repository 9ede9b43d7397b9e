import { database } from '../db/open.ts';
import { readValue } from '../db/read.ts';
import { writeValue } from '../db/write.ts';
import { drawMenu } from './menu.ts';

/**
 * Whether the prompt for access was refused, as far as this background has read it: a cache. A key, unlike an entry of the menu,
 * says nothing of that, and after an `await` there is no user gesture left to ask with.
 */
let refused: boolean | undefined;

/** @returns `undefined` before it was read */
export function knownRefusal(): boolean | undefined {
  return refused;
}

export async function readRefusal(): Promise<boolean> {
  refused = (await readValue(await database(), 'accessRefused')) ?? false;
  return refused;
}

/** A refusal is respected: nothing asks by itself any more, and the menu offers to instead. */
export async function rememberRefusal(is: boolean): Promise<void> {
  const db = await database();
  refused = is;
  if ((await readValue(db, 'accessRefused')) === is) return;
  await writeValue(db, 'accessRefused', is);
  await drawMenu();
}
