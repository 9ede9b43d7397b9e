import type source from '../manifest.json';

type Source = typeof source;

/** The Chromium build: as written, plus the oldest version that has all it needs. Containers, and so `cookies`, are Firefox's. */
export function chromiumManifest({ permissions, ...manifest }: Source) {
  return {
    ...manifest,
    permissions: permissions.filter((name) => name !== 'cookies'),
    minimum_chrome_version: '130',
  };
}

/**
 * The Firefox build: an event page instead of a worker, an id instead of a key, and `menus` instead of `contextMenus`: the same,
 * and a page's script may then ask for the element that a menu was opened on. Its event page needs nothing `offscreen`.
 */
export function firefoxManifest({ key: _, storage: __, message_serialization: ___, background, ...manifest }: Source) {
  return {
    ...manifest,
    permissions: manifest.permissions
      .filter((name) => name !== 'offscreen')
      .map((name) => (name === 'contextMenus' ? 'menus' : name)),
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'foil@foil.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
