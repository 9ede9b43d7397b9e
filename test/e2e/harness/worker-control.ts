import { EventEmitter, once } from 'node:events';
import type { CDPSession } from 'playwright-core';
import { attach, type TargetSession } from './target-session.ts';

/** A trap for the service worker. */
export interface Ambush {
  /** Settles when the worker came to the function, was killed there, and is gone. The trap is gone with it. */
  sprung: Promise<void>;
  /** Takes the trap away; `sprung` never settles then. */
  disarm(): Promise<void>;
}

/** Where a worker is to be stopped, as `Debugger.setBreakpointByUrl` takes it. */
export interface Breakpoint {
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** What can be done to the extension's service worker from outside. */
export interface WorkerControl {
  isRunning(): boolean;
  /** Waits until a worker that was started runs. */
  started(): Promise<void>;
  /** Ends the worker and waits until it is gone. */
  kill(): Promise<void>;
  /** Kills the worker at a breakpoint, the one that runs or else the next; it may pass `passes` times before. */
  killAt(breakpoints: Breakpoint[], passes: number): Promise<Ambush>;
}

/**
 * Takes hold of the service worker. While anyone is attached (Playwright always is), its target outlives it: a worker
 * that ends is reported as crashed, the next one as reloaded, and what is sent in between reaches the next one before
 * its first line. Breakpoints do not outlive a worker.
 */
export async function controlWorker(cdp: CDPSession, url: string): Promise<WorkerControl> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  const target = targetInfos.find((info) => info.type === 'service_worker' && info.url === url);
  if (!target) throw new Error(`no service worker at ${url}`);
  const session = await attach(cdp, target.targetId);
  const life = new EventEmitter();
  let running = true;
  const turn = (to: boolean) => () => {
    running = to;
    life.emit(to ? 'started' : 'ended');
  };
  session.on('Inspector.targetCrashed', turn(false));
  session.on('Inspector.targetReloadedAfterCrash', turn(true));
  const kill = async () => {
    if (!running) return;
    const ended = once(life, 'ended');
    await cdp.send('Target.closeTarget', { targetId: target.targetId });
    await ended;
  };
  const isRunning = () => running;
  const started = async () => void (running || (await once(life, 'started')));
  return {
    isRunning,
    started,
    kill,
    killAt: (points, passes) => layAmbush({ session, isRunning, kill }, points, passes),
  };
}

interface Victim {
  session: TargetSession;
  isRunning(): boolean;
  kill(): Promise<void>;
}

async function layAmbush(
  { session, isRunning, kill }: Victim,
  breakpoints: Breakpoint[],
  passes: number,
): Promise<Ambush> {
  let left = passes;
  const paused = new Promise<void>((resolve) => {
    session.on('Debugger.paused', () => void (left-- > 0 ? session.send('Debugger.resume') : resolve()));
  });
  const armed = Promise.all([
    session.send('Debugger.enable'),
    ...breakpoints.map((point) => session.send('Debugger.setBreakpointByUrl', point)),
  ]);
  // A worker that does not run yet answers when it does; an error then still has to be heard.
  if (isRunning()) await armed;
  const sprung = Promise.race([paused, armed.then(() => paused)]).then(kill);
  const disarm = async () => {
    const disarmed = session.send('Debugger.disable');
    if (isRunning()) await disarmed;
  };
  return { sprung, disarm };
}
