/** Screens that are scrolled through at most, and the pause on each, in ms, for the page to notice. */
const MOST = { screens: 60, pause: 180, idle: 4 };

/**
 * Scrolls a page from where it is to its end, a screen at a time, so that it loads what it loads only in sight; then back.
 *
 * @param goesOn asked before each screen
 */
export async function scrollThrough(goesOn: () => boolean): Promise<void> {
  const scroller = findScroller();
  const before = scroller.scrollTop;
  let idle = 0;
  for (let screen = 0; screen < MOST.screens && idle < MOST.idle && goesOn(); screen++) {
    const from = scroller.scrollTop;
    scroller.scrollTo({ top: from + scroller.clientHeight * 0.85, behavior: 'instant' });
    await pause();
    // At its end a page may be about to grow.
    idle = scroller.scrollTop > from ? 0 : idle + 1;
  }
  scroller.scrollTo({ top: before, behavior: 'instant' });
  await pause();
}

/** The document, or the largest part of it that scrolls by itself. */
function findScroller(): Element {
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollHeight > page.clientHeight + 1) return page;
  const areas = [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 && element.clientHeight > innerHeight / 3 && scrolls(element),
  );
  const area = (element: Element) => element.clientWidth * element.clientHeight;
  return areas.sort((a, b) => area(b) - area(a))[0] ?? page;
}

function scrolls(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, MOST.pause));
}
