import browser from 'webextension-polyfill';

/** The names are the reasons to wake up. */
export type AlarmName = 'drain' | 'resume' | 'rules' | `stand-by ${string}`;

/** Wakes the background no earlier than `when` (ms since 1970) and, in Chromium, no earlier than 30 s from now. */
export function wakeAt(name: AlarmName, when: number): Promise<void> {
  return Promise.resolve(browser.alarms.create(name, { when }));
}

export async function wakeNoMore(name: AlarmName): Promise<void> {
  await browser.alarms.clear(name);
}

export async function nextWake(name: AlarmName): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

export function onWake(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => listener(name));
}
