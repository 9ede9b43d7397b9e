import word from '../content/word.iife.ts?iife';
import { type Capture, formOf } from '../core/capture.ts';
import { type Failure, noteOf, toFailure } from '../core/failure.ts';
import { type Project, sendsCaptures } from '../core/project.ts';
import { policyOf } from '../core/rights/policy.ts';
import { type Remark, remarkOf, remarksOn } from '../core/rights/reserve.ts';
import { database } from '../db/open.ts';
import type { Intent } from '../db/schema.ts';
import { type Saved, writeValue } from '../db/write.ts';
import { announce } from '../platform/changes.ts';
import { inject } from '../platform/frame-scripts.ts';
import { askFrame } from '../platform/messaging.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { failureWords, tagName, words } from '../platform/words.ts';
import type { Word } from '../protocol.ts';
import { showCounts } from './counts.ts';

export async function tellSaved({ tabId }: Intent, saved: Saved): Promise<void> {
  // A page that cannot show a word, or is gone: the badge counts all the same.
  const [project, form] = await Promise.all([
    (await database()).get('projects', saved.capture.project),
    formWords(saved.capture),
  ]);
  await say(tabId, savedWord(saved, project, form)).catch(() => undefined);
}

export async function tellFailure({ tabId }: Intent, failure: Failure): Promise<void> {
  const { text, remedy } = failureWords(noteOf(failure));
  const shown = await say(tabId, { tone: 'problem', text, detail: remedy, close: words('close') }).then(
    () => true,
    () => false,
  );
  if (!shown) await keepNotice(failure);
}

/** What no page can show stands in the pop-up until it was seen, and the badge points there. */
async function keepNotice(failure: Failure): Promise<void> {
  await writeValue(await database(), 'notice', { failure: noteOf(failure), at: Date.now() });
  announce({ what: 'notice' });
  await showCounts();
}

async function say(tabId: number, shown: Word): Promise<void> {
  const top = { tabId, frameId: 0 };
  try {
    await askFrame(top, 'say', shown);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(top, word);
    await askFrame(top, 'say', shown);
  }
}

const SAVED_WORDS = {
  positive: 'saved_positive',
  'context-negative': 'saved_context_negative',
  distractor: 'saved_distractor',
} as const;

function savedWord({ outcome, capture }: Saved, project: Project | undefined, form: string): Word {
  const before = capture.history.at(-2)?.tag;
  const details = {
    saved: [project?.name, factsOf(capture, project), form].filter(Boolean).join(' · '),
    already: words('already_here'),
    retagged: before ? words('was_tagged', tagName(before)) : '',
  };
  const shown = {
    tone: capture.tag,
    text: words(SAVED_WORDS[capture.tag]),
    detail: details[outcome],
    ...noteOn(capture, project),
    close: words('close'),
  };
  return outcome === 'already' ? shown : { ...shown, undo: { capture: capture.id, label: words('undo') } };
}

/** A positive goes to a dataset without boxes: that is said, since it counts there only once somebody has labelled it. */
function factsOf({ image, tag }: Capture, project: Project | undefined): string {
  if (tag === 'positive' && sendsCaptures(project)) return words('saved_for_labelling');
  return `${image.width} × ${image.height} ${image.extension.toUpperCase()}`;
}

/** That it is not what the server gave, and why where that can be helped; nothing where it is (DESIGN.md, rule 3). */
async function formWords({ provenance }: Capture): Promise<string> {
  const form = formOf(provenance.way);
  if (form === 'original') return '';
  if (form === 're-encoded') return words('form_re_encoded');
  return words((await hasAllSites()) ? 'form_screenshot' : 'form_screenshot_without_access');
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

/** What is said after an undo: the capture is gone, or has the tag it had before. */
export function undoneWord(capture: Capture): Word {
  if (capture.removed) return { tone: 'removed', text: words('taken_back'), detail: '', close: words('close') };
  return {
    tone: capture.tag,
    text: words(SAVED_WORDS[capture.tag]),
    detail: words('as_before'),
    close: words('close'),
  };
}
