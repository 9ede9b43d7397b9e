import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { button, choice, field, region, say, text, type, type Word } from './controls.ts';
import { dashboardAddress, datasetNamed, type EyePopForm, fillEyePop } from './eyepop-form.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, type Session, startSession } from './session.ts';
import { tagEach } from './tag-each.ts';

/** Options: "Test connection" says what is there, or exactly what is wrong; and the question about several labels. */

let session: Session;
let eyepop: EyePopServer;
let goneOrigin: string;
let page: Page;

beforeAll(async () => {
  const datasets = [
    { name: 'Cats', labels: ['cat'] },
    { name: 'Dogs alone', labels: ['dog'] },
    { name: 'Denied', labels: ['cat', 'dog'] },
    { name: 'Not denied', labels: ['cat', 'dog'] },
    { name: 'Classes', labels: ['cat'], task: 'image_classification' as const },
    { name: 'Theirs', labels: ['cat'], accountUuid: 'f'.repeat(32) },
  ];
  const gone = await startEyePop();
  await gone.close();
  goneOrigin = gone.origin;
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
});

afterEach(() => page?.close());

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function openOptions(hash: string): Promise<void> {
  page = await session.browser.openPage(`src/options/index.html${hash}`);
  await page.bringToFront();
}

const account = () => eyepop.accountUuid;
const key = () => eyepop.apiKey;
const dataset = (name: string) => dashboardAddress(eyepop, datasetNamed(eyepop, name));

type Wrong = [what: string, typed: () => Partial<EyePopForm>, problem: Word, remedy: Word, fact?: string];

const WRONGS: Wrong[] = [
  ['no key', () => ({ dataset: dataset('Cats') }), 'failure_key_missing', 'remedy_key_missing'],
  ['a wrong key', () => ({ key: 'eyp_other', dataset: dataset('Cats') }), 'failure_key_refused', 'remedy_key_refused'],
  ['no dataset', () => ({ key: key(), account: account() }), 'failure_dataset_unchosen', 'remedy_dataset_unchosen'],
  ['no account', () => ({ key: key() }), 'options_test_refused', 'options_test_refused_detail', 'HTTP 422'],
  ['no such account', () => ({ key: key(), account: 'a1' }), 'failure_forbidden', 'remedy_forbidden', 'HTTP 403'],
  [
    'a dataset that is gone',
    () => ({ key: key(), dataset: dashboardAddress(eyepop, '0'.repeat(32)) }),
    'failure_dataset_missing',
    'remedy_dataset_missing',
  ],
  [
    'somebody else’s dataset',
    () => ({ key: key(), dataset: datasetNamed(eyepop, 'Theirs') }),
    'failure_forbidden',
    'remedy_forbidden',
    'HTTP 403',
  ],
  [
    'a dataset for classification',
    () => ({ key: key(), dataset: dataset('Classes') }),
    'failure_negative_form_unknown',
    'remedy_negative_form_unknown',
  ],
  [
    'nobody there',
    () => ({ key: key(), base: goneOrigin, dataset: dataset('Cats') }),
    'failure_unreachable',
    'remedy_unreachable',
  ],
];

test.each(WRONGS)('%s: says so, and what to do', async (_what, typed, problem, remedy, fact = '') => {
  await openOptions('#new');
  await type(field(page, 'options_target'), 'cat');
  await fillEyePop(page, { base: eyepop.origin, ...typed() });
  await button(page, 'options_test').click();
  const card = region(page, 'options_destination');
  const notice = card.getByRole(problem === 'failure_dataset_unchosen' ? 'status' : 'alert');
  await notice.waitFor();
  expect(await notice.textContent()).toBe(`${say(problem, fact)}${say(remedy)}`);
  expect(await text(card, 'options_found_link').count()).toBe(0);
});

test('without a dataset, or with one that is gone, the list is there to choose from', async () => {
  await openOptions('#new');
  await type(field(page, 'options_target'), 'cat');
  await fillEyePop(page, { base: eyepop.origin, key: key(), dataset: dashboardAddress(eyepop, '0'.repeat(32)) });
  await button(page, 'options_test').click();
  await page.getByRole('radio', { name: 'Cats' }).check();
  await button(page, 'options_test').click();
  await text(page, 'options_found', 'Cats').waitFor();
  const link = page.getByRole('link', { name: say('options_found_link') });
  expect(await link.getAttribute('href')).toBe(dataset('Cats'));
  expect(await text(page, 'failure_dataset_missing').count()).toBe(0);
  expect(eyepop.assets(datasetNamed(eyepop, 'Cats'))).toEqual([]);
});

test('a dataset that has not the target among its labels: says that too', async () => {
  await openOptions('#new');
  await type(field(page, 'options_target'), 'cat');
  await fillEyePop(page, { base: eyepop.origin, key: key(), dataset: dataset('Dogs alone') });
  await button(page, 'options_test').click();
  await text(page, 'options_found_no_target').waitFor();
});

test.each([
  'http://example.com',
  'https://me:secret@compute.eyepop.ai',
  'http://127.0.0.1.example.com',
  'javascript:alert(1)',
])('%s is no address for a key: neither tried nor saved', async (address) => {
  await openOptions('#new');
  await type(field(page, 'options_target'), 'cat');
  await type(field(page, 'options_name'), 'Unsafe');
  await fillEyePop(page, { base: address, key: key(), dataset: dataset('Cats') });
  await text(page, 'failure_address_unsafe').waitFor();
  expect(await field(page, 'eyepop_base').getAttribute('aria-invalid')).toBe('true');
  expect(await button(page, 'options_test').count()).toBe(0);
  await button(page, 'options_create').click();
  await type(field(page, 'eyepop_base'), eyepop.origin);
  await button(page, 'options_test').waitFor();
  expect((await rows(session.foil, 'projects')).some(({ name }) => name === 'Unsafe')).toBe(false);
});

test.each([
  ['Denied', 'options_answer_none', true, { empty: 2, waiting: 1 }],
  ['Not denied', 'options_answer_some', false, { empty: 0, waiting: 3 }],
] as const)('several labels, %s: the answer is kept, and obeyed', async (name, answer, all, expected) => {
  const project = await addProject(session, name);
  await tagEach(session, project);
  await openOptions(`#project=${project.id}`);
  await fillEyePop(page, { base: eyepop.origin, key: key(), dataset: dataset(name) });
  await button(page, 'options_test').click();
  await page.getByRole('group', { name: say('options_question', '“dog”') }).waitFor();
  await text(page, 'options_question_open').waitFor();
  await choice(page, answer).check();
  await button(page, 'options_save').click();
  await button(page, 'options_send', 3).click();
  const counts = () => {
    const { labelledEmpty, waitingForLabels } = eyepop.training(datasetNamed(eyepop, name));
    return { empty: labelledEmpty.length, waiting: waitingForLabels.length };
  };
  await until('all are there', async () => {
    const drain = (await rows(session.foil, 'drains')).find((row) => row.project === project.id);
    return drain?.finishedAt !== undefined && !drain.owesSurvey;
  });
  expect(counts()).toEqual(expected);
  const saved = (await rows(session.foil, 'projects')).find(({ id }) => id === project.id);
  expect(saved?.denial).toEqual({ labels: ['dog'], all });
});
