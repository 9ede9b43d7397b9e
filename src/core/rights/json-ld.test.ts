import { describe, expect, test } from 'vitest';
import { rightsOf } from './image-object.ts';
import { readJsonLd } from './json-ld.ts';

const PHOTO = 'https://images.example/a.jpg';
const isShown = (address: string) => address === PHOTO;
const said = (...scripts: unknown[]) =>
  rightsOf(
    scripts.flatMap((script) => readJsonLd(typeof script === 'string' ? script : JSON.stringify(script))),
    isShown,
  ).map(({ source, kind, value }) => `${source === 'schema.org' ? '' : source}${kind}: ${value}`);

const IMAGE = { '@context': 'https://schema.org/', '@type': 'ImageObject' };
const BY = 'https://creativecommons.org/licenses/by/4.0/';

describe('an ImageObject', () => {
  test.each<[string, unknown, string[]]>([
    [
      'with all that Google reads',
      {
        ...IMAGE,
        contentUrl: PHOTO,
        license: 'https://l.example/',
        acquireLicensePage: 'https://l.example/buy',
        creditText: 'Press',
        creator: { '@type': 'Person', name: 'Ann' },
        copyrightNotice: '© Ann',
      },
      [
        'licence: https://l.example/',
        'licence: https://l.example/buy',
        'credit: Press',
        'creator: Ann',
        'copyright: © Ann',
      ],
    ],
    [
      'with several creators',
      { ...IMAGE, creator: [{ name: 'Ann' }, 'Bo', { url: 'https://c.example/' }] },
      ['creator: Ann', 'creator: Bo', 'creator: https://c.example/'],
    ],
    ['with a licence that is an object', { ...IMAGE, license: { '@id': BY } }, ['creative-commons: CC BY 4.0']],
    [
      'made by a model',
      { ...IMAGE, digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' },
      ['ai-made: TrainedAlgorithmicMedia'],
    ],
    [
      'deep in an article',
      { '@graph': [{ '@type': 'NewsArticle', image: [{ ...IMAGE, license: BY }] }] },
      ['creative-commons: CC BY 4.0'],
    ],
    [
      'of several types',
      { '@type': ['Photograph', 'http://schema.org/ImageObject'], license: BY },
      ['creative-commons: CC BY 4.0'],
    ],
    [
      'whose creator is named elsewhere',
      {
        '@graph': [
          { ...IMAGE, creator: { '@id': '#ann' } },
          { '@id': '#ann', '@type': 'Person', name: 'Ann' },
        ],
      },
      ['creator: Ann'],
    ],
    ['in a list at the top', [[{ ...IMAGE, license: BY }]], ['creative-commons: CC BY 4.0']],
    ['that says nothing of rights', { ...IMAGE, contentUrl: PHOTO, name: 'A dog' }, []],
    ['of another type', { '@type': 'VideoObject', license: BY }, []],
    ['with markup', { ...IMAGE, creditText: '<img src=x onerror=alert(1)>' }, ['credit: <img src=x onerror=alert(1)>']],
    ['with values of no type', { ...IMAGE, license: 7, creator: [null, true, {}], creditText: '' }, []],
  ])('%s', (_, script, expected) => expect(said(script)).toEqual(expected));

  test('of several, the one that names the image counts', () => {
    const one = { ...IMAGE, contentUrl: 'https://images.example/b.jpg', license: 'https://b.example/' };
    const two = { ...IMAGE, thumbnail: { ...IMAGE, url: PHOTO }, license: 'https://a.example/' };
    expect(said(one, two)).toEqual(['licence: https://a.example/']);
    expect(said([one, { ...one, url: PHOTO }])).toEqual(['licence: https://b.example/']);
    expect(said(one, { ...two, thumbnail: undefined })).toEqual([]);
    expect(said(one)).toEqual(['licence: https://b.example/']);
  });
});

describe('a hostile script', () => {
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

  test.each<[string, string]>([
    ['no JSON', '{"@type": "ImageObject", license'],
    ['nothing', ''],
    ['a word', '"ImageObject"'],
    ['null', 'null'],
    ['a megabyte', JSON.stringify({ ...IMAGE, license: BY, x: 'x'.repeat(2 ** 20) })],
    ['lists in lists', nested('[', ']', 90_000)],
    ['objects in objects', `${nested('{"a":', '', 30_000)}1${'}'.repeat(30_000)}`],
    ['one that ends too early', '['.repeat(190_000)],
    [
      'with a prototype',
      '{"__proto__": {"@type": "ImageObject", "license": "https://evil.example/"}, "a": {"constructor": 1}}',
    ],
    ['behind many values', JSON.stringify([...Array(40_000).fill(0), { ...IMAGE, license: BY }])],
  ])('%s', (what, script) => {
    const started = performance.now();
    const found = said(script);
    expect(performance.now() - started).toBeLessThan(500);
    if (what !== 'with a prototype') expect(found).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'license')).toBe(false);
  });
});
