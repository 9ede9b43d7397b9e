import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { COMMANDS } from '../src/core/command.ts';
import { FAILURES } from '../src/core/failure.ts';
import { connect } from '../src/destinations/adapters.ts';
import { DESTINATION_IDS } from '../src/destinations/metas.ts';
import words from '../src/public/_locales/en/messages.json' with { type: 'json' };
import { PAGES, partOf, wrongImports } from './architecture/directions.ts';
import { breaches, HABITS } from './architecture/habits.ts';
import { OPTIONAL, PERMISSIONS, SILENT } from './architecture/permissions.ts';
import { listFiles, newSource, readSources } from './architecture/sources.ts';

/** What the compiler cannot see (STYLE.md, 4). */
const sources = readSources();
const files = listFiles();

describe('imports', () => {
  it('follow their direction', () => expect(sources.flatMap(wrongImports)).toEqual([]));

  it('are those of a part: no file stands outside', () => {
    expect(sources.filter(({ path }) => partOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('of pages are those of every page', () => {
    const pages = files.filter((path) => /^[^/]+\/index\.html$/.test(path)).map((path) => path.split('/')[0]);
    expect(PAGES).toEqual(expect.arrayContaining(pages));
  });

  // Each rule has to bite: one import that it forbids.
  it.each([
    ['core/x.ts', '../db/read.ts'],
    ['core/x.ts', 'idb'],
    ['core/formats/x.ts', '../../protocol.ts'],
    ['protocol.ts', './platform/words.ts'],
    ['platform/x.ts', '../db/open.ts'],
    ['platform/x.ts', '../background/drain.ts'],
    ['db/x.ts', '../platform/words.ts'],
    ['db/x.ts', 'webextension-polyfill'],
    ['destinations/x/upload.ts', '../../platform/words.ts'],
    ['destinations/x/upload.ts', '../../db/read.ts'],
    ['destinations/x/upload.ts', './Options.tsx'],
    ['destinations/adapters.ts', './forms.ts'],
    ['destinations/x/Options.tsx', '../x/upload.ts'],
    ['destinations/x/Options.tsx', '../../db/read.ts'],
    ['destinations/forms.ts', './adapters.ts'],
    ['analysis/x.ts', '../platform/words.ts'],
    ['content/x.iife.ts', 'webextension-polyfill'],
    ['content/x.iife.ts', '../platform/messaging.ts'],
    ['content/x.iife.ts', '../background/tell.ts'],
    ['background/x.ts', '../content/read.ts'],
    ['background/x.ts', '../content/finder.iife.ts'],
    ['background/x.ts', '../popup/App.tsx'],
    ['background/x.ts', '../ui/live.ts'],
    ['background/x.ts', '../destinations/x/Options.tsx'],
    ['background/x.ts', '../destinations/forms.ts'],
    ['background/x.ts', 'webextension-polyfill'],
    ['ui/x.ts', '../db/write.ts'],
    ['ui/x.ts', '../popup/App.tsx'],
    ['popup/x.ts', '../db/write.ts'],
    ['popup/x.ts', '../options/App.tsx'],
    ['popup/x.ts', '../background/ui.ts'],
    ['popup/x.ts', '../content/read.ts'],
    ['popup/x.ts', '../destinations/adapters.ts'],
    ['popup/x.ts', '../destinations/x/upload.ts'],
    ['popup/x.ts', 'webextension-polyfill'],
    ['elsewhere/x.ts', '../core/tag.ts'],
  ])('of %s never include %s', (path, specifier) => {
    expect(wrongImports(newSource(path, `import type { X } from '${specifier}';`))).toHaveLength(1);
    expect(wrongImports(newSource(path, `export {\n  x,\n} from "${specifier}";`))).toHaveLength(1);
    expect(wrongImports(newSource(path, `await import('${specifier}');`))).toHaveLength(1);
    expect(wrongImports(newSource(path, `import '${specifier}';`))).toHaveLength(1);
  });
});

describe('the code has', () => {
  it.each(HABITS.map((habit) => [habit.name, habit] as const))('%s', (_, habit) => {
    expect(sources.flatMap((source) => breaches(habit, source))).toEqual([]);
    expect(breaches(habit, newSource('elsewhere.ts', habit.line))).toHaveLength(1);
  });
});

describe('the manifest asks for', () => {
  const [code, platform] = [/./, /^platform\//].map((where) => sources.filter(({ path }) => where.test(path)));

  it('exactly what is explained', () => {
    expect(Object.keys(PERMISSIONS)).toEqual(manifest.permissions);
    expect(Object.keys(OPTIONAL)).toEqual(manifest.optional_host_permissions);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('nothing that warns at installation', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.permissions.filter((permission) => !SILENT.some((silent) => silent === permission))).toEqual([]);
  });

  it.each(Object.entries({ ...PERMISSIONS, ...OPTIONAL }))('%s, which is used', (_, { used, where }) => {
    const looked = where ? code?.filter(({ path }) => where.test(path)) : platform;
    expect(looked?.filter(({ text }) => used.test(text))).not.toEqual([]);
  });

  const readme = new URL('../README.md', import.meta.url);
  const toldIn = existsSync(readme) ? readFileSync(readme, 'utf8') : undefined;
  const told = toldIn === undefined ? [] : Object.keys({ ...PERMISSIONS, ...OPTIONAL });
  it.each(told)('%s, which README.md explains under "Permissions"', (permission) => {
    const [, section = ''] = toldIn?.split(/^#+ Permissions$/m) ?? [];
    expect(section).toContain(permission);
  });

  it('the version of the package', () => expect(manifest.version).toBe(pkg.version));
});

describe('commands', () => {
  const named = Object.entries<object>(manifest.commands);

  it('are those that the code knows', () => {
    expect(named.map(([name]) => name).filter((name) => !COMMANDS.some((known) => known === name))).toEqual([]);
  });

  // With a fifth the browser does not load the extension at all (BROWSERS.md).
  it('suggest four keys at most', () => {
    expect(named.filter(([, command]) => 'suggested_key' in command).length).toBeLessThanOrEqual(4);
  });
});

describe('a destination', () => {
  const folders = [...new Set(files.flatMap((path) => /^destinations\/([^/]+)\//.exec(path)?.[1] ?? []))];

  it('is a folder', () => expect(folders).toEqual([...DESTINATION_IDS].sort()));

  it.each(folders)('%s has its parts, and is in the three registries', (id) => {
    for (const part of ['meta.ts', 'upload.ts', 'Options.tsx']) expect(files).toContain(`destinations/${id}/${part}`);
    for (const [registry, part] of [
      ['metas', 'meta.ts'],
      ['adapters', 'upload.ts'],
      ['forms', 'Options.tsx'],
    ]) {
      const source = sources.find(({ path }) => path === `destinations/${registry}.ts`);
      expect(source?.imports).toContain(`destinations/${id}/${part}`);
    }
    expect(() => connect({ id, options: {} })).not.toThrow();
  });
});

describe('words', () => {
  const used = (key: string) => Object.entries(words).find(([name]) => name === key)?.[1].message ?? '';
  const withFact = Object.keys(FAILURES).filter((kind) => {
    const stem = kind.replaceAll('-', '_');
    return /\$1/.test(used(`failure_${stem}`) + used(`remedy_${stem}`));
  });

  it.each(withFact)('of %s name a fact, and every such failure has one', (kind) => {
    const made = sources.flatMap(({ text }) => [...text.matchAll(new RegExp(`new Failure\\('${kind}'[^;]*`, 'g'))]);
    expect(made.filter(([call]) => !/\bfact\b/.test(call)).map(([call]) => call)).toEqual([]);
  });
});
