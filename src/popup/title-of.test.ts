import { expect, it } from 'vitest';
import { sourceOf, titleOf } from './title-of.ts';

const image = { mediaType: 'image/png', extension: 'png', width: 4, height: 3, size: 9 };
const bare = {
  imageUrl: '',
  pageUrl: '',
  frameUrl: '',
  title: '',
  alt: '',
  taggedAt: 0,
  way: 'frame',
  status: 0,
} as const;

it.each([
  [{ alt: 'A cat', title: 'Cats', pageUrl: 'https://cats.test/a' }, 'A cat'],
  [{ alt: ' ', title: 'Cats', pageUrl: 'https://cats.test/a' }, 'Cats'],
  [{ pageUrl: 'https://cats.test/a' }, 'cats.test'],
  [{ pageUrl: 'nothing' }, '4 × 3'],
  [{ moment: 83.4, title: 'A film', pageUrl: 'https://films.test/' }, '1:23 · A film'],
  [{ moment: 0, pageUrl: '' }, '0:00 · 4 × 3'],
] as const)('%o is called "%s"', (provenance, title) => {
  expect(titleOf({ image, provenance: { ...bare, ...provenance } })).toBe(title);
});

it.each([
  [{ pageUrl: 'https://a.test/', imageUrl: 'https://b.test/' }, 'https://a.test/'],
  [{ pageUrl: 'javascript:alert(1)', imageUrl: 'https://b.test/' }, 'https://b.test/'],
  [{ pageUrl: 'file:///a', imageUrl: 'data:image/png' }, undefined],
] as const)('%o leads to %s', (provenance, source) => {
  expect(sourceOf({ provenance: { ...bare, ...provenance } })).toBe(source);
});
