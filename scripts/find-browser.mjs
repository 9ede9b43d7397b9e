import { existsSync } from 'node:fs';

const FILES = 'C:\\Program Files';

/** Where browsers usually are; those that can do most for Foil's developers first. */
const USUAL = {
  linux: {
    chromium: [
      ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
      ...['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'],
    ],
    firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  },
  darwin: {
    chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    ),
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: [
      `${FILES}\\Google\\Chrome\\Application\\chrome.exe`,
      `${process.env['LocalAppData']}\\Google\\Chrome\\Application\\chrome.exe`,
      `${FILES} (x86)\\Google\\Chrome\\Application\\chrome.exe`,
      `${FILES} (x86)\\Microsoft\\Edge\\Application\\msedge.exe`,
    ],
    firefox: [`${FILES}\\Mozilla Firefox\\firefox.exe`],
  },
};

/** The installed browser to open Foil in, if any. */
export function findBrowser() {
  const usual = USUAL[process.platform] ?? USUAL.linux;
  for (const engine of ['chromium', 'firefox']) {
    const path = usual[engine].find((file) => existsSync(file));
    if (path) return { engine, path };
  }
  return undefined;
}

/** Whether there is a screen to open a browser's window on. */
export function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
