import type { Row } from '../row.ts';

const b = (picture: string) => ({ picture, way: 'background' }) as const;
const a = (picture: string) => ({ picture, way: 'frame' }) as const;
const c = (picture: string) => ({ picture, way: 'opened' }) as const;

const NEVER_AGAIN = 'the server gives it to nobody a second time, and no cache may keep it';
const ONLY_PAGES = 'the server gives it to no other request than the page’s own';
const NOT_OPENED = 'only way c gets it, and that is off in Firefox, which cannot keep a rule to images';

/** HARD-CASES.md a–e and 15–20: the bytes of an image that was found. */
export const ITS_BYTES: readonly Row[] = [
  {
    page: 'blob-live',
    of: 'a',
    expected: a('lemur.jpg'),
    inFirefox: { looks: 'lemur.jpg', way: 'drawn', because: 'the page’s connect-src holds for Foil’s script too' },
  },
  {
    page: 'blob-revoked',
    of: 'd',
    ready: "document.title === 'Revoked'",
    expected: { looks: 'red-panda.jpg', way: 'drawn', because: 'its address is let go: no bytes are left to read' },
  },
  { page: 'data-url', of: 'a', expected: a('lossy.webp') },
  { page: 'data-url-csp', of: 'a', expected: a('interlaced.png') },
  { page: 'csp-none', of: 'b', expected: b('lemur.jpg') },
  { page: 'csp-same-origin', of: 'a', expected: a('pika.jpg'), inFirefox: b('pika.jpg') },
  { page: 'one-shot-same-origin', of: '15', expected: a('pika.jpg') },
  {
    page: 'one-shot-unstored',
    of: '15',
    expected: { looks: 'espresso.jpg', way: 'drawn', because: NEVER_AGAIN },
  },
  { page: 'referer-gated', of: '15', expected: b('pika.jpg') },
  { page: 'referer-full', of: '15', expected: b('kitten-wool.jpg') },
  { page: 'no-referrer-gated', of: '16', expected: b('lemur.jpg') },
  { page: 'cookie-lax', of: '15', host: 'members.test', expected: b('lemur.jpg') },
  { page: 'cookie-strict', of: '15', host: 'members.test', expected: b('pika.jpg') },
  {
    page: 'cookie-partitioned',
    of: '15',
    ready: 'it.naturalWidth > 0',
    expected: c('red-panda.jpg'),
    inFirefox: { looks: 'red-panda.jpg', way: 'screenshot', because: NOT_OPENED },
  },
  {
    page: 'signed-one-shot',
    of: '15',
    expected: c('lemur.jpg'),
    inFirefox: { looks: 'lemur.jpg', way: 'screenshot', because: NOT_OPENED },
  },
  { page: 'signed-expired', of: '15', expected: { looks: 'espresso.jpg', way: 'screenshot', because: NEVER_AGAIN } },
  { page: 'redirect-referer', of: '16', expected: b('kitten-planks.jpg') },
  { page: 'login-page', of: '17', expected: { looks: 'kitten-wool.jpg', way: 'screenshot', because: NEVER_AGAIN } },
  {
    page: 'html-under-address',
    of: '17',
    expected: { word: 'failure_not_an_image', because: 'there never was an image' },
  },
  { page: 'wrong-type', of: '18', expected: b('lemur.jpg') },
  { page: 'no-type', of: '18', expected: b('pika.jpg') },
  {
    page: 'endless',
    of: '19',
    endless: true,
    ready: 'it.naturalWidth > 0',
    expected: { word: 'failure_image_too_large', because: 'its end never comes, and a part is no picture' },
  },
  { page: 'slow', of: '19', expected: b('lemur.jpg') },
  { page: 'huge', of: '19', expected: { word: 'failure_image_too_many_pixels', because: 'more than a browser shows' } },
  {
    page: 'motion-jpeg',
    of: '19',
    endless: true,
    ready: 'it.naturalWidth > 0',
    expected: { looks: 'garden-planks.jpg', way: 'screenshot', because: 'a stream of pictures, whose end never comes' },
  },
  {
    page: 'hotlink-other-size',
    of: 'b',
    expected: { looks: 'lemur.jpg', way: 'screenshot', because: ONLY_PAGES },
  },
  {
    page: 'hotlink-same-size',
    of: 'b',
    expected: { looks: 'red-panda.jpg', way: 'screenshot', because: ONLY_PAGES },
  },
  { page: 'hotlink-referer', of: 'b', expected: b('kitten-planks.jpg') },
  {
    page: 'service-worker',
    of: 'b',
    ready: 'it.naturalWidth > 0',
    expected: {
      looks: 'kitten-planks.jpg',
      way: 'drawn',
      because:
        'no request of Foil’s passes through the page’s own worker in Chromium, and what the server gives is another',
    },
    inFirefox: a('kitten-planks.jpg'),
  },
  { page: 'negotiated', of: '20', expected: b('thumbnail.avif') },
  { page: 'format-avif', of: '20', expected: b('plain.avif') },
  { page: 'format-webp', of: '20', expected: b('alpha.webp') },
  { page: 'format-gif', of: '20', expected: b('animated.gif') },
  { page: 'format-apng', of: '20', expected: b('animated.png') },
  { page: 'format-svg', of: '20', expected: b('viewbox.svg') },
  { page: 'format-bmp', of: '20', expected: b('bottom-up.bmp') },
  { page: 'format-ico', of: '20', expected: b('mixed.ico') },
];
