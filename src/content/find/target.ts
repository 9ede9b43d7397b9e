/** Firefox's members for the element that its menu was opened on; not in Chromium's types. */
interface Menus {
  getTargetElement?(id: number): Element | null;
}

/** Firefox: what the menu was opened on, also where no event told (HARD-CASES.md, 5). */
export function targetOf(id: number | undefined): Element | undefined {
  const { menus, contextMenus } = chrome as { readonly menus?: Menus; readonly contextMenus?: Menus };
  const element = id === undefined ? undefined : (menus ?? contextMenus)?.getTargetElement?.(id);
  return element instanceof Element ? element : undefined;
}
