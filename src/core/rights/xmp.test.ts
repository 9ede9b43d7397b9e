import { describe, expect, test } from 'vitest';
import { rightsInXmp } from './xmp.ts';

const NAMESPACES = Object.entries({
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  cc: 'http://creativecommons.org/ns#',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
})
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

const said = (inside: string, attributes = '') =>
  rightsInXmp(`<rdf:RDF ${NAMESPACES}><rdf:Description ${attributes}>${inside}</rdf:Description></rdf:RDF>`).map(
    ({ kind, value }) => `${kind}: ${value}`,
  );

const li = (...texts: string[]) => texts.map((text) => `<rdf:li>${text}</rdf:li>`).join('');

describe('a property is read', () => {
  test.each<[form: string, inside: string, attributes: string, said: string[]]>([
    ['as an element', '<dc:rights>© A</dc:rights>', '', ['copyright: © A']],
    ['as an attribute', '', 'dc:rights="© A"', ['copyright: © A']],
    ['in single quotes', '', 'dc:rights=\'© "A"\'', ['copyright: © "A"']],
    ['as a resource', '<cc:license rdf:resource="https://l.example/"/>', '', ['licence: https://l.example/']],
    ['of alternatives the first', `<dc:rights><rdf:Alt>${li('A', 'B')}</rdf:Alt></dc:rights>`, '', ['copyright: A']],
    ['of a bag all', `<dc:creator><rdf:Bag>${li('A', 'B')}</rdf:Bag></dc:creator>`, '', ['creator: A', 'creator: B']],
    [
      'of a sequence ten',
      `<dc:creator><rdf:Seq>${li(...'abcdefghijklm')}</rdf:Seq></dc:creator>`,
      '',
      [...'abcdefghij'].map((name) => `creator: ${name}`),
    ],
    [
      'in another structure',
      '<plus:Licensor><rdf:Bag><rdf:li><plus:LicensorURL>https://l.example/</plus:LicensorURL></rdf:li></rdf:Bag></plus:Licensor>',
      '',
      ['licence: https://l.example/'],
    ],
    ['in CDATA', '<dc:rights><![CDATA[<b>© A</b>]]></dc:rights>', '', ['copyright: <b>© A</b>']],
    [
      'without the comments in it',
      '<dc:rights>A<!-- no <dc:creator>x</dc:creator> -->B</dc:rights>',
      '',
      ['copyright: AB'],
    ],
    [
      'by its namespace alone',
      '<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">A</x:creator><dc:creator xmlns:dc="urn:other">B</dc:creator>',
      '',
      ['creator: A'],
    ],
    ['not when it is empty', '<dc:rights> <rdf:Alt><rdf:li/></rdf:Alt></dc:rights><dc:creator/>', 'dc:rights=""', []],
    ['not when it is of no interest', '<dc:title>A</dc:title>', 'dc:subject="B"', []],
  ])('%s', (_, inside, attributes, expected) => expect(said(inside, attributes)).toEqual(expected));
});

describe('a value is text', () => {
  test.each([
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['<b onclick="x()">A</b> and <i>B</i>', 'A and B'],
    ['A &amp; B &quot;C&quot; &apos;D&apos;', `A & B "C" 'D'`],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#169; &#xA9; &#x1F415;', '© © 🐕'],
    ['&#0;&#xD800;&#x110000;&unknown;&#;', '&#0;&#xD800;&#x110000;&unknown;&#;'],
    ['two\n   lines\u0000\u0007', 'two lines'],
    ['x'.repeat(5_000), `${'x'.repeat(499)}…`],
  ])('%j', (written, read) => expect(said(`<dc:rights>${written}</dc:rights>`)).toEqual([`copyright: ${read}`]));
});

describe('what is malformed ends early, and nothing throws', () => {
  test.each([
    ['no end', '<dc:rights>© A'],
    ['no end of a tag', '<dc:rights'],
    ['no end of a value', '<dc:rights x="'],
    ['no end of a comment', '<!-- <dc:rights>A</dc:rights>'],
    ['more ends than starts', '</dc:rights></dc:rights></dc:rights>'],
    ['attributes that are none', '<dc:rights = "A" "B" c>A</dc:rights>'],
    ['nothing', ''],
    ['no markup', 'dc:rights="A"'],
    ['a doctype with a bomb', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
  ])('%s', (_, written) => expect(rightsInXmp(written)).toEqual([]));

  test('a crossed end closes what is open', () => {
    expect(said('<dc:rights>A</dc:creator>B</dc:rights>')).toEqual(['copyright: A']);
  });
});

test.each([
  ['starts', '<dc:rights>'],
  ['unfinished values', '<dc:rights a="'],
  ['unfinished comments', '<!--'],
  ['brackets', '<'],
  ['spaces', `<a${' '.repeat(1_000)}`],
  ['attributes', '<a b="c" '],
  ['references', '&#1;&'],
  ['properties', '<dc:rights>A</dc:rights>'],
])('4 MB of %s take no more than linear time, and little is kept of them', (_, piece) => {
  const started = performance.now();
  const found = rightsInXmp(`<r ${NAMESPACES}>${piece.repeat((4 << 20) / piece.length)}`);
  expect(found.length).toBeLessThanOrEqual(100);
  expect(performance.now() - started).toBeLessThan(2_000);
});
