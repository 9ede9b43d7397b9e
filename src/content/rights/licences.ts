import { creativeCommonsIn } from '../../core/rights/creative-commons.ts';
import { mergeRights, type RightsSignal, signal } from '../../core/rights/signal.ts';
import { licence } from '../../core/rights/statements.ts';
import { attribute, baseOf, closest, nameOf, outerOf, queryAll, textOf } from '../dom.ts';

/** `rel=license`, and the simple form of RDFa that Creative Commons' own tool writes (https://www.w3.org/submissions/ccREL/). */
const TERM = /(^|\s)((cc:|dct:|dcterms:)?license)(\s|$)/i;
/** What may be one: in a page of 10,000 elements twice as fast to find as the terms themselves. */
const LICENCE = '[rel*="license" i], [property*="license" i]';
const LINK_TO_CC = 'a[href*="creativecommons.org/"]';

/** Elements that are read, levels that are climbed, characters of a caption. */
const MOST = { links: 20, levels: 8, caption: 2_000 };

/** What belongs together on a page: nothing beyond it is near an image. */
const CARD = 'figure, li, td, article, section, main, body';

/** What the image's own surroundings say of its licence. */
export function licencesNear(element: Element): readonly RightsSignal[] {
  const part = ownPart(element);
  const caption = [...queryAll(part, 'figcaption')].slice(0, 1).map(textOf).join('').slice(0, MOST.caption);
  return mergeRights(
    licencesIn(part, `${LICENCE}, ${LINK_TO_CC}`).filter(isAbout(element)).flatMap(read),
    signal('creative-commons', 'page', creativeCommonsIn(caption) ?? ''),
  );
}

/** What the page says of its licence as a whole; several that differ speak of single things, and none of them of all. */
export function licencesOfPage(root: Element): readonly RightsSignal[] {
  const links = licencesIn(root, LICENCE).filter((link) => !closest(link, '[about]'));
  const licences = mergeRights(links.flatMap(read));
  const inHead = mergeRights(links.filter((link) => closest(link, 'head')).flatMap(read));
  return licences.length > 1 ? inHead : licences;
}

/** The largest part of the page, up to what belongs together, in which no other image is. */
function ownPart(element: Element): Element {
  const card = closest(element, CARD);
  let part = element;
  for (let level = 0; level < MOST.levels && part !== card; level++) {
    const around = outerOf(part);
    if (!around || hasOthers(around, element)) break;
    part = around;
  }
  return card && nameOf(card) === 'figure' ? card : part;
}

function hasOthers(part: Element, element: Element): boolean {
  const images = Element.prototype.getElementsByTagName.call(part, 'img').length;
  return images > (element instanceof HTMLImageElement ? 1 : 0);
}

function licencesIn(part: Element, selector: string): Element[] {
  const found = [...queryAll(part, selector)].slice(0, 10 * MOST.links);
  return found.filter(isLicence).slice(0, MOST.links);
}

function isLicence(link: Element): boolean {
  const terms = ['rel', 'property'].map((name) => attribute(link, name));
  return terms.some((term) => TERM.test(term)) || Element.prototype.matches.call(link, LINK_TO_CC);
}

/** RDFa can say of what it speaks; where it does not, it is what it stands beside. */
function isAbout(element: Element): (link: Element) => boolean {
  const source = attribute(element, 'src');
  return (link) => {
    const subject = closest(link, '[about]');
    if (!subject || Node.prototype.contains.call(subject, element)) return true;
    return source !== '' && attribute(subject, 'about') === source;
  };
}

function read(link: Element): RightsSignal[] {
  const written = ['href', 'resource', 'content'].map((name) => attribute(link, name)).find((value) => value);
  const isAddress = written && URL.canParse(written, baseOf(link));
  const address = isAddress ? new URL(written, baseOf(link)).href : '';
  return licence('page', /^https?:/.test(address) ? address : textOf(link).slice(0, MOST.caption));
}
