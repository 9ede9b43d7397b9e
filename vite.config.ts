import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { chromiumManifest, firefoxManifest } from './scripts/manifests.ts';
import { removeUnreferenced } from './scripts/remove-unreferenced.ts';

/**
 * crxjs exposes every injected script to every site, and builds a second copy of it that nothing loads (BROWSERS.md). A script
 * that is only ever injected needs neither, nor the chunks that only those copies share.
 */
const exposeNothing = (out: string): Plugin => ({
  name: 'foil:expose-nothing',
  enforce: 'post',
  closeBundle(error) {
    if (error) return;
    const { web_accessible_resources: _, ...built } = JSON.parse(readFileSync(`${out}/manifest.json`, 'utf8'));
    writeFileSync(`${out}/manifest.json`, `${JSON.stringify(built, null, 2)}\n`);
    for (const file of readdirSync(`${out}/assets`)) if (file.includes('.iife.')) rmSync(`${out}/assets/${file}`);
    removeUnreferenced(out, 'assets');
    const watcher = `${out}/src/content/watcher.iife.js`;
    writeFileSync(watcher, withoutComments(readFileSync(watcher, 'utf8')));
  },
});

/** What every page loads carries no comments: they are a third of its weight. Only those that have lines of their own. */
function withoutComments(code: string): string {
  return code.replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)\n/gm, '');
}

/** `vite build` makes Chromium's build, `vite build --mode firefox` Firefox's. */
export default defineConfig(({ mode }) => {
  const isFirefox = mode === 'firefox';
  const manifest = isFirefox ? firefoxManifest(source) : chromiumManifest(source);
  const out = isFirefox ? 'dist/firefox' : 'dist/chromium';
  return {
    publicDir: 'src/public',
    plugins: [
      crx({ manifest: manifest as ManifestV3Export, browser: isFirefox ? 'firefox' : 'chrome' }),
      exposeNothing(out),
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: isFirefox ? 'firefox142' : 'chrome130',
      // Readable in a store's review and in a debugger.
      minify: false,
      modulePreload: false,
      rollupOptions: {
        input: {
          export: 'src/export/index.html',
          offscreen: 'src/offscreen/index.html',
          welcome: 'src/welcome/index.html',
        },
      },
    },
  };
});
