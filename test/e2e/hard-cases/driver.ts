import type { Realm } from '../foil.ts';
import type { Row } from './row.ts';

/** A browser with Foil, on one page after the other. */
export interface Driver {
  readonly browser: 'chromium' | 'firefox';
  /** A page of Foil's, to read the database in. */
  readonly foil: Realm;
  /** Opens the row's page and waits until there is something to point at. */
  open(row: Row): Promise<void>;
  /** Points as a person does, and tags it a positive. */
  point(row: Row): Promise<void>;
  /** What the word on the page says now. */
  readWord(): Promise<string>;
}

/** A row's condition as a script, for pages whose names stand in the way too. */
export function conditionOf(condition = 'it.complete !== false'): string {
  return `(() => {
    const it = Document.prototype.getElementById.call(document, 'it') ?? {};
    return Boolean(${condition});
  })()`;
}
