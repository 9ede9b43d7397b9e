import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a command to its end and gives what it printed. */
export async function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { stdout } = await execute(command, args, { env });
  return stdout.trim();
}

/** The same for a command that prints bytes, as many as a screen has. */
export async function runForBytes(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Buffer> {
  const { stdout } = await execute(command, args, { env, encoding: 'buffer', maxBuffer: 64 * 2 ** 20 });
  return stdout;
}

/** Starts a process that the kernel ends when this one dies, however it dies: a crashed test leaves nothing behind. */
export function startChild(command: string, args: string[], options: SpawnOptions): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], options);
}

/** Ends a process and waits until it is gone. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
