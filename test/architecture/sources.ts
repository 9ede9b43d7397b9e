import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const SRC = new URL('../../src/', import.meta.url);

/** One file of the extension, tests left out. Paths are relative to `src`, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Without comments and the content of strings: what is left is code. */
  readonly code: string;
  /** As written, and as resolved: a path relative to `src`, or a package. */
  readonly imports: readonly string[];
}

export function readSources(): Source[] {
  return listFiles()
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => newSource(path, readFileSync(new URL(path, SRC), 'utf8')));
}

/** Every file below `src`. */
export function listFiles(): string[] {
  const entries = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => posix.relative(SRC.pathname, `${parentPath}/${name}`)).sort();
}

export function newSource(path: string, text: string): Source {
  return { path, text, code: codeOf(text), imports: importsOf(path, text) };
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

function codeOf(text: string): string {
  return text.replace(COMMENT, '').replace(STRING, "''");
}

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g;

function importsOf(path: string, text: string): string[] {
  const written = [...text.replace(COMMENT, '').matchAll(IMPORT)].map(([, , specifier = '']) => specifier);
  return written.map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
  );
}
