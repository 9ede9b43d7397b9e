/** A page that watches itself for what Foil does in it: all that a page can see. `observe()` in it tells what it saw. */
export function watchful(images: readonly string[]): string {
  const shown = images.map((src) => `<img src="${src}" width="200" height="150">`).join('');
  return `<html dir="rtl"><script>${WATCH}</script><body>${shown}`;
}

const WATCH = `
  const records = [];
  const noted = ({ type, target, addedNodes }) => [type, target.nodeName, addedNodes.length].join(' ');
  new MutationObserver((list) => records.push(...list.map(noted)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // Chromium alone tells whether something lies on an element.
  const visible = {};
  onload = () => {
    for (const image of document.images)
      new IntersectionObserver(([entry]) => { visible[image.getAttribute('src')] = String(entry.isVisible); },
        { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] }).observe(image);
  };

  const observe = () => {
    const host = document.documentElement.lastElementChild;
    const style = getComputedStyle(host);
    const points = [];
    for (let x = 4; x < innerWidth; x += 37)
      for (let y = 4; y < innerHeight; y += 37)
        points.push(document.elementsFromPoint(x, y).map(({ nodeName }) => nodeName).join(' '));
    return {
      records, visible, points,
      host: host.outerHTML,
      shadow: host.shadowRoot,
      rect: JSON.stringify(host.getBoundingClientRect()),
      style: [...style].map((name) => name + ': ' + style.getPropertyValue(name)),
      count: document.querySelectorAll('*').length,
      room: [document.scrollingElement.scrollWidth, document.scrollingElement.scrollHeight],
      moving: [document.getAnimations().length, host.getAnimations({ subtree: true }).length],
      // Not the page's own requests: they depend on what its cache holds.
      entries: performance.getEntries().map(({ entryType, initiatorType, name }) => [entryType, initiatorType, name].join(' '))
        .filter((entry) => /^(resource (?!img|other)|layout-shift|element|largest)/.test(entry)).sort(),
    };
  };`;
