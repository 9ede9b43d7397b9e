import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser's profile folder. */
export interface Profile {
  folder: string;
  /** Removes the folder, if it was made for this run. */
  remove(): void;
}

/**
 * @param keep a folder to use as it is, and to leave there
 * @param template a folder to begin with a copy of
 */
export function openProfile(keep?: string, template?: string): Profile {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'foil-profile-'));
  if (template) cpSync(template, folder, { recursive: true, verbatimSymlinks: true });
  const remove = () => {
    // The browser's last children may still be writing when it has ended.
    if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  return { folder, remove };
}
