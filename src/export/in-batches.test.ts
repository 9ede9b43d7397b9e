import { expect, test } from 'vitest';
import { inBatches } from './in-batches.ts';

const stream = (...chunks: number[][]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(Uint8Array.from(chunk));
      controller.close();
    },
  });

async function batches(size: number, ...chunks: number[][]): Promise<number[][]> {
  const out: number[][] = [];
  for await (const batch of stream(...chunks).pipeThrough(inBatches(size))) out.push([...batch]);
  return out;
}

test.each<[string, number[][], number[][]]>([
  ['nothing stays nothing', [], []],
  [
    'scraps are joined, the rest comes last',
    [[1], [2, 3], [4], [5]],
    [
      [1, 2, 3],
      [4, 5],
    ],
  ],
  ['what is large goes through whole', [[1, 2, 3, 4], [5]], [[1, 2, 3, 4], [5]]],
  ['an empty chunk is none', [[], [1]], [[1]]],
])('%s', async (_, chunks, expected) => {
  expect(await batches(3, ...chunks)).toEqual(expected);
});
