import type { Page } from 'playwright-core';

/** What Foil says on a page just now. It stands in a closed shadow root: from outside only the accessibility tree shows it. */
export async function wordOnPage(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const texts = (id: string): string[] => {
    const node = byId.get(id);
    if (node?.role?.value === 'button') return [];
    if (node?.role?.value === 'StaticText') return [String(node.name?.value)];
    return node?.childIds?.flatMap(texts) ?? [];
  };
  const status = nodes.find(({ role }) => role?.value === 'status');
  return status ? texts(status.nodeId).join(' · ') : '';
}
