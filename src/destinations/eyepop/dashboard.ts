/** The address of a dataset in EyePop's dashboard, as a person copies it, and as we hand it out (EYEPOP.md, point 5). */

const DASHBOARD = 'https://dashboard.eyepop.ai/wizardModel';

export interface DatasetAddress {
  readonly account?: string;
  readonly dataset: string;
}

/** Reads a pasted dashboard address, or a bare dataset id; `undefined` when it is neither. */
export function parseDatasetAddress(pasted: string): DatasetAddress | undefined {
  const text = pasted.trim();
  if (/^[0-9a-f]{32}$/i.test(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    return { dataset: text };
  if (!URL.canParse(text)) return undefined;
  const { hostname, searchParams } = new URL(text);
  const dataset = searchParams.get('datasetUUID');
  const account = searchParams.get('accountUUID');
  if (!hostname.endsWith('.eyepop.ai') || !dataset) return undefined;
  return account ? { account, dataset } : { dataset };
}

export function dashboardLink({ account, dataset }: { account: string | undefined; dataset: string }): string {
  const query = new URLSearchParams({ type: 'object', step: 'autoLabel', datasetUUID: dataset });
  if (account !== undefined) query.set('accountUUID', account);
  return `${DASHBOARD}?${query}`;
}
