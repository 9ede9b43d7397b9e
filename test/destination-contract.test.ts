import { vi } from 'vitest';
import type { DestinationId } from '../src/destinations/metas.ts';
import { BROWSER, makeBrowserSite } from './contract/browser-site.ts';
import { EYEPOP, makeEyePopSite } from './contract/eyepop-site.ts';
import type { Capabilities, MakeSite } from './contract/site.ts';
import { testContract } from './destination-contract.ts';

// An answer without end is read no further than this: the real limit takes seconds on a busy machine.
vi.mock('../src/core/limits.ts', async (load) => {
  const real = await load<typeof import('../src/core/limits.ts')>();
  return { ...real, LIMITS: { ...real.LIMITS, jsonBytes: 256 * 1024 } };
});

/** Every destination: one that is missing here does not compile. */
const SITES = {
  browser: [BROWSER, makeBrowserSite],
  eyepop: [EYEPOP, makeEyePopSite],
} as const satisfies Record<DestinationId, readonly [Capabilities, MakeSite]>;

testContract('browser', ...SITES.browser);
testContract('eyepop', ...SITES.eyepop);
