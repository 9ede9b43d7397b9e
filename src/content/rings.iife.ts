import type { Tag } from '../core/tag.ts';
import type { ToRings } from '../protocol.ts';
import { isOrphan } from './rings/ask.ts';
import { readInTurn } from './rings/bytes.ts';
import { follow } from './rings/follow.ts';
import { raiseLayer } from './rings/layer.ts';
import { lookThrough } from './rings/look.ts';
import { Memory } from './rings/memory.ts';
import { addressShown } from './rings/shown.ts';
import { serveAs } from './serve.ts';

/** How far outside the viewport images are asked about, so that their rings are there before they are. */
const MARGIN = '50%';

/** What comes together is looked at together; what could not be asked is asked again later. In ms. */
const PAUSE = { gather: 120, again: 3_000 };

/** Runs in every frame while the person has rings on: what is captured carries its tag. */
serveAs('rings', (outer) => {
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  const leave = () => ending.abort();
  // Documents of other kinds (SVG, XML) have no place for the layer.
  if (!(document.documentElement instanceof HTMLElement)) return {};

  const near = new Set<Element>();
  const memory = new Memory();
  const rings = follow(raiseLayer(signal), signal);
  let timer = 0;

  const updateIn = (pause: number) => {
    if (timer !== 0 || signal.aborted) return;
    timer = window.setTimeout(() => {
      timer = 0;
      if (isOrphan()) leave();
      else if (!document.hidden) update().catch(() => updateIn(PAUSE.again));
    }, pause);
  };
  const soon = () => updateIn(PAUSE.gather);

  const update = async () => {
    const shown = [...near].map((element) => [element, addressShown(element)] as const).filter(([, url]) => url !== '');
    const urls = new Set(shown.map(([, url]) => url));
    rings.show(new Map(shown.flatMap(([element, url]) => asTagged(element, memory.tagOf(url)))));
    for (const url of urls) read(url);
    if (await memory.ask(urls)) await update();
  };

  const read = readInTurn((url, sha256) => {
    memory.learn(url, sha256);
    soon();
  }, signal);

  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target);
      soon();
    },
    { rootMargin: MARGIN },
  );
  const changed = () => {
    rings.wake();
    soon();
  };
  lookThrough(document, { found: (element) => nearby.observe(element), changed }, signal);
  // Nobody tells a hidden page what has changed.
  document.addEventListener('visibilitychange', () => handlers.ringsChanged(), { signal });
  signal.addEventListener('abort', () => nearby.disconnect());

  const handlers: ToRings = {
    ringsChanged: () => {
      memory.expire();
      soon();
    },
    leaveRings: leave,
  };
  return { ...handlers };
});

function asTagged(element: Element, tag: Tag | undefined): [Element, Tag][] {
  return tag ? [[element, tag]] : [];
}
