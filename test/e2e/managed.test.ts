import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { askFoil, rows } from './foil.ts';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { until } from './harness/until.ts';
import { CHROMIUM } from './session.ts';

/** A lab prescribes a project by a policy file, as Chromium for Linux reads it. Needs the right to write that file. */

const FOLDER = '/etc/chromium/policies/managed';
const FILE = `${FOLDER}/foil-test.json`;

const PRESCRIBED = {
  name: 'Lab cats',
  target: 'cat',
  rights: 'refuse',
  recipe: { positive: 10, 'context-negative': 3, distractor: 2 },
  destination: {
    id: 'eyepop',
    options: { dataset: '0123456789abcdef0123456789abcdef', key: 'a secret has no place here' },
  },
};

let browser: Chromium | undefined;

afterEach(async () => {
  await browser?.close();
  rmSync(FILE, { force: true });
});

function prescribe(id: string, settings: object): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
}

async function extensionId(): Promise<string> {
  const probe = await launchChromium({ extension: CHROMIUM });
  await probe.close();
  return probe.extensionId;
}

test('a prescribed project is there from the start, is locked, and holds no secret', async () => {
  prescribe(await extensionId(), { projects: [PRESCRIBED] });
  browser = await launchChromium({ extension: CHROMIUM });
  const foil = await browser.openPage('src/options/index.html');
  await until('the prescribed project', async () => (await rows(foil, 'projects')).some(({ managed }) => managed));
  const project = (await rows(foil, 'projects')).find(({ managed }) => managed);
  expect(project).toMatchObject({ name: 'Lab cats', target: 'cat', rights: 'refuse', recipe: PRESCRIBED.recipe });
  expect(project?.destination.options).toEqual({
    base: 'https://compute.eyepop.ai',
    dataset: PRESCRIBED.destination.options.dataset,
  });
  const change = {
    id: project?.id ?? '',
    name: 'Mine now',
    target: 'dog',
    destination: { id: 'browser', options: {} },
  };
  await expect(askFoil(foil, 'saveProject', change)).rejects.toThrow('managed');
  const prescribed = { id: project?.id ?? '', name: 'Lab cats', target: 'cat', destination: PRESCRIBED.destination };
  await expect(askFoil(foil, 'saveProject', { ...prescribed, rights: 'record' })).rejects.toThrow('managed');
  await expect(askFoil(foil, 'removeProject', project?.id ?? '')).rejects.toThrow('managed');
});
