import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { chromiumManifest, firefoxManifest } from './scripts/manifests.ts';

const browser = process.env['BROWSER_BUILD'] === 'firefox' ? 'firefox' : 'chromium';
const manifest = browser === 'firefox' ? firefoxManifest(source) : chromiumManifest(source);

/**
 * crxjs exposes every injected script to every site, and builds a second copy of it that nothing loads (BROWSERS.md). A script
 * that is only ever injected needs neither.
 */
const exposeNothing: Plugin = {
  name: 'foil:expose-nothing',
  enforce: 'post',
  closeBundle() {
    const out = `dist/${browser}`;
    const { web_accessible_resources: _, ...built } = JSON.parse(readFileSync(`${out}/manifest.json`, 'utf8'));
    writeFileSync(`${out}/manifest.json`, `${JSON.stringify(built, null, 2)}\n`);
    for (const file of readdirSync(`${out}/assets`)) if (file.includes('.iife.')) rmSync(`${out}/assets/${file}`);
  },
};

export default defineConfig({
  publicDir: 'src/public',
  plugins: [
    crx({ manifest: manifest as ManifestV3Export, browser: browser === 'firefox' ? 'firefox' : 'chrome' }),
    exposeNothing,
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: browser === 'firefox' ? 'firefox140' : 'chrome130',
    // Readable in a store's review and in a debugger; the scripts that run in pages are the exception (package.json).
    minify: false,
    modulePreload: false,
    rollupOptions: { input: { export: 'src/export/index.html', welcome: 'src/welcome/index.html' } },
  },
});
