import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeImage, formats } from './index.ts';
import { orientation, storedSize } from './jpeg.ts';

const folder = new URL('../../../test/fixtures/images/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const text = (value: string) => new TextEncoder().encode(value);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** File, media type, width, height as Chromium 156 shows them (README.md there names the exceptions). All are whole. */
const images: [string, string, number | undefined, number | undefined][] = [
  ['baseline.jpg', 'image/jpeg', 40, 30],
  ['progressive.jpg', 'image/jpeg', 41, 29],
  ['grey.jpg', 'image/jpeg', 37, 50],
  ['restart.jpg', 'image/jpeg', 64, 48],
  ['orientation-3.jpg', 'image/jpeg', 44, 20],
  ['orientation-6.jpg', 'image/jpeg', 30, 48],
  ['orientation-8.jpg', 'image/jpeg', 28, 44],
  ['plain.png', 'image/png', 33, 21],
  ['interlaced.png', 'image/png', 35, 22],
  ['animated.png', 'image/png', 30, 20],
  ['orientation-6.png', 'image/png', 20, 34],
  ['still.gif', 'image/gif', 31, 19],
  ['animated.gif', 'image/gif', 32, 18],
  ['small-screen.gif', 'image/gif', 31, 19],
  ['lossy.webp', 'image/webp', 51, 34],
  ['lossless.webp', 'image/webp', 52, 35],
  ['alpha.webp', 'image/webp', 53, 36],
  ['animated.webp', 'image/webp', 54, 37],
  ['plain.avif', 'image/avif', 60, 40],
  ['rotated.avif', 'image/avif', 42, 62],
  ['alpha.avif', 'image/avif', 58, 38],
  ['grid.avif', 'image/avif', 256, 64],
  ['sequence.avif', 'image/avif', 56, 36],
  ['thumbnail.avif', 'image/avif', 96, 66],
  ['bottom-up.bmp', 'image/bmp', 23, 17],
  ['top-down.bmp', 'image/bmp', 23, 17],
  ['core.bmp', 'image/bmp', 21, 15],
  ['rle.bmp', 'image/bmp', 25, 19],
  ['bitmap.ico', 'image/x-icon', 48, 40],
  ['mixed.ico', 'image/x-icon', 256, 256],
  ['plain.svg', 'image/svg+xml', 30, 20],
  ['viewbox.svg', 'image/svg+xml', 40, 10],
  ['one-side.svg', 'image/svg+xml', 100, 25],
  ['self-closed.svg', 'image/svg+xml', 30, 20],
  ['prefixed.svg', 'image/svg+xml', 31, 21],
  ['illustrator.svg', 'image/svg+xml', 794, 96],
  ['utf-16.svg', 'image/svg+xml', 30, 20],
  ['no-size.svg', 'image/svg+xml', undefined, undefined],
];

/** How many bytes of white space end a text: without them it is still whole. */
const spareBytes = new Map(Object.entries({ 'plain.svg': 1, 'viewbox.svg': 1, 'illustrator.svg': 1, 'utf-16.svg': 2 }));

describe.each(images)('%s', (name, mediaType, width, height) => {
  const bytes = read(name);

  test('is described', () => {
    const found = describeImage(bytes);
    expect(found).toMatchObject({ width, height, whole: true });
    expect(found?.format.mediaType).toBe(mediaType);
    expect(name.endsWith(`.${found?.format.extension}`)).toBe(true);
    expect(formats.filter(({ matches }) => matches(bytes))).toHaveLength(1);
  });

  test('is not whole when its end is missing', () => {
    const needed = bytes.length - (spareBytes.get(name) ?? 0);
    const taken = Array.from({ length: needed }, (_, length) => length).filter(
      (length) => describeImage(bytes.subarray(0, length))?.whole,
    );
    expect(taken).toEqual([]);
  });

  test.each(['\n', '\0\0\0\0\0\0\0\0\0\0', '<!-- a server had more to say -->'])(
    'is whole with %j behind it',
    (tail) => {
      expect(describeImage(join(bytes, text(tail)))).toMatchObject({ width, height, whole: true });
    },
  );
});

test('every fixture is in the table', () => {
  const files = readdirSync(folder).filter((name) => !/\.(py|md)$/.test(name));
  expect(images.map(([name]) => name).toSorted()).toEqual(files.toSorted());
});

test.each([
  ['baseline.jpg', 1, 40, 30],
  ['orientation-3.jpg', 3, 44, 20],
  ['orientation-6.jpg', 6, 48, 30],
  ['orientation-8.jpg', 8, 44, 28],
])('%s is stored another way than it is shown', (name, turned, width, height) => {
  expect(orientation(read(name))).toBe(turned);
  expect(storedSize(read(name))).toEqual({ width, height });
});

test.each([
  '',
  ' ',
  'hello',
  '{"image": "<svg>"}',
  '<!DOCTYPE html><html><svg width="1" height="1"></svg></html>',
  '<?xml version="1.0"?><rss><svg/></rss>',
  '<!-- <svg/> -->',
  '<!-- unclosed <svg/>',
  '<svgs/>',
  'See <svg/>',
  'BMW builds cars, and this is a page about them.',
  'GIF90a',
  'RIFF\x04\0\0\0WAVE',
  '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  '\0\0\0\x18ftypisom\0\0\0\0isommp42',
  '\0\0\x01\0\0\0',
  'II*\0',
  '%PDF-1.7',
])('%j is no image', (value) => {
  expect(describeImage(text(value))).toBeUndefined();
});

describe('SVG', () => {
  const svg = (attributes: string) => text(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);

  test.each([
    ['width="1em" height="1em" viewBox="0 0 24 24"', 16, 16],
    ['width="30pt" height="1in"', 40, 96],
    ['width="40Q" height="1PC"', 38, 16],
    ['width="100%" height="20" viewBox="0 0 40 10"', 80, 20],
    ['height="100" viewBox="0,0 , 40,10"', 400, 100],
    ['width="+50" height=" .2e2 "', 50, 20],
    ['data-width="1" stroke-width="2" width="50" height="20"', 50, 20],
    ['width="30 px" height="20"', undefined, undefined],
    ['width="100"', undefined, undefined],
    ['width="0" height="20"', undefined, undefined],
    ['width="-3" height="20"', undefined, undefined],
    ['viewBox="0 0 -40 10"', undefined, undefined],
    ['viewBox="0 0 40"', undefined, undefined],
    ['viewBox="0 0 40 10 5"', undefined, undefined],
    ['width="1e999" height="20"', undefined, undefined],
  ])('%s', (attributes, width, height) => {
    expect(describeImage(svg(attributes))).toMatchObject({ width, height, whole: true });
  });
});
