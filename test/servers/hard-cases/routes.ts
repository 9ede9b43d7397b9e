import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { hugePng } from '../huge-png.ts';
import type { Route } from '../site.ts';
import { first, flood, gated, give, refuse, send, trickle } from './answers.ts';
import { pictureOf } from './pictures.ts';

/** What a page's answer carries besides. */
export const PAGE_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cookie-lax': { 'Set-Cookie': 'lax=yes; Domain=members.test; Path=/; SameSite=Lax' },
  'cookie-strict': { 'Set-Cookie': 'strict=yes; Domain=members.test; Path=/; SameSite=Strict' },
  isolated: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
};

const UNSTORED = { 'Cache-Control': 'no-store' };
const STORED = { 'Cache-Control': 'max-age=600' };
const SHARED = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

const comesFrom = (page: string) => (headers: IncomingHttpHeaders) => headers.referer?.startsWith(page) === true;
const fromThePage = comesFrom('http://127.0.0.1');
const has = (cookie: string) => (headers: IncomingHttpHeaders) => headers.cookie?.includes(cookie) === true;
const forAnImage = (headers: IncomingHttpHeaders) => headers['sec-fetch-dest'] === 'image';

const FORMATS: Readonly<Record<string, string>> = {
  avif: 'plain.avif',
  webp: 'alpha.webp',
  gif: 'animated.gif',
  apng: 'animated.png',
  svg: 'viewbox.svg',
  bmp: 'bottom-up.bmp',
  ico: 'mixed.ico',
};

/** A server that gives each browser the format it likes best. */
const negotiated: Route = (request, response) => {
  const accept = request.headers.accept ?? '';
  const file = accept.includes('image/avif')
    ? 'thumbnail.avif'
    : accept.includes('image/webp')
      ? 'lossless.webp'
      : 'grey.jpg';
  give('negotiated', file, { Vary: 'Accept' })(request, response);
};

/** One JPEG after the other, each in the place of the last (`multipart/x-mixed-replace`). */
function motionJpeg(page: string, file: string): Route {
  const picture = pictureOf(page, file);
  const head = `--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`;
  const part = Buffer.concat([Buffer.from(head), picture, Buffer.from('\r\n')]);
  return trickle('multipart/x-mixed-replace; boundary=frame', [part], 100, true);
}

function bytesScript(page: string, file: string): Route {
  const base64 = pictureOf(page, file).toString('base64');
  return send(`const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0));`, 'text/javascript');
}

function quarters(bytes: Buffer): Buffer[] {
  const size = Math.ceil(bytes.length / 4);
  return [0, 1, 2, 3].map((part) => bytes.subarray(part * size, (part + 1) * size));
}

const never: Route = () => undefined;

