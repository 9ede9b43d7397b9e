import { TAGS } from '../core/tag.ts';
import { Scene } from './Scene.tsx';
import './RingsPicture.css';

/** Pictures on a page: a dog, its surroundings, a dog of stone, and one that nobody has captured. The look is that of `content/rings`. */
export function RingsPicture() {
  return (
    <div class="rings-picture" aria-hidden="true">
      {[...TAGS, 'none'].map((tag) => (
        <span key={tag} class={tag}>
          <Scene />
          {tag !== 'none' && (
            <b>
              <i />
            </b>
          )}
        </span>
      ))}
    </div>
  );
}
