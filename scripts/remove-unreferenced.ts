import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Removes the scripts of one folder of a build that no page, script, style or manifest of it names, and then those that only
 * these named. Their names carry a hash, so that a mention cannot be another thing; a mention in a comment keeps a script too.
 */
export function removeUnreferenced(build: string, folder: string): void {
  for (let removed = 1; removed > 0; ) {
    const texts = filesOf(build).map((file) => ({ file, text: readFileSync(join(build, file), 'utf8') }));
    const scripts = texts.filter(({ file }) => file.startsWith(folder) && file.endsWith('.js'));
    const unnamed = scripts.filter(
      ({ file }) => !texts.some((other) => other.file !== file && names(other.text, file)),
    );
    for (const { file } of unnamed) rmSync(join(build, file));
    removed = unnamed.length;
  }
}

function names(text: string, file: string): boolean {
  return text.includes(basename(file));
}

function filesOf(build: string): string[] {
  return readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|html|css|json)$/.test(file));
}
