/** How often it is looked whether the page has put something on top, in ms. */
const LOOK = 200;

/** What a page can bring above all else. */
const ON_TOP = ':popover-open, :modal, :fullscreen';

/**
 * Holds a dialog of ours above everything of the page, for as long as it is open: what a page brings on top later would cover it,
 * or make it deaf.
 *
 * @returns whether it is what the pointer meets there
 */
export function keepOnTop(host: HTMLElement, dialog: HTMLDialogElement, { signal, raised }: Raising) {
  let above = '';
  const raise = () => {
    for (const { name } of [...host.attributes]) host.removeAttribute(name);
    if (!host.isConnected) document.documentElement.append(host);
    if (dialog.open) dialog.close();
    dialog.showModal();
    above = othersOnTop();
    raised();
  };
  const look = () => {
    if (document.hidden || !dialog.open) return;
    if (!host.isConnected || host.attributes.length > 0 || !isMet() || othersOnTop() !== above) raise();
  };
  const isOnTop = (x: number, y: number) => document.elementFromPoint(x, y) === host;
  const isMet = () =>
    isOnTop(innerWidth / 2, innerHeight / 2) && isOnTop(2, 2) && isOnTop(innerWidth - 3, innerHeight - 3);
  raise();
  const timer = setInterval(look, LOOK);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    dialog.close();
    host.remove();
  });
  return { isOnTop, raise };
}

interface Raising {
  readonly signal: AbortSignal;
  raised(): void;
}

const names = new WeakMap<Element, number>();
let named = 0;

function othersOnTop(): string {
  return [...document.querySelectorAll(ON_TOP)]
    .map((element) => {
      const name = names.get(element) ?? ++named;
      names.set(element, name);
      return name;
    })
    .join(' ');
}
