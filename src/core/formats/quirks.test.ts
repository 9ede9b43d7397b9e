import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeImage } from './index.ts';
import { orientation } from './jpeg.ts';

/** What the formats' specifications leave open: the answers were read from Chromium 156 and Firefox 153. */

const folder = new URL('../../../test/fixtures/images/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder)).toString('latin1');
const bytes = (characters: string) => Uint8Array.from(characters, (character) => character.charCodeAt(0));
const insert = (into: string, at: number, what: string) => into.slice(0, at) + what + into.slice(at);

const u16 = (value: number) => String.fromCharCode(value >> 8, value & 0xff);
const app1 = (content: string) => `\xff\xe1${u16(content.length + 2)}${content}`;
const entry = (value: number, type = 3, count = 1) => `\x01\x12${u16(type)}\0\0${u16(count)}${u16(value)}\0\0`;
const exif = (entries: string, count = 1) => app1(`Exif\0\0MM\0*\0\0\0\x08${u16(count)}${entries}\0\0\0\0`);

describe('JPEG', () => {
  const jpeg = read('baseline.jpg');
  const scan = jpeg.indexOf('\xff\xda');

  test.each([
    ['the first of two', 2, exif(entry(6)) + exif(entry(1)), 6],
    ['the first of two, though silent', 2, exif('', 0) + exif(entry(6)), 1],
    ['one behind XMP', 2, app1('http://ns.adobe.com/xap/1.0/\0<x/>') + exif(entry(6)), 6],
    ['one just before the scan', scan, exif(entry(6)), 6],
    ['one behind the scan', jpeg.length - 2, exif(entry(6)), 1],
    ['the first of two entries', 2, exif(entry(6) + entry(1), 2), 6],
    ['a directory that promises more', 2, exif(entry(6), 200), 6],
    ['a type other than SHORT', 2, exif(entry(6, 4)), 1],
    ['a count of two', 2, exif(entry(6, 3, 2)), 1],
    ['an orientation of 9', 2, exif(entry(9)), 1],
    ['a wrong magic number', 2, exif(entry(6)).replace('*', '+'), 1],
  ])('Exif: %s', (_, at, segments, expected) => {
    expect(orientation(bytes(insert(jpeg, at, segments)))).toBe(expected);
  });

  test.each([
    ['a second beginning', insert(jpeg, 2, '\xff\xd8'), false],
    ['stray bytes between segments', insert(jpeg, scan, 'stray'), true],
    ['fill bytes', insert(jpeg, scan, '\xff\xff\xff'), true],
    ['an end, but no scan', `${jpeg.slice(0, scan)}\xff\xd9`, false],
    ['a scan, but no frame', jpeg.replace('\xff\xc0', '\xff\xe5'), false],
    ['a segment that swallows the end', insert(jpeg, 2, '\xff\xe2\xff\xff'), false],
  ])('%s', (_, changed, whole) => {
    expect(describeImage(bytes(changed))).toMatchObject({ whole });
  });

  test('a height left open is no size', () => {
    const changed = jpeg.replace('\xff\xc0\0\x11\x08\0\x1e', '\xff\xc0\0\x11\x08\0\0');
    expect(describeImage(bytes(changed))).toMatchObject({ width: undefined, height: undefined });
  });
});

test('PNG: Exif behind the pixels does not turn it', () => {
  const png = read('plain.png');
  const chunk = `\0\0\0\x1aeXIfMM\0*\0\0\0\x08\0\x01${entry(6)}\0\0\0\0crc.`;
  expect(describeImage(bytes(insert(png, 33, chunk)))).toMatchObject({ width: 21, height: 33, whole: true });
  expect(describeImage(bytes(insert(png, png.length - 12, chunk)))).toMatchObject({ width: 33, height: 21 });
});

test('GIF: blocks may end twice; without a picture it is not whole', () => {
  const gif = read('animated.gif');
  expect(describeImage(bytes(insert(gif, gif.length - 1, '\0\0')))).toMatchObject({ whole: true });
  expect(describeImage(bytes('GIF89a\x01\0\x01\0\0\0\0;'))).toMatchObject({ width: 1, height: 1, whole: false });
});

test('AVIF: without a primary item the largest picture counts', () => {
  const avif = read('thumbnail.avif').replace('pitm', 'free');
  expect(describeImage(bytes(avif))).toMatchObject({ width: 96, height: 66, whole: true });
});

test('AVIF: the primary item counts, and not the largest', () => {
  const avif = read('thumbnail.avif').replace('pitm\0\0\0\0\0\x01', 'pitm\0\0\0\0\0\x02');
  expect(describeImage(bytes(avif))).toMatchObject({ width: 16, height: 10, whole: true });
});

test('AVIF: data that end before an item does are not whole, though every box is', () => {
  const avif = read('plain.avif');
  const mdat = avif.indexOf('mdat');
  const empty = `${avif.slice(0, mdat - 4)}\0\0\0\x08mdat`;
  expect(describeImage(bytes(empty))).toMatchObject({ width: 60, height: 40, whole: false });
});

test('ICO: a PNG inside knows its size better than the directory', () => {
  const png = read('plain.png').replace('\0\0\0\x21\0\0\0\x15', '\0\0\x02\0\0\0\x02\0');
  const ico = `\0\0\x01\0\x01\0\0\0\0\0\x01\0\x20\0${String.fromCharCode(png.length)}\0\0\0\x16\0\0\0${png}`;
  expect(describeImage(bytes(ico))).toMatchObject({ width: 512, height: 512, whole: true });
});

test('BMP: the letters alone, or an unknown header, are none', () => {
  const bmp = read('bottom-up.bmp');
  expect(describeImage(bytes(`${bmp.slice(0, 14)}\x29${bmp.slice(15)}`))).toBeUndefined();
  expect(describeImage(bytes(bmp.slice(0, 14)))).toBeUndefined();
});

test.each([
  '<svg><!-- </svg> --></svg>',
  "<svg><style><![CDATA[ don't > </svg> ]]></style></svg>",
  '<svg><?xml-stylesheet href="</svg>"?></svg>',
  `<svg><text title='</svg>' lang="/>">it's "</text></svg>`,
])('SVG: %s ends with its last tag', (markup) => {
  expect(describeImage(bytes(markup))).toMatchObject({ whole: true });
  expect(describeImage(bytes(markup.slice(0, -1)))).toMatchObject({ whole: false });
});
