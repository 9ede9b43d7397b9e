import { type Capture, formOf } from '../core/capture.ts';
import { type Failure, noteOf } from '../core/failure.ts';
import { type Project, sendsCaptures } from '../core/project.ts';
import { policyOf } from '../core/rights/policy.ts';
import { type Remark, remarkOf, remarksOn } from '../core/rights/reserve.ts';
import type { Intent, Offer } from '../db/schema.ts';
import type { Saved } from '../db/write.ts';
import { isDestinationId, METAS } from '../destinations/metas.ts';
import { failureWords, ourLanguage, tagName, type WordKey, words } from '../platform/words.ts';
import type { Word } from '../protocol.ts';
import { isTaken } from './as-taken.ts';
import { choicesOf, frameAt, sizeOf } from './choices-for.ts';

const SAVED_WORDS = {
  positive: 'saved_positive',
  'context-negative': 'saved_context_negative',
  distractor: 'saved_distractor',
} as const;

/** What a word is made of. */
export interface Telling {
  readonly saved: Saved;
  readonly project: Project | undefined;
  readonly offer: Offer;
  readonly allSites: boolean;
}

export function savedWord({ saved: { outcome, capture }, project, offer, allSites }: Telling): Word {
  const before = capture.history.at(-2)?.tag;
  const details = {
    saved: [
      project?.name ?? '',
      ...factsOf(capture, project, offer.intent),
      formWords(capture, allSites),
      copyWords(capture, project),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
    already: words('already_here'),
    instead: words('already_here'),
    retagged: before ? words('was_tagged', tagName(before)) : '',
    marked: words('part_added', capture.regions?.length ?? 1),
  };
  return {
    ...toldOf(capture, details[outcome]),
    ...noteOn(capture, project),
    ...(outcome !== 'already' && {
      undo: { capture: capture.id, label: words('undo') },
      many: words('saved_many', '#'),
    }),
    ...choicesOf(offer),
    ...(canBeMarked(offer.intent) && { part: { capture: capture.id, label: words('part_mark') } }),
  };
}

function toldOf(capture: Capture, detail: string): Word {
  return { tone: capture.tag, text: words(SAVED_WORDS[capture.tag]), detail, ...always() };
}

const REMARK_WORDS = {
  reserved: 'rights_note_reserved',
  'ai-made': 'rights_note_ai_made',
  conditions: 'rights_note_conditions',
} as const satisfies Record<Remark, string>;

/** The weightiest remark on the image's rights, unless the project wants them recorded in silence. */
function noteOn({ provenance }: Capture, project: Project | undefined): Pick<Word, 'note'> {
  const { rights = [] } = provenance;
  const [remark] = policyOf(project) === 'record' ? [] : remarksOn(rights);
  const said = rights.find((found) => remarkOf(found) === remark);
  return remark && said ? { note: words(REMARK_WORDS[remark], said.value) } : {};
}

/** What every word says. */
function always() {
  return { language: ourLanguage(), close: words('close'), lost: words('word_lost') };
}

/** What went wrong, and what to do. */
export function problemWord(failure: Failure): Word {
  const { text, remedy } = failureWords(noteOf(failure));
  return { tone: 'problem', text, detail: remedy, ...always() };
}

/** What is particular about it, and its size. */
function factsOf(
  { image, tag, regions, provenance }: Capture,
  project: Project | undefined,
  { found }: Intent,
): string[] {
  const { moment } = provenance;
  const kind = moment === undefined ? found?.kind === 'canvas' && words('kind_canvas') : frameAt(moment);
  const special = [regions ? words('fact_part') : '', kind || ''];
  const size = `${sizeOf(image)} ${image.extension.toUpperCase()}`;
  // A positive goes to a dataset without boxes: that is said, since it counts there only once somebody has labelled it.
  const last = tag === 'positive' && sendsCaptures(project) ? words('saved_for_labelling') : size;
  return [...special, last];
}

/** That it is not what the server gave, and why where that can be helped; nothing where it is (DESIGN.md, rule 3). */
function formWords({ provenance: { way, imageUrl, moment } }: Capture, allSites: boolean): string {
  const form = formOf(way);
  // What is drawn in the first place has no file.
  const isDrawn = way === 'drawn' && (imageUrl === '' || moment !== undefined);
  if (form === 'original' || isDrawn) return '';
  if (form === 're-encoded') return words('form_re_encoded');
  return words(allSites ? 'form_screenshot' : 'form_screenshot_without_access');
}

/** That its destination takes no such image, and gets a copy of another kind. */
function copyWords({ image }: Capture, project: Project | undefined): string {
  if (!project || !isDestinationId(project.destination.id)) return '';
  const { takes, label } = METAS[project.destination.id];
  // A meta's label is a key; destinations know no words.
  const name = words(label as WordKey);
  return isTaken(image, takes) ? '' : words('sent_as_png', name, image.extension.toUpperCase());
}

/** What is said after an undo: the capture is gone, or another is as it was before. */
export function undoneWord(capture: Capture): Word {
  if (capture.removed) return { tone: 'removed', text: words('taken_back'), detail: '', ...always() };
  return toldOf(capture, words('as_before'));
}

/** The same, of what is back since another is gone that stood in its place: it can go, too. */
export function backWord(capture: Capture): Word {
  return { ...undoneWord(capture), undo: { capture: capture.id, label: words('undo') } };
}

/** A picture that is saved, and that the page still shows: a video has moved on. */
function canBeMarked({ found }: Intent): boolean {
  return found !== undefined && found.kind === 'image' && found.key !== '';
}
