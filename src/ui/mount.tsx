import { type ComponentType, render } from 'preact';
import { type WordKey, words } from '../platform/words.ts';
import { Boundary } from './Boundary.tsx';
import { Give } from './give/Give.tsx';
import { direction, language } from './language.ts';
import './base.css';

/** Renders a page of ours into `#app`, in the person's language and its direction. All of them take pictures. */
export function mountPage(App: ComponentType, title: WordKey): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = direction();
  document.title = words(title);
  const place = document.getElementById('app');
  if (!place) throw new Error('#app is missing');
  render(
    <Boundary>
      <App />
    </Boundary>,
    place,
  );
  const beside = document.createElement('div');
  document.body.append(beside);
  render(<Give />, beside);
}
