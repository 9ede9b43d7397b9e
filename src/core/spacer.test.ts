import { expect, test } from 'vitest';
import { isSpacerAddress } from './spacer.ts';

const SPACERS = [
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'%3E%3C/svg%3E",
  'data:image/svg+xml;charset=utf-8,<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>',
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIzIj48L3N2Zz4=',
  'https://a.test/img/spaceball.gif',
  'https://a.test/blank.gif?v=2',
  'https://a.test/assets/1x1.png',
];

const IMAGES = [
  'https://a.test/photo.jpg',
  'https://a.test/blanket.gif',
  'https://a.test/spacer/photo.gif',
  `data:image/gif;base64,R0lGODlhZABkAIAAAAAAAP///yH5${'A'.repeat(300)}`,
  `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGQAAABk${'A'.repeat(300)}`,
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ccircle r='9'/%3E%3C/svg%3E",
  'data:image/svg+xml,%E0%A4%A',
  'data:,',
];

test.each(SPACERS)('a spacer: %s', (url) => expect(isSpacerAddress(url)).toBe(true));
test.each(IMAGES)('none: %s', (url) => expect(isSpacerAddress(url)).toBe(false));
