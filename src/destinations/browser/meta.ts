import type { Meta } from '../contract.ts';

/** The default: captures stay in the browser, and Export writes them to a file. */
export const browserMeta: Meta<Record<never, never>> = {
  label: 'destination_browser',
  sends: false,
  parse: () => ({}),
  hosts: () => [],
  secretOrigin: () => undefined,
  place: () => 'browser',
};
