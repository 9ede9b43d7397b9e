import { describe, expect, it } from 'vitest';
import { pick, randomFrom } from '../../test/random.ts';
import { keeperOf } from './keeper.ts';

const copy = (createdAt: string, id: string) => ({ createdAt, receipt: { id } });

describe('keeperOf', () => {
  it.each([
    ['the older', [copy('2026-02-01', 'a'), copy('2026-01-01', 'b')], 'b'],
    ['the smaller id of one moment', [copy('2026-01-01', 'b'), copy('2026-01-01', 'a')], 'a'],
    ['by code units, as on every machine', [copy('2026', 'a'), copy('2026', 'B'), copy('2026', 'ä')], 'B'],
    ['one without a date before all', [copy('2026', 'a'), copy('', 'b')], 'b'],
    ['the only one', [copy('2026', 'a')], 'a'],
    ['none of none', [], undefined],
  ])('is %s', (_, copies, id) => expect(keeperOf(copies)?.receipt.id).toBe(id));

  it('is the same for everybody, in whatever order they see the copies', () => {
    const random = randomFrom(7);
    for (let trial = 0; trial < 200; trial++) {
      const copies = Array.from({ length: 6 }, (_, index) =>
        copy(pick(['', '2026-01', '2026-02'], random), `${index % 4}`),
      );
      const shuffled = copies.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
      const keeper = keeperOf(shuffled.map(({ one }) => one));
      expect(keeper).toEqual(keeperOf(copies));
      for (const { createdAt, receipt } of copies)
        expect(`${keeper?.createdAt} ${keeper?.receipt.id}` <= `${createdAt} ${receipt.id}`).toBe(true);
    }
  });

  it('leaves the list as it is', () => {
    const copies = [copy('b', '1'), copy('a', '2')];
    keeperOf(Object.freeze(copies));
    expect(copies.map(({ createdAt }) => createdAt)).toEqual(['b', 'a']);
  });
});
