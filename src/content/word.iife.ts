import type { ToWord, Word, WordChoice } from '../protocol.ts';
import { element, hidden, placeOnTop, speak } from './ours.ts';
import { addOverlay } from './overlays.ts';
import { serveAs } from './serve.ts';
import { announcer } from './word/announce.ts';
import { type Acts, drawCard, drawLarger } from './word/card.ts';
import { listenForFocus } from './word/focus.ts';
import { Row } from './word/row.ts';
import { WORD_STYLE } from './word/word-style.ts';

/** How long a word stays, in ms, unless the person's pointer or focus is on it: longer where there is something to look at. */
const STAYS = { plain: 7_000, offers: 12_000, waiting: 45_000 };

/** Runs in the top frame, first injected when there is something to say. */
serveAs('word', (signal) => {
  const { host, root } = hidden(WORD_STYLE);
  const place = element('div', 'word');
  const announced = announcer();
  root.append(place, announced.region);
  signal.addEventListener('abort', () => host.remove());
  addOverlay((away) => {
    place.style.visibility = away ? 'hidden' : '';
    return place.firstChild !== null;
  }, signal);
  const row = new Row();
  let shown: Word | undefined;
  let stays = STAYS.plain;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    focus.giveBack();
    place.replaceChildren();
    announced.say('');
    row.clear();
    shown = undefined;
  };
  const focus = listenForFocus(root, place, { signal, hide });
  const leave = () => {
    clearTimeout(timer);
    if (!place.matches(':hover, :focus-within')) timer = window.setTimeout(hide, stays);
  };
  for (const event of ['pointerenter', 'focusin']) place.addEventListener(event, () => clearTimeout(timer), { signal });
  for (const event of ['pointerleave', 'focusout']) place.addEventListener(event, leave, { signal });

  const stayFor = (time: number) => {
    stays = time;
    leave();
  };
  const say = (word: Word) => {
    // In a tab that nobody looks at the word waits: its time would be over before it is seen.
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => say(word), { once: true, signal });
      return;
    }
    speak(host, word.language);
    const told = row.add(word);
    shown = told;
    // What takes another's place does not jump.
    place.classList.toggle('again', place.firstChild !== null);
    focus.keep(() => {
      raise(host);
      place.replaceChildren(drawCard(told, acts));
    });
    announced.say([told.text, told.count, told.detail, told.note].filter((part) => part).join('. '));
    stayFor(told.choices?.open ? STAYS.offers : STAYS.plain);
  };
  const offer = (larger: WordChoice) => {
    if (document.hidden || shown?.undo?.capture !== larger.capture) return;
    place.firstElementChild?.append(drawLarger(larger, acts));
    announced.say(larger.label);
    stayFor(STAYS.offers);
  };
  const ask = async (name: string, ...args: unknown[]): Promise<unknown> => {
    const last = shown;
    place.firstElementChild?.setAttribute('aria-busy', 'true');
    stayFor(STAYS.waiting);
    try {
      const reply = await chrome.runtime.sendMessage({ foil: name, args });
      if (reply?.ok) return reply.value;
    } catch {
      // The same as no reply: Foil was updated, or is gone.
    }
    if (last)
      say({
        tone: 'problem',
        text: last.lost,
        detail: '',
        language: last.language,
        close: last.close,
        lost: last.lost,
      });
    return undefined;
  };
  const acts: Acts = {
    hide,
    undo: async (capture) => {
      const undone = await ask('undo', capture);
      // The background's own: no page can answer for it.
      if (undone) say(row.takeBack(capture, undone as Word));
    },
    choose: async ({ capture, index }) => {
      row.forget(capture);
      await ask('choose', capture, index);
    },
    mark: async (capture) => {
      const asked = ask('mark', capture);
      hide();
      await asked;
    },
  };
  const handlers: ToWord = { say, offer };
  return { ...handlers };
});

/** Above everything, where the browser has a top layer for it, and above what has come into that since. */
function raise(host: HTMLElement): void {
  placeOnTop(host);
  host.popover = 'manual';
  if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
}
