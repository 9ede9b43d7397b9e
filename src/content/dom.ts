/**
 * Members of elements and documents that no markup can hide. `<form><input name="parentNode">` and `<img name="title">` put
 * elements in the place of a form's and a document's own members, in our world too: the prototypes' are asked instead.
 */
function member<Of extends object, Key extends keyof Of>(prototype: Of, key: Key, of: Of): Of[Key] {
  return Reflect.get(prototype, key, of);
}

export const nameOf = (element: Element): string => member(Element.prototype, 'localName', element);

export const attribute = (element: Element, name: string): string =>
  Element.prototype.getAttribute.call(element, name) ?? '';

export const closest = (element: Element, selector: string): Element | undefined =>
  Element.prototype.closest.call(element, selector) ?? undefined;

export const textOf = (of: Node): string => member(Node.prototype, 'textContent', of) ?? '';

export const childrenOf = (of: Node): NodeListOf<ChildNode> => member(Node.prototype, 'childNodes', of);

/** Whether an element is drawn at all: not hidden, nor wholly transparent. */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });

export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

export const titleOf = (of: Document): string => member(Document.prototype, 'title', of);

export const typeOf = (of: Document): string => member(Document.prototype, 'contentType', of);

export const isHidden = (): boolean => member(Document.prototype, 'hidden', document);

export const baseOf = (of: Node): string => member(Node.prototype, 'baseURI', of);

export const bodyOf = (of: Document): HTMLElement | null => member(Document.prototype, 'body', of);

export const documentOf = (element: Element): Document => member(Node.prototype, 'ownerDocument', element) ?? document;

export const treeOf = (element: Element): Node => Node.prototype.getRootNode.call(element);

export const queryAll = (root: Document | ShadowRoot | Element, selector: string): NodeListOf<Element> => {
  const owner = root instanceof Document ? Document : root instanceof Element ? Element : DocumentFragment;
  return owner.prototype.querySelectorAll.call(root, selector);
};

/** The element around one in its own tree. */
export const outerOf = (element: Element): Element | undefined =>
  member(Node.prototype, 'parentElement', element) ?? undefined;

/** The element around one, in the tree as it is drawn: the slot it stands in, the host of its shadow root. */
export function parentOf(element: Element): Element | undefined {
  const parent =
    member(Element.prototype, 'assignedSlot', element) ?? member(Node.prototype, 'parentNode', element) ?? undefined;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** An element and those around it, the innermost first; a page can nest without end. */
export function* around(element: Element, most = 256): Generator<Element> {
  let here: Element | undefined = element;
  for (let steps = 0; here && steps < most; steps++) {
    yield here;
    here = parentOf(here);
  }
}
