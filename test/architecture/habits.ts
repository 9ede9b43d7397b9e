import type { Source } from './sources.ts';

/** What may stand in some files only, or in none. `line` has to be caught: it shows that the rule bites. */
export interface Habit {
  readonly name: string;
  readonly pattern: RegExp;
  /** Where it is allowed all the same. */
  readonly except?: RegExp;
  readonly line: string;
}

export const HABITS: readonly Habit[] = [
  { name: 'no any', pattern: /(?<![\w$.])any\b/, line: 'const x = JSON.parse(y) as any;' },
  { name: 'no non-null assertion', pattern: /[\w\])]!(?!=)/, line: 'rows[0]!.id;' },
  { name: 'no markup from text', pattern: /\b(inner|outer)HTML\b/, line: 'node.innerHTML = text;' },
  { name: 'no markup in Preact', pattern: /\bdangerouslySetInnerHTML\b/, line: '<p dangerouslySetInnerHTML={x} />' },
  {
    name: 'no other markup from text',
    pattern: /\b(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)\b|\bdocument\.write/,
    line: 'node.insertAdjacentHTML(where, text);',
  },
  { name: 'no code from text', pattern: /\beval\(|\bnew Function\b/, line: 'eval(text);' },
  { name: 'no code from elsewhere', pattern: /\bimportScripts\b|\bimport\(/, line: 'await import(url);' },
  {
    name: 'the browser’s API through platform alone',
    pattern: /(?<![\w$.])browser\.(?!ts)\w/,
    except: /^platform\//,
    line: 'browser.tabs.create({});',
  },
  {
    name: 'the bare API in pages of others alone, where the polyfill is too large',
    pattern: /(?<![\w$.])chrome\./,
    except: /^content\//,
    line: 'chrome.runtime.getURL(path);',
  },
  {
    name: 'requests from few places: there is no telemetry',
    pattern: /(?<![\w$.])fetch\(/,
    except: /^(destinations\/http|background\/acquire\/[^/]+|content\/read|content\/rings\/bytes)\.ts$/,
    line: 'await fetch(url);',
  },
  {
    name: 'no other way to the network',
    pattern: /\b(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/,
    line: 'navigator.sendBeacon(url);',
  },
  {
    name: 'nothing kept where a content script of Firefox can read, or where a profile syncs',
    pattern: /\bstorage\.(local|sync|session)\b|\b(local|session)Storage\b/,
    line: 'await browser.storage.local.set({ key });',
  },
  {
    name: 'the database opened in one place',
    pattern: /\b(openDB|indexedDB)\b/,
    except: /^db\/open\.ts$/,
    line: 'openDB(name)',
  },
];

export function breaches(habit: Habit, { path, code }: Pick<Source, 'path' | 'code'>): string[] {
  if (habit.except?.test(path)) return [];
  const lines = code.split('\n').filter((line) => habit.pattern.test(line));
  return lines.map((line) => `${path}: ${line.trim()}`);
}
