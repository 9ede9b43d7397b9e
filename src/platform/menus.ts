import browser, { type Menus, type Tabs } from 'webextension-polyfill';

export interface MenuItem {
  readonly id: string;
  readonly parent?: string;
  /** Absent: a separator. */
  readonly title?: string;
  readonly checked?: boolean;
}

export type MenuClick = Menus.OnClickData;

/** Replaces the menu on images. The browser keeps it while the background is dead, but not over a restart. */
export async function showMenu(items: readonly MenuItem[]): Promise<void> {
  // Two at once would create the same ids twice.
  await navigator.locks.request('menu', async () => {
    await browser.contextMenus.removeAll();
    for (const item of items) browser.contextMenus.create(propertiesOf(item));
  });
}

function propertiesOf({ id, parent, title, checked }: MenuItem): Menus.CreateCreatePropertiesType {
  return {
    id,
    contexts: ['image'],
    ...(parent === undefined ? {} : { parentId: parent }),
    // An ampersand would mark an access key.
    ...(title === undefined ? { type: 'separator' } : { title: title.replaceAll('&', '&&') }),
    ...(checked === undefined ? {} : { type: 'radio', checked }),
  };
}

export function onMenuClick(listener: (click: MenuClick, tab: Tabs.Tab | undefined) => void): void {
  browser.contextMenus.onClicked.addListener(listener);
}
