import { createFaults, type Faults } from './faults.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type EyePopOptions, type Settings, withDefaults } from './options.ts';
import { createStore, type Store } from './store.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { createTransforms, type Transforms } from './transform.ts';

/** All that one stand-in is made of. */
export interface World {
  readonly settings: Settings;
  readonly store: Store;
  readonly transforms: Transforms;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly ledger: Ledger;
  /** Rejects when the server closes, so that nothing that is held goes on after it. */
  readonly closed: Promise<never>;
}

/** The path below which the data API lies. */
export const DATA_PATH = '/data';

export function createWorld(options: EyePopOptions, closed: Promise<never>): World {
  const settings = withDefaults(options);
  const store = createStore(settings);
  return {
    settings,
    store,
    transforms: createTransforms(settings, store),
    tokens: createTokens(settings),
    faults: createFaults(),
    ledger: createLedger(),
    closed,
  };
}
