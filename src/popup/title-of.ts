import type { Capture } from '../core/capture.ts';
import { clockTime } from '../core/moment.ts';

/** What a person would call an image: its description, else its page's title, else where it is from; of a video, also when. */
export function titleOf({ provenance, image }: Pick<Capture, 'provenance' | 'image'>): string {
  const { alt, title, pageUrl, moment } = provenance;
  const name = alt.trim() || title.trim() || hostOf(pageUrl) || `${image.width} × ${image.height}`;
  return moment === undefined ? name : `${clockTime(moment)} · ${name}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** Where to look an image up again: the page it was on, else its own address; `undefined` where neither is on the web. */
export function sourceOf({ provenance }: Pick<Capture, 'provenance'>): string | undefined {
  return [provenance.pageUrl, provenance.imageUrl].find((url) => /^https?:\/\//i.test(url));
}
