import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadZip } from 'client-zip';
import source from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };

/** Makes what the stores take into `packages/`: both builds, and the source for Mozilla's review. Same tree, same bytes. */

interface Entry {
  readonly name: string;
  readonly input: string | Buffer;
}

const OUT = 'packages';

if (packageJson.version !== source.version)
  throw new Error(`package.json says version ${packageJson.version}, manifest.json ${source.version}`);
mkdirSync(OUT, { recursive: true });
await archive('chromium', folderEntries('dist/chromium').map(withoutKey));
await archive('firefox', folderEntries('dist/firefox'));
await archive(
  'source',
  trackedFiles().map((name) => ({ name, input: readFileSync(name) })),
);

/** A ZIP tells local time, and none before 1980: this is the same everywhere. */
async function archive(kind: string, entries: readonly Entry[]): Promise<void> {
  const lastModified = new Date(1980, 0, 1);
  const zip = await downloadZip(entries.map((entry) => ({ ...entry, lastModified }))).arrayBuffer();
  const file = `${OUT}/foil-${source.version}-${kind}.zip`;
  writeFileSync(file, Buffer.from(zip));
  console.log(
    `${file.padEnd(36)} ${String(Math.round(zip.byteLength / 1000)).padStart(6)} KB  ${entries.length} files`,
  );
}

function folderEntries(folder: string): Entry[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return files.map((name) => ({ name, input: readFileSync(join(folder, name)) }));
}

/** The key keeps the id of an unpacked build; the store gives one itself, and refuses this. */
function withoutKey(entry: Entry): Entry {
  if (entry.name !== 'manifest.json') return entry;
  const { key: _, ...manifest } = JSON.parse(entry.input.toString()) as { key?: string };
  return { ...entry, input: `${JSON.stringify(manifest, null, 2)}\n` };
}

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  return listed.split('\0').filter(Boolean).sort();
}
