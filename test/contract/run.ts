import type { Run } from '../../src/destinations/contract.ts';
import { TARGET } from './site.ts';

/** Makes runs as the drain does; each has a signal of its own, so that none shares what an earlier one has cached. */
export function runAs(secret: string | undefined): (changes?: Partial<Run>) => Run {
  return (changes = {}) => ({
    signal: new AbortController().signal,
    secret,
    target: TARGET,
    denial: undefined,
    ...changes,
  });
}