/** What the servers of hard cases answer below `/hard-cases/`, where it is not simply a photograph. Made anew for each site. */
export function specialRoutes(): Readonly<Record<string, Route>> {
  const formats = Object.entries(FORMATS).map(
    ([format, file]) => [`format-${format}/picture`, give('', file)] as const,
  );
  return {
    ...Object.fromEntries(formats),
    'srcset-commas/c_fill,w_512/tortoiseshell-512.jpg': give('srcset-commas', 'tortoiseshell-512.jpg'),
    'srcset-commas/c_fill,w_2048/tortoiseshell-1024.jpg': give('srcset-commas', 'tortoiseshell-1024.jpg'),
    'blob-live/bytes.js': bytesScript('blob-live', 'lemur.jpg'),
    'blob-revoked/bytes.js': bytesScript('blob-revoked', 'red-panda.jpg'),
    'one-shot-same-origin/once.jpg': first(give('one-shot-same-origin', 'pika.jpg', STORED), refuse(410)),
    'one-shot-unstored/once.jpg': first(give('one-shot-unstored', 'espresso.jpg', UNSTORED), refuse(410)),
    'referer-gated/gated.jpg': gated(fromThePage, give('referer-gated', 'pika.jpg')),
    'referer-full/gated.jpg': gated(
      ({ referer }) => referer?.endsWith('/hard-cases/referer-full.html') === true,
      give('referer-full', 'kitten-wool.jpg'),
    ),
    'no-referrer-gated/gated.jpg': gated(
      ({ referer }) => referer === undefined,
      give('no-referrer-gated', 'lemur.jpg'),
    ),
    'cookie-lax/gated.jpg': gated(has('lax=yes'), give('cookie-lax', 'lemur.jpg', UNSTORED)),
    'cookie-strict/gated.jpg': gated(has('strict=yes'), give('cookie-strict', 'pika.jpg', UNSTORED)),
    'cookie-partitioned/join.jpg': give('cookie-partitioned', 'espresso.jpg', {
      'Set-Cookie': 'member=yes; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
    }),
    'cookie-partitioned/gated.jpg': gated(has('member=yes'), give('cookie-partitioned', 'red-panda.jpg', UNSTORED)),
    'signed-one-shot/once.jpg': first(give('signed-one-shot', 'lemur.jpg', STORED), refuse(403)),
    'signed-expired/once.jpg': first(give('signed-expired', 'espresso.jpg', UNSTORED), refuse(403)),
    'redirect-referer/start.jpg': ({ socket }, response) =>
      void response
        .writeHead(302, { Location: `http://delivery.test:${socket.localPort}/hard-cases/redirect-referer/end.jpg` })
        .end(),
    'redirect-referer/end.jpg': gated(fromThePage, give('redirect-referer', 'kitten-planks.jpg')),
    'login-page/once.jpg': first(
      give('login-page', 'kitten-wool.jpg', UNSTORED),
      send('<!doctype html><h1>Log in</h1>', 'text/html', UNSTORED),
    ),
    'html-under-address/page.jpg': send('<!doctype html><h1>Not an image</h1>', 'image/jpeg'),
    'wrong-type/photo.txt': send(pictureOf('wrong-type', 'lemur.jpg'), 'text/plain'),
    'no-type/photo': (_request, response) => void response.writeHead(200).end(pictureOf('no-type', 'pika.jpg')),
    'endless/stream.jpg': first(
      trickle('image/jpeg', [pictureOf('endless', 'red-panda.jpg'), ...Array<Buffer>(600).fill(Buffer.alloc(64))], 50),
      flood(pictureOf('endless', 'red-panda.jpg'), 'image/jpeg'),
    ),
    'slow/slow.jpg': trickle('image/jpeg', quarters(pictureOf('slow', 'lemur.jpg')), 150),
    'silent/silent.jpg': never,
    'huge/huge.png': send(hugePng(10_400, 10_000), 'image/png'),
    'motion-jpeg/stream.jpg': motionJpeg('motion-jpeg', 'garden-planks.jpg'),
    'hotlink-other-size/protected.jpg': gated(
      forAnImage,
      give('hotlink-other-size', 'lemur.jpg', UNSTORED),
      give('hotlink-other-size', 'espresso.jpg', UNSTORED),
    ),
    'hotlink-same-size/protected.jpg': gated(
      forAnImage,
      give('hotlink-same-size', 'red-panda.jpg', UNSTORED),
      give('hotlink-same-size', 'pika.jpg', UNSTORED),
    ),
    'hotlink-referer/protected.jpg': gated(
      fromThePage,
      give('hotlink-referer', 'kitten-planks.jpg'),
      give('hotlink-referer', 'pika.jpg'),
    ),
    'service-worker/made.jpg': give('service-worker', 'pika.jpg'),
    'negotiated/photo': negotiated,
    'elsewhere/pushstate/lemur.jpg': give('pushstate', 'pika.jpg'),
    'isolated/shared.jpg': give('isolated', 'lemur.jpg', SHARED),
    'crossorigin/shared.jpg': give('crossorigin', 'pika.jpg', SHARED),
    'video-frame/two-scenes.webm': send(readFileSync('test/site/videos/two-scenes.webm'), 'video/webm'),
    'video-poster/two-scenes.webm': send(readFileSync('test/site/videos/two-scenes.webm'), 'video/webm'),
  };
}
