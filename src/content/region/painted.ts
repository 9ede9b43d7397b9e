import type { Region } from '../../core/region.ts';
import { type Box, fitted, type Size } from './fitted.ts';

/** Where an element paints its picture, in CSS pixels of the frame's viewport. */
export interface Painted {
  /** All of the picture, as if nothing were cut off. */
  readonly whole: Box;
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
  const left = Math.max(box.x, whole.x);
  const top = Math.max(box.y, whole.y);
  const width = Math.min(box.x + box.width, whole.x + whole.width) - left;
  const height = Math.min(box.y + box.height, whole.y + whole.height) - top;
  if (!(width > 0 && height > 0)) return undefined;
  const seen = {
    x: (left - whole.x) / whole.width,
    y: (top - whole.y) / whole.height,
    width: width / whole.width,
    height: height / whole.height,
  };
  return { whole, seen, natural };
}

type Picture = Parameters<typeof fitted>[0];

function pictureOf(element: Element, url: string, known: Size): Picture | undefined {
  const style = getComputedStyle(element);
  if (element instanceof SVGImageElement) return ofSvgImage(element, known);
  const natural = naturalSize(element, known);
  if (natural) {
    const { objectFit: size, objectPosition: position } = style;
    return { box: contentBox(element, style), natural, size, position };
  }
  return ofBackground(element, style, url, known);
}

/** `undefined` for what is not replaced by a picture. */
function naturalSize(element: Element, known: Size): Size | undefined {
  if (element instanceof HTMLImageElement) return { width: element.naturalWidth, height: element.naturalHeight };
  if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
  if (element instanceof HTMLVideoElement)
    return element.videoWidth > 0 ? { width: element.videoWidth, height: element.videoHeight } : known;
  return element instanceof HTMLInputElement ? known : undefined;
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

function contentBox(element: Element, style: CSSStyleDeclaration): Box {
  const side = (name: string) =>
    px(style.getPropertyValue(`border-${name}-width`)) + px(style.getPropertyValue(`padding-${name}`));
  return insetBy(element, side);
}

function paddingBox(element: Element, style: CSSStyleDeclaration): Box {
  return insetBy(element, (name) => px(style.getPropertyValue(`border-${name}-width`)));
}

/** The box within its borders, as a transform may have scaled it. */
function insetBy(element: Element, side: (name: string) => number): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  const own = element instanceof HTMLElement ? element : undefined;
  const [across, down] = [width / (own?.offsetWidth || width), height / (own?.offsetHeight || height)];
  return {
    x: x + side('left') * across,
    y: y + side('top') * down,
    width: width - (side('left') + side('right')) * across,
    height: height - (side('top') + side('bottom')) * down,
  };
}

function px(value: string): number {
  return Number.parseFloat(value) || 0;
}
