import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadZip } from 'client-zip';

/** Packs an extension's folder into an unsigned XPI file. A file that has these contents already is not touched. */
export async function writeXpi(folder: string, file: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  const entries = files.map((name) => ({
    name,
    input: readFileSync(join(folder, name)),
    lastModified: statSync(join(folder, name)).mtime,
  }));
  const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
  if (!existsSync(file) || !zip.equals(readFileSync(file))) writeFileSync(file, zip);
}
