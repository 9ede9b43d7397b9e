import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rightsInFile } from './file.ts';

const folder = new URL('../../../test/fixtures/rights/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const saidBy = (bytes: Uint8Array) =>
  rightsInFile(bytes).map(({ source, kind, value }) => `${source} ${kind}: ${value}`);

const ALL = [
  'xmp ai-made: compositeWithTrainedAlgorithmicMedia',
  'xmp creative-commons: CC BY-SA 3.0',
  'xmp no-ai: DMI-PROHIBITED-AIMLTRAINING',
  'xmp creative-commons: CC BY-NC-ND 4.0',
  'xmp creator: Zoë Müller',
  'xmp creator: Ann <b>&amp;</b> "Bo"',
  'xmp copyright: © 2026 Zoë Müller',
  'xmp credit: Foil Press / ZM',
  'xmp licence: https://photos.example/licence',
  'xmp licence: https://photos.example/terms',
];
const PILLOW = [
  'xmp ai-made: trainedAlgorithmicMedia',
  'xmp creator: A model',
  'exif creator: Ann',
  'exif copyright: (c) 2026 Ann',
];

test.each<[file: string, said: string[]]>([
  ['xmp.jpg', ALL],
  ['xmp.png', ALL],
  ['xmp.webp', ALL],
  ['xmp.gif', ALL],
  ['xmp.avif', ALL],
  ['attributes.jpg', ALL],
  ['mining.jpg', ['xmp tdm-reserved: DMI-PROHIBITED']],
  ['allowed.jpg', []],
  [
    'iptc.jpg',
    ['iptc creator: Zoë Müller', 'iptc creator: Ann', 'iptc credit: Foil Press', 'iptc copyright: © 2026 Zoë Müller'],
  ],
  [
    'iptc-latin1.jpg',
    ['iptc creative-commons: CC BY 2.0', 'iptc creator: Zoë Müller', 'iptc copyright: © Müller, CC BY 2.0'],
  ],
  ['exif.jpg', ['exif creator: Zoë Müller', 'exif copyright: © 2026 Zoë Müller']],
  ['exif.png', ['exif creator: Ann']],
  ['pillow.jpg', PILLOW],
  ['pillow.webp', PILLOW],
  ['licensed.svg', ['xmp creative-commons: CC0 1.0', 'xmp creator: Zoë Müller']],
  ['../images/baseline.jpg', []],
  ['../images/animated.gif', []],
])('%s', (file, said) => expect(saidBy(read(file)).toSorted()).toEqual(said.toSorted()));

const FILES = ['xmp.jpg', 'xmp.png', 'xmp.webp', 'xmp.gif', 'xmp.avif', 'iptc.jpg', 'exif.jpg', 'licensed.svg'];

describe.each(FILES)('%s, hostile', (file) => {
  const whole = read(file);

  test('cut off anywhere, it says nothing else', () => {
    const known = new Set(saidBy(whole));
    for (let length = 0; length < whole.length; length += 3) {
      // A text may end early; what is complete is complete, and nothing comes out of nowhere.
      const strange = saidBy(whole.subarray(0, length)).filter((said) => ![...known].some((all) => begins(all, said)));
      expect(strange).toEqual([]);
    }
  });

  test('damaged anywhere, it is read all the same', () => {
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice();
      damaged.fill(0xff, at, at + 4);
      expect(Array.isArray(rightsInFile(damaged))).toBe(true);
    }
  });
});

/** Cut off, an address may no longer be one of Creative Commons; then it is a licence of no name. */
function begins(whole: string, part: string): boolean {
  return whole.startsWith(part) || /licence: |^xmp creative-commons: (CC|Public)/.test(part);
}

test('8 MB of metadata take no more than linear time', () => {
  const packet = new TextEncoder().encode(
    `<x:xmpmeta xmlns:dc="http://purl.org/dc/elements/1.1/">${'<dc:rights>'.repeat(40_000)}`,
  );
  const avif = read('xmp.avif');
  const started = performance.now();
  rightsInFile(Buffer.concat([avif.subarray(0, 32), packet]));
  rightsInFile(new Uint8Array(8 << 20).fill(0x3c));
  expect(performance.now() - started).toBeLessThan(2_000);
});
