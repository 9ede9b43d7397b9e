import { vi } from 'vitest';
import type { FailureKind } from '../../src/core/failure.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { connect } from '../../src/destinations/adapters.ts';
import type { FaultSpec, RouteName } from '../servers/eyepop.ts';
import type { EyePopSite } from './eyepop-site.ts';
import { runAs } from './run.ts';
import type { Site } from './site.ts';
import { deadOrigin } from './stranger.ts';

/** What is different from a connection in order. */
interface Difference {
  readonly options?: JsonObject;
  readonly secret?: string | undefined;
}

interface Trouble {
  readonly kind: FailureKind;
  readonly arrange: (site: EyePopSite) => Difference | Promise<Difference>;
}

const SETTINGS: Readonly<Record<string, Trouble>> = {
  'there is no key': { kind: 'key-missing', arrange: () => ({ secret: undefined }) },
  'the key is of blanks': { kind: 'key-missing', arrange: () => ({ secret: ' \n' }) },
  'the key is wrong': { kind: 'key-refused', arrange: () => ({ secret: 'eyp_wrong' }) },
  'the account is not the key’s': { kind: 'forbidden', arrange: () => ({ options: { account: 'acc1'.repeat(8) } }) },
  'the dataset is another account’s': { kind: 'forbidden', arrange: dataset(2) },
  'the dataset is not there': { kind: 'dataset-missing', arrange: () => ({ options: { dataset: 'f'.repeat(32) } }) },
  'no dataset is chosen': { kind: 'dataset-unchosen', arrange: () => ({ options: { dataset: '' } }) },
  'the dataset is for classification': { kind: 'negative-form-unknown', arrange: dataset(1) },
  'nobody is there': { kind: 'unreachable', arrange: async () => ({ options: { base: await deadOrigin() } }) },
  'this computer is offline': { kind: 'offline', arrange: goOffline },
  'no answer comes in time': { kind: 'timed-out', arrange: waitForEver },
  'the data address is foreign': { kind: 'address-unsafe', arrange: foreignConfig },
  'a fresh token is refused': { kind: 'key-refused', arrange: faulty('dataset', { status: 401 }) },
  'a key’s answer has no end': { kind: 'unexpected-answer', arrange: faulty('authenticate', { body: 'endless' }) },
  'a dataset has no end': { kind: 'unexpected-answer', arrange: faulty('dataset', { body: 'endless' }) },
  'a dataset is huge': { kind: 'unexpected-answer', arrange: faulty('dataset', { body: 'huge-json' }) },
  'a pasted session has ended': { kind: 'session-ended', arrange: session({ validUntil: 1 }) },
  'a pasted session is refused': { kind: 'session-ended', arrange: session({ accessToken: 'tok_other' }) },
  'a pasted session is another service’s': {
    kind: 'address-unsafe',
    arrange: ({ server, stranger }) => session({ eyepopUrl: stranger })({ server }),
  },
  'a pasted session has its data on a foreign host': {
    kind: 'address-unsafe',
    arrange: ({ server, stranger }) => session({ datasetApiUrl: `${stranger}/data` })({ server }),
  },
  'a pasted session holds no token': { kind: 'key-refused', arrange: () => ({ secret: '{"accessToken": null}' }) },
  'a pasted session is cut off': { kind: 'key-refused', arrange: () => ({ secret: '{"accessToken": "tok_' }) },
};

/** What can go wrong with any request, whatever it asks for. */
const FAULTS: readonly (readonly [string, FailureKind, (stranger: string) => FaultSpec])[] = [
  ['answers HTML', 'unexpected-answer', () => ({ body: 'html' })],
  ['answers JSON of another shape', 'unexpected-answer', () => ({ body: { json: [{}] } })],
  ['is cut', 'unreachable', () => ({ cut: 'before' })],
  ['breaks off', 'unreachable', () => ({ cut: 'mid-answer' })],
  ...([302, 307, 308] as const).map(
    (status) =>
      [
        `is redirected (${status})`,
        'unreachable',
        (stranger: string): FaultSpec => ({ status, headers: { location: `${stranger}/?from=foil` } }),
      ] as const,
  ),
  ['fails', 'server-failed', () => ({ status: 503 })],
  ['asks for a pause', 'busy', () => ({ status: 429, headers: { 'retry-after': '7' } })],
  ['refuses the rights', 'forbidden', () => ({ status: 403, body: { text: 'no rights to eyp_test' } })],
];

/** The requests of every check, in their order: with the key, with the token, and to the data API. */
const REQUESTS: readonly RouteName[] = ['authenticate', 'configs', 'dataset'];

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  ...SETTINGS,
  ...Object.fromEntries(
    REQUESTS.flatMap((route) =>
      FAULTS.map(([what, kind, spec]): [string, Trouble] => [
        `${route} ${what}`,
        { kind, arrange: (site) => faulty(route, spec(site.stranger))(site) },
      ]),
    ),
  ),
};

/** The site as it is with this trouble. */
export async function arrangeTrouble(name: string, site: EyePopSite): Promise<Site> {
  const trouble = TROUBLES[name];
  if (!trouble) throw new Error(`no trouble is called ${name}`);
  const { options = {}, ...changed } = await trouble.arrange(site);
  const { secret } = { secret: site.secret, ...changed };
  const choice = { id: 'eyepop', options: { ...site.choice.options, ...options } };
  // The token of a pasted session is a secret of its own.
  const tokens = /"accessToken":"([^"]+)"/.exec(secret ?? '')?.slice(1) ?? [];
  const wrong = secret?.startsWith('eyp_') ? [secret] : [];
  return {
    ...site,
    choice,
    destination: connect(choice),
    run: runAs(secret),
    secrets: [...site.secrets, ...tokens, ...wrong],
  };
}

function dataset(index: number): Trouble['arrange'] {
  return ({ server }) => ({ options: { dataset: server.datasets[index]?.uuid ?? '' } });
}

function faulty(path: RouteName, spec: FaultSpec): Trouble['arrange'] {
  return ({ server }) => {
    server.fault({ path, times: Number.POSITIVE_INFINITY, ...spec });
    return {};
  };
}

function foreignConfig({ server, stranger }: EyePopSite): Difference {
  const body = { json: { dataset_api_url: `${stranger}/data` } };
  server.fault({ path: 'configs', times: Number.POSITIVE_INFINITY, body });
  return {};
}

async function goOffline(): Promise<Difference> {
  vi.stubGlobal('navigator', { onLine: false });
  return { options: { base: await deadOrigin() } };
}

/** The clock is ours: the time is up as soon as the request stands still. */
function waitForEver({ server }: EyePopSite): Difference {
  const clock = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  const standing = server.fault({ path: 'dataset', hold: 'before', times: Number.POSITIVE_INFINITY });
  void standing.held.then(() => clock.abort(new DOMException('late', 'TimeoutError')));
  return {};
}

function session(changes: Readonly<Record<string, unknown>>): (site: Pick<EyePopSite, 'server'>) => Difference {
  return ({ server }) => ({ secret: JSON.stringify({ ...server.session(), ...changes }) });
}
