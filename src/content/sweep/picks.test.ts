import { beforeEach, expect, it } from 'vitest';
import type { SweepItem } from '../../protocol.ts';
import { Picks } from './picks.ts';

const item = (id: number): SweepItem => ({
  ...{ id, key: '', url: '', referrerPolicy: '', width: 0, height: 0, name: '', host: '' },
  news: { id },
});

let picks: Picks;
beforeEach(() => {
  picks = new Picks();
  picks.list([10, 11, 12, 13, 14, 15].map(item));
});

it('a click picks an image, the next one lets it go', () => {
  picks.toggle(1);
  picks.toggle(3);
  expect(picks.picked()).toEqual([11, 13]);
  picks.toggle(1);
  expect(picks.picked()).toEqual([13]);
});

it('a range begins where the last pick was made, and shrinks again', () => {
  picks.toggle(5);
  picks.toggle(1);
  picks.extendTo(3);
  expect(picks.picked()).toEqual([11, 12, 13, 15]);
  picks.extendTo(2);
  expect(picks.picked()).toEqual([11, 12, 15]);
  picks.extendTo(0);
  expect(picks.picked()).toEqual([10, 11, 15]);
});

it('keys move without picking; a range then begins where they led', () => {
  picks.moveTo(2);
  picks.extendTo(4);
  expect(picks.picked()).toEqual([12, 13, 14]);
});

it('a drag adds what it touches now; given up, all is as before', () => {
  picks.toggle(0);
  picks.beginDrag();
  picks.dragOver([2, 3]);
  picks.dragOver([3, 4]);
  expect(picks.picked()).toEqual([10, 13, 14]);
  picks.endDrag(false);
  expect(picks.picked()).toEqual([10]);
});

it('a new list keeps what is picked, and the image that has the focus', () => {
  picks.all();
  picks.moveTo(3);
  picks.list([13, 20, 11].map(item));
  expect(picks.picked()).toEqual([13, 11]);
  expect(picks.focus).toBe(0);
  picks.none();
  expect(picks.picked()).toEqual([]);
});

it('knows how each fares, from the list and from what is told', () => {
  picks.tell([{ id: 12, state: 'running', tag: 'positive' }]);
  expect(picks.items.map((one) => picks.newsOf(one).state)).toEqual([
    undefined,
    undefined,
    'running',
    undefined,
    undefined,
    undefined,
  ]);
});

it('what is not there is not picked', () => {
  picks.toggle(99);
  picks.dragOver([99]);
  expect(picks.picked()).toEqual([]);
});
