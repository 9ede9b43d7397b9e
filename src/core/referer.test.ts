import { describe, expect, it } from 'vitest';
import { refererFor } from './referer.ts';

const PAGE = 'https://page.example/path?query#fragment';
const FULL = 'https://page.example/path?query';
const ORIGIN = 'https://page.example/';
const PLAIN = 'http://page.example/path?query#fragment';

const SAME = 'https://page.example/image.png';
const CROSS = 'https://other.example/image.png';
const DOWN = 'http://other.example/image.png';

/** W3C Referrer Policy, 8.3: to the same origin, to another one, and from https to http. */
const POLICIES: readonly [string, string | undefined, string | undefined, string | undefined][] = [
  ['no-referrer', undefined, undefined, undefined],
  ['no-referrer-when-downgrade', FULL, FULL, undefined],
  ['same-origin', FULL, undefined, undefined],
  ['origin', ORIGIN, ORIGIN, ORIGIN],
  ['strict-origin', ORIGIN, ORIGIN, undefined],
  ['origin-when-cross-origin', FULL, ORIGIN, ORIGIN],
  ['strict-origin-when-cross-origin', FULL, ORIGIN, undefined],
  ['unsafe-url', FULL, FULL, FULL],
  ['', FULL, ORIGIN, undefined],
  ['unknown', FULL, ORIGIN, undefined],
  ['constructor', FULL, ORIGIN, undefined],
];

describe('refererFor', () => {
  it.each(POLICIES)('by the policy %j', (policy, same, cross, down) => {
    expect(refererFor(PAGE, SAME, policy)).toBe(same);
    expect(refererFor(PAGE, CROSS, policy)).toBe(cross);
    expect(refererFor(PAGE, DOWN, policy)).toBe(down);
  });

  it('takes the browsers’ default where none is said', () => {
    expect(refererFor(PAGE, SAME)).toBe(FULL);
    expect(refererFor(PAGE, CROSS)).toBe(ORIGIN);
  });

  it.each([
    ['another scheme is another origin, but no downgrade', PLAIN, SAME, 'http://page.example/'],
    ['from http to http', PLAIN, DOWN, 'http://page.example/'],
    ['another port is another origin', PAGE, 'https://page.example:8443/x', ORIGIN],
    ['a subdomain is another origin', PAGE, 'https://images.page.example/x', ORIGIN],
    [
      'a host is read without regard to case',
      'HTTPS://Page.Example/a',
      'https://page.example/x',
      'HTTPS://Page.Example/a',
    ],
    ['a fragment alone is cut', 'https://page.example/#a#b', SAME, ORIGIN],
  ])('%s', (_, page, image, expected) => expect(refererFor(page, image)).toBe(expected));

  it.each([
    ['about:blank', CROSS],
    ['blob:https://page.example/1', CROSS],
    ['data:text/html,x', CROSS],
    ['chrome-extension://id/page.html', CROSS],
    ['', CROSS],
    ['https://', CROSS],
    ['https://user:password@page.example/', CROSS],
    [PAGE, 'data:image/png;base64,AAAA'],
    [PAGE, 'blob:https://page.example/1'],
    [PAGE, 'javascript:alert(1)'],
  ])('says nothing from %s to %s', (page, image) => expect(refererFor(page, image, 'unsafe-url')).toBeUndefined());

  it.each([
    [4_096, 'the whole', true],
    [4_097, 'the origin alone', false],
  ])('of %i characters is %s (8.3, step 6)', (length, _, whole) => {
    const page = ORIGIN.padEnd(length, 'a');
    for (const policy of ['unsafe-url', 'same-origin', '']) {
      const sent = refererFor(`${page}#fragment`, SAME, policy);
      expect(sent === page).toBe(whole);
      expect(sent === ORIGIN).toBe(!whole);
    }
  });
});
