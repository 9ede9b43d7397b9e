/** How one kind of host names the versions of an image: what to look for in an address, and what the larger ones are called. */
interface Rule {
  readonly host: string;
  readonly from: RegExp;
  /** Likeliest first; `$1` and so on as in `String.replace`. */
  readonly to: readonly string[];
}

const IMAGE = String.raw`\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|jxl|svg|bmp|tiff?|heic)`;
const rule = (host: string, from: string, ...to: readonly string[]): Rule => ({
  host,
  from: new RegExp(from, 'i'),
  to,
});

/** Seen on the hosts themselves, and as dessant/search-by-image and qsniyg/maxurl know them. */
const RULES: readonly Rule[] = [
  rule('Wikimedia', String.raw`^(https://upload\.wikimedia\.org/[^?#]*)/thumb/([^?#]+)/[^/?#]+$`, '$1/$2'),
  rule(
    'Flickr',
    String.raw`^(https://(?:live|farm\d+)\.static\.?flickr\.com/(?:\d+/)+\d+_[\da-f]+)(?:_(?:[sqtmnwzc]|50))?(\.jpg)`,
    ...['$1_b$2', '$1_c$2'],
  ),
  rule('Pinterest', String.raw`^(https://i\.pinimg\.com)/(?:\d+x\d*(?:_[A-Z]+)?)/`, '$1/originals/', '$1/736x/'),
  rule(
    'X',
    String.raw`^(https://pbs\.twimg\.com/(?:media|ext_tw_video_thumb)/[^?#]+\?(?:[^#]*&)?name=)(?!orig)\w+`,
    '$1orig',
    '$14096x4096',
  ),
  rule('X', String.raw`^(https://pbs\.twimg\.com/media/[^?#:]+${IMAGE})(?::\w+)?$`, '$1:orig'),
  rule(
    'X',
    String.raw`^(https://pbs\.twimg\.com/profile_images/[^?#]+)_(?:normal|bigger|mini|\d+x\d+)(${IMAGE})`,
    '$1$2',
  ),
  rule(
    'Google',
    String.raw`^(https://(?:lh\d+|yt\d|blogger)\.(?:googleusercontent|ggpht)\.com/[^?#]+)=(?!s0\b)[a-z][\w-]*$`,
    '$1=s0',
  ),
  rule(
    'Blogger',
    String.raw`^(https://(?:\d+\.bp\.blogspot\.com|(?:blogger|lh\d+)\.(?:googleusercontent|ggpht)\.com)/[^?#]+)/(?!s0/)(?:[swh]\d+[\w-]*)/([^/?#]+)$`,
    '$1/s0/$2',
  ),
  rule(
    'YouTube',
    String.raw`^(https://(?:i\d*\.ytimg|img\.youtube)\.com/vi(?:_webp)?/[\w-]+)/(?:hq|mq|sd)?(?:default|\d)(\.\w+)(?:\?.*)?$`,
    '$1/maxresdefault$2',
  ),
  rule(
    'Tumblr',
    String.raw`^(https://[\w.]*media\.tumblr\.com/(?:[^?#]*/)?tumblr_[^?#]+)_(?:75sq|\d{2,3})(\.\w+)$`,
    '$1_1280$2',
  ),
  rule('Imgur', String.raw`^(https://i\.imgur\.com/\w{7})[sbtmlhgr](${IMAGE})`, '$1$2'),
  rule('Reddit', String.raw`^https://preview\.redd\.it/(?:[\w-]*-v\d-)?(\w+${IMAGE})\?.*$`, 'https://i.redd.it/$1'),
  rule(
    'Shopify',
    String.raw`^(https://[^/]+/(?:s/files|cdn/shop)/[^?#]+?)_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande)(?:_crop_\w+)?(?:@\dx)?(${IMAGE})`,
    '$1$2',
  ),
  rule(
    'Amazon',
    String.raw`^(https://(?:[\w-]+\.)?(?:media-amazon|ssl-images-amazon|images-amazon)\.com/images/[^?#]+?)\.(?:_[^/?#]*_\.)(\w+)$`,
    '$1.$2',
  ),
  rule('eBay', String.raw`^(https://i\.ebayimg\.com/(?:images|thumbs/images)/g/[^?#]+)/s-l\d+(\.\w+)$`, '$1/s-l1600$2'),
  rule('AliExpress', String.raw`^(https://[\w.-]+\.(?:alicdn|aliexpress-media)\.com/[^?#]+?${IMAGE})_[^/?#]+$`, '$1'),
  rule(
    'Medium',
    String.raw`^(https://miro\.medium\.com)/(?:v2/(?:resize|da|c|format)[^?#]*|max/\d+|fit/[^?#]*)/([^/?#]+)$`,
    '$1/v2/$2',
  ),
  rule(
    'Cloudinary',
    String.raw`^(https://res\.cloudinary\.com/[^?#]+/image/(?:upload|fetch))/(?:[a-z]{1,3}_[^/?#]+/)+`,
    '$1/',
  ),
  rule('Cloudflare', '^(https?://[^/]+)/cdn-cgi/image/[^/?#]+/(?!https?:)', '$1/'),
  rule('Jetpack', String.raw`^https?://i\d\.wp\.com/([^?#]+)(?:\?.*)?$`, 'https://$1'),
  rule(
    'WordPress',
    String.raw`^(https?://[^?#]+/(?:wp-content/)?uploads/[^?#]+?)-(?:\d{2,4}x\d{2,4}|scaled)(${IMAGE})`,
    '$1$2',
  ),
];

