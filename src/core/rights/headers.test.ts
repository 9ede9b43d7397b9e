import { describe, expect, test } from 'vitest';
import { rightsInHeaders } from './headers.ts';

type Headers = Readonly<Record<string, string>>;
const saidBy = (headers: Headers) =>
  rightsInHeaders((name) => headers[name] ?? null).map(({ source, kind, value }) => `${source} ${kind}: ${value}`);

describe('headers', () => {
  test.each<[Headers, string[]]>([
    [{}, []],
    [{ 'x-robots-tag': 'noai' }, ['header no-ai: noai']],
    [{ 'x-robots-tag': 'noai, noimageai' }, ['header no-ai: noai, noimageai']],
    [{ 'x-robots-tag': 'NoIndex,NOIMAGEAI' }, ['header no-ai: noimageai']],
    [{ 'x-robots-tag': 'otherbot: noindex, nofollow, mybot: noai' }, ['header no-ai: noai']],
    [{ 'x-robots-tag': 'unavailable_after: 25 Jun 2030 15:00:00 PST, noai' }, ['header no-ai: noai']],
    [{ 'x-robots-tag': 'noindex, noairbrush, nonoai' }, []],
    [{ 'tdm-reservation': '1' }, ['header tdm-reserved: tdm-reservation: 1']],
    [{ 'tdm-reservation': '0', 'tdm-policy': 'https://p.example/' }, []],
    [{ 'tdm-policy': 'https://p.example/' }, []],
    [
      { 'tdm-reservation': ' 1 ', 'tdm-policy': 'https://p.example/tdm.json' },
      ['header tdm-reserved: tdm-reservation: 1; tdm-policy: https://p.example/tdm.json'],
    ],
    [{ link: '<https://l.example/>; rel=license' }, ['header licence: https://l.example/']],
    [
      { link: '<https://creativecommons.org/licenses/by-nc/4.0/>; rel="license"; title="a, b; rel=next"' },
      ['header creative-commons: CC BY-NC 4.0'],
    ],
    [
      { link: '</style.css>; rel=preload; as=style, <https://l.example/>; REL="shortlink License"' },
      ['header licence: https://l.example/'],
    ],
    [{ link: '<https://l.example/>; rel=next; rel=license' }, []],
    [{ link: '<https://a.example/?a,b;c>; rel=license,<x>' }, ['header licence: https://a.example/?a,b;c']],
    [{ link: '<https://l.example/' }, []],
    [{ link: 'rel=license' }, []],
    [{ link: '<<<>>>;;;===,,,"' }, []],
  ])('%j', (headers, said) => expect(saidBy(headers)).toEqual(said));

  test.each([
    ['links', '<a>; rel=license, '],
    ['parameters', '<a>; rel="'],
    ['spaces', `<a>${' '.repeat(999)}`],
    ['escapes', '<a>; t="\\'],
  ])('a megabyte of %s takes no time, and little of it is kept', (_, piece) => {
    const started = performance.now();
    const long = piece.repeat(2 ** 20 / piece.length);
    expect(saidBy({ link: long, 'x-robots-tag': long, 'tdm-reservation': long }).length).toBeLessThanOrEqual(4);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
