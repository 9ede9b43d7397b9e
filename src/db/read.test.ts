import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCapture, sha256Of } from '../../test/make-capture.ts';
import { makeProject, openEmpty } from '../../test/open-empty.ts';
import type { Capture } from '../core/capture.ts';
import type { FoilDatabase } from './open.ts';
import {
  countLeased,
  countSince,
  eachCapture,
  readCurrentProject,
  readDrain,
  readFailed,
  readLatest,
  readPicture,
  readProjects,
  readSecret,
  readShown,
  readTally,
  readValue,
} from './read.ts';
import { writeValue } from './write.ts';

const P = 'p';

let db: FoilDatabase;
beforeEach(async () => {
  db = await openEmpty(makeProject(P));
});

/** Neighbours in every index: projects whose ids lie before, after and within that of the other. */
const NEIGHBOURS = ['o', 'p ', 'p\u0000', 'pp', 'q', ''];

async function put(...captures: readonly Partial<Capture>[]): Promise<void> {
  for (const [index, changes] of captures.entries())
    await db.put('captures', makeCapture({ id: `c${index}`, sha256: sha256Of(index), project: P, ...changes }));
}

async function putNeighbours(changes: Partial<Capture> = {}): Promise<void> {
  for (const project of NEIGHBOURS) await db.put('captures', makeCapture({ id: `in ${project}`, project, ...changes }));
}

async function idsOf(page?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of eachCapture(db, P, page)) ids.push(id);
  return ids;
}

