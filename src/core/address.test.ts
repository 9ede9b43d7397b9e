import { describe, expect, it } from 'vitest';
import { addressOf, sharesOrigin } from './address.ts';
import { clipAddress } from './limits.ts';

describe('addressOf', () => {
  it.each([
    ['https://a.example/x.png', 'https://a.example/x.png'],
    ['https://a.example/x.png?size=2#part#more', 'https://a.example/x.png?size=2'],
    ['HTTP://a.example/', 'HTTP://a.example/'],
    ['', undefined],
    ['data:image/png;base64,AAAA', undefined],
    ['blob:https://a.example/1', undefined],
    ['javascript:alert(1)//https://a.example', undefined],
    [clipAddress(`https://a.example/${'x'.repeat(9_000)}`), undefined],
  ])('%.60s', (url, address) => expect(addressOf(url)).toBe(address));
});

describe('sharesOrigin', () => {
  it.each([
    ['https://a.example/x.png', 'https://A.example', true],
    ['https://a.example:8443/x.png', 'https://a.example/', false],
    ['http://a.example/x.png', 'https://a.example/', false],
    ['https://a.example.evil/x.png', 'https://a.example/', false],
    ['https://a.example/', 'about:blank', false],
    ['about:blank', 'about:blank', false],
  ])('%s and %s', (one, other, same) => expect(sharesOrigin(one, other)).toBe(same));
});
