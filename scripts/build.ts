import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds both browsers' extensions at once, each in a process of its own, and says where they are and how large. */

const execute = promisify(execFile);

await Promise.all(['chromium', 'firefox'].map(build));

async function build(browser: string): Promise<void> {
  try {
    await execute(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', browser]);
    console.log(`built ${`dist/${browser}`.padEnd(13)} ${Math.round(sizeOf(`dist/${browser}`) / 1000)} KB`);
  } catch (error) {
    // What Vite and its plugins print is of interest only now.
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    console.error(`${stdout}${stderr}
The build for ${browser} failed.`);
    process.exitCode = 1;
  }
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
