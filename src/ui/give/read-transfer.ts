import { isImageAddress } from '../../core/found.ts';
import { clip } from '../../core/limits.ts';
import { filesOf } from './files-of.ts';

/** A picture that was pasted or dropped: its file, where it lies on the web, or both. */
export interface Picked {
  readonly name: string;
  readonly file?: File;
  readonly address?: string;
  readonly alt: string;
  readonly linkUrl: string;
}

/** Whether something that is being dragged can hold a picture. */
export function mayHoldPicture({ types }: DataTransfer): boolean {
  return ['Files', 'text/uri-list', 'text/html'].some((type) => types.includes(type));
}

/**
 * The pictures in what was pasted or dropped. All that is read of it at once is read before the first `await`: after that a
 * browser empties it.
 */
export async function readTransfer(data: DataTransfer): Promise<readonly Picked[]> {
  const shown = readMarkup(data.getData('text/html'));
  const addresses = readAddresses(data.getData('text/uri-list') || data.getData('text/plain'));
  const files = await filesOf(data);
  const [only] = files;
  // An image dragged or copied out of a page: its markup says where it lies, its file may be newly encoded.
  if (shown && files.length < 2) return [{ ...shown, ...(only && { file: only, name: only.name || shown.name }) }];
  if (files.length > 0) return files.map((file) => ({ file, name: file.name, alt: '', linkUrl: '' }));
  return addresses.map((address) => ({ address, name: nameOf(address), alt: '', linkUrl: '' }));
}

/** The first image of a piece of markup. The document it is parsed into runs nothing and loads nothing. */
function readMarkup(markup: string): Picked | undefined {
  const image = new DOMParser().parseFromString(markup, 'text/html').querySelector('img[src]');
  // Not `src`: relative to a page of ours it would be an address of ours.
  const address = image?.getAttribute('src') ?? '';
  if (!image || !isImageAddress(address)) return undefined;
  const link = image.closest('a')?.getAttribute('href') ?? '';
  const linkUrl = /^https?:/i.test(link) ? link : '';
  return { address, name: nameOf(address), alt: image.getAttribute('alt') ?? '', linkUrl };
}

/** `text/uri-list`: an address a line, `#` before a remark. */
function readAddresses(list: string): readonly string[] {
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  const addresses = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const are = addresses.every((line) => !/\s/.test(line) && URL.canParse(line) && /^(https?|data):/i.test(line));
  return are ? addresses.filter(isImageAddress) : [];
}

function nameOf(address: string): string {
  if (!/^https?:/i.test(address)) return '';
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').at(-1) ?? '';
  return clip(last === '' ? host : decode(last), 200);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
