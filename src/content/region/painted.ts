import { intersect, type Rect, shareOf } from '../../core/rect.ts';
import type { Region } from '../../core/region.ts';
import { fitted, type Size } from '../fitted.ts';
import { naturalSize } from '../image-box.ts';
import { contentBox, paddingBox } from '../inner-box.ts';

/** Where an element paints its picture, in CSS pixels of the frame's viewport. */
export interface Painted {
  /** All of the picture, as if nothing were cut off. */
  readonly whole: Rect;
  /** What of it can be seen, in shares of the whole. */
  readonly seen: Region;
  /** The picture's own size; 0 where it is not known. */
  readonly natural: Size;
}

/**
 * Where the picture is painted; `undefined` where that cannot be told.
 *
 * @param known the picture's size, for what does not say it itself
 */
export function paintedBy(element: Element, url: string, known: Size): Painted | undefined {
  const picture = pictureOf(element, url, known);
  if (!picture) return undefined;
  const { box, natural } = picture;
  const whole = fitted(picture);
  const shown = intersect(box, whole);
  return shown.width > 0 && shown.height > 0 ? { whole, seen: shareOf(shown, whole), natural } : undefined;
}

type Picture = Parameters<typeof fitted>[0];

function pictureOf(element: Element, url: string, known: Size): Picture | undefined {
  const style = getComputedStyle(element);
  if (element instanceof SVGImageElement) return ofSvgImage(element, known);
  const natural = sizeOf(element, known);
  if (natural) {
    const { objectFit: size, objectPosition: position } = style;
    return { box: contentBox(element, style), natural, size, position };
  }
  return ofBackground(element, style, url, known);
}

/** Of what is replaced by a picture; a video may show its poster still. */
function sizeOf(element: Element, known: Size): Size | undefined {
  const isReplaced = element instanceof HTMLVideoElement || element instanceof HTMLInputElement;
  return naturalSize(element) ?? (isReplaced ? known : undefined);
}

/** `preserveAspectRatio` says the same as `object-fit` and `object-position`, in other words. */
function ofSvgImage(element: SVGImageElement, natural: Size): Picture {
  const [align = '', how] = (element.getAttribute('preserveAspectRatio') ?? '').trim().split(/\s+/);
  const at = (axis: 'x' | 'Y') =>
    ({ Min: '0%', Max: '100%' })[RegExp(`${axis}(Min|Max)`).exec(align)?.[1] ?? ''] ?? '50%';
  const size = align === 'none' ? 'fill' : how === 'slice' ? 'cover' : 'contain';
  return { box: element.getBoundingClientRect(), natural, size, position: `${at('x')} ${at('Y')}` };
}

/** The layer of a background that has this address. */
function ofBackground(element: Element, style: CSSStyleDeclaration, url: string, natural: Size): Picture | undefined {
  const layers = listOf(style.backgroundImage);
  const layer = layers.findIndex((image) => /^url\("(.*)"\)$/s.exec(image)?.[1]?.replaceAll('\\"', '"') === url);
  if (layer < 0 || !(natural.width > 0)) return undefined;
  const own = (values: string) => {
    const list = listOf(values);
    return list[layer % list.length] ?? '';
  };
  const { backgroundSize, backgroundPosition } = style;
  return { box: paddingBox(element, style), natural, size: own(backgroundSize), position: own(backgroundPosition) };
}

/** The items of a list in CSS; a comma within brackets or quotes parts nothing. */
function listOf(value: string): string[] {
  return (
    value.match(/(?:"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\)|[^,("])+/g)?.map((item) => item.trim()) ?? []
  );
}
