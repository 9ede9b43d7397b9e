import { describe, expect, test } from 'vitest';
import { rightsInPhotoshop } from './iptc.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

function dataset(number: number, text: string, record = 2): Uint8Array {
  return join(Uint8Array.of(0x1c, record, number, text.length >> 8, text.length & 0xff), latin1(text));
}

function resource(id: number, data: Uint8Array, name = ''): Uint8Array {
  const title = latin1(name);
  const padName = title.length % 2 === 0 ? [0] : [];
  const size = [0, 0, data.length >> 8, data.length & 0xff];
  const head = Uint8Array.of(id >> 8, id & 0xff, title.length, ...title, ...padName, ...size);
  return join(latin1('8BIM'), head, data, new Uint8Array(data.length % 2));
}

const IPTC = 0x0404;
const said = (bytes: Uint8Array) => rightsInPhotoshop(bytes).map(({ kind, value }) => `${kind}: ${value}`);
const RIGHTS = join(dataset(80, 'Ann'), dataset(110, 'Press'), dataset(116, '(c) Ann'));
const ALL = ['creator: Ann', 'credit: Press', 'copyright: (c) Ann'];

describe('IPTC in Photoshop’s resources', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['alone', resource(IPTC, RIGHTS), ALL],
    [
      'behind others, of odd lengths and with names',
      join(resource(0x03ed, latin1('abc'), 'x'), resource(1, latin1('z'), 'two'), resource(IPTC, RIGHTS, 'n')),
      ALL,
    ],
    [
      'with datasets of other kinds',
      resource(IPTC, join(dataset(90, '\x1b%G', 1), dataset(120, 'caption'), RIGHTS, dataset(80, 'no', 3))),
      ALL,
    ],
    ['in a resource of another number', resource(0x0405, RIGHTS), []],
    ['with an empty by-line', resource(IPTC, join(dataset(80, ''), dataset(80, ' \0'))), []],
    [
      'with markup for a name',
      resource(IPTC, dataset(80, '<img src=x onerror=alert(1)>')),
      ['creator: <img src=x onerror=alert(1)>'],
    ],
    [
      'with a stray byte between datasets',
      resource(IPTC, join(dataset(80, 'Ann'), Uint8Array.of(0), dataset(110, 'Press'))),
      ['creator: Ann'],
    ],
    [
      'with an extended dataset',
      resource(IPTC, join(dataset(80, 'Ann'), Uint8Array.of(0x1c, 2, 80, 0x80, 4, 0, 0, 0, 1, 65))),
      ['creator: Ann'],
    ],
    [
      'with a dataset longer than all',
      resource(IPTC, join(dataset(80, 'Ann'), Uint8Array.of(0x1c, 2, 110, 0x7f, 0xff, 65))),
      ['creator: Ann'],
    ],
    [
      'with a resource longer than all',
      join(latin1('8BIM'), Uint8Array.of(4, 4, 0, 0, 0x7f, 0xff, 0xff, 0xff), RIGHTS),
      ALL,
    ],
    ['that is none', latin1('8BIX'), []],
  ])('%s', (_, bytes, expected) => expect(said(bytes)).toEqual(expected));

  test('cut off anywhere, no text of it is half', () => {
    const whole = resource(IPTC, RIGHTS);
    for (let length = 0; length <= whole.length; length++) {
      const found = said(whole.subarray(0, length));
      expect(found).toEqual(ALL.slice(0, found.length));
    }
  });

  test('a text of 32 KB is cut', () => {
    expect(said(resource(IPTC, dataset(116, 'x'.repeat(30_000))))).toEqual([`copyright: ${'x'.repeat(499)}…`]);
  });
});
