import { randomBytes } from 'node:crypto';
import type { Settings } from './options.ts';

export interface Tokens {
  /** A new access token, good from now on for the settings' `tokenLifetime`. */
  issue(): { readonly token: string; readonly validUntil: number };
  isValid(token: string): boolean;
  /** Ends every token issued so far. */
  expireAll(): void;
}

export function createTokens({ now, tokenLifetime }: Settings): Tokens {
  const validUntil = new Map<string, number>();
  return {
    issue() {
      const token = `tok_${randomBytes(24).toString('base64url')}`;
      const end = now() + tokenLifetime * 1000;
      validUntil.set(token, end);
      return { token, validUntil: end };
    },
    isValid: (token) => now() < (validUntil.get(token) ?? 0),
    expireAll: () => validUntil.clear(),
  };
}
