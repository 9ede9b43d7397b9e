import type { Tag } from '../core/tag.ts';
import { tagName } from '../platform/words.ts';
import './TagShape.css';

interface Props {
  readonly tag: Tag;
  readonly size?: number;
  /** It stands alone: named for those who do not see it. Beside the tag's word it stays silent. */
  readonly alone?: boolean;
}

/** A tag's shape in its colour: circle, square, diamond. */
export function TagShape({ tag, size = 14, alone = false }: Props) {
  const shape = (
    <svg class={`tag-shape ${tag}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SHAPES[tag]}
    </svg>
  );
  if (!alone) return shape;
  const name = tagName(tag);
  return (
    <span role="img" aria-label={name} title={name}>
      {shape}
    </span>
  );
}

const SHAPES = {
  positive: <circle cx="8" cy="8" r="7" />,
  'context-negative': <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" />,
  distractor: <path d="M8 .4 15.6 8 8 15.6.4 8z" />,
} satisfies Record<Tag, unknown>;
