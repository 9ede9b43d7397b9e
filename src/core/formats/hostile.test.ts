import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeImage, formats } from './index.ts';

const folder = new URL('../../../test/fixtures/images/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => !/\.(py|md)$/.test(name))
  .toSorted()
  .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));

/** Mulberry32 (T. Ettinger): the same numbers on every machine. The result is below `limit`. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const random = randomFrom(20_000);
const pick = <T>(items: readonly T[]): T => {
  const item = items[random(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

/** Numbers that break walkers: nothing, one, the borders of signed and unsigned, and small steps. */
const LENGTHS = [0, 1, 2, 7, 8, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff];

const mutations: ((bytes: Uint8Array) => Uint8Array)[] = [
  function flipBits(bytes) {
    const copy = bytes.slice();
    for (let n = random(8); n >= 0; n--) {
      const at = random(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    }
    return copy;
  },
  function truncate(bytes) {
    return bytes.subarray(0, random(bytes.length));
  },
  function splice(bytes) {
    const other = pick(fixtures);
    const from = random(other.length);
    const part = other.subarray(from, from + random(other.length - from));
    const at = random(bytes.length);
    return Uint8Array.of(...bytes.subarray(0, at), ...part, ...bytes.subarray(at + random(bytes.length - at)));
  },
  function editLength(bytes) {
    const copy = bytes.slice();
    const at = random(Math.min(copy.length, 512) - 4);
    const view = new DataView(copy.buffer);
    const isLittle = random(2) === 0;
    if (random(2) === 0) view.setUint16(at, pick(LENGTHS) & 0xffff, isLittle);
    else view.setUint32(at, pick(LENGTHS), isLittle);
    return copy;
  },
];

const isSide = (side: number | undefined) => side === undefined || (Number.isInteger(side) && side > 0);

/** Asks every format, also those that the bytes do not match. Milliseconds. */
function timeAll(bytes: Uint8Array): number {
  const start = performance.now();
  for (const { matches, size, isWhole } of formats) {
    const found = size(bytes);
    const answers = [typeof matches(bytes), typeof isWhole(bytes), isSide(found?.width), isSide(found?.height)];
    if (answers.join() !== 'boolean,boolean,true,true') throw new Error(answers.join());
  }
  describeImage(bytes);
  return performance.now() - start;
}

test('20,000 damaged files: no error, no odd size, no long wait', () => {
  let slowest = 0;
  for (let n = 0; n < 20_000; n++) {
    let bytes: Uint8Array = pick(fixtures);
    for (let times = random(3); times >= 0 && bytes.length > 4; times--) bytes = pick(mutations)(bytes);
    slowest = Math.max(slowest, timeAll(bytes));
  }
  // Some tenths of a millisecond in fact; the rest is for a busy machine.
  expect(slowest).toBeLessThan(5_000);
}, 60_000);

const MEGABYTE = 2 ** 20;

const latin1 = (characters: string) => Uint8Array.from(characters, (character) => character.charCodeAt(0));

/** `head`, then `unit` over and over up to `length` bytes. */
function repeat(head: string, unit: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const rest = bytes.subarray(head.length);
  rest.set(latin1(unit));
  for (let filled = unit.length; filled < rest.length; filled *= 2) rest.copyWithin(filled, 0, filled);
  bytes.set(latin1(head));
  return bytes;
}

const JPEG = '\xff\xd8\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0';
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0crc.';
const AVIF = '\0\0\0\x10ftypavif\0\0\0\0';
/** Media data, then an index of 65,535 items; `widths` says how many bytes the fields of an extent take. */
const indexed = (widths: string) => `${AVIF}\0\0\0\x08mdat\0\0\0\0meta\0\0\0\0\0\0\0\0iloc\0\0\0\0${widths}\xff\xff`;

test.each([
  ['JPEG of stuffed bytes', JPEG, '\xff\0'],
  ['JPEG of stuffed bytes, apart', JPEG, '\xff\0a'],
  ['JPEG of fill bytes', JPEG, '\xff'],
  ['JPEG of restarts', JPEG, '\xff\xd0'],
  ['JPEG of empty segments', JPEG, '\xff\xe1\0\x02'],
  ['JPEG of Exif segments', '\xff\xd8', '\xff\xe1\0\x0cExif\0\0II*\0'],
  ['PNG of empty chunks', PNG, '\0\0\0\0tEXtcrc.'],
  ['GIF of empty extensions', 'GIF89a\0\0\0\0\0\0\0', '!a\0'],
  ['GIF of short sub-blocks', 'GIF89a\0\0\0\0\0\0\0!a', '\x01'],
  ['GIF of nothing', 'GIF89a', '\0'],
  ['WebP of empty chunks', 'RIFF\0\0\x0f\0WEBP', 'abcd\0\0\0\0'],
  ['AVIF of brands', '\0\xff\xff\xffftyp', 'mif1'],
  ['AVIF of empty boxes', AVIF, '\0\0\0\x08free'],
  ['AVIF of properties', `${AVIF}\0\x7f\0\0meta\0\0\0\0\0\x7e\0\0iprp\0\x7d\0\0ipco`, '\0\0\0\x08ispe'],
  ['AVIF of extents without bytes', indexed('\0\0'), '\0\x01\0\0\xff\xff'],
  ['AVIF of extents', indexed('\x44\0'), '\0\x01\0\0\0\x01\0\0\0\0\0\0\0\0'],
  ['ICO of entries', '\0\0\x01\0\xff\xff', '\0\0\0\0\x01\0\x20\0\0\0\x20\0\0\0\x30\0'],
  ['SVG of tags', '<svg>', '<g>'],
  ['SVG of brackets', '<svg>', '<'],
  ['SVG of quotes', '<svg>', `<a '"`],
  ['SVG of spaces', '<svg ', ' '],
  ['SVG of one long name', '<svg ', 'a'],
  ['SVG of attributes', '<svg ', ' a="'],
  ['SVG of digits', '<svg width="', '1'],
  ['SVG of comments', '', '<!---->'],
  ['SVG of dashes', '<!--', '-'],
  ['SVG of subsets', '<!DOCTYPE svg [', '[<!--'],
  ['SVG of sections', '<svg><![CDATA[', ']'],
  ['SVG in UTF-16', '\xff\xfe<\0s\0v\0g\0>\0', 'a\0'],
])('8 MB %s take no more than linear time', (_, head, unit) => {
  expect(timeAll(repeat(head, unit, 8 * MEGABYTE))).toBeLessThan(20_000);
});

test('64 MB of JPEG are walked in one pass', () => {
  const bytes = repeat(JPEG, '\0', 64 * MEGABYTE);
  // Entropy-coded data look like noise: an FF, and so a stuffed zero, about every 256 bytes.
  for (let at = 1000; at < bytes.length - 2; at += 2 + random(512)) bytes[at] = 0xff;
  bytes.set([0xff, 0xd9], bytes.length - 2);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    expect(describeImage(bytes)).toMatchObject({ width: 16, height: 16, whole: true });
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(5_000);
});
