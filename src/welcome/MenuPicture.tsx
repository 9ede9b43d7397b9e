import { TAGS } from '../core/tag.ts';
import { tagName, words } from '../platform/words.ts';
import { TagShape } from '../ui/TagShape.tsx';
import { Scene } from './Scene.tsx';
import './MenuPicture.css';

/** A page with a picture, and the browser's menu on it. Drawn: what it shows stands in the words around it. */
export function MenuPicture({ project }: { project: string }) {
  return (
    <div class="menu-picture" aria-hidden="true">
      <div class="window">
        <div class="window-bar">
          <i />
          <i />
          <i />
        </div>
        <Scene />
      </div>
      <div class="menu">
        <span class="menu-other" />
        <span class="menu-other short" />
        <span class="menu-foil">
          {words('menu_title', project)} <b>›</b>
        </span>
        <span class="menu-other" />
      </div>
      <div class="menu sub">
        {TAGS.map((tag) => (
          <span key={tag} class={tag === 'positive' ? 'chosen' : ''}>
            <TagShape tag={tag} size={11} />
            {tagName(tag)}
          </span>
        ))}
      </div>
    </div>
  );
}
