import { Failure } from '../../core/failure.ts';
import { type JsonObject, textAt } from '../../core/json.ts';
import type { Meta } from '../contract.ts';
import { hostPattern, safeUrl } from '../http.ts';

/** EYEPOP.md, "Authentication". */
export const EYEPOP_BASE = 'https://compute.eyepop.ai';

export interface EyePopOptions {
  readonly base: string;
  /** 32 hex digits; the API key's own account where absent. */
  readonly account?: string;
  /** Absent until one is chosen. */
  readonly dataset?: string;
}

function parse(options: JsonObject): EyePopOptions & JsonObject {
  const base = safeUrl(textAt(options, 'base') ?? EYEPOP_BASE).href.replace(/\/+$/, '');
  const account = uuidAt(options, 'account');
  const dataset = uuidAt(options, 'dataset');
  return { base, ...(account === undefined ? {} : { account }), ...(dataset === undefined ? {} : { dataset }) };
}

function uuidAt(options: JsonObject, key: string): string | undefined {
  const text = textAt(options, key)?.trim();
  if (text === undefined || text === '') return undefined;
  if (!/^[0-9a-z-]{1,64}$/i.test(text)) throw new Failure('settings-unreadable', { fact: `eyepop: ${key}` });
  return text;
}

export const eyepopMeta: Meta<EyePopOptions> = {
  label: 'destination_eyepop',
  sends: true,
  // Not documented: what its open-source clients send. A browser shows more (SVG, AVIF, BMP, ICO).
  takes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  parse,
  hosts: ({ base }) =>
    new URL(base).hostname.endsWith('.eyepop.ai') ? ['https://*.eyepop.ai/*'] : [hostPattern(base)],
  secretOrigin: ({ base }) => new URL(base).origin,
  place: ({ base, dataset }) => `eyepop ${new URL(base).origin} ${dataset ?? ''}`,
};
