import type { FromPage } from '../../protocol.ts';

/** Asks the background. @throws when it does not answer, or not this page, or not now */
export async function askBackground<Name extends keyof FromPage>(
  foil: Name,
  ...args: Parameters<FromPage[Name]>
): Promise<Awaited<ReturnType<FromPage[Name]>>> {
  const reply = await chrome.runtime.sendMessage({ foil, args });
  if (!reply?.ok) throw new Error(`no answer to ${foil}`);
  // Our own background, by our own protocol.
  return reply.value;
}

/** Whether this script was left behind by an update: nobody answers it any more. */
export function isOrphan(): boolean {
  return chrome.runtime?.id === undefined;
}
