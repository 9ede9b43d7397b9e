import browser from 'webextension-polyfill';

export async function showBadge(text: string, title: string, problem: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: problem ? '#b3261e' : '#3b4a5a' }),
    browser.action.setTitle({ title }),
  ]);
}
