import { describe, expect, it } from 'vitest';
import { foundByAddress, isImageAddress, parseFound } from './found.ts';
import { LIMITS } from './limits.ts';

const URL = 'https://images.example/a.png';
const WHOLE = {
  key: 'image 1',
  kind: 'image' as const,
  url: URL,
  width: 640,
  height: 480,
  alt: 'A dog',
  caption: 'Our dog',
  linkUrl: 'https://pages.example/dog',
  title: 'Dogs',
  frameUrl: 'https://pages.example/',
  referrerPolicy: 'origin',
  readable: true,
  decoded: true,
  larger: ['https://images.example/a-2x.png'],
  rights: [{ kind: 'licence' as const, source: 'page' as const, value: 'https://licence.example/' }],
};
const HUGE = 'x'.repeat(1_000_000);

describe('parseFound', () => {
  it('reads what a frame found', () => expect(parseFound(WHOLE)).toEqual(WHOLE));

  it('takes what is missing for unknown', () => {
    const bare = foundByAddress(URL, '');
    expect(parseFound({ url: URL })).toEqual(bare);
  });

  it.each([
    [undefined],
    [null],
    [''],
    [URL],
    [[URL]],
    [{}],
    [{ url: null }],
    [{ url: [URL] }],
    [{ url: { toString: () => URL } }],
    [{ url: '' }],
    [{ url: HUGE }],
    [{ URL }],
    [() => ({ url: URL })],
    [JSON.parse(`[{"__proto__": {"url": "${URL}"}}]`)],
  ])('knows what is no finding (%#)', (value) => expect(parseFound(value)).toBeUndefined());

  it('keeps of everything the type and a length it can hold', () => {
    const parsed = parseFound({ ...WHOLE, alt: HUGE, title: HUGE, frameUrl: HUGE, referrerPolicy: HUGE });
    expect(parsed?.alt).toHaveLength(LIMITS.text);
    expect(parsed?.title).toHaveLength(LIMITS.text);
    expect(parsed?.frameUrl).toHaveLength(LIMITS.address);
    expect(parsed?.referrerPolicy).toHaveLength(40);
  });

  it.each([
    ['width', Number.NaN, 0],
    ['width', Number.POSITIVE_INFINITY, 0],
    ['width', '640', 0],
    ['height', { valueOf: (): number => 480 }, 0],
    ['alt', 7, ''],
    ['title', ['Dogs'], ''],
    ['frameUrl', { href: 'x' }, ''],
    ['referrerPolicy', null, ''],
    ['readable', 'true', false],
    ['readable', 1, false],
  ])('believes no %s of the wrong type: %j', (key, value, expected) => {
    expect(parseFound({ ...WHOLE, [key]: value })).toEqual({ ...WHOLE, [key]: expected });
  });

  it('takes over nothing that it does not know', () => {
    const value: unknown = JSON.parse(
      `{"url": "${URL}", "__proto__": {"readable": true}, "constructor": 1, "extra": 1}`,
    );
    const parsed = parseFound(value);
    expect(Object.keys(parsed ?? {}).sort()).toEqual(Object.keys(WHOLE).sort());
    expect(parsed?.readable).toBe(false);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });
});

describe('isImageAddress', () => {
  it.each([
    [URL],
    ['HTTP://images.example/a'],
    ['data:image/png;base64,AAAA'],
    [`data:image/png;base64,${HUGE}`],
    ['blob:https://pages.example/1'],
    [URL.padEnd(LIMITS.address, 'x')],
  ])('takes %.40s', (url) => expect(isImageAddress(url)).toBe(true));

  it.each([
    [''],
    ['javascript:alert(1)'],
    ['JavaScript:alert(1)'],
    [' javascript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['file:///etc/passwd'],
    ['chrome://settings/'],
    ['chrome-extension://id/a.png'],
    ['moz-extension://id/a.png'],
    ['about:blank'],
    ['view-source:https://images.example'],
    ['filesystem:https://images.example/a.png'],
    ['ftp://images.example/a.png'],
    ['//images.example/a.png'],
    ['/a.png'],
    ['a https://images.example'],
    [URL.padEnd(LIMITS.address + 1, 'x')],
    [`blob:${HUGE}`],
  ])('refuses %.40j', (url) => expect(isImageAddress(url)).toBe(false));
});
