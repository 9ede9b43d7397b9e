import browser from 'webextension-polyfill';

/** A background is stopped after 30 s without an extension API call, even with a request under way (DESIGN.md). */
const PULSE = 20_000;

/** Keeps the background alive while `work` runs. */
export async function keepAlive<Value>(work: () => Promise<Value>): Promise<Value> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}