/** Hosts that make any size on demand: without these words of the query they give the file as it is. */
const SIZED: readonly { readonly host: RegExp; readonly words: RegExp }[] = [
  {
    host: /^https:\/\/(images\.unsplash\.com|plus\.unsplash\.com|[\w-]+\.imgix\.net)\//i,
    words: /^(w|h|q|fit|crop|auto|fm|dpr|cs|rect|blur|usm|max-[wh]|ar|facepad|mark\w*)$/i,
  },
  { host: /^https:\/\/images\.pexels\.com\//i, words: /^(w|h|auto|cs|dpr|fit|tinysrgb)$/i },
  { host: /^https?:\/\/[^/]+\.files\.wordpress\.com\//i, words: /^(w|h|crop|resize|quality|strip)$/i },
  { host: /^https?:\/\/[^/]+\/(s\/files|cdn\/shop)\//i, words: /^(width|height|crop)$/i },
  { host: /^https:\/\/images\.ctfassets\.net\//i, words: /^(w|h|q|fm|fit|f|fl)$/i },
  { host: /^https:\/\/cdn\.sanity\.io\/images\//i, words: /^(w|h|q|fit|auto|dpr|max-[wh]|fm|crop|rect)$/i },
];

/** Pages' own servers that make a smaller copy of another address, which they name. */
const PROXIED =
  /^(https?:\/\/[^/?#]+)\/(?:_next\/image|_vercel\/image|_ipx\/[^/?#]+|imageproxy)?\/?\?(?:[^#]*&)?url=([^&#]+)/i;

/** Characters of an address that are looked at. */
const LONGEST = 4_096;

/** Addresses under which the ten largest image hosts, and what many sites are built with, keep a larger version. None is asked for. */
export function largerByHost(url: string): readonly string[] {
  if (url.length > LONGEST || !/^https?:/i.test(url)) return [];
  const renamed = RULES.filter(({ from }) => from.test(url)).flatMap(({ from, to }) =>
    to.map((name) => url.replace(from, name)),
  );
  const others = [...renamed, ...unsized(url), ...proxied(url)];
  return [...new Set(others)].filter((other) => other !== url);
}

function unsized(url: string): string[] {
  const known = SIZED.find(({ host }) => host.test(url));
  const [address = '', query] = url.split('?', 2);
  // What is signed is not to be changed.
  if (!known || query === undefined || /(^|&)s=/.test(query)) return [];
  const kept = query.split('&').filter((word) => !known.words.test(word.split('=')[0] ?? ''));
  return [kept.length > 0 ? `${address}?${kept.join('&')}` : address];
}

function proxied(url: string): string[] {
  const [, site = '', encoded = ''] = PROXIED.exec(url) ?? [];
  try {
    const named = decodeURIComponent(encoded);
    if (/^https?:\/\//i.test(named)) return [named];
    return named.startsWith('/') && !named.startsWith('//') ? [`${site}${named}`] : [];
  } catch {
    return [];
  }
}

const FILE = new RegExp(
  String.raw`^https?://[^/?#]+/[^?#]*(?:${IMAGE}(?::\w+)?(?:[?#]|$)|\?[^#]*\b(?:format|fm)=(?:jpe?g|png|webp|avif))`,
  'i',
);

/** Whether an address says of itself that it is an image file's. Pages lie: it is looked at later. */
export function isImageFile(url: string): boolean {
  return url.length <= LONGEST && FILE.test(url);
}
