import { expect } from 'vitest';
import type { FailureKind } from '../../src/core/failure.ts';
import { picture } from './pictures.ts';
import { type Clause, failureOf, type Site } from './site.ts';

/** Whatever is wrong is said by its kind, by every call, without a secret, and before anything is left there. */
export function troubleClauses(troubles: Readonly<Record<string, FailureKind>>): Clause[] {
  return Object.entries(troubles).map(([trouble, kind]) => ({
    name: `says ${kind}: ${trouble}`,
    needs: [],
    scene: { trouble },
    keep: async (site) => {
      for (const call of callsOf(site)) expect(await failureOf(call(), site.secrets)).toMatchObject({ kind });
      expect(site.overheard()).toEqual([]);
      expect(site.shelf?.things()).toEqual([]);
    },
  }));
}

function callsOf({ destination, run }: Site): (() => Promise<unknown>)[] {
  const { capture, original } = picture('distractor');
  return [
    () => destination.check(run()),
    () => destination.survey(run()),
    () => destination.upload(capture, original, run()),
  ];
}
