import { styleText } from 'node:util';

/** Does one step of the job, and says on one line that it went well and how long it took. @throws naming the step */
export async function step<T>(what: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    const result = await act();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`  ${paint('green', '✓')} ${what.padEnd(84)} ${paint('dim', `${seconds} s`)}`);
    return result;
  } catch (error) {
    console.log(`  ${paint('red', '✗')} ${what}`);
    throw new Error(`This did not work: ${what}.\n${firstLine(error)}`, { cause: error });
  }
}

type Style = Parameters<typeof styleText>[0];

/** Colours for a terminal, and none for a file. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? styleText(style, text) : text;
}

/** What follows in a driver's message is its call log. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
