import type { Row } from '../row.ts';

const b = (picture: string) => ({ picture, way: 'background' }) as const;
const a = (picture: string) => ({ picture, way: 'frame' }) as const;

/** HARD-CASES.md 1–10: what lies under the pointer, and which of its addresses. */
export const WHICH_IMAGE: readonly Row[] = [
  { page: 'overlay', of: '1', expected: b('lemur.jpg') },
  { page: 'overlay-spacer', of: '1', expected: b('red-panda.jpg') },
  { page: 'overlay-icon', of: '1', expected: b('kitten-wool.jpg') },
  { page: 'pointer-events-none', of: '2', by: 'page-menu', expected: b('pika.jpg') },
  { page: 'shadow-open', of: '3', expected: b('lemur.jpg') },
  { page: 'shadow-closed', of: '3', expected: b('red-panda.jpg'), at: [0.2, 0.4] },
  { page: 'shadow-nested', of: '3', expected: b('kitten-planks.jpg'), at: [0.2, 0.4] },
  { page: 'shadow-slotted', of: '3', expected: b('lemur.jpg'), at: [0.2, 0.4] },
  { page: 'contextmenu-cancelled', of: '4', by: 'key', expected: b('lemur.jpg') },
  { page: 'events-stopped', of: '4', expected: b('pika.jpg') },
  { page: 'keys-stopped', of: '4', by: 'key', expected: b('pika.jpg') },
  { page: 'shift-right-click', of: '5', by: 'key', byInFirefox: 'shift', expected: b('red-panda.jpg') },
  { page: 'frame-about-blank', of: '6', frames: ['#frame'], expected: b('lemur.jpg') },
  { page: 'frame-srcdoc', of: '6', frames: ['#frame'], expected: b('red-panda.jpg') },
  { page: 'frame-blob', of: '6', frames: ['#frame'], expected: b('pika.jpg') },
  { page: 'frame-sandboxed', of: '6', frames: ['#frame'], expected: b('kitten-wool.jpg') },
  { page: 'frame-cross-site', of: '6', frames: ['#frame'], expected: a('kitten-planks.jpg') },
  { page: 'frame-nested', of: '6', frames: ['#frame', '#inner'], expected: b('red-panda.jpg') },
  { page: 'hover-swap', of: '7', hovered: "it.complete && it.src.includes('lemur')", expected: b('lemur.jpg') },
  { page: 'hover-card', of: '7', at: [0.6, 0.6], expected: b('kitten-wool.jpg') },
  { page: 'pointerdown-swap', of: '7', expected: b('red-panda.jpg') },
  { page: 'swapped-after-click', of: '7', expected: b('kitten-planks.jpg') },
  { page: 'removed-after-click', of: '7', expected: b('red-panda.jpg') },
  { page: 'srcset-commas', of: '8', expected: b('tortoiseshell-512.jpg'), offers: '1024 × 1024' },
  { page: 'picture-type', of: '8', expected: b('cushion.webp') },
  { page: 'picture-media', of: '8', expected: b('garden-planks.jpg') },
  { page: 'density', of: '9', expected: b('tortoiseshell-1024.jpg') },
  { page: 'lazy-data-src', of: '10', expected: b('lemur.jpg') },
  { page: 'lazy-data-srcset', of: '10', expected: b('tortoiseshell-1024.jpg') },
  { page: 'lazy-data-original', of: '10', expected: a('pika.jpg') },
  { page: 'lazy-noscript', of: '10', expected: b('red-panda.jpg') },
  { page: 'lazy-blurred', of: '10', expected: b('tortoiseshell-1024.jpg') },
  {
    page: 'lazy-spacer',
    of: '10',
    expected: { word: 'failure_image_not_found', because: 'a spacer is no picture, and nothing names another' },
  },
  { page: 'lazy-loading', of: '10', scrolled: true, ready: 'it.naturalWidth > 0', expected: b('lemur.jpg') },
];
