import type { ToWord, Word } from '../protocol.ts';
import { addOverlay } from './overlays.ts';
import { serveAs } from './serve.ts';
import { WORD_STYLE } from './word-style.ts';

/** How long a word stays, in ms, unless the person's pointer or focus is on it. */
const STAYS = 7_000;

/** Runs in the top frame, first injected when there is something to say. */
serveAs('word', (signal) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(WORD_STYLE);
  root.adoptedStyleSheets = [style];
  const live = element('div', 'live');
  live.setAttribute('role', 'status');
  root.append(live);
  signal.addEventListener('abort', () => host.remove());
  addOverlay((away) => {
    live.style.visibility = away ? 'hidden' : '';
    return host.isConnected;
  }, signal);
  let timer = 0;

  const hide = () => {
    live.replaceChildren();
    host.remove();
  };
  const stay = () => clearTimeout(timer);
  const leave = () => {
    stay();
    timer = window.setTimeout(hide, STAYS);
  };
  for (const event of ['pointerenter', 'focusin']) live.addEventListener(event, stay, { signal });
  for (const event of ['pointerleave', 'focusout']) live.addEventListener(event, leave, { signal });
  live.addEventListener('keydown', (event) => event.key === 'Escape' && event.isTrusted && hide(), { signal });

  const say = (word: Word) => {
    // In a tab that nobody looks at the word waits: its time would be over before it is seen.
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => say(word), { once: true, signal });
      return;
    }
    if (!host.isConnected) raise(host);
    // The region has to be there before its words, or nobody is told of them.
    requestAnimationFrame(() => live.replaceChildren(draw(word, say, hide)));
    leave();
  };
  const handlers: ToWord = { say, offer: () => undefined };
  return { ...handlers };
});

/** Above everything, dialogs of the page included, where the browser has a top layer for it. */
function raise(host: HTMLElement): void {
  (document.body ?? document.documentElement).append(host);
  host.popover = 'manual';
  host.showPopover?.();
}

function draw(word: Word, say: (word: Word) => void, hide: () => void): HTMLElement {
  const card = element('div', `card ${word.tone}`);
  const text = element('div', 'text');
  text.append(element('strong', '', word.text), element('span', 'detail', word.detail));
  if (word.note) text.append(element('span', 'note', word.note));
  card.append(element('span', 'mark'), text);
  if (word.undo) {
    const { capture, label } = word.undo;
    card.append(button('undo', label, () => void takeBack(capture).then(say, hide)));
  }
  card.append(button('close', '×', hide, word.close));
  return card;
}

async function takeBack(capture: string): Promise<Word> {
  const reply = await chrome.runtime.sendMessage({ foil: 'undo', args: [capture] });
  if (!reply?.ok) throw new Error('undo failed');
  return reply.value;
}

function button(name: string, label: string, act: () => void, title = label): HTMLButtonElement {
  const made = element('button', name, label);
  made.setAttribute('aria-label', title);
  made.type = 'button';
  made.addEventListener('click', (event) => event.isTrusted && act());
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
