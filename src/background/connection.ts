import type { Checked, Choice } from '../core/connection.ts';
import { Failure, noteOf, toFailure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import { readSecret } from '../db/read.ts';
import { connect } from '../destinations/adapters.ts';
import type { Run } from '../destinations/contract.ts';
import { knowDestination } from '../destinations/metas.ts';
import { hasHosts } from '../platform/permissions.ts';
import type { Draft } from '../protocol.ts';

/** "Test connection": says what is there, or exactly what is wrong. */
export async function check(draft: Draft): Promise<Checked> {
  try {
    return await connect(draft.destination).check(await runFor(draft));
  } catch (error) {
    return { ok: false, failure: noteOf(toFailure(error)) };
  }
}

export async function choices(draft: Draft): Promise<readonly Choice[]> {
  return connect(draft.destination).choices(await runFor(draft));
}

/** The secret typed just now, or the one kept for this project and this very origin. */
async function runFor({ project, destination, target, secret }: Draft): Promise<Run> {
  const { hosts, secretOrigin } = knowDestination(destination);
  if (!(await hasHosts(hosts))) throw new Failure('host-access-missing');
  const kept =
    project === undefined || secretOrigin === undefined
      ? undefined
      : await readSecret(await database(), project, secretOrigin);
  return { signal: new AbortController().signal, secret: secret || kept?.value, target, denial: undefined };
}
