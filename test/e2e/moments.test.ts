import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Way } from '../../src/core/capture.ts';
import { resemble } from '../../src/core/look.ts';
import type { Project } from '../../src/core/project.ts';
import { say } from './controls.ts';
import { until } from './harness/until.ts';
import { lookOf } from './looks.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { sendPage } from './site-page.ts';
import { awaitWord } from './word.ts';

/** What has no file: the present frame of a video, and a canvas. What is saved is what was seen, and the word says what it is. */

let session: Session;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
  const clip = Buffer.from(await session.foil.evaluate(record), 'base64');
  session.site.route('/clip.webm', (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'video/webm' }).end(clip),
  );
});

afterAll(() => session?.close());

/** Some video, as a browser records it: red on the left, blue on the right. */
async function record(): Promise<string> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const context = canvas.getContext('2d');
  const draw = () => {
    for (const [index, colour] of ['#c22', '#22c'].entries()) {
      if (context) context.fillStyle = colour;
      context?.fillRect(160 * index, 0, 160, 180);
    }
    requestAnimationFrame(draw);
  };
  draw();
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    parts.push(data);
    if (recorder.state === 'recording') recorder.stop();
  });
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  // The first part comes when it has recorded this long, in ms.
  recorder.start(800);
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

async function open(body: string): Promise<Project> {
  const { site, page } = session;
  const path = `/moments-${++serial}.html`;
  site.route(path, sendPage(`<title>A film</title><style>body { margin: 0 } #it { display: block }</style>${body}`));
  const project = await addProject(session, `moments ${serial}`);
  await page.goto(`${site.origin}${path}`);
  await page.bringToFront();
  await page.waitForFunction('window.ready !== false');
  await page.mouse.move(100, 90);
  return project;
}

/** With the keys, since a video's own menu has no image in it. */
async function press(project: Project) {
  await session.display.key('alt+shift+3');
  return until('a capture', async () => (await capturesOf(session, project))[0]);
}

const video = (src: string) => `<video id="it" src="${src}" width="320" height="180" muted></video>
  <script>
    window.ready = false;
    it.ontimeupdate = () => { if (it.currentTime > 0.2) { it.pause(); window.ready = true; } };
    it.play();
  </script>`;

test.each<[string, () => string, Way]>([
  ['of the page’s own host is drawn', () => '/clip.webm', 'drawn'],
  ['of another host is a screenshot', () => `http://videos.test:${session.site.port}/clip.webm`, 'screenshot'],
])('a frame of a video %s, with its time', async (_, src, way) => {
  const { page, foil } = session;
  const project = await open(video(src()));
  const shown = await page.evaluate<number>('it.currentTime');
  const { sha256, image, provenance } = await press(project);
  expect(provenance).toMatchObject({ way, moment: shown, title: 'A film' });
  await awaitWord(page, say('kind_video', '0:00'));
  expect([image.width, image.height]).toEqual([320, 180]);
  const there = await lookOf(foil, { sha256 });
  const seen = await lookOf(foil, { bytes: await page.locator('#it').screenshot() });
  expect(resemble(there, seen)).toBe('same');
});

const script = (body: string): string => `<canvas id="it" width="320" height="180"></canvas><script>
  const photo = new Image();
  window.ready = false;
  photo.onload = () => { ${body}; requestAnimationFrame(() => { window.ready = true; }); };
  photo.src = 'SRC';
  </script>`;

const flat = script("it.getContext('2d').drawImage(photo, 0, 0, 320, 180)");
const webgl = script(`
  const gl = it.getContext('webgl');
  const frame = () => {
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, 0, 160, 180); gl.clearColor(0.8, 0.1, 0.1, 1); gl.clear(gl.COLOR_BUFFER_BIT);
    gl.scissor(160, 0, 160, 180); gl.clearColor(0.1, 0.1, 0.8, 1); gl.clear(gl.COLOR_BUFFER_BIT);
    requestAnimationFrame(frame);
  };
  frame()`);
/** Drawn once, long ago: its pixels can be read no more, though they are still on the screen. */
const webglOnce: string = webgl.replace('    requestAnimationFrame(frame);\n', '');

test.each([
  ['2D', flat, '/photos/pika.jpg'],
  ['with another host’s picture in it', flat, 'HOST/photos/pika.jpg'],
  ['WebGL', webgl, '/photos/pika.jpg'],
  ['WebGL that was drawn once', webglOnce, '/photos/pika.jpg'],
])('a canvas: %s', async (_, markup, src) => {
  const { page, foil, site } = session;
  const project = await open(markup.replace('SRC', src.replace('HOST', `http://images.test:${site.port}`)));
  const { sha256, provenance } = await press(project);
  await awaitWord(page, say('kind_canvas'));
  expect(provenance).not.toHaveProperty('moment');
  const there = await lookOf(foil, { sha256 });
  const seen = await lookOf(foil, { bytes: await page.locator('#it').screenshot() });
  expect(resemble(there, seen)).toBe('same');
});

test('a canvas on which nothing is: drawing it brings nothing, and that it is a screenshot is said', async () => {
  const { page } = session;
  const project = await open('<canvas id="it" width="320" height="180"></canvas>');
  expect(await press(project)).toMatchObject({ provenance: { way: 'screenshot' } });
  await awaitWord(page, say('form_screenshot'));
});
