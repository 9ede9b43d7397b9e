import { element } from '../ours.ts';

/** Ms before the words are put into their region: one that came with its words, or was emptied just now, is not read out. */
const SETTLES = 100;

/** Says things to those who do not see them. Apart from what is shown: its buttons are not to be read out with every word. */
export function announcer() {
  const region = element('div', 'announced');
  region.setAttribute('role', 'status');
  let timer = 0;
  const say = (text: string) => {
    clearTimeout(timer);
    // The same words again are news too.
    region.textContent = '';
    timer = window.setTimeout(() => {
      region.textContent = text;
    }, SETTLES);
  };
  return { region, say };
}
