import { Failure } from '../core/failure.ts';
import { hasAllSites, requestAllSites } from '../platform/permissions.ts';
import { knownRefusal, readRefusal, rememberRefusal } from './refusal.ts';

/** Shows the browser's prompt if access is missing. To be called before any `await`. */
export function askForAccess(): Promise<boolean> {
  return decide(requestAllSites());
}

/**
 * Like `askForAccess`, where it is not known beforehand whether the person has refused. A background that was just woken cannot
 * know it in time: it respects a refusal all the same, and else asks at the next press.
 *
 * @throws Failure `access-unasked` when the key has to be pressed once more
 */
export async function askUnlessRefused(): Promise<boolean> {
  const refused = knownRefusal();
  if (refused === false) return askForAccess();
  if (await hasAllSites()) return true;
  if (!(refused ?? (await readRefusal()))) throw new Failure('access-unasked');
  return false;
}

/** What the person decided. A prompt that could not be shown (no user gesture) is no refusal. */
async function decide(prompt: Promise<boolean>): Promise<boolean> {
  const answer = await prompt.catch(() => undefined);
  if (answer === false) await rememberRefusal(true);
  return answer ?? hasAllSites();
}
