import type { Language } from '../protocol.ts';
import { own } from './own-hosts.ts';

/** Elements of ours in a page, made one by one: no markup is ever read. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A button that a person alone can press: what a page dispatches is not believed. */
export function button(className: string, label: string, act: () => void, name = label): HTMLButtonElement {
  const made = element('button', className, label);
  if (name !== label) made.setAttribute('aria-label', name);
  made.type = 'button';
  made.addEventListener('click', (event) => event.isTrusted && act());
  return made;
}

/** Our words run as their language does, whatever the page's does. */
export function speak(made: HTMLElement, { lang, dir }: Language): void {
  made.lang = lang;
  made.dir = dir;
}

/** A host with a closed shadow root, its styles inside: the page sees that there is something, not what. */
export function hidden(css: string): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement('div');
  own(host);
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  return { host, root };
}

/** Above everything: within a modal dialog of the page, since all outside of it takes no clicks. */
export function placeOnTop(host: HTMLElement): void {
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body ?? document.documentElement;
  if (host.parentNode !== place) place.append(host);
}
