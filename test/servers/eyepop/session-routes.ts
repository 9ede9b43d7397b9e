import { type Answer, Refusal } from './answer.ts';
import { type Call, checkAccount } from './call.ts';
import { DATA_PATH } from './world.ts';

/** The API key against a token. @throws Refusal 401 */
export function authenticate({ authorization, world }: Call): Answer {
  const { apiKey, tokenLifetime } = world.settings;
  if (authorization !== `Bearer ${apiKey}`) throw new Refusal(401, 'unknown API key');
  const { token } = world.tokens.issue();
  return {
    status: 200,
    json: { access_token: token, expires_in: tokenLifetime, token_type: 'Bearer', expires_at: null },
  };
}

/** Where the data API lies. */
export function configs(call: Call): Answer {
  const account = call.query.get('account_uuid');
  if (account !== null) checkAccount(call, account);
  const base = call.world.settings.relativeDataUrl ? '' : call.origin;
  return { status: 200, json: { dataset_api_url: `${base}${DATA_PATH}`, vlm_api_url: null } };
}

/** @throws Refusal 401 for a token that is missing, unknown or at its end */
export function checkToken({ authorization, world }: Call): void {
  const [, token] = /^Bearer (\S+)$/.exec(authorization) ?? [];
  if (token === undefined || !world.tokens.isValid(token)) throw new Refusal(401, 'token missing, unknown or expired');
}
