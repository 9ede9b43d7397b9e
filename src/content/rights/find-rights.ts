import { type ImageStatement, rightsOf } from '../../core/rights/image-object.ts';
import { mergeRights, type RightsSignal } from '../../core/rights/signal.ts';
import { baseOf, closest, treeOf } from '../dom.ts';
import { findStatements, statementAround } from './image-objects.ts';
import { licencesNear, licencesOfPage } from './licences.ts';
import { rightsInMetas } from './metas.ts';
import { isAddressOf } from './same-address.ts';

/** What the page says of all its images alike, and of single ones. */
interface PageRights {
  readonly root: Element;
  readonly common: readonly RightsSignal[];
  readonly licences: readonly RightsSignal[];
  readonly statements: readonly ImageStatement[];
}

/** Read once for all images that are described in one turn, in which no page can change. */
let page: PageRights | undefined;

/**
 * What the page says about the use of the image that `element` shows from `url`. Everything is bounded, whatever the page
 * holds; and a page can put other things in the place of its document's own functions (`<img name="querySelector">`): only
 * its elements are asked.
 */
export function findRights(element: Element, url: string): readonly RightsSignal[] {
  const root = rootOf(element);
  const { common, licences, statements } = page?.root === root ? page : readPage(root);
  const near = licencesNear(element);
  const isShown = isAddressOf([url, linkOf(element)], baseOf(element));
  return mergeRights(
    statementAround(element)?.rights,
    rightsOf(statements, isShown),
    near.length > 0 ? near : licences,
    common,
  );
}

function readPage(root: Element): PageRights {
  const read = {
    root,
    common: rightsInMetas(root),
    licences: licencesOfPage(root),
    statements: findStatements(root),
  };
  page = read;
  queueMicrotask(() => {
    page = undefined;
  });
  return read;
}

function linkOf(element: Element): string {
  const link = closest(element, 'a');
  return link instanceof HTMLAnchorElement ? link.href : '';
}

/** The document's first element, out of any shadow root. */
function rootOf(element: Element): Element {
  let top = element;
  for (let depth = 0; depth < 50; depth++) {
    const root = treeOf(top);
    if (!(root instanceof ShadowRoot)) break;
    top = root.host;
  }
  return closest(top, 'html') ?? top;
}
