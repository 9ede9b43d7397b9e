import { expect, it } from 'vitest';
import type { Word } from '../../protocol.ts';
import { Row } from './row.ts';

const word = (changes: Partial<Word> = {}): Word => ({
  ...{ tone: 'positive', text: 'Saved', detail: '', close: 'Close', lost: 'Lost' },
  language: { lang: 'en', dir: 'ltr' },
  ...changes,
});
const saved = (capture: string) => word({ undo: { capture, label: 'Undo' }, many: '# saved' });
const gone = word({ tone: 'removed' });

it('counts what comes while the word stands, from the second on', () => {
  const row = new Row();
  expect(['a', 'b', 'c'].map((capture) => row.add(saved(capture)).count)).toEqual([undefined, '2 saved', '3 saved']);
  row.clear();
  expect(row.add(saved('d')).count).toBeUndefined();
});

it('counts a capture once, whatever is done to it', () => {
  const row = new Row();
  for (const capture of ['a', 'b', 'b']) row.add(saved(capture));
  expect(row.add(saved('b')).count).toBe('2 saved');
});

it('counts nothing beside what is no capture', () => {
  const row = new Row();
  for (const capture of ['a', 'b']) row.add(saved(capture));
  expect(row.add(word({ tone: 'problem' })).count).toBeUndefined();
  expect(row.add(saved('c')).count).toBe('3 saved');
});

it('takes back the last first, each in its turn', () => {
  const row = new Row();
  for (const capture of ['a', 'b', 'c']) row.add(saved(capture));
  const next = (capture: string) => row.add(row.takeBack(capture, gone));
  expect(next('c')).toMatchObject({ tone: 'removed', count: '2 saved', undo: { capture: 'b' } });
  expect(next('b')).toMatchObject({ tone: 'removed', undo: { capture: 'a' } });
  expect(next('a')).toEqual(gone);
});

it('does not count what another took the place of', () => {
  const row = new Row();
  row.add(saved('a'));
  row.forget('a');
  expect(row.add(saved('b')).count).toBeUndefined();
  const back = word({ undo: { capture: 'a', label: 'Undo' } });
  expect(row.takeBack('b', back)).toEqual(back);
});
