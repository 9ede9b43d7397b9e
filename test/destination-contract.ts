import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type DestinationId, METAS } from '../src/destinations/metas.ts';
import { EVERYWHERE } from './contract/everywhere.ts';
import { NEGATIVES } from './contract/negatives.ts';
import type { Capabilities, MakeSite } from './contract/site.ts';
import { STORED } from './contract/stored.ts';
import { troubleClauses } from './contract/troubles.ts';

/**
 * Holds one destination to what all of them promise (src/destinations/README.md): above all, that repeats do no harm.
 *
 * @param capabilities which clauses are asked of it
 * @param makeSite connects it to its stand-in; called anew for each clause
 */
export function testContract(name: DestinationId, capabilities: Capabilities, makeSite: MakeSite): void {
  // Node 20 has no `navigator`; with one, a failed request counts as the server's fault.
  beforeEach(() => void vi.stubGlobal('navigator', { onLine: true }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const asked = [...EVERYWHERE, ...STORED, ...NEGATIVES, ...troubleClauses(capabilities.troubles)].filter(({ needs }) =>
    needs.every((need) => capabilities[need]),
  );
  describe(`the contract of ${name}`, () => {
    it('is asked of what it can', () => expect(METAS[name].sends).toBe(capabilities.sends));

    for (const { name: clause, scene = {}, keep } of asked) {
      it(clause, async () => {
        const site = await makeSite(scene);
        onTestFinished(() => site.close());
        await keep(site);
      });
    }
  });
}
