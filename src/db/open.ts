import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { Failure } from '../core/failure.ts';
import { MIGRATIONS } from './migrations.ts';
import type { FoilSchema } from './schema.ts';

export type FoilDatabase = IDBPDatabase<FoilSchema>;

const DATABASE = 'foil';

/** A cache, not state: a context that dies opens it again. */
let connection: Promise<FoilDatabase> | undefined;

/**
 * The database, opened once per context.
 *
 * @throws Failure `storage-broken` when the browser cannot open it
 */
export function database(): Promise<FoilDatabase> {
  connection ??= openDatabase(DATABASE).catch((error) => {
    connection = undefined;
    throw new Failure('storage-broken', { cause: error });
  });
  return connection;
}

/** Opens and migrates a database by name. A migration that throws leaves the old version as it was. */
export async function openDatabase(name: string, forget = forgetConnection): Promise<FoilDatabase> {
  const db = await openDB<FoilSchema>(name, MIGRATIONS.length, {
    upgrade(db, from, _to, transaction) {
      try {
        for (const migrate of MIGRATIONS.slice(from)) migrate(unwrap(db), unwrap(transaction));
      } catch (error) {
        // Whoever opens is told by the promise of `openDB`.
        transaction.done.catch(() => undefined);
        transaction.abort();
        throw error;
      }
    },
    blocking(_from, _to, event) {
      // A newer Foil wants to migrate: an old page must not stand in its way.
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
  return db;
}

function forgetConnection(): void {
  connection = undefined;
}
