/**
 * The database's history: version = length, append only. Each step is written against the untyped shape of its day and
 * never drops what a person has collected. Steps are synchronous: the promise an async one would return is ignored by
 * IndexedDB, which would then commit half of it (STYLE.md, 9).
 */
export type Migration = (db: IDBDatabase, transaction: IDBTransaction) => void;

export const MIGRATIONS: readonly Migration[] = [firstRelease, anyImage, knownAddresses, wholePages];

function firstRelease(db: IDBDatabase): void {
  db.createObjectStore('projects', { keyPath: 'id' });
  const captures = db.createObjectStore('captures', { keyPath: 'id' });
  captures.createIndex('identity', ['project', 'sha256'], { unique: true });
  captures.createIndex('created', ['project', 'createdAt', 'id']);
  captures.createIndex('due', ['project', 'sync.dueAt']);
  captures.createIndex('leased', ['project', 'sync.lease.until']);
  captures.createIndex('failed', ['project', 'sync.failure.kind']);
  captures.createIndex('original', 'sha256');
  db.createObjectStore('originals', { keyPath: 'sha256' });
  db.createObjectStore('thumbnails', { keyPath: 'sha256' });
  db.createObjectStore('tallies', { keyPath: 'project' });
  db.createObjectStore('drains', { keyPath: 'project' });
  db.createObjectStore('secrets', { keyPath: 'project' });
  db.createObjectStore('intents', { keyPath: 'id' });
  db.createObjectStore('values');
}

function anyImage(db: IDBDatabase): void {
  db.createObjectStore('addresses', { keyPath: ['project', 'url'] });
  db.createObjectStore('offers', { keyPath: 'id' });
}

/** What was captured before addresses were kept is known by the one that its record names. */
function knownAddresses(_: IDBDatabase, transaction: IDBTransaction): void {
  const addresses = transaction.objectStore('addresses');
  addresses.createIndex('picture', ['project', 'sha256']);
  const walk = transaction.objectStore('captures').openCursor();
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (!cursor) return;
    const { project, sha256, provenance } = cursor.value;
    const [url = ''] = String(provenance?.imageUrl).split('#');
    // What does not end as it began was too long to be kept.
    if (/^https?:/i.test(url) && url.length < 8_192 && !url.endsWith('…')) addresses.put({ project, url, sha256 });
    cursor.continue();
  };
}

function wholePages(db: IDBDatabase): void {
  db.createObjectStore('sweeps', { keyPath: 'id' });
  db.createObjectStore('swept', { keyPath: ['sweep', 'item'] });
}
