import type { Source } from './sources.ts';

/** A part of the extension, and all that it may import (STYLE.md, 2). */
interface Part {
  readonly name: string;
  readonly holds: RegExp;
  readonly mayImport: readonly RegExp[];
  readonly packages?: readonly string[];
}

const CORE = /^core\//;
const PROTOCOL = /^protocol\.ts$/;
const PLATFORM = /^platform\//;
const UI = /^ui\//;
const WORDS = /^public\/_locales\/en\/messages\.json$/;
/** Reading is everybody's; writing is the background's alone. */
const DB_TO_READ = /^db\/(open|read|schema)\.ts$/;
/** What a destination says of itself, and how it reads what a person pastes: no fetch, no Preact. */
const META = /^destinations\/(metas|contract|[^/]+\/(meta|dashboard|session-account))\.ts$/;
const FORMS = /^destinations\/(forms\.ts|.+\.(tsx|css))$/;
const PREACT = ['preact', 'preact/hooks', '@preact/signals'];

/** The folders with an `index.html`: pages of ours. One never imports another. */
export const PAGES = ['popup', 'options', 'export', 'welcome', 'panel', 'library', 'offscreen'] as const;

/** The first that holds a file is the file's. */
const PARTS: readonly Part[] = [
  { name: 'core', holds: CORE, mayImport: [CORE] },
  { name: 'protocol', holds: PROTOCOL, mayImport: [CORE] },
  {
    name: 'platform',
    holds: PLATFORM,
    mayImport: [CORE, PLATFORM, PROTOCOL, WORDS],
    packages: ['webextension-polyfill'],
  },
  { name: 'db', holds: /^db\//, mayImport: [CORE, /^db\//], packages: ['idb'] },
  {
    name: 'a destination’s form',
    holds: FORMS,
    mayImport: [CORE, PLATFORM, PROTOCOL, UI, META, FORMS],
    packages: PREACT,
  },
  { name: 'destinations', holds: /^destinations\//, mayImport: [CORE, /^destinations\/(?!forms)[^.]+\.ts$/] },
  { name: 'analysis', holds: /^analysis\//, mayImport: [CORE, /^analysis\//] },
  { name: 'content', holds: /^content\//, mayImport: [CORE, PROTOCOL, /^content\//] },
  {
    name: 'background',
    holds: /^background\//,
    mayImport: [
      CORE,
      PROTOCOL,
      PLATFORM,
      /^db\//,
      /^analysis\//,
      /^background\//,
      /^destinations\/(?!forms)[^.]+\.ts$/,
      /^content\/[^/]+\.iife\.ts\?iife$/,
    ],
    packages: ['ulid'],
  },
  { name: 'ui', holds: UI, mayImport: [CORE, PROTOCOL, PLATFORM, DB_TO_READ, UI], packages: PREACT },
  ...PAGES.map((page) => ({
    name: page,
    holds: new RegExp(`^${page}/`),
    mayImport: [CORE, PROTOCOL, PLATFORM, DB_TO_READ, UI, META, FORMS, new RegExp(`^${page}/`)],
    packages: [...PREACT, 'client-zip'],
  })),
];

/** What a file imports against the direction; a file of no part may import nothing. */
export function wrongImports({ path, imports }: Source): string[] {
  const part = PARTS.find(({ holds }) => holds.test(path));
  const isAllowed = (target: string) =>
    part?.mayImport.some((allowed) => allowed.test(target)) || part?.packages?.includes(target);
  return imports
    .filter((target) => !isAllowed(target))
    .map((target) => `${path} (${part?.name ?? 'no part'}) imports ${target}`);
}

export function partOf(path: string): string | undefined {
  return PARTS.find(({ holds }) => holds.test(path))?.name;
}
