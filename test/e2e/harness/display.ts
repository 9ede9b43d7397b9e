import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { endChild, run, runForBytes, startChild } from './child.ts';

/** A screen of its own, with a window manager, and the hands to use it. */
export interface Display {
  /** What programs find in `DISPLAY`, such as `:7`. */
  name: string;
  /** The environment for a program that should show on it. */
  env: NodeJS.ProcessEnv;
  /** Presses keys one after the other, by their X names: `key('Up', 'Return')`. */
  key(...names: string[]): Promise<void>;
  /** Moves the pointer and clicks: 1 left, 2 middle, 3 right. Without a button it only moves. */
  mouse(x: number, y: number, button?: 1 | 2 | 3): Promise<void>;
  /** Types text into what has the focus. */
  type(text: string): Promise<void>;
  /** Any other xdotool command; gives what it printed. */
  xdotool(...args: string[]): Promise<string>;
  /** The ids of the visible windows, menus and pop-ups among them. */
  windows(): Promise<string[]>;
  /** What is on the whole screen: three bytes a pixel, red, green and blue, row by row. */
  pixels(): Promise<Buffer>;
  /** Writes what is on the whole screen to a PNG file. */
  screenshot(file: string): Promise<void>;
  /** Ends the window manager and the screen. */
  stop(): Promise<void>;
}

/** Starts Xvfb on a free display and openbox on it; returns when both are ready. */
export async function startDisplay(size = '1280x900'): Promise<Display> {
  const xvfb = startChild('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(xvfb.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: name };
  const openbox = startChild('openbox', ['--sm-disable', '--startup', 'echo ready'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(openbox.stdout as Readable);
  const stop = async () => {
    await endChild(openbox);
    await endChild(xvfb);
  };
  return { name, env, stop, ...hands(env) };
}

function hands(env: NodeJS.ProcessEnv): Omit<Display, 'name' | 'env' | 'stop'> {
  const xdotool = (...args: string[]) => run('xdotool', args, env);
  return {
    xdotool,
    key: async (...names) => void (await xdotool('key', '--delay', '20', ...names)),
    mouse: async (x, y, button) => {
      const click = button ? ['click', String(button)] : [];
      await xdotool('mousemove', '--sync', String(x), String(y), ...click);
    },
    type: async (text) => void (await xdotool('type', text)),
    windows: async () =>
      (await xdotool('search', '--onlyvisible', '--name', '').catch(() => '')).split('\n').filter(Boolean),
    pixels: () => runForBytes('import', ['-window', 'root', '-depth', '8', 'rgb:-'], env),
    screenshot: async (file) => void (await run('import', ['-window', 'root', file], env)),
  };
}

async function firstLine(stream: Readable): Promise<string> {
  const [chunk] = (await Promise.race([once(stream, 'data'), once(stream, 'end').then(neverSpoke)])) as [Buffer];
  return chunk.toString().trim();
}

function neverSpoke(): never {
  throw new Error('the display ended before it was ready');
}
