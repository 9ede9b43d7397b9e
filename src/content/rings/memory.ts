import type { Tag } from '../../core/tag.ts';
import type { Shown } from '../../protocol.ts';
import { askBackground } from './ask.ts';

/** Pictures asked about at once, and remembered at most. */
const MOST = { batch: 200, kept: 10_000 };

/** What the background said of pictures, by what the page calls them: an address of any kind. */
export class Memory {
  readonly #tags = new Map<string, Tag>();
  readonly #hashes = new Map<string, string>();
  /** What was answered since the last change. */
  readonly #fresh = new Set<string>();
  readonly #asked = new Set<string>();
  #changes = 0;

  tagOf(url: string): Tag | undefined {
    return this.#tags.get(url);
  }

  /** Answers hold until something changes; until there are new ones, the old stand. */
  expire(): void {
    this.#changes += 1;
    this.#fresh.clear();
  }

  learn(url: string, sha256: string): void {
    this.#hashes.set(url, sha256);
    this.#fresh.delete(url);
  }

  /** Asks about those that there is no answer for, nor a question under way. @returns whether it asked */
  async ask(urls: Iterable<string>): Promise<boolean> {
    const open = [...urls].filter((url) => !this.#fresh.has(url) && !this.#asked.has(url)).slice(0, MOST.batch);
    if (open.length === 0) return false;
    const before = this.#changes;
    for (const url of open) this.#asked.add(url);
    try {
      const shown = open.map(this.#shown);
      const tags = await askBackground('known', shown);
      // What was learned of one meanwhile was not asked with: its answer does not last.
      const lasts = (url: string, index: number) =>
        before === this.#changes && this.#hashes.get(url) === shown[index]?.sha256;
      this.#keep(open, tags, lasts);
    } finally {
      for (const url of open) this.#asked.delete(url);
    }
    return true;
  }

  #keep(urls: readonly string[], tags: readonly (Tag | null)[], lasts: (url: string, index: number) => boolean): void {
    if (this.#fresh.size > MOST.kept) this.#fresh.clear();
    for (const [index, url] of urls.entries()) {
      const tag = tags[index];
      if (tag) this.#tags.set(url, tag);
      else this.#tags.delete(url);
      if (lasts(url, index)) this.#fresh.add(url);
    }
  }

  readonly #shown = (url: string): Shown => {
    const sha256 = this.#hashes.get(url);
    return { ...(/^https?:/i.test(url) && { url }), ...(sha256 !== undefined && { sha256 }) };
  };
}
