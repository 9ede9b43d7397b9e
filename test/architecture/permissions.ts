/** Why each permission is asked for, and the API that shows it is used. README.md says the same to people. */
export interface Explained {
  readonly why: string;
  /** What calls for it, in the code of `where`. */
  readonly used: RegExp;
  readonly where?: RegExp;
}

export const PERMISSIONS: Readonly<Record<string, Explained>> = {
  activeTab: {
    why: 'captures the image that was right-clicked on this page, without access to any other',
    used: /scripting\.executeScript\(/,
  },
  alarms: { why: 'goes on with the queue after the browser has stopped the background', used: /alarms\.create\(/ },
  contextMenus: { why: 'the right-click menu; in Firefox it is called `menus`', used: /menus\(\)\.create\(/ },
  cookies: {
    why: 'tells a tab in a container, whose cookies are not ours; Firefox alone has these, and asks for this to say so',
    used: /\bcookieStoreId\b/,
  },
  declarativeNetRequestWithHostAccess: {
    why: 'sends the Referer that the page itself would send with the one request for an image, and opens one address to the frame that shows it',
    used: /updateSessionRules\(/,
  },
  offscreen: { why: 'draws SVG images, which a worker cannot; Chromium alone', used: /offscreen\.createDocument\(/ },
  scripting: {
    why: 'finds the image in the page, and shows the word after a capture',
    used: /registerContentScripts\(/,
  },
  storage: { why: 'reads what an administrator prescribes', used: /storage\.managed\.get\(/ },
  unlimitedStorage: {
    why: 'keeps originals that are not synced yet, though the disk gets full',
    used: /'originals'/,
    where: /^db\//,
  },
};

export const OPTIONAL: Readonly<Record<string, Explained>> = {
  '<all_urls>': {
    why: 'gets images that lie on another site than the page; asked for when a capture needs it',
    used: /permissions\.request\(ALL_SITES\)/,
  },
};

/** BROWSERS.md: these show no warning at installation. */
export const SILENT = [
  'activeTab',
  'alarms',
  'contextMenus',
  'cookies',
  'declarativeNetRequestWithHostAccess',
  'menus',
  'offscreen',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
] as const;
