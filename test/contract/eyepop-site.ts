import { connect } from '../../src/destinations/adapters.ts';
import { BOX, png } from '../servers/eyepop/test-client.ts';
import {
  type EyePopOptions,
  type EyePopServer,
  type StoredAsset,
  startEyePop,
  type Training,
} from '../servers/eyepop.ts';
import { arrangeTrouble, TROUBLES } from './eyepop-troubles.ts';
import { runAs } from './run.ts';
import { type Capabilities, type Counted, type MakeSite, type Shelf, type Site, TARGET, type Thing } from './site.ts';
import { startStranger } from './stranger.ts';

export const EYEPOP: Capabilities = {
  sends: true,
  lists: true,
  negatives: true,
  troubles: Object.fromEntries(Object.entries(TROUBLES).map(([name, { kind }]) => [name, kind])),
};

/** Where everything is in order: the first dataset of a key's own account. */
export interface EyePopSite extends Site {
  readonly server: EyePopServer;
  readonly dataset: string;
  readonly secret: string;
  readonly shelf: Shelf;
  /** The origin of a host that nobody has configured. */
  readonly stranger: string;
}

export const makeEyePopSite: MakeSite = async ({ labels = [TARGET], trouble }) => {
  const site = await openEyePop({ labels });
  return trouble === undefined ? site : arrangeTrouble(trouble, site);
};

interface Opening extends EyePopOptions {
  readonly labels?: readonly string[];
}

export async function openEyePop({ labels = [TARGET], ...options }: Opening = {}): Promise<EyePopSite> {
  // Accepted in the answer of the upload: what waits in between is test/eyepop.test.ts's.
  const server = await startEyePop({
    transformPolls: 0,
    datasets: [
      { name: 'Dogs', labels },
      { name: 'Kinds of dogs', labels, task: 'image_classification' },
      { name: 'Of another account', labels, accountUuid: 'acc1'.repeat(8) },
    ],
    ...options,
  });
  const stranger = await startStranger();
  const dataset = server.datasets[0]?.uuid ?? '';
  const choice = { id: 'eyepop', options: { base: server.origin, account: server.accountUuid, dataset } };
  return {
    server,
    dataset,
    choice,
    destination: connect(choice),
    run: runAs(server.apiKey),
    secret: server.apiKey,
    secrets: [server.apiKey, 'tok_', server.accountUuid],
    shelf: shelfFor(server, dataset),
    overheard: () => stranger.heard,
    close: async () => {
      await Promise.all([server.close(), stranger.close()]);
    },
    stranger: stranger.origin,
  };
}

const ANSWERS: Readonly<Record<Parameters<Shelf['loseAnswer']>[0], RegExp>> = {
  upload: /^upload$/,
  change: /^(annotate|groundTruth|dropGroundTruth)$/,
  remove: /^delete$/,
};

function shelfFor(server: EyePopServer, dataset: string): Shelf {
  return {
    things: () => {
      const training = server.training(dataset);
      return server.assets(dataset).map((asset) => thingOf(asset, training));
    },
    loseAnswer: (to) => void server.fault({ path: ANSWERS[to], cut: 'after' }),
    label: (id) => server.annotate(id, { predictions: [{ source_width: 640, source_height: 480, objects: [BOX] }] }),
    takeAway: (id) => server.removeAsset(id),
    bringForeign: () => {
      for (const externalId of [null, 'holiday.png', 'foil:positive:not-a-hash', `foil:nice:${'0'.repeat(64)}`])
        server.addAsset(dataset, { bytes: png(1, 1), externalId });
    },
  };
}

function thingOf({ uuid, annotations }: StoredAsset, training: Training): Thing {
  const truths = annotations.filter(({ type }) => type === 'ground_truth').length;
  return { id: uuid, counted: countedAs(uuid, training), truths };
}

function countedAs(uuid: string, training: Training): Counted {
  const among = (assets: readonly StoredAsset[]) => assets.some((asset) => asset.uuid === uuid);
  if (among(training.labelledEmpty)) return 'negative';
  if (among(training.labelledWithObjects)) return 'labelled';
  return among(training.waitingForLabels) ? 'unlabelled' : 'unusable';
}
