interface Options {
  readonly signal: AbortSignal;
  readonly hide: () => void;
}

/**
 * The way to the word without a mouse: Tab reaches it as the page's last, and F6, the browsers' key for the next part of the
 * window, goes there at once while it stands. Escape closes it. Where the focus was, it returns to.
 */
export function listenForFocus(root: ShadowRoot, place: HTMLElement, { signal, hide }: Options) {
  let before: Element | null = null;
  const goTo = () => {
    before = document.activeElement;
    place.querySelector('button')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const bare = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
    // From within it goes on to the browser's next part.
    if (event.key !== 'F6' || !event.isTrusted || !bare || !place.firstChild || root.activeElement) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    goTo();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  place.addEventListener('keydown', (event) => event.key === 'Escape' && event.isTrusted && hide(), { signal });
  return {
    giveBack: () => {
      if (root.activeElement && before instanceof HTMLElement && before.isConnected) before.focus();
      before = null;
    },
    /** Draws anew without the focus getting lost: what was pressed is gone afterwards. */
    keep: (draw: () => void) => {
      const had = root.activeElement !== null;
      draw();
      if (had) place.querySelector('button')?.focus();
    },
  };
}
