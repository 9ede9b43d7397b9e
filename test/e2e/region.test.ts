import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import type { Region } from '../../src/core/region.ts';
import { say } from './controls.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { sendPage, sha256 } from './site-page.ts';
import { awaitGone, awaitWord, boxOf, pressOn, pressUndo } from './word.ts';

/** A part of an image, marked with the real mouse and real keys: the whole original is kept, the part recorded. */

let session: Session;
let serial = 0;

/** 1024 × 576. */
const PHOTO = 'kitten-planks.jpg';
const IMG = `<img id="it" src="/photos/${PHOTO}" style="position:absolute;left:100px;top:80px;width:512px">`;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.close());

async function open(body: string): Promise<Project> {
  const { site, page } = session;
  const path = `/region-${++serial}.html`;
  site.route(path, sendPage(`<style>body { margin: 0; height: 3000px }</style>${body}`));
  const project = await addProject(session, `region ${serial}`);
  await page.goto(`${site.origin}${path}`);
  await page.bringToFront();
  return project;
}

/** "Part of this image…", the fourth entry of Foil's menu. */
async function openOverlay(target = '#it') {
  const { display, page } = session;
  await rightClickAndChoose(display, page, target, { item: 4 });
  return until('the overlay', () => boxOf(page, 'image'));
}

async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const { mouse } = session.page;
  await mouse.move(...from);
  await mouse.down();
  await mouse.move(...to, { steps: 3 });
  await mouse.up();
}

const standing = async (project: Project) => (await capturesOf(session, project)).filter(({ removed }) => !removed);

async function onlyCapture(project: Project) {
  return until('a capture', async () => (await standing(project))[0]);
}

function expectPixels(
  { x, y, width, height }: Region = { x: 0, y: 0, width: 0, height: 0 },
  expected: readonly number[],
) {
  expect([x * 1024, y * 576, width * 1024, height * 576].map(Math.round)).toEqual(expected);
}

describe('from the menu', () => {
  test('drawn, moved, resized with the mouse; a number says what it is', async () => {
    const { page } = session;
    const project = await open(IMG);
    expect(await openOverlay()).toMatchObject({ x: 100, y: 80, width: 512, height: 288 });
    await drag([150, 100], [250, 200]);
    await drag([200, 150], [240, 160]);
    await drag([290, 210], [300, 230]);
    expect(await capturesOf(session, project)).toEqual([]);
    await page.keyboard.press('3');
    await awaitWord(page, say('fact_part'));
    const capture = await onlyCapture(project);
    expect(capture).toMatchObject({ sha256: sha256(PHOTO), tag: 'distractor', image: { width: 1024, height: 576 } });
    expect(capture.regions).toHaveLength(1);
    expectPixels(capture.regions?.[0], [180, 60, 220, 240]);
  });

  test('by keyboard alone; Enter gives the tag that was given last', async () => {
    const { page } = session;
    const project = await open(IMG);
    await openOverlay();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    const capture = await onlyCapture(project);
    // A quarter from each edge, 8 to the right, 1 down, 8 less wide: twice as many of the image's own.
    expectPixels(capture.regions?.[0], [272, 146, 496, 288]);
  });

  test('Escape leaves, and nothing is captured', async () => {
    const { page } = session;
    const project = await open(IMG);
    await openOverlay();
    await drag([150, 100], [250, 200]);
    await page.keyboard.press('Escape');
    await awaitGone(page, 'layer');
    await tagImage(session, '#it', 'positive', project);
    const capture = await onlyCapture(project);
    expect(capture).not.toHaveProperty('regions');
  });

  test('follows the image when the page is scrolled', async () => {
    const { page } = session;
    const project = await open(IMG);
    await openOverlay();
    await drag([150, 100], [250, 200]);
    await page.mouse.wheel(0, 60);
    await until('it has followed', async () => (await boxOf(page, 'image'))?.y === 20);
    await drag([200, 90], [210, 90]);
    await page.keyboard.press('1');
    expectPixels((await onlyCapture(project)).regions?.[0], [120, 40, 200, 200]);
  });

  test('of what is shown cut off, no more can be marked than is seen', async () => {
    const { page } = session;
    const style = 'position:absolute;left:100px;top:80px;width:288px;height:288px;object-fit:cover;border:10px solid';
    const project = await open(`<img id="it" src="/photos/${PHOTO}" style="${style}">`);
    expect(await openOverlay()).toMatchObject({ x: 110, y: 90, width: 288, height: 288 });
    await drag([120, 100], [700, 700]);
    await page.keyboard.press('2');
    // 512 of the width of 1024 are cut off at the sides in equal parts; the seen part begins at 224.
    expectPixels((await onlyCapture(project)).regions?.[0], [244, 20, 556, 556]);
  });

  test('in a frame of another site', async () => {
    const { page, site } = session;
    site.route(
      '/region-inner.html',
      sendPage(
        `<style>body { margin: 0 }</style><img id="it" src="/photos/${PHOTO}" style="width:256px;display:block">`,
      ),
    );
    const project = await open(`<iframe id="frame" width="400" height="300" style="position:absolute;left:50px;top:40px"
      src="http://frames.test:${site.port}/region-inner.html"></iframe>`);
    const frame = page.frameLocator('#frame').locator('#it');
    await frame.waitFor();
    await rightClickAndChoose(session.display, page, { x: 150, y: 100 }, { item: 4 });
    const inner = page.frames().find((each) => each.url().includes('inner')) ?? expect.fail('no frame');
    await until('the overlay', () => boxOf(inner, 'image'));
    await drag([82, 72], [114, 104]);
    await page.keyboard.press('3');
    const capture = await onlyCapture(project);
    expect(capture.provenance).toMatchObject({ pageUrl: page.url(), frameUrl: inner.url() });
    expectPixels(capture.regions?.[0], [120, 120, 128, 128]);
  });
});

