import { startSession } from '../test/e2e/session.ts';
import { startEyePop } from '../test/servers/eyepop.ts';
import { benchCapture } from './capture.ts';
import { benchDrain } from './drain.ts';
import { type Figure, round } from './figure.ts';
import { benchFind } from './find.ts';
import { benchPageWeight } from './page-weight.ts';
import { benchSweep } from './sweep.ts';

/** `npm run bench`: every figure against a limit or a peer measured in the same run. `--json` for machines. */
async function main(): Promise<void> {
  const datasets = Array.from({ length: 8 }, (_, index) => ({ name: `Bench ${index}`, labels: ['cat'] }));
  const [session, eyepop] = await Promise.all([
    startSession(),
    startEyePop({ datasets, transformPolls: 0, enrichment: false }),
  ]);
  // tsx compiles with esbuild's `keepNames`, whose helper is not there when a function of ours runs in the browser.
  await (await session.browser.worker()).evaluate('globalThis.__name = (named) => named');
  // The options page, open so far, redraws itself at every piece of news; nobody looks at it here.
  await session.foil.goto(session.foil.url().replace('options', 'welcome'));
  try {
    const figures = [
      ...(await benchCapture(session)),
      ...(await benchPageWeight(session)),
      ...(await benchFind(session)),
      ...(await benchSweep(session)),
      ...(await benchDrain(session, eyepop)),
    ];
    print(figures);
    if (figures.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    await session.close();
    await eyepop.close();
  }
}

function print(figures: readonly Figure[]): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ figures }, null, 2));
    return;
  }
  console.table(
    figures.map(({ name, value, unit, against, ratio, goal, met }) => ({
      name,
      value: `${round(value)} ${unit}`,
      against,
      ratio: round(ratio),
      goal,
      met: met ? 'yes' : 'NO',
    })),
  );
}

await main();
