import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeCapture } from '../../test/make-capture.ts';
import { makeProject } from '../../test/open-empty.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { openDatabase } from './open.ts';

/** Rows as an old version wrote them, by store; a store that a later version adds gets its rows there. */
const ROWS: readonly Readonly<Record<string, readonly object[]>>[] = [
  {
    projects: [makeProject('project-1')],
    captures: [makeCapture(), makeCapture({ id: 'other', project: 'project-2' })],
    originals: [{ sha256: makeCapture().sha256, bytes: new Blob(['bytes']) }],
    thumbnails: [{ sha256: makeCapture().sha256, picture: new Blob(['small']) }],
    tallies: [{ project: 'project-1', tags: { positive: 1 }, waiting: 0, failed: 0 }],
    drains: [{ project: 'project-1', owesSurvey: true, attempts: 2 }],
    secrets: [{ project: 'project-1', origin: 'https://compute.eyepop.ai', value: 'key' }],
    intents: [{ id: 'click' }],
  },
  {
    addresses: [{ project: 'project-1', url: 'https://images.example/a.png', sha256: makeCapture().sha256 }],
    offers: [{ id: 'capture-1', others: [] }],
  },
  {},
  {
    sweeps: [{ id: 'sweep-1', tabId: 1 }],
    swept: [{ sweep: 'sweep-1', item: 0 }],
  },
];

let made = 0;
const newName = () => `migrated ${made++}`;

/** A database as the release of that version left it. */
async function leaveAt(name: string, version: number): Promise<void> {
  const db = await openDB(name, version, {
    upgrade: (raw, from, _, transaction) => {
      for (const migrate of MIGRATIONS.slice(from, version)) migrate(unwrap(raw), unwrap(transaction));
    },
  });
  for (const rows of ROWS.slice(0, version))
    for (const [store, values] of Object.entries(rows)) for (const value of values) await db.put(store, value);
  if (version > 0) await db.put('values', 'me', 'collector');
  db.close();
}

type Untyped = IDBPDatabase<unknown>;

async function contentsOf(db: Untyped): Promise<Record<string, unknown[]>> {
  const stores = [...db.objectStoreNames];
  const rows = await Promise.all(stores.map(async (store) => [store, await db.getAllKeys(store)] as const));
  return Object.fromEntries(rows);
}

const shapeOf = (db: Untyped) =>
  [...db.objectStoreNames].map((name) => {
    const { keyPath, autoIncrement, indexNames } = db.transaction(name).store;
    return { name, keyPath, autoIncrement, indexes: [...indexNames] };
  });

/** For what is to go wrong in the next version. */
const later = MIGRATIONS as Migration[];
const RELEASED = MIGRATIONS.length;
afterEach(() => void later.splice(RELEASED));

describe('openDatabase', () => {
  it('has rows of every version to migrate', () => expect(ROWS).toHaveLength(RELEASED));

  it.each([...MIGRATIONS.keys()].map((index) => index + 1))('keeps every row of version %i', async (version) => {
    const name = newName();
    await leaveAt(name, version);
    const old = await openDB(name);
    const before = await contentsOf(old);
    const capture = await old.get('captures', 'capture-1');
    old.close();
    const db = await openDatabase(name);
    expect(db.version).toBe(RELEASED);
    const after = await contentsOf(db as unknown as Untyped);
    for (const [store, keys] of Object.entries(before)) expect(after[store]).toEqual(expect.arrayContaining(keys));
    expect(await db.get('captures', 'capture-1')).toMatchObject(capture);
    expect(await (await db.get('originals', capture.sha256))?.bytes.text()).toBe('bytes');
    db.close();
  });

  it.each([
    ['https://images.example/a.png#part', 'https://images.example/a.png'],
    [`https://images.example/${'long'.repeat(3_000)}`.slice(0, 8_191).concat('…'), undefined],
    ['data:image/png;base64,…', undefined],
    ['', undefined],
  ])('knows by its address what version 1 captured: %.40s', async (imageUrl, url) => {
    const name = newName();
    const capture = makeCapture();
    await leaveAt(name, 1);
    const old = await openDB(name);
    await old.put('captures', { ...capture, provenance: { ...capture.provenance, imageUrl } });
    await old.delete('captures', 'other');
    old.close();
    const db = await openDatabase(name);
    const { project, sha256 } = capture;
    expect(await db.getAllFromIndex('addresses', 'picture', [project, sha256])).toEqual(
      url === undefined ? [] : [{ project, url, sha256 }],
    );
    db.close();
  });

  it.each([...MIGRATIONS.keys()])('comes from version %i to the same shape as from nothing', async (version) => {
    const [fresh, old] = [newName(), newName()];
    if (version > 0) await leaveAt(old, version);
    const shapes: unknown[] = [];
    for (const name of [fresh, old]) {
      const db = await openDatabase(name);
      shapes.push(shapeOf(db as unknown as Untyped));
      db.close();
    }
    expect(shapes[1]).toEqual(shapes[0]);
  });

  it('leaves the old version as it was when a migration throws, and goes on once it is repaired', async () => {
    const name = newName();
    await leaveAt(name, RELEASED);
    later.push((db, transaction) => {
      db.createObjectStore('half');
      transaction.objectStore('captures').clear();
      throw new Error('a fault in a migration');
    });
    // A browser reports what a handler throws to the console, too; here that would end the test run.
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(openDatabase(name)).rejects.toThrow();
    reported.mockRestore();
    const old = await openDB(name);
    expect(old.version).toBe(RELEASED);
    expect([...old.objectStoreNames]).not.toContain('half');
    expect(await old.count('captures')).toBe(2);
    old.close();
    later.splice(RELEASED, 1, (db) => void db.createObjectStore('whole'));
    const db = await openDatabase(name);
    expect([...(db as unknown as Untyped).objectStoreNames]).toContain('whole');
    expect(await db.count('captures')).toBe(2);
    db.close();
  });

  it('does not stand in the way of a newer version', async () => {
    const name = newName();
    const forget = vi.fn();
    const older = await openDatabase(name, forget);
    later.push(() => undefined);
    const newer = await openDatabase(name);
    expect(newer.version).toBe(RELEASED + 1);
    expect(forget).toHaveBeenCalledOnce();
    expect(() => older.transaction('captures')).toThrow();
    newer.close();
  });
});
