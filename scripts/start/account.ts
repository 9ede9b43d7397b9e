import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Capture, Way } from '../../src/core/capture.ts';
import { rows } from '../../test/e2e/foil.ts';
import type { Training } from '../../test/servers/eyepop.ts';
import { readZip } from './read-zip.ts';
import type { Stage } from './stage.ts';
import { paint } from './step.ts';
import { PICTURES } from './tasks.ts';

const WAY_WORDS: Readonly<Record<Way, string>> = {
  frame: 'read in the page',
  background: 'fetched by Foil',
  opened: 'read in the page, opened by a rule',
  drawn: 'drawn from the page',
  screenshot: 'cut from the screen',
  file: 'given by hand',
};

/** What training makes of the three, if all is well. */
const EXPECTED = { positive: 'waits for labels', 'context-negative': 'labelled, empty', distractor: 'labelled, empty' };

/** Prints what there is now and where, and saves what the dataset counts. @throws when it is not what was meant */
export async function printAccount({ browser, eyepop }: Stage, zip: string, folder: string): Promise<void> {
  const captures = await rows(await browser.worker(), 'captures');
  const [dataset] = eyepop.datasets;
  const training = dataset && eyepop.training(dataset.uuid);
  if (!training) throw new Error('The stand-in has no dataset.');
  const entries = readZip(readFileSync(zip));
  writeFileSync(`${folder}/training.json`, `${JSON.stringify({ dataset: dataset.name, ...training }, null, 2)}\n`);

  printTable(
    ['image', 'tag', 'sha256', 'bytes', 'way', 'in training'],
    captures.map((capture) => line(capture, training)),
  );
  printTable(
    [zip, ''],
    entries.map(({ name, size }) => [shorten(name), count(size)]),
  );
  printTable(
    ['and beside it', ''],
    [
      ['training.json', 'what the dataset counts for training'],
      ['tagged.png', 'the screen after the third image'],
      ['exported.png', 'the export page'],
    ],
  );
  checkCaptures(captures, training);
  const exported = new Set(entries.map(({ sha256 }) => sha256));
  const lost = captures.find(({ sha256 }) => !exported.has(sha256));
  if (lost) throw new Error(`The export lacks the bytes of ${fileOf(lost)}.`);
  console.log('\nAll three are in the dataset, byte for byte as the server gave them.\n');
}

function line(capture: Capture, training: Training): string[] {
  const { tag, sha256, image, provenance } = capture;
  const words = [tag.replace('-', ' '), `${sha256.slice(0, 12)}…`, count(image.size), WAY_WORDS[provenance.way]];
  return [fileOf(capture), ...words, countedAs(sha256, training)];
}

function countedAs(sha256: string, training: Training): string {
  const has = (list: Training[keyof Training]) => list.some((asset) => asset.sha256 === sha256);
  if (has(training.labelledEmpty)) return 'labelled, empty';
  if (has(training.waitingForLabels)) return 'waits for labels';
  return 'not as meant';
}

function checkCaptures(captures: readonly Capture[], training: Training): void {
  for (const { file, tag } of PICTURES) {
    const sha256 = createHash('sha256')
      .update(readFileSync(`test/site/photos/${file}`))
      .digest('hex');
    const capture = captures.find((candidate) => candidate.sha256 === sha256);
    if (capture?.tag !== tag) throw new Error(`Foil does not hold ${file} as ${tag}, byte for byte.`);
    const counted = countedAs(sha256, training);
    if (counted !== EXPECTED[tag])
      throw new Error(`Training should count ${file} as “${EXPECTED[tag]}”: it is ${counted}.`);
  }
}

function fileOf({ provenance }: Capture): string {
  return new URL(provenance.imageUrl).pathname.split('/').at(-1) ?? provenance.imageUrl;
}

/** Names are hashes: their first digits say enough. */
function shorten(name: string): string {
  return name.replace(/([0-9a-f]{12})[0-9a-f]{52}/, '$1…');
}

function count(bytes: number): string {
  return bytes.toLocaleString('en');
}

/** Aligned columns; those of numbers to the right. */
function printTable(head: readonly string[], lines: readonly (readonly string[])[]): void {
  const widths = head.map((word, at) =>
    Math.max(...[head, ...lines].map((cells) => cells[at]?.length ?? 0), word.length),
  );
  const isNumber = (text: string) => /^[\d,]+$/.test(text);
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) =>
      isNumber(cell) || cell === 'bytes' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
    );
  console.log(`\n  ${paint('dim', row(head).join('   ').trimEnd())}`);
  for (const cells of lines) console.log(`  ${row(cells).join('   ').trimEnd()}`);
}
