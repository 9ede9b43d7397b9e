import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import source from '../manifest.json' with { type: 'json' };
import { SILENT } from './architecture/permissions.ts';

/** What the build made, as a browser and a reviewer get it. */

type Built = Readonly<Record<string, unknown>>;

const folderOf = (browser: string) => new URL(`../dist/${browser}/`, import.meta.url);

function readBuilt(browser: string, path: string): string {
  const file = new URL(path, folderOf(browser));
  if (!existsSync(folderOf(browser))) throw new Error('run npm run build first');
  return readFileSync(file, 'utf8');
}

const manifestOf = (browser: string): Built => JSON.parse(readBuilt(browser, 'manifest.json'));

function filesOf(browser: string, ending: string): string[] {
  readBuilt(browser, 'manifest.json');
  const all = readdirSync(folderOf(browser), { recursive: true }).map(String);
  return all.filter((path) => path.endsWith(ending)).sort();
}

/** The right-click menu's permission: with Firefox's own, a script may ask for the element that a menu was opened on. */
/** What only the other one has, or needs. */
const othersOwn: Readonly<Record<string, string>> = { chromium: 'cookies', firefox: 'offscreen' };
const menus: Readonly<Record<string, string>> = { chromium: 'contextMenus', firefox: 'menus' };

/** Bytes, gzipped: issue 2, "page weight", for what is in every page; the word comes to those where something was captured. */
const MOST_IN_A_PAGE = [
  ['src/content/watcher.iife.js', 4_096],
  ['src/content/word.iife.js', 8_192],
] as const;

describe.each(['chromium', 'firefox'])('the build for %s', (browser) => {
  it.each([
    'host_permissions',
    'optional_permissions',
    'web_accessible_resources',
    'content_scripts',
    'externally_connectable',
    'update_url',
  ])('has no %s', (key) => expect(manifestOf(browser)).not.toHaveProperty(key));

  it('asks for what the source asks for, and for nothing that warns', () => {
    const { permissions, optional_host_permissions } = manifestOf(browser);
    const asked = source.permissions
      .filter((name) => name !== othersOwn[browser])
      .map((name) => (name === 'contextMenus' ? menus[browser] : name));
    expect({ permissions, optional_host_permissions }).toEqual({
      permissions: asked,
      optional_host_permissions: ['<all_urls>'],
    });
    expect(SILENT).toEqual(expect.arrayContaining(asked));
  });

  it('lets its pages run their own scripts alone', () => {
    const policy = { extension_pages: "script-src 'self'; object-src 'self'" };
    expect(manifestOf(browser)).toMatchObject({ content_security_policy: policy });
  });

  it('stays out of private windows', () => expect(manifestOf(browser)).toMatchObject({ incognito: 'not_allowed' }));

  it('names only files that are there', () => {
    const manifest = manifestOf(browser);
    const named = JSON.stringify(manifest).match(/"[\w./-]+\.(js|html|png|json)"/g) ?? [];
    expect(named.length).toBeGreaterThan(4);
    for (const file of named) expect(() => readBuilt(browser, JSON.parse(file))).not.toThrow();
  });

  it('loads no code from elsewhere, and has none within its pages', () => {
    const pages = filesOf(browser, '.html');
    expect(pages).toEqual(expect.arrayContaining(['src/popup/index.html', 'src/options/index.html']));
    for (const page of pages) {
      const html = readBuilt(browser, page);
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toMatch(/ src="(\/|\.)(?!\/)[^"]*"/);
      expect(html).not.toMatch(/<script[^>]*>[^<]|\bon\w+=|(src|href)="(https?:)?\/\/|<base\b|<iframe\b/);
    }
  });

  it('loads no code by script, and takes none out of a text', () => {
    for (const file of filesOf(browser, '.js')) {
      const code = readBuilt(browser, file);
      expect(code, file).not.toMatch(
        /\bimport\(\s*[`'"](https?:)?\/\/|\bimportScripts\(|\bnew Function\(|[^.\w]eval\(/,
      );
      expect(code, file).not.toMatch(/\bfrom\s*['"](https?:)?\/\//);
    }
  });

  it.each(MOST_IN_A_PAGE)('runs %s in pages, whole and small', (file, most) => {
    const script = readBuilt(browser, file);
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    expect(script).not.toMatch(/webextension-polyfill|browser\.runtime/);
    expect(gzipSync(script).length).toBeLessThanOrEqual(most);
  });

  it('hands out every script that it runs in pages by the name it has', () => {
    const worker = filesOf(browser, '.js')
      .map((file) => readBuilt(browser, file))
      .join('\n');
    const scripts = filesOf(browser, '.iife.js');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(worker).toContain(script);
  });
});

it('is a worker with a fixed key for Chromium', () => {
  expect(manifestOf('chromium')).toMatchObject({
    key: source.key,
    minimum_chrome_version: expect.stringMatching(/^\d+$/),
    background: { service_worker: expect.stringMatching(/\.js$/), type: 'module' },
  });
  expect(manifestOf('chromium')).not.toHaveProperty('background.scripts');
  expect(manifestOf('chromium')).not.toHaveProperty('browser_specific_settings');
});

it('is an event page with an id, and collects nothing, for Firefox', () => {
  expect(manifestOf('firefox')).toMatchObject({
    background: { scripts: [expect.stringMatching(/\.js$/)], type: 'module' },
    browser_specific_settings: {
      gecko: { id: expect.stringMatching(/^[^@]+@[^@]+$/), data_collection_permissions: { required: ['none'] } },
    },
  });
  expect(manifestOf('firefox')).not.toHaveProperty('background.service_worker');
  for (const key of ['key', 'minimum_chrome_version', 'storage']) expect(manifestOf('firefox')).not.toHaveProperty(key);
});
