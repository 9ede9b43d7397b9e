import { describe, expect, it } from 'vitest';
import { type ChunkReader, collect } from './collect.ts';

/** Reads chunks of these sizes; counts how often it was asked, and whether it was let go. */
function readerOf(sizes: Iterable<number>, cancel: () => Promise<void> = async () => undefined) {
  const left = sizes[Symbol.iterator]();
  const seen = { reads: 0, cancelled: 0 };
  const reader: ChunkReader = {
    read: async () => {
      seen.reads += 1;
      const { done, value } = left.next();
      return done ? { done: true } : { done: false, value: new Uint8Array(value).fill(seen.reads) };
    },
    cancel: () => {
      seen.cancelled += 1;
      return cancel();
    },
  };
  return { reader, seen };
}

function* endless() {
  for (;;) yield 10;
}

describe('collect', () => {
  it.each([
    [[], 0, []],
    [[3, 2], 5, [3, 2]],
    [[0, 5, 0], 5, [0, 5, 0]],
    [[1], 0, undefined],
    [[3, 3], 5, undefined],
    [[6], 5, undefined],
  ])('reads chunks of %j up to %i bytes: %j', async (sizes, limit, expected) => {
    const { reader, seen } = readerOf(sizes);
    const chunks = await collect(reader, limit);
    expect(chunks?.map(({ byteLength }) => byteLength)).toEqual(expected);
    expect(seen.cancelled).toBe(expected ? 0 : 1);
  });

  it('keeps the chunks in their order', async () => {
    expect((await collect(readerOf([1, 1, 1]).reader, 9))?.map(([first]) => first)).toEqual([1, 2, 3]);
  });

  it('lets go of what has no end, right after the limit', async () => {
    const { reader, seen } = readerOf(endless());
    expect(await collect(reader, 25)).toBeUndefined();
    expect(seen).toEqual({ reads: 3, cancelled: 1 });
  });

  it('does not mind a stream that cannot be let go', async () => {
    const { reader } = readerOf(endless(), () => Promise.reject(new Error('gone already')));
    expect(await collect(reader, 5)).toBeUndefined();
  });

  it('tells what the stream fails with', async () => {
    const reader: ChunkReader = { read: () => Promise.reject(new Error('cut')), cancel: async () => undefined };
    await expect(collect(reader, 5)).rejects.toThrow('cut');
  });

  it('has nothing of no stream', async () => expect(await collect(undefined, 5)).toEqual([]));
});