describe('readShown', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `https://images.example/${name}.png`) as [string, string, string];
  const known = (url: string, number: number, project = P) =>
    db.put('addresses', { project, url, sha256: sha256Of(number) });
  const idsShown = async (...shown: Parameters<typeof readShown>[2]) =>
    (await readShown(db, P, shown)).map((capture) => capture?.id);

  it('knows pictures by their address or by their bytes, each in its place', async () => {
    await put({}, {}, {});
    await known(a, 0);
    await known(b, 1);
    expect(await idsShown({ url: b }, { url: c }, { url: a }, { url: c, sha256: sha256Of(2) })).toEqual([
      'c1',
      undefined,
      'c0',
      'c2',
    ]);
  });

  it('knows none of another project, none that was taken back, none that is gone', async () => {
    await putNeighbours();
    for (const project of NEIGHBOURS) await known(a, 1, project);
    await put({ removed: true });
    await known(b, 0);
    await known(c, 7);
    expect(await idsShown({ url: a, sha256: sha256Of(1) }, { url: b, sha256: sha256Of(0) }, { url: c })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('believes the bytes where what the address showed before was taken back', async () => {
    await put({ removed: true }, {});
    await known(a, 0);
    expect(await idsShown({ url: a, sha256: sha256Of(1) })).toEqual(['c1']);
  });
});

describe('eachCapture', () => {
  it.each([1, 2, 3, 5, 7, 200])('gives each once, in the order they were made, in pages of %i', async (page) => {
    await putNeighbours();
    await put(...[5, 5, 5, 1, 5, 5, 9].map((createdAt) => ({ createdAt })));
    expect(await idsOf(page)).toEqual(['c3', 'c0', 'c1', 'c2', 'c4', 'c5', 'c6']);
  });

  it('leaves out what was taken back, and goes on after a page of nothing else', async () => {
    await put({ removed: true }, { removed: true }, { removed: true }, {}, { removed: true });
    expect(await idsOf(2)).toEqual(['c3']);
  });

  it('gives nothing of what is empty', async () => expect(await idsOf(1)).toEqual([]));

  it('goes on where it was when rows come and go meanwhile', async () => {
    await put(...[1, 2, 3, 4].map((createdAt) => ({ createdAt })));
    const seen: string[] = [];
    for await (const { id } of eachCapture(db, P, 1)) {
      seen.push(id);
      if (id === 'c0') await db.delete('captures', 'c1');
      if (id === 'c2')
        await db.put('captures', makeCapture({ id: 'late', project: P, sha256: sha256Of(99), createdAt: 9 }));
    }
    expect(seen).toEqual(['c0', 'c2', 'c3', 'late']);
  });
});

describe('readLatest', () => {
  it('gives the newest first, as many as asked for, none that was taken back', async () => {
    await putNeighbours({ createdAt: 99 });
    await put(...[1, 2, 3, 4, 4].map((createdAt) => ({ createdAt, removed: createdAt === 3 })));
    const latest = async (count: number) => (await readLatest(db, P, count)).map(({ id }) => id);
    expect(await latest(3)).toEqual(['c4', 'c3', 'c1']);
    expect(await latest(9)).toEqual(['c4', 'c3', 'c1', 'c0']);
    expect(await latest(0)).toEqual([]);
  });
});

describe('countSince', () => {
  it.each([
    [0, 4],
    [2, 3],
    [3, 1],
    [4, 0],
  ])('counts since %i: %i', async (since, expected) => {
    await putNeighbours({ createdAt: 99 });
    await put(...[1, 2, 2, 3].map((createdAt) => ({ createdAt })));
    expect(await countSince(db, P, since)).toBe(expected);
  });
});

describe('readFailed', () => {
  const waits = { sync: { attempts: 1, dueAt: 9, failure: { kind: 'internal' } } } as const;
  const stuck = { sync: { attempts: 1, failure: { kind: 'refused' } } } as const;

  it('gives what only the person can help', async () => {
    await putNeighbours(stuck);
    await put(waits, stuck, {}, waits, stuck);
    expect((await readFailed(db, P, 9)).map(({ id }) => id)).toEqual(['c1', 'c4']);
  });

  it('is not filled up by what is tried again anyway', async () => {
    await put(waits, waits, waits, stuck);
    expect((await readFailed(db, P, 1)).map(({ id }) => id)).toEqual(['c3']);
  });
});

describe('countLeased', () => {
  it('counts what is in somebody’s hands', async () => {
    const leased = { sync: { attempts: 0, dueAt: 9, lease: { owner: 'x', until: 9 } } };
    await putNeighbours(leased);
    await put(leased, {}, leased);
    expect(await countLeased(db, P)).toBe(2);
  });
});

describe('readSecret', () => {
  it.each([
    ['https://compute.eyepop.ai', 'key'],
    ['https://compute.eyepop.ai:8443', undefined],
    ['https://compute.eyepop.ai/', undefined],
    ['http://compute.eyepop.ai', undefined],
    ['https://eyepop.ai', undefined],
    ['', undefined],
  ])('gives a secret to the origin it was typed for: %s', async (origin, value) => {
    await db.put('secrets', { project: P, origin: 'https://compute.eyepop.ai', value: 'key' });
    expect((await readSecret(db, P, origin))?.value).toBe(value);
    expect(await readSecret(db, 'q', origin)).toBeUndefined();
  });
});

describe('readProjects', () => {
  it('gives the oldest first, and the chosen one as the current', async () => {
    expect(await readCurrentProject(db)).toMatchObject({ id: P });
    for (const [id, createdAt] of [
      ['b', 0],
      ['a', 0],
      ['c', 5],
    ] as const)
      await db.put('projects', { ...makeProject(id), createdAt });
    expect((await readProjects(db)).map(({ id }) => id)).toEqual(['a', 'b', 'p', 'c']);
    expect(await readCurrentProject(db)).toMatchObject({ id: 'a' });
    await writeValue(db, 'project', 'c');
    expect(await readCurrentProject(db)).toMatchObject({ id: 'c' });
    await writeValue(db, 'project', 'gone');
    expect(await readCurrentProject(db)).toMatchObject({ id: 'a' });
  });
});

describe('what is not there', () => {
  it('reads as empty', async () => {
    expect(await readTally(db, P)).toMatchObject({ project: P, waiting: 0, failed: 0 });
    expect(await readDrain(db, P)).toEqual({ project: P, owesSurvey: false, attempts: 0 });
    expect(await readValue(db, 'collector')).toBeUndefined();
    expect(await readPicture(db, sha256Of(1))).toBeUndefined();
  });
});

describe('readPicture', () => {
  it('gives the small one, or the original where there is none yet', async () => {
    await db.put('originals', { sha256: sha256Of(1), bytes: new Blob(['large']) });
    expect(await (await readPicture(db, sha256Of(1)))?.text()).toBe('large');
    await db.put('thumbnails', { sha256: sha256Of(1), picture: new Blob(['small']) });
    expect(await (await readPicture(db, sha256Of(1)))?.text()).toBe('small');
  });
});
