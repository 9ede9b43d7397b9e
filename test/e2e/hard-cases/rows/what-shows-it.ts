import type { Row } from '../row.ts';

const b = (picture: string) => ({ picture, way: 'background' }) as const;
const a = (picture: string) => ({ picture, way: 'frame' }) as const;

/** HARD-CASES.md 11–14: everything that shows an image and is no `<img>`. */
export const WHAT_SHOWS_IT: readonly Row[] = [
  { page: 'css-background', of: '11', by: 'page-menu', expected: b('lemur.jpg') },
  { page: 'css-layers', of: '11', by: 'page-menu', expected: b('pika.jpg') },
  { page: 'css-image-set', of: '11', by: 'page-menu', expected: b('red-panda.jpg') },
  { page: 'css-before', of: '11', by: 'page-menu', expected: b('kitten-wool.jpg') },
  { page: 'css-after', of: '11', by: 'page-menu', expected: b('kitten-planks.jpg') },
  { page: 'css-border-image', of: '11', by: 'page-menu', expected: b('espresso.jpg') },
  { page: 'css-mask', of: '11', by: 'page-menu', expected: a('chelsea.png') },
  { page: 'css-list-style', of: '11', by: 'page-menu', at: [0.3, 0.5], expected: b('espresso.jpg') },
  { page: 'css-content', of: '11', by: 'page-menu', expected: b('lemur.jpg') },
  { page: 'svg-image', of: '12', expected: b('lemur.jpg') },
  { page: 'svg-image-xlink', of: '12', expected: b('pika.jpg') },
  { page: 'input-image', of: '12', expected: b('red-panda.jpg') },
  { page: 'object', of: '12', by: 'key', expected: b('lemur.jpg') },
  { page: 'embed', of: '12', by: 'key', expected: b('kitten-planks.jpg') },
  { page: 'video-poster', of: '12', by: 'media-menu', expected: b('red-panda.jpg') },
  {
    page: 'video-frame',
    of: '13',
    by: 'media-menu',

    ready: "document.title === 'Paused'",
    expected: { looks: 'pika.jpg', way: 'drawn', because: 'a frame of a video is no file' },
  },
  { page: 'image-map', of: '12', expected: b('lemur.jpg') },
  {
    page: 'image-document',
    of: '12',
    it: 'img',
    ready: "document.contentType === 'image/jpeg'",
    expected: a('lemur.jpg'),
  },
  {
    page: 'canvas-2d',
    of: '13',
    by: 'media-menu',
    expected: { looks: 'kitten-wool.jpg', way: 'drawn', because: 'a canvas is no file' },
  },
  {
    page: 'canvas-tainted',
    of: '13',
    by: 'media-menu',
    expected: { looks: 'kitten-wool.jpg', way: 'screenshot', because: 'nobody may read a tainted canvas' },
  },
  {
    page: 'canvas-webgl',
    of: '13',
    by: 'media-menu',
    ready: "document.title === 'Drawn'",
    expected: { looks: 'red-panda.jpg', way: 'screenshot', because: 'what it drew is kept by the screen alone' },
  },
  {
    page: 'canvas-scrolled',
    of: '13, e',
    by: 'media-menu',
    at: [0.2, 0.1],
    expected: {
      word: 'failure_image_unreachable',
      because: 'nobody may read it, and it is larger than any screenshot',
    },
  },
  { page: 'thumbnail-link', of: '14', expected: b('tortoiseshell-512.jpg'), offers: '1024 × 1024' },
  { page: 'thumbnail-link-other', of: '14', expected: b('tortoiseshell-512.jpg') },
];
