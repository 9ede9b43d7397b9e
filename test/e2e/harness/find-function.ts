import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a function's body begins. Lines and columns count from 0, as in the debugger's protocol. */
export interface Entry {
  /** The script, relative to the extension's folder. */
  file: string;
  lineNumber: number;
  columnNumber: number;
}

/**
 * Finds where the body of a named function begins, in every script of a built extension that has a function of that
 * name (the bundler may copy a module into several).
 * @throws when there is none, for instance because the build is minified
 */
export function findFunction(folder: string, name: string): Entry[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const found = scripts.flatMap((file) => entries(readFileSync(join(folder, file), 'utf8'), name, file));
  if (found.length === 0) throw new Error(`no function "${name}" in the scripts of ${folder}`);
  return found;
}

function entries(source: string, name: string, file: string): Entry[] {
  const escaped = name.replaceAll('$', '\\$');
  const head = new RegExp(
    `(?:\\bfunction\\s*\\*?\\s*${escaped}|(?<![\\w$.])${escaped}\\s*=\\s*(?:async\\s*)?(?:function\\s*)?)\\s*\\(`,
    'g',
  );
  return [...source.matchAll(head)].map((match) => {
    const parameters = match.index + match[0].length;
    const offset = bodyStart(source, closing(source, parameters));
    const before = source.slice(0, offset).split('\n');
    return { file, lineNumber: before.length - 1, columnNumber: before.at(-1)?.length ?? 0 };
  });
}

/** The offset after the parenthesis that closes the one opened just before `from`. */
function closing(source: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < source.length; at++) {
    if (source[at] === '(') depth++;
    if (source[at] === ')') depth--;
  }
  return at;
}

function bodyStart(source: string, afterParameters: number): number {
  const opening = /^\s*(?:=>)?\s*\{?/.exec(source.slice(afterParameters));
  return afterParameters + (opening?.[0].length ?? 0);
}
