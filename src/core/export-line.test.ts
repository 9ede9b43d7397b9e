import { describe, expect, test } from 'vitest';
import type { Capture } from './capture.ts';
import { exportLine, exportPath } from './export-line.ts';

const project = { name: 'Dogs', target: 'dog' };

function capture(over: Partial<Capture> = {}, title = 'A dog'): Capture {
  return {
    id: '01J00000000000000000000000',
    project: 'p',
    sha256: 'ab'.repeat(32),
    tag: 'positive',
    history: [{ tag: 'positive', at: 0 }],
    collector: 'c',
    createdAt: 1_700_000_000_000,
    image: { mediaType: 'image/jpeg', extension: 'jpg', width: 40, height: 30, size: 1_234 },
    provenance: {
      imageUrl: 'https://a.example/dog.jpg',
      pageUrl: 'https://a.example/',
      frameUrl: 'https://a.example/',
      title,
      alt: '',
      taggedAt: 1_700_000_000_000,
      way: 'background',
      status: 200,
    },
    removed: false,
    sync: { attempts: 0 },
    ...over,
  };
}

const parsed = (over?: Partial<Capture>) => JSON.parse(exportLine(capture(over), project));

describe('exportPath', () => {
  test.each([
    ['positive', 'positives'],
    ['context-negative', 'negatives'],
    ['distractor', 'negatives'],
  ] as const)('%s goes to %s', (tag, folder) => {
    expect(exportPath(capture({ tag }))).toBe(`${folder}/${'ab'.repeat(32)}.jpg`);
  });

  test.each(['../../x', 'JPG ', 'tar.gz', '', 'jpg\n'])('an extension like %j becomes bin', (extension) => {
    const path = exportPath(capture({ image: { ...capture().image, extension } }));
    expect(path).toBe(`positives/${'ab'.repeat(32)}.bin`);
  });

  test('a row without a hash names no path of its own', () => {
    expect(exportPath(capture({ sha256: '../../etc/passwd' }))).toBe('positives/unknown.jpg');
  });
});

describe('exportLine', () => {
  test.each([
    '<script>alert("1")</script>',
    'two\nlines\r\nand \u2028 more',
    `quotes " ' \` and \\ backslashes`,
    'emoji 🐕 and a lone \ud83d',
    '{"file_name": "../x"}',
    '',
  ])('a title like %j survives on one line', (title) => {
    const line = exportLine(capture({}, title), project);
    expect(line).not.toMatch(/[\n\r]/);
    expect(JSON.parse(line).provenance.title).toBe(title);
  });

  test('file_name comes first, and every line has the same keys', () => {
    const keys = Object.keys(parsed());
    expect(keys[0]).toBe('file_name');
    const failed = parsed({ tag: 'distractor', sync: { attempts: 3, failure: { kind: 'refused', fact: 'HTTP 413' } } });
    expect(Object.keys(failed)).toEqual(keys);
    expect(Object.keys(failed.sync)).toEqual(Object.keys(parsed().sync));
  });

  test('what is known of a part, a frame and of rights is written, and its absence too', () => {
    const region = { x: 0.1, y: 0.2, width: 0.5, height: 0.25 };
    const right = { kind: 'no-ai', source: 'xmp', value: '"<b>noai' } as const;
    const known = { caption: 'Our dog', linkUrl: 'https://me@a.example/dog', moment: 1.5, way: 'drawn' } as const;
    const provenance = { ...capture().provenance, ...known, rights: [right] };
    const line = parsed({ regions: [region], provenance });
    expect(line).toMatchObject({ regions: [region], provenance: { rights: [right], form: 're-encoded', moment: 1.5 } });
    expect(line.provenance).toMatchObject({ caption: 'Our dog', link_url: 'https://a.example/dog' });
    const bare = parsed();
    expect(Object.keys(bare.provenance)).toEqual(Object.keys(line.provenance));
    expect(bare).toMatchObject({ regions: [], provenance: { rights: [], form: 'original', moment: null } });
    expect(bare.provenance).toMatchObject({ caption: '', link_url: '' });
  });

  test('a negative says so, whichever kind it is', () => {
    expect(parsed({ tag: 'distractor' })).toMatchObject({ label: 'negative', tag: 'distractor', target: 'dog' });
    expect(parsed()).toMatchObject({ label: 'positive', tag: 'positive', created_at: '2023-11-14T22:13:20.000Z' });
  });

  test('the receipt is named, the place it came from is not', () => {
    const receipt = {
      place: 'eyepop https://secret.example x',
      id: 'asset-1',
      tag: 'positive',
      brought: true,
    } as const;
    const line = exportLine(capture({ sync: { attempts: 0, receipt } }), project);
    expect(JSON.parse(line).sync).toEqual({
      standing: 'synced',
      receipt_id: 'asset-1',
      receipt_tag: 'positive',
      failure: null,
    });
    expect(line).not.toContain('secret.example');
  });

  test.each([
    ['https://me:pass@a.example/x.jpg', 'https://a.example/x.jpg'],
    ['https://me@a.example', 'https://a.example'],
    ['https://a.example/@me?mail=b@c', 'https://a.example/@me?mail=b@c'],
    ['data:image/png;base64,…', 'data:image/png;base64,…'],
  ])('%s is written as %s', (imageUrl, written) => {
    expect(parsed({ provenance: { ...capture().provenance, imageUrl } }).provenance.image_url).toBe(written);
  });

  test('a time that is none stops nothing', () => {
    expect(parsed({ createdAt: Number.NaN }).created_at).toBeNull();
  });
});