describe('a page that interferes', () => {
  test('presses no keys, moves no pointer, and does not hear ours', async () => {
    const { page } = session;
    const project = await open(`${IMG}<script>
      window.heard = [];
      addEventListener('keydown', (event) => heard.push(event.key));
      window.attack = () => {
        for (const target of [document, document.body, document.body.lastElementChild]) {
          for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click'])
            target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, clientX: 200, clientY: 200 }));
          for (const key of ['1', '2', '3', 'Enter', 'ArrowLeft'])
            target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        }
      };</script>`);
    await openOverlay();
    await drag([150, 100], [250, 200]);
    await page.evaluate('attack(); heard.length = 0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    const capture = await onlyCapture(project);
    expect(capture.tag).toBe('context-negative');
    expectPixels(capture.regions?.[0], [116, 40, 200, 200]);
    expect(await page.evaluate('heard')).toEqual([]);
  });

  test('and shows another image: the overlay leaves, and that is said', async () => {
    const { page } = session;
    const project = await open(IMG);
    await openOverlay();
    await drag([150, 100], [250, 200]);
    await page.evaluate("document.querySelector('#it').src = '/photos/red-panda.jpg'");
    await awaitGone(page, 'layer');
    await awaitWord(page, say('failure_image_changed'));
    expect(await capturesOf(session, project)).toEqual([]);
  });
});

describe('from the word', () => {
  test('a part is added to what is captured; another; each is undone alone', async () => {
    const { page, site } = session;
    const project = await open(IMG);
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(page, say('saved_positive'));
    const asked = () => site.requests.filter(({ url }) => url === `/photos/${PHOTO}`).length;
    const before = asked();
    const mark = async (from: readonly [number, number], to: readonly [number, number], parts: number) => {
      await pressOn(page, 'part');
      await until('the overlay', () => boxOf(page, 'layer'));
      await drag(from, to);
      await page.keyboard.press('Enter');
      await awaitWord(page, say('part_added', parts));
    };
    await mark([150, 100], [250, 200], 1);
    await mark([300, 100], [400, 200], 2);
    // The original is here: nobody is asked for it once more.
    expect(asked()).toBe(before);
    const [capture] = await standing(project);
    expect(capture?.regions).toHaveLength(2);
    expectPixels(capture?.regions?.[1], [400, 40, 200, 200]);
    await pressUndo(page);
    await awaitWord(page, say('as_before'));
    expect((await standing(project))[0]?.regions).toEqual(capture?.regions?.slice(0, 1));
    expect(await standing(project)).toHaveLength(1);
  });

  test('of a background, whose size is known once it is captured', async () => {
    const { page, display } = session;
    const style = 'position:absolute;left:100px;top:80px;width:288px;height:288px';
    const project = await open(`<div style="${style};background:url(/photos/${PHOTO}) right / cover"></div>`);
    await page.mouse.move(200, 200);
    await display.key('alt+shift+2');
    await awaitWord(page, say('saved_context_negative'));
    await pressOn(page, 'part');
    expect(await until('the overlay', () => boxOf(page, 'image'))).toMatchObject({ x: 100, width: 288 });
    await drag([110, 90], [160, 140]);
    await page.keyboard.press('Enter');
    await awaitWord(page, say('part_added', 1));
    // Of the width only the right half is seen: it begins at 448.
    expectPixels((await onlyCapture(project)).regions?.[0], [468, 20, 100, 100]);
  });

  test('marked as something else, it is re-tagged with it; one Undo takes back both', async () => {
    const { page } = session;
    const project = await open(IMG);
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(page, say('saved_positive'));
    await pressOn(page, 'part');
    await until('the overlay', () => boxOf(page, 'layer'));
    await drag([150, 100], [250, 200]);
    await pressOn(page, 'tag distractor');
    await awaitWord(page, say('saved_distractor'));
    expect(await standing(project)).toMatchObject([{ tag: 'distractor', regions: [{}] }]);
    await pressUndo(page);
    await awaitWord(page, say('saved_positive'));
    const [after] = await standing(project);
    expect(after).toMatchObject({ tag: 'positive' });
    expect(after).not.toHaveProperty('regions');
  });
});
