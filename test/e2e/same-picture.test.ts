import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Analysis from '../../src/analysis/looks.ts';
import { isSamePicture, type Looks } from '../../src/core/phash.ts';

/** The same picture or another one: Foil's own code on real photographs, decoded, resized and encoded anew by a browser. */

const FOLDER = 'test/site/photos';
const PHOTOS = readdirSync(FOLDER).filter((name) => /\.(jpg|png|webp)$/.test(name));

/** One photograph, of which the site has two sizes. */
const TWO_SIZES = ['tortoiseshell-1024.jpg', 'tortoiseshell-512.jpg'];

/** How a variant is drawn: of the middle `crop` of the picture, in `scale` of its size. */
interface Variant {
  readonly crop?: number;
  readonly scale?: number;
  readonly shape?: number;
  readonly filter?: string;
  readonly type?: string;
  readonly quality?: number;
}

const SAME: readonly [string, Variant][] = [
  ['half the size', { scale: 0.5 }],
  ['a fifth of the size', { scale: 0.2 }],
  ['64 pixels', { scale: 0 }],
  ['larger', { scale: 1.7 }],
  ['JPEG of quality 30', { quality: 0.3 }],
  ['a small JPEG of quality 30', { scale: 0.4, quality: 0.3 }],
  ['WebP', { type: 'image/webp', quality: 0.6 }],
  ['grey', { filter: 'grayscale(1)' }],
  ['brighter', { filter: 'brightness(1.15)' }],
];

const DIFFERENT: readonly [string, Variant][] = [
  ['cut to 95 %', { crop: 0.95 }],
  ['cut to 90 %', { crop: 0.9 }],
  ['cut to 80 % and enlarged', { crop: 0.8, scale: 2 }],
  ['squeezed', { shape: 0.9 }],
  ['mirrored', { scale: -1 }],
];

let browser: Browser;
let page: Page;
const originals = new Map<string, Looks>();

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
  for (const name of PHOTOS) originals.set(name, await looksOf(name));
});

afterAll(() => browser?.close());

/** Foil's own analysis as a script: its exports are `analysis`'s. */
async function bundle(): Promise<string> {
  const lib = { entry: 'src/analysis/looks.ts', formats: ['iife' as const], name: 'analysis' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib } });
  const [output] = built as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? '';
}

declare const analysis: typeof Analysis;

/** What Foil sees of a photograph, or of a variant of it. */
async function looksOf(name: string, variant?: Variant): Promise<Looks> {
  const base64 = readFileSync(`${FOLDER}/${name}`).toString('base64');
  return page.evaluate(lookInPage, { base64, variant });
}

async function lookInPage({ base64, variant }: { base64: string; variant: Variant | undefined }): Promise<Looks> {
  const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
  if (!variant) return analysis.looksOf(blob);
  const { crop = 1, scale = 1, shape = 1, filter = 'none', type = 'image/jpeg', quality = 0.9 } = variant;
  const image = await createImageBitmap(blob);
  const by = scale === 0 ? 64 / image.width : Math.abs(scale);
  const [width, height] = [image.width * crop, image.height * crop];
  const canvas = new OffscreenCanvas(Math.round(width * by * shape), Math.round(height * by));
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.filter = filter;
  context.imageSmoothingQuality = 'high';
  if (scale < 0) context.setTransform(-1, 0, 0, 1, canvas.width, 0);
  const [left, top] = [(image.width - width) / 2, (image.height - height) / 2];
  context.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return analysis.looksOf(await canvas.convertToBlob({ type, quality }));
}

describe.each([
  ['the same', SAME, true],
  ['another', DIFFERENT, false],
] as const)('%s picture', (_, variants, same) => {
  test.each(variants)('%s', async (_name, variant) => {
    const answers = [];
    for (const [name, looks] of originals) answers.push([name, isSamePicture(looks, await looksOf(name, variant))]);
    expect(answers).toEqual(PHOTOS.map((name) => [name, same]));
  });
});

test('no two photographs are the same, but for the two sizes of one', () => {
  const pairs = PHOTOS.flatMap((one, index) => PHOTOS.slice(index + 1).map((other) => [one, other] as const));
  const looks = (name: string) => originals.get(name) ?? expect.fail(name);
  expect(pairs.filter(([one, other]) => isSamePicture(looks(one), looks(other)))).toEqual([TWO_SIZES]);
});
