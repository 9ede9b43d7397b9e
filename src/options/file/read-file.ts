import { Failure } from '../../core/failure.ts';
import { LIMITS } from '../../core/limits.ts';

/**
 * The JSON of a settings file, not believed yet.
 *
 * @throws Failure `settings-unreadable` when it is too large or no JSON
 */
export async function readSettingsFile(file: File): Promise<unknown> {
  // A character takes up to 4 bytes: what is larger than that is not even read.
  if (file.size > LIMITS.settings * 4) throw new Failure('settings-unreadable', { fact: 'too large' });
  const text = await file.text();
  if (text.length > LIMITS.settings) throw new Failure('settings-unreadable', { fact: 'too large' });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('settings-unreadable', { fact: 'no JSON', cause: error });
  }
}
