import { Failure } from '../../core/failure.ts';
import type { Destination } from '../contract.ts';

/** Captures are where they belong from the start: there is nothing to send, and nothing elsewhere to change. */
export const browserDestination: Destination<Record<never, never>> = {
  upload: async ({ id, tag }) => ({ place: 'browser', id, tag, brought: true }),
  change: async (receipt, { tag }) => ({ ...receipt, tag }),
  remove: async () => undefined,
  survey: async () => [],
  check: async () => ({ ok: true, name: '', labels: [], question: [] }),
  choices: async () => {
    throw new Failure('destination-unknown', { fact: 'browser' });
  },
};
