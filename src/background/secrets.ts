import { Failure } from '../core/failure.ts';
import type { FoilDatabase } from '../db/open.ts';

/** Keeps a secret for exactly one origin (DESIGN.md, rule 8). Nothing reads it but the drain and the connection test. */
export async function keepSecret(
  db: FoilDatabase,
  project: string,
  origin: string | undefined,
  value: string,
): Promise<void> {
  if (origin === undefined) throw new Failure('address-unsafe');
  await db
    .transaction('secrets', 'readwrite', { durability: 'strict' })
    .store.put({ project, origin, value: value.trim() });
}

/** Forgets a secret that was typed for another origin than the project's destination has now. */
export async function pruneSecret(db: FoilDatabase, project: string, origin: string | undefined): Promise<void> {
  const secret = await db.get('secrets', project);
  if (secret && secret.origin !== origin) await db.delete('secrets', project);
}
