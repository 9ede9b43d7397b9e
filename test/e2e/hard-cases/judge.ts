import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Capture } from '../../../src/core/capture.ts';
import messages from '../../../src/public/_locales/en/messages.json' with { type: 'json' };
import { PHOTOS, pictureOf } from '../../servers/hard-cases/pictures.ts';
import { type Realm, rows } from '../foil.ts';
import { until } from '../harness/until.ts';
import type { Driver } from './driver.ts';
import { distances, SAME_LOOKS } from './looks.ts';
import type { Report } from './report.ts';
import { type Expected, expectedIn, type Row } from './row.ts';

/** Ways that are tried one after the other can each take a while; what says nothing after this is silent. In ms. */
const PATIENCE = 20_000;

export async function judge(driver: Driver, row: Row, report: Report): Promise<void> {
  await driver.open(row);
  await judgeOpen(driver, row, report);
}

/** For a page that is open already. */
export async function judgeOpen(driver: Driver, row: Row, report: Report): Promise<void> {
  const before = await idsOf(driver.foil);
  await driver.point(row);
  await judgeOutcome(driver, row, { before, report });
}

export async function idsOf(foil: Realm): Promise<ReadonlySet<string>> {
  return new Set((await rows(foil, 'captures')).map(({ id }) => id));
}

interface Around {
  /** The captures that there were already. */
  readonly before: ReadonlySet<string>;
  readonly report: Report;
}

/** A wrong image is worse than none, and silence worse than a word: each is looked for before anything else is asked. */
export async function judgeOutcome(driver: Driver, row: Row, { before, report }: Around): Promise<void> {
  const word = await until('a word', () => driver.readWord(), PATIENCE).catch(() => '');
  report.note(row, word === '' ? 'silent' : 'told');
  const made = (await rows(driver.foil, 'captures')).filter(({ id }) => !before.has(id));
  const expected = expectedIn(driver.browser, row);
  for (const capture of made) await judgeCapture(driver, capture, { row, expected, report });
  expect(word).toContain('word' in expected ? wordsOf(expected.word) : messages.saved_positive.message);
  expect(made).toHaveLength('word' in expected ? 0 : 1);
  if ('word' in expected) report.note(row, 'impossible');
  const { offers = '' } = row;
  await until(`the offer of ${offers}`, async () => (await driver.readWord()).includes(offers));
}

interface Judged {
  readonly row: Row;
  readonly expected: Expected;
  readonly report: Report;
}

async function judgeCapture({ foil }: Driver, capture: Capture, { row, expected, report }: Judged): Promise<void> {
  const isRight = await shows(foil, capture, row, expected);
  report.note(row, isRight ? 'right' : 'wrong');
  const { imageUrl, way } = capture.provenance;
  expect(isRight, `${way} brought the image that was meant, and not ${imageUrl}`).toBe(true);
  expect(way).toBe('way' in expected && expected.way);
}

async function shows(foil: Realm, { sha256 }: Capture, { page }: Row, expected: Expected): Promise<boolean> {
  if ('word' in expected) return false;
  if ('picture' in expected) return sha256 === hash(pictureOf(page, expected.picture));
  const others = PHOTOS.filter((photo) => photo !== expected.looks && !photo.startsWith('tortoiseshell'));
  const pictures = [expected.looks, ...others].map((photo) => pictureOf(page, photo));
  const [meant = 255, ...away] = await distances(foil, sha256, pictures);
  return meant <= SAME_LOOKS && away.every((distance) => distance > 2 * SAME_LOOKS);
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The words of a message without what is filled in. */
function wordsOf(key: keyof typeof messages): string {
  return messages[key].message.replace(/ ?\(?\$1\)?\.?/, '');
}
