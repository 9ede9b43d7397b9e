import { describe, expect, it } from 'vitest';
import { readImage } from './image.ts';
import { png } from './test-client.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('readImage', () => {
  it.each([
    ['png', png(640, 480), 640, 480],
    ['gif', hex('474946383961 8002 e001'), 640, 480],
    ['jpeg', hex('ffd8 ffe00004 0000 ff ffc4 0003 00 ffc2 0011 08 01e0 0280 03'), 640, 480],
    ['webp', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 '), hex('00000000 000000 9d012a 8002 e001')]), 640, 480],
    ['webp', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8L'), hex('00000000 2f 7fc27700')]), 640, 480],
    ['webp', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X'), hex('00000000 00000000 7f0200 df0100')]), 640, 480],
    ['jpeg', hex('ffd8ff'), null, null],
    ['jpeg', hex('ffd8 ffd9'.concat(' 0000')), null, null],
  ])('reads the size of a %s', (kind, bytes, width, height) => {
    expect(readImage(bytes)).toEqual({ mime: `image/${kind}`, width, height });
  });

  it.each([['<html>'], [''], ['RIFF....WAVE']])('knows that %j is no image', (text) => {
    expect(readImage(Buffer.from(text))).toBeNull();
  });
});
