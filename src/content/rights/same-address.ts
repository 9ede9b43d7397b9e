/**
 * Whether an address is that of an image that is shown under one of `shown`: the same, or of the same path where only one of
 * them has a query, as for the sizes that a server makes on demand. The scheme does not count.
 */
export function isAddressOf(shown: readonly string[], base: string): (address: string) => boolean {
  const known = shown.flatMap((address) => parse(address, base));
  return (address) => parse(address, base).some((one) => known.some((other) => isSame(one, other)));
}

function parse(address: string, base: string): URL[] {
  const text = address.slice(0, 8_192);
  if (text === '' || !URL.canParse(text, base)) return [];
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? [url] : [];
}

function isSame(one: URL, other: URL): boolean {
  if (one.host !== other.host || one.pathname !== other.pathname) return false;
  return one.search === other.search || (one.search === '') !== (other.search === '');
}
