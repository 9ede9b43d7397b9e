import browser, { type Menus, type Tabs } from 'webextension-polyfill';

export interface MenuItem {
  readonly id: string;
  readonly parent?: string;
  /** Absent: a separator. */
  readonly title?: string;
  readonly checked?: boolean;
  /** It stands in the menu of the toolbar's button, and nowhere in pages. */
  readonly onButton?: true;
}

/**
 * Where the menu stands: on what the browser itself takes for an image; on everything in pages; or on whatever is under the
 * pointer, for as long as an image is seen there.
 */
export type MenuScope = 'images' | 'everywhere' | 'pointer';

const IN_PAGES = ['image', 'page', 'link', 'selection', 'editable', 'frame', 'video', 'audio'] as const;

const CONTEXTS = {
  images: ['image'],
  everywhere: IN_PAGES,
  // Chromium has no name for a canvas; "all" is on the toolbar's button too, where the pointer is not.
  pointer: [...IN_PAGES, 'all'],
} as const satisfies Record<MenuScope, readonly Menus.ContextType[]>;

export type MenuClick = Menus.OnClickData;

/** A menu that was just opened, ours in it or not. */
export interface ShownMenu {
  readonly contexts: readonly string[];
  readonly frameId?: number;
  /** Told where there is access to the page. */
  readonly targetElementId?: number;
}

/** The namespace goes by the permission, which is another in Firefox (scripts/manifests.ts). */
const menus = (): Menus.Static => browser.menus ?? browser.contextMenus;

/** Replaces the menu. The browser keeps it while the background is dead, but not over a restart. */
export async function showMenu(items: readonly MenuItem[], scope: MenuScope): Promise<void> {
  // Two at once would create the same ids twice.
  await navigator.locks.request('menu', async () => {
    await menus().removeAll();
    for (const item of items) menus().create(propertiesOf(item, scope));
  });
}

function propertiesOf(item: MenuItem, scope: MenuScope): Menus.CreateCreatePropertiesType {
  const { id, parent, title, checked } = item;
  return {
    id,
    contexts: contextsOf(item, scope),
    ...(parent === undefined ? {} : { parentId: parent }),
    // An ampersand would mark an access key.
    ...(title === undefined ? { type: 'separator' } : { title: title.replaceAll('&', '&&') }),
    ...(checked === undefined ? {} : { type: 'radio', checked }),
  };
}

/** Below an entry everything is there wherever the entry is. */
function contextsOf({ parent, onButton }: MenuItem, scope: MenuScope): Menus.ContextType[] {
  return onButton ? ['action'] : [...CONTEXTS[parent === undefined ? scope : 'pointer']];
}

/**
 * Moves an entry, and all below it. One entry in two scopes, and not two entries: on an image in a link both would stand.
 * Nothing happens where the menu was not drawn yet.
 */
export async function scopeMenu(id: string, scope: MenuScope): Promise<void> {
  await navigator.locks.request('menu', async () => {
    await menus()
      .update(id, { contexts: [...CONTEXTS[scope]] })
      .catch(() => undefined);
  });
}

/** Draws a menu that is open anew, with what was changed since it was opened. */
export async function refreshMenu(): Promise<void> {
  await menus().refresh();
}

export function onMenuClick(listener: (click: MenuClick, tab: Tabs.Tab | undefined) => void): void {
  menus().onClicked.addListener(listener);
}

/** In Firefox alone; Chromium tells of no menu before it is used. */
export function onMenuShown(listener: (menu: ShownMenu, tab: Tabs.Tab | undefined) => void, hidden: () => void): void {
  const { onShown, onHidden }: Partial<Menus.Static> = menus();
  onShown?.addListener(listener);
  onHidden?.addListener(hidden);
}
