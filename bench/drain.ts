import { randomBytes } from 'node:crypto';
import type { Worker } from 'playwright-core';
import { askFoil, rows } from '../test/e2e/foil.ts';
import { until } from '../test/e2e/harness/until.ts';
import { addProject, type Session, sendToEyePop } from '../test/e2e/session.ts';
import type { EyePopServer } from '../test/servers/eyepop.ts';
import { atLeast, type Figure } from './figure.ts';
import { fillProject } from './fill.ts';

const CAPTURES = 300;
const TURNS = 3;

/** Captures a second to a loopback server, against a bare loop of the same requests, as many at a time, in the same worker. */
export async function benchDrain(session: Session, eyepop: EyePopServer): Promise<Figure[]> {
  const foil: number[] = [];
  const bare: number[] = [];
  const worker = await session.browser.worker();
  for (let turn = 0; turn < TURNS; turn++) {
    bare.push(await timeBare(worker, eyepop, eyepop.datasets[turn * 2]?.uuid ?? ''));
    foil.push(await timeDrain(session, eyepop, turn * 2 + 1));
  }
  const best = (times: number[]) => CAPTURES / (Math.min(...times) / 1_000);
  const against = 'bare loop of the same requests';
  return [atLeast({ name: 'drain', value: best(foil), peer: best(bare), unit: 'captures/s', against }, 0.9)];
}

async function timeDrain(session: Session, eyepop: EyePopServer, dataset: number): Promise<number> {
  const project = await addProject(session, `bench drain ${dataset}`);
  await sendToEyePop(session, project, eyepop, dataset);
  await fillProject(session.foil, project.id, CAPTURES);
  const first = eyepop.requests.length;
  await askFoil(session.foil, 'sync', project.id);
  await until(
    'all is synced',
    async () => (await rows(session.foil, 'drains')).some((drain) => drain.project === project.id && drain.finishedAt),
    120_000,
  );
  const held = eyepop.training(eyepop.datasets[dataset]?.uuid ?? '').labelledEmpty.length;
  if (held !== CAPTURES) throw new Error(`the stand-in holds ${held} negatives`);
  const own = eyepop.requests.slice(first);
  return (own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0);
}

async function timeBare(worker: Worker, { origin, apiKey }: EyePopServer, dataset: string): Promise<number> {
  const salt = randomBytes(4).toString('hex');
  return worker.evaluate(bareLoop, { origin, apiKey, dataset, salt, count: CAPTURES });
}

interface Bare {
  readonly origin: string;
  readonly apiKey: string;
  readonly dataset: string;
  readonly salt: string;
  readonly count: number;
}

/** Runs in the worker: nothing of it may refer to this file. The pictures are made beforehand. */
async function bareLoop({ origin, apiKey, dataset, salt, count }: Bare): Promise<number> {
  const canvas = new OffscreenCanvas(320, 240);
  const context = canvas.getContext('2d');
  const pictures: Blob[] = [];
  for (let index = 0; index < count; index++) {
    context?.fillRect(index, index % 240, 9, 9);
    pictures.push(await canvas.convertToBlob({ type: 'image/png' }));
  }
  const begun = performance.now();
  const json = async (path: string, init: RequestInit) => (await fetch(`${origin}${path}`, init)).json();
  const { access_token } = await json('/v1/auth/authenticate', {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}` },
  });
  const headers = { Authorization: `Bearer ${access_token}` };
  const list = () =>
    json(`/data/assets?dataset_uuid=${dataset}&include_annotations=true&inclusion_mode=all_assets`, { headers });
  await json('/v1/configs', { headers });
  await json(`/data/datasets/${dataset}?include_stats=true`, { headers });
  await list();
  const work = async (): Promise<void> => {
    for (let picture = pictures.pop(); picture; picture = pictures.pop()) {
      const id = `foil:distractor:${salt}${pictures.length}`.padEnd(80, '0');
      const upload = `/data/assets?dataset_uuid=${dataset}&external_id=${encodeURIComponent(id)}`;
      const { uuid } = await json(upload, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'image/png' },
        body: picture,
      });
      const body = JSON.stringify([{ source_width: 320, source_height: 240, objects: [] }]);
      const annotate = `${origin}/data/assets/${uuid}/annotations?dataset_uuid=${dataset}&user_review=approved`;
      await (
        await fetch(annotate, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body })
      ).text();
      await json(`/data/assets/${uuid}?dataset_uuid=${dataset}&include_annotations=true`, { headers });
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  await list();
  return performance.now() - begun;
}
