import type { Row } from '../row.ts';

const b = (picture: string) => ({ picture, way: 'background' }) as const;
const a = (picture: string) => ({ picture, way: 'frame' }) as const;

/** Pages that are odd in other ways: where they stand, what they call things, how they are shown. */
export const ODD_PAGES: readonly Row[] = [
  { page: 'pushstate', of: 'b', ready: "document.title === 'Pushed'", expected: a('lemur.jpg') },
  { page: 'image-in-link', of: '14', expected: b('pika.jpg') },
  { page: 'dom-clobbered', of: '1', expected: b('lemur.jpg') },
  { page: 'thousands', of: '1', expected: b('red-panda.jpg') },
  { page: 'transformed', of: '1', expected: b('lemur.jpg') },
  { page: 'partly-scrolled', of: '1', at: [0.3, 0.3], expected: b('kitten-wool.jpg') },
  { page: 'isolated', of: 'b', expected: b('lemur.jpg') },
  { page: 'crossorigin', of: 'b', expected: b('pika.jpg') },
  { page: 'right-to-left', of: '1', scrolled: true, expected: b('lemur.jpg') },
  {
    page: 'frame-screenshot',
    of: '6, e',
    by: 'media-menu',
    frames: ['#frame'],
    expected: { looks: 'pika.jpg', way: 'screenshot', because: 'nobody may read a tainted canvas' },
  },
  {
    page: 'zoomed',
    of: 'e',
    host: 'zoomed.test',
    zoomed: true,
    by: 'media-menu',
    ready: 'devicePixelRatio > 1.1',
    expected: { looks: 'kitten-planks.jpg', way: 'screenshot', because: 'nobody may read a tainted canvas' },
  },
];
