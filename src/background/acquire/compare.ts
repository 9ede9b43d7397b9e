import { isOpaque, lookFrom, type Resemblance, resemble } from '../../core/look.ts';
import { mayMove } from '../../core/moving.ts';
import { drawSmall, type Seen } from './see.ts';

/** A picture that came, decoded, against what the page shows. */
export function compare(bitmap: ImageBitmap, bytes: Uint8Array, { look, part, onPage }: Seen): Resemblance {
  const { width, height } = bitmap;
  const rgba = drawSmall(bitmap, part.x * width, part.y * height, part.width * width, part.height * height);
  if (onPage && !isOpaque(rgba)) return 'unsure';
  const resemblance = resemble(lookFrom(rgba), look);
  return resemblance === 'different' && mayMove(bytes) ? 'unsure' : resemblance;
}
