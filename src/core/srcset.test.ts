import { expect, test } from 'vitest';
import { type Candidate, parseSrcset } from './srcset.ts';

const ROWS: readonly [srcset: string, candidates: readonly Candidate[]][] = [
  ['', []],
  [' , ,, ', []],
  ['a.jpg', [{ url: 'a.jpg', density: 1 }]],
  [
    'a.jpg 1x, b.jpg 2x',
    [
      { url: 'a.jpg', density: 1 },
      { url: 'b.jpg', density: 2 },
    ],
  ],
  [
    'a.jpg 480w,b.jpg 800w',
    [
      { url: 'a.jpg', width: 480 },
      { url: 'b.jpg', width: 800 },
    ],
  ],
  ['a.jpg,b.jpg 2x', [{ url: 'a.jpg,b.jpg', density: 2 }]],
  [
    'a.jpg, b.jpg 1.5x',
    [
      { url: 'a.jpg', density: 1 },
      { url: 'b.jpg', density: 1.5 },
    ],
  ],
  [
    '/w_300,h_200/a.jpg 300w, /w_600,h_400/a.jpg 600w',
    [
      { url: '/w_300,h_200/a.jpg', width: 300 },
      { url: '/w_600,h_400/a.jpg', width: 600 },
    ],
  ],
  [
    'data:image/png;base64,AAAA 1x, b.png 2x',
    [
      { url: 'data:image/png;base64,AAAA', density: 1 },
      { url: 'b.png', density: 2 },
    ],
  ],
  ['a.jpg 100w 50h', [{ url: 'a.jpg', width: 100 }]],
  ['a.jpg 50h', []],
  ['a.jpg 0w, b.jpg -1x, c.jpg 2q, d.jpg 1x 2x, e.jpg 1x 10w, f.jpg 1.5w', []],
  ['a.jpg (1x, 2x) 3x, b.jpg', [{ url: 'b.jpg', density: 1 }]],
  [
    'a.jpg\n\t2x\n,\n b.jpg\f.5x',
    [
      { url: 'a.jpg', density: 2 },
      { url: 'b.jpg', density: 0.5 },
    ],
  ],
  [
    'a.jpg,,, b.jpg 1e1x',
    [
      { url: 'a.jpg', density: 1 },
      { url: 'b.jpg', density: 10 },
    ],
  ],
  ['a.jpg 2x,', [{ url: 'a.jpg', density: 2 }]],
  ['a.jpg (', []],
];

test.each(ROWS)('srcset %j', (srcset, candidates) => expect(parseSrcset(srcset)).toEqual(candidates));

test('megabytes are read up to a limit', () => {
  const begun = performance.now();
  expect(parseSrcset('a.jpg 1x, '.repeat(500_000))).toHaveLength(64);
  expect(parseSrcset(`a.jpg ${'('.repeat(5_000_000)}`)).toEqual([]);
  expect(parseSrcset(`a.jpg ${'1x '.repeat(2_000_000)}`)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
