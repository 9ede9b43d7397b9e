import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { button, say, text } from './controls.ts';
import { drag, drop } from './drop.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { sha256 } from './site-page.ts';

/** Pictures that are dropped on, or pasted into, a page of Foil's: real files, real drops, the real clipboard. */

let session: Session;
let page: Page;
let project: Project;
let folder: string;

const photo = (name: string) => resolve('test/site/photos', name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foil-give-'));
  session = await startSession();
  page = session.foil;
});

afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  project = await addProject(session, expect.getState().currentTestName ?? '');
  await page.reload();
  await page.bringToFront();
  await page.getByRole('main').waitFor();
});

const chooser = () => page.getByRole('dialog');

async function kept(count: number) {
  await until(`${count} captures`, async () => (await capturesOf(session, project)).length === count);
  return (await capturesOf(session, project)).map(({ tag, sha256: hash, provenance }) => ({ tag, hash, provenance }));
}

test('files, with a key: each is captured as it is, and counted', async () => {
  await drag(page, { files: [photo('espresso.jpg')] }, 'dragEnter', 'dragOver');
  await text(page, 'give_drop').waitFor();
  // The protocol's own cancel sends none.
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await text(page, 'give_drop').waitFor({ state: 'detached' });

  const names = ['espresso.jpg', 'pika.jpg', 'lemur.jpg'];
  await drop(page, { files: names.map(photo) });
  await chooser()
    .getByText(say('give_title', 3, project.name))
    .waitFor();
  await page.keyboard.press('3');
  await text(page, 'give_saved', 3).waitFor();
  const captures = await kept(3);
  expect(captures.map(({ hash }) => hash).sort()).toEqual(names.map(sha256).sort());
  for (const { tag, provenance } of captures) {
    expect(tag).toBe('distractor');
    expect(provenance).toMatchObject({ way: 'file', status: 0, imageUrl: '', pageUrl: '', frameUrl: '' });
    expect(names).toContain(provenance.title);
  }

  await button(page, 'undo').click();
  await until('they are gone', async () => (await capturesOf(session, project)).every(({ removed }) => removed));
});

test('Escape keeps nothing; the same once more is tagged anew', async () => {
  await drop(page, { files: [photo('espresso.jpg')] });
  await chooser().waitFor();
  await page.keyboard.press('Escape');
  await chooser().waitFor({ state: 'detached' });
  for (const [key, words] of [
    ['1', 'give_saved'],
    ['1', 'give_already'],
    ['2', 'give_retagged'],
  ] as const) {
    await drop(page, { files: [photo('espresso.jpg')] });
    await chooser().waitFor();
    await page.keyboard.press(key);
    await text(page, words, 1).waitFor();
  }
  expect((await kept(1)).map(({ tag }) => tag)).toEqual(['context-negative']);
});

test('what is no image is named, and the rest is kept; a folder is looked through', async () => {
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  writeFileSync(join(folder, 'page.jpg'), '<html><script>alert(1)</script>');
  writeFileSync(join(folder, 'empty.png'), '');
  writeFileSync(join(folder, 'notes.txt'), 'Words.');
  copyFileSync(photo('pika.jpg'), join(inner, 'pika.jpg'));
  await drop(page, { files: [folder, photo('lemur.jpg')] });
  await chooser()
    .getByText(say('give_title', 4, project.name))
    .waitFor();
  await page.keyboard.press('1');
  await page.getByRole('alert').waitFor();
  const told = await page.getByRole('alert').textContent();
  expect(told).toContain(`${say('give_saved', 2)} · ${say('give_failed', 2)}`);
  for (const name of ['page.jpg', 'empty.png']) expect(told).toContain(`${name} ${say('failure_not_an_image')}`);
  expect(told).not.toContain('notes.txt');
  expect((await kept(2)).map(({ hash }) => hash).sort()).toEqual([sha256('pika.jpg'), sha256('lemur.jpg')].sort());
});

test('an image out of a web page is asked for where it lies; its own file is what is left', async () => {
  const address = `${session.site.origin}/photos/red-panda.jpg`;
  const markup = (src: string) => [
    {
      mimeType: 'text/html',
      data: `<a href="https://a.example/"><img alt="A panda" src="${src}" onerror="throw 1"></a>`,
    },
    { mimeType: 'text/uri-list', data: 'https://a.example/' },
  ];
  await drop(page, { items: markup(address) });
  await chooser().waitFor();
  await page.keyboard.press('1');
  const [capture] = await kept(1);
  expect(capture).toMatchObject({
    hash: sha256('red-panda.jpg'),
    provenance: { way: 'background', status: 200, imageUrl: address, alt: 'A panda', linkUrl: 'https://a.example/' },
  });

  await drop(page, { items: markup(`${session.site.origin}/gone.jpg`), files: [photo('pika.jpg')] });
  await chooser().waitFor();
  await page.keyboard.press('2');
  const [, second] = await kept(2);
  expect(second).toMatchObject({ hash: sha256('pika.jpg'), provenance: { way: 'file', title: 'pika.jpg' } });
});

test.each([
  ['words', [{ mimeType: 'text/html', data: '<p>Words</p>' }]],
  ['an address that runs', [{ mimeType: 'text/html', data: '<img src="javascript:alert(1)">' }]],
  ['a file’s address', [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }]],
  ['a page of ours', [{ mimeType: 'text/html', data: '<img src="/icons/foil-16.png">' }]],
])('%s: there is no image in that', async (_what, items) => {
  await drop(page, { items });
  await text(page, 'give_nothing').waitFor();
  expect(await chooser().count()).toBe(0);
});

test('pasted with the keyboard; into a field, words stay words', async () => {
  await page.evaluate(copyPicture);
  await session.display.key('ctrl+v');
  await chooser().waitFor();
  await page.keyboard.press('2');
  const [capture] = await kept(1);
  expect(capture).toMatchObject({ tag: 'context-negative', provenance: { way: 'file' } });
  expect((await capturesOf(session, project))[0]?.image).toMatchObject({ mediaType: 'image/png', width: 9, height: 7 });

  await page.goto(page.url().replace(/#.*|$/, '#new'));
  const field = page.getByRole('textbox').first();
  await field.click();
  await page.evaluate(() => navigator.clipboard.writeText('https://a.example/cat.jpg'));
  await session.display.key('ctrl+v');
  await until('the words', async () => (await field.inputValue()) === 'https://a.example/cat.jpg');
  expect(await chooser().count()).toBe(0);
});

async function copyPicture(): Promise<void> {
  const canvas = new OffscreenCanvas(9, 7);
  canvas.getContext('2d')?.fillRect(0, 0, 5, 5);
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
}
