import { describe, expect, test } from 'vitest';
import { isReserved, remarksOn } from './reserve.ts';
import { mergeRights, parseRights, RIGHTS_KINDS, type RightsKind, type RightsSignal } from './signal.ts';

const said = (kind: RightsKind, value = 'x', source: RightsSignal['source'] = 'page'): RightsSignal => ({
  kind,
  source,
  value,
});

describe('mergeRights', () => {
  test('says each thing once, by its first source', () => {
    const page = [said('creator', 'Ann'), said('licence', 'L')];
    const file = [said('creator', 'ANN', 'xmp'), said('creator', 'Bo', 'xmp'), said('credit', 'Ann', 'xmp')];
    expect(mergeRights(page, undefined, file)).toEqual([
      ...page,
      said('creator', 'Bo', 'xmp'),
      said('credit', 'Ann', 'xmp'),
    ]);
  });

  test('whatever a page says, it crowds out no reservation of the file', () => {
    const noise = Array.from({ length: 100 }, (_, n) => said('licence', `https://l.example/${n}`));
    const merged = mergeRights(noise, [said('no-ai', 'DMI-PROHIBITED-AIMLTRAINING', 'xmp')]);
    expect(merged).toHaveLength(24);
    expect(isReserved(merged)).toBe(true);
  });
});

describe('parseRights', () => {
  test.each<[string, unknown, readonly RightsSignal[]]>([
    ['what a frame found', [said('no-ai', 'noai')], [said('no-ai', 'noai')]],
    ['and that it says so with schema.org', [said('credit', 'A', 'schema.org')], [said('credit', 'A', 'schema.org')]],
    ['a header that a page made up', [said('licence', 'L', 'header')], [said('licence', 'L')]],
    ['an unknown kind', [{ kind: 'constructor', value: 'x' }], []],
    ['no value', [{ kind: 'licence' }, { kind: 'licence', value: ' ' }, { kind: 'licence', value: 7 }], []],
    ['no list', { 0: said('licence'), length: 1 }, []],
    ['nothing', undefined, []],
  ])('%s', (_, sent, read) => expect(parseRights(sent)).toEqual(read));

  test('of an answer, whatever it calls its source', () => {
    const sent = [said('no-ai', 'noai', 'xmp'), said('credit', 'A', 'schema.org')];
    expect(parseRights(sent, 'header').map(({ source }) => source)).toEqual(['header', 'header']);
  });

  test('keeps lengths that can be shown', () => {
    const sent = Array.from({ length: 10_000 }, (_, n) => said('licence', `${n}${'x'.repeat(10_000)}`));
    const read = parseRights(sent);
    expect(read).toHaveLength(24);
    expect(Math.max(...read.map(({ value }) => value.length))).toBe(500);
  });
});

describe('a remark', () => {
  test.each<[RightsKind, string, readonly string[]]>([
    ['no-ai', 'noai', ['reserved']],
    ['tdm-reserved', 'tdm-reservation: 1', ['reserved']],
    ['ai-made', 'algorithmicMedia', ['ai-made']],
    ['creative-commons', 'CC BY-NC 4.0', ['conditions']],
    ['creative-commons', 'CC BY-ND 4.0', ['conditions']],
    ['creative-commons', 'CC BY-NC-SA 3.0 DE', ['conditions']],
    ['creative-commons', 'CC BY-SA 4.0', []],
    ['creative-commons', 'CC0 1.0', []],
    ['licence', 'https://l.example/-NC', []],
    ['copyright', '© Ann, all rights reserved', []],
    ['creator', 'Ann', []],
    ['credit', 'Press', []],
  ])('on %s: %s', (kind, value, remarks) => expect(remarksOn([said(kind, value)])).toEqual(remarks));

  test('comes with the weightiest first, and not for nothing', () => {
    expect(remarksOn(undefined)).toEqual([]);
    const all = RIGHTS_KINDS.map((kind) => said(kind, 'CC BY-NC 4.0'));
    expect(remarksOn(all)).toEqual(['reserved', 'ai-made', 'conditions']);
    expect([isReserved(all), isReserved([said('ai-made')]), isReserved(undefined)]).toEqual([true, false, false]);
  });
});
