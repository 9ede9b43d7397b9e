import { tagNamedBy } from '../core/command.ts';
import { Failure, toFailure } from '../core/failure.ts';
import type { Tag } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { readCurrentProject, readValue } from '../db/read.ts';
import type { Intent } from '../db/schema.ts';
import type { Tab } from '../platform/tabs.ts';
import { capture } from './capture.ts';
import { findPointer } from './find-pointer.ts';
import { newId } from './intents.ts';
import { askUnlessRefused } from './prompt.ts';
import { startSweep } from './sweep/start.ts';
import { tellFailure } from './tell.ts';

/** A key that the person set for a command: the image under the pointer is meant. The prompt comes before any `await`. */
export function onKey(command: string, tab: Tab | undefined): Promise<void> | undefined {
  if (tab?.id === undefined) return undefined;
  const access = askUnlessRefused();
  if (command === 'sweep') return sweepPage(access, { tabId: tab.id, pageUrl: tab.url ?? '' });
  return tagPointed(command, access, { tabId: tab.id, pageUrl: tab.url ?? '', at: Date.now() });
}

async function sweepPage(access: Promise<boolean>, page: Pick<Intent, 'tabId' | 'pageUrl'>): Promise<void> {
  try {
    await access;
    await startSweep(page, await readProject());
  } catch (error) {
    await tellFailure(page, toFailure(error));
  }
}

/** Nothing in it throws. */
async function tagPointed(
  command: string,
  access: Promise<boolean>,
  pressed: Pick<Intent, 'tabId' | 'pageUrl' | 'at'>,
): Promise<void> {
  const place = { frameId: 0, frameUrl: pressed.pageUrl, srcUrl: '' };
  const blank = { ...pressed, ...place, id: newId(), by: 'key', tag: 'positive', project: '', tries: 1 } as const;
  try {
    const allSites = await access;
    const [tag, project] = await Promise.all([tagOf(command), readProject()]);
    const intent = { ...blank, tag, project, ...(await findPointer(blank)) };
    await capture(intent, allSites);
  } catch (error) {
    await tellFailure(blank, toFailure(error));
  }
}

/** @throws Failure `nothing-to-repeat` */
async function tagOf(command: string): Promise<Tag> {
  const tag = tagNamedBy(command) ?? (await readValue(await database(), 'lastTag'));
  if (!tag) throw new Failure('nothing-to-repeat');
  return tag;
}

async function readProject(): Promise<string> {
  return (await readCurrentProject(await database()))?.id ?? '';
}
