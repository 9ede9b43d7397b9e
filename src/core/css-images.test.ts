import { expect, test } from 'vitest';
import { imagesInCss } from './css-images.ts';

const ROWS: readonly [value: string, scale: number, urls: readonly string[], larger?: readonly string[]][] = [
  ['none', 1, []],
  ['normal', 1, []],
  ['linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1))', 1, []],
  ['url("https://a.test/a.png")', 1, ['https://a.test/a.png']],
  [
    'linear-gradient(red, blue), url("https://a.test/a,b(1).png"), url("https://a.test/b.png")',
    1,
    ['https://a.test/a,b(1).png', 'https://a.test/b.png'],
  ],
  ['"url(\\"no.png\\")" url("https://a.test/a.png") / "url"', 1, ['https://a.test/a.png']],
  ['url("https://a.test/\\"quoted\\".png")', 1, ['https://a.test/"quoted".png']],
  ['url("https://a.test/\\\\")', 1, ['https://a.test/\\']],
  ['url("https://a.test/\\a b")', 1, ['https://a.test/\nb']],
  [
    'image-set(url("https://a.test/1.png") 1dppx, url("https://a.test/2.png") 2dppx)',
    1,
    ['https://a.test/1.png'],
    ['https://a.test/2.png'],
  ],
  [
    'image-set(url("https://a.test/1.png") 1dppx, url("https://a.test/2.png") 2dppx)',
    1.5,
    ['https://a.test/2.png'],
    [],
  ],
  [
    '-webkit-image-set(url("https://a.test/1.png") 1x, url("https://a.test/2.png") 2x)',
    3,
    ['https://a.test/2.png'],
    [],
  ],
  [
    'image-set(url("https://a.test/1.avif") 192dpi type("image/avif"), url("https://a.test/2.jpg") 96dpi type("image/jpeg"))',
    1,
    ['https://a.test/2.jpg'],
    ['https://a.test/1.avif'],
  ],
  [
    'image-set("https://a.test/1.png" 1dppx), url("https://a.test/2.png")',
    1,
    ['https://a.test/1.png', 'https://a.test/2.png'],
    [],
  ],
  [
    'cross-fade(url("https://a.test/1.png"), url("https://a.test/2.png"), 50%)',
    1,
    ['https://a.test/1.png', 'https://a.test/2.png'],
  ],
  ['url("https://a.test/cut', 1, ['https://a.test/cut']],
  ['image-set(url("https://a.test/cut', 1, ['https://a.test/cut']],
];

test.each(ROWS)('%s at %d', (value, scale, urls, larger) => {
  const images = imagesInCss(value, scale);
  expect(images.map(({ url }) => url)).toEqual(urls);
  if (larger) expect(images[0]?.larger).toEqual(larger);
});

test('megabytes and thousands of layers are read up to a limit', () => {
  const begun = performance.now();
  expect(imagesInCss(`url("data:image/png;base64,${'A'.repeat(20_000_000)}")`, 1)).toHaveLength(1);
  expect(imagesInCss('url("https://a.test/a.png"), '.repeat(200_000), 1)).toHaveLength(16);
  expect(imagesInCss(`image-set(${'('.repeat(3_000_000)}`, 1)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
