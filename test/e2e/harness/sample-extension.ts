import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id that the sample has in Firefox. */
const SAMPLE_ID = 'sample@foil.test';

/** The labels of the menu's entry and of those below it. */
export const SAMPLE_MENU = { parent: 'Sample', items: ['positive', 'context-negative', 'distractor'] } as const;

const MANIFEST = {
  manifest_version: 3,
  name: 'Sample',
  version: '1',
  permissions: ['contextMenus', 'scripting', 'storage'],
  optional_host_permissions: ['<all_urls>'],
  action: { default_popup: 'popup.html' },
  options_ui: { page: 'popup.html', open_in_tab: true },
};

const BACKGROUND_KEY = {
  chromium: { background: { service_worker: 'background.js' } },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: SAMPLE_ID } },
  },
};

const BACKGROUND = `
const api = globalThis.browser ?? chrome;
api.runtime.onInstalled.addListener(makeMenu);
api.runtime.onStartup.addListener(makeMenu);
async function makeMenu() {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: 'parent', title: 'Sample', contexts: ['image'] });
  for (const id of ['positive', 'context-negative', 'distractor'])
    api.contextMenus.create({ id, parentId: 'parent', title: id, contexts: ['image'] });
}
api.contextMenus.onClicked.addListener((info) => {
  const asked = api.permissions.request({ origins: ['<all_urls>'] });
  asked.then((granted) => clicked(info, granted), (error) => clicked(info, String(error)));
});
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === 'steps') steps().then(() => reply('done'));
  if (message === 'rows') rows().then(reply);
  return true;
});
async function clicked(info, granted) {
  if (granted === true && !(await api.scripting.getRegisteredContentScripts()).length)
    await api.scripting.registerContentScripts([{ id: 'mark', js: ['content.js'], matches: ['<all_urls>'], persistAcrossSessions: false }]);
  await put({ item: info.menuItemId, src: info.srcUrl, granted });
}
async function steps() {
  await stepOne();
  await stepTwo();
}
async function stepOne() {
  await put({ step: 1 });
}
async function stepTwo() {
  await put({ step: 2 });
}
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sample', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
async function put(row) {
  const db = await open();
  const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
  tx.objectStore('rows').add(row);
  await new Promise((resolve) => { tx.oncomplete = resolve; });
  db.close();
}
async function rows() {
  const db = await open();
  const all = db.transaction('rows').objectStore('rows').getAll();
  await new Promise((resolve) => { all.onsuccess = resolve; });
  db.close();
  return all.result;
}
`;

const POPUP = `<!doctype html><title>Popup</title><button id="steps">Steps</button><output></output>
<script src="popup.js"></script>`;

const POPUP_SCRIPT = `
const api = globalThis.browser ?? chrome;
const show = (text) => { document.querySelector('output').textContent = text; };
document.querySelector('#steps').addEventListener('click', () => {
  api.runtime.sendMessage('steps').then(show, (error) => show('lost: ' + error.message));
});
`;

/**
 * Writes an extension with a menu, an optional permission, a registered content script, a pop-up and two
 * database writes in a row: enough to prove the harness before, and apart from, the real one.
 */
export function writeSampleExtension(folder: string, browser: 'chromium' | 'firefox'): string {
  mkdirSync(folder, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify({ ...MANIFEST, ...BACKGROUND_KEY[browser] }),
    'background.js': BACKGROUND,
    'content.js': "document.documentElement.dataset.sample = 'here';",
    'popup.html': POPUP,
    'popup.js': POPUP_SCRIPT,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
