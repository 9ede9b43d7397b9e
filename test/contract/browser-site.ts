import { connect } from '../../src/destinations/adapters.ts';
import { runAs } from './run.ts';
import type { Capabilities, MakeSite } from './site.ts';

/** Captures stay where they are: there is nobody to talk to, and so nothing that could go wrong. */
export const BROWSER: Capabilities = { sends: false, lists: false, negatives: false, troubles: {} };

export const makeBrowserSite: MakeSite = async () => {
  const choice = { id: 'browser', options: {} };
  return {
    choice,
    destination: connect(choice),
    run: runAs(undefined),
    secrets: [],
    overheard: () => [],
    close: async () => undefined,
  };
};
