import { textAt } from '../../core/json.ts';

/** The account that a pasted session is of (EYEPOP.md, point 4); `undefined` for a key, or while it is being typed. */
export function sessionAccount(secret: string): string | undefined {
  if (!secret.trim().startsWith('{')) return undefined;
  try {
    return textAt(JSON.parse(secret), 'accountId');
  } catch {
    return undefined;
  }
}
