import type { Progress } from '../../core/swept.ts';
import { TAGS } from '../../core/tag.ts';
import { failureWords, ourLanguage, tagName, words } from '../../platform/words.ts';
import type { SweepEnd, SweepOpening, SweepWords, Word } from '../../protocol.ts';

/** Reasons that are named; what is more stands on the images. */
const REASONS = 3;

export function openingOf(sweep: string, project: string, least: number): SweepOpening {
  const tags = TAGS.map((tag) => ({ tag, label: tagName(tag) }));
  return { sweep, language: ourLanguage(), least, tags, words: layerWords(project) };
}

function layerWords(project: string): SweepWords {
  return {
    title: words('sweep_title'),
    detail: words('sweep_for', project),
    looking: words('sweep_looking'),
    nothing: words('sweep_nothing'),
    nothingHint: words('sweep_nothing_hint'),
    image: words('sweep_image'),
    images: words('sweep_images', '#'),
    selected: words('sweep_selected', '#'),
    least: words('sweep_least'),
    all: words('sweep_all'),
    none: words('sweep_none'),
    scroll: words('sweep_scroll'),
    scrolling: words('sweep_scrolling'),
    stop: words('sweep_stop'),
    hint: words('sweep_hint'),
    pickFirst: words('sweep_pick_first'),
    progress: words('sweep_progress', '#', '##'),
    cancel: words('sweep_cancel'),
    close: words('close'),
    mine: words('sweep_mine'),
    states: {
      waiting: words('sweep_waiting'),
      running: words('sweep_running'),
      saved: words('sweep_saved'),
      already: words('already_here'),
      retagged: words('sweep_retagged'),
      failed: words('sweep_failed'),
    },
    failed: words('word_lost'),
  };
}

/** What a sweep came to, in words. */
export function endOf({ saved, already, failed, reasons }: Progress): SweepEnd {
  const counted = [
    words('sweep_count_saved', saved),
    ...(already > 0 ? [words('sweep_count_already', already)] : []),
    ...(failed > 0 ? [words('sweep_count_failed', failed)] : []),
  ];
  return {
    text: counted.join(' · '),
    details: failed > 0 ? reasons.slice(0, REASONS).map((reason) => failureWords(reason).text) : [],
    ...(saved > 0 && { undo: words('sweep_undo', saved) }),
  };
}

/** The same, on a page whose layer was closed. */
export function endWord(sweep: string, tone: Word['tone'], { text, details, undo }: SweepEnd): Word {
  return {
    tone,
    text,
    detail: details.join(' '),
    ...(undo !== undefined && { undo: { capture: sweep, label: undo } }),
    ...always(),
  };
}

export function undoneWord(): Word {
  return { tone: 'removed', text: words('taken_back'), detail: '', ...always() };
}

function always() {
  return { language: ourLanguage(), close: words('close'), lost: words('word_lost') };
}
