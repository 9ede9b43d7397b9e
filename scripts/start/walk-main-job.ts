import { mkdirSync, rmSync } from 'node:fs';
import { printAccount } from './account.ts';
import { sendToEyePop } from './configure.ts';
import { openStage, type Stage } from './stage.ts';
import { paint, step } from './step.ts';
import { exportZip, PICTURES, sync, tagPicture } from './tasks.ts';

/** Where the dataset lies afterwards. */
const OUT = 'foil-dataset';
const FAILED = `${OUT}/failed.png`;

/** The main job from the first click to the dataset, as a person does it, under a display that nobody sees. */
export async function walkMainJob(): Promise<void> {
  console.log('\nFoil’s main job, done with real clicks on a display that nobody sees\n');
  // Foil’s pages are used by the words on them.
  process.env['LANGUAGE'] = 'en';
  mkdirSync(OUT, { recursive: true });
  rmSync(FAILED, { force: true });
  const stage = await step('start Chromium with Foil, on its demo page of ten photographs', openStage);
  try {
    await walk(stage);
  } catch (error) {
    await stage.display.screenshot(FAILED);
    console.error(`\nThe screen at that moment: ${FAILED}`);
    throw error;
  } finally {
    await stage.close();
  }
}

async function walk(stage: Stage): Promise<void> {
  for (const picture of PICTURES) {
    const said = await step(picture.does, () => tagPicture(stage, picture));
    console.log(`    ${paint('dim', `Foil, on the page: ${said}`)}`);
  }
  await stage.display.screenshot(`${OUT}/tagged.png`);
  const project = await step('in Options: name the project, choose a dataset of an EyePop stand-in, test, save', () =>
    sendToEyePop(stage),
  );
  await step('send and sync the three', () => sync(stage));
  const zip = await step('export the project as a ZIP', () => exportZip(stage, project, OUT));
  await printAccount(stage, zip, OUT);
}
