import { readFileSync } from 'node:fs';
import type { Capture } from '../../src/core/capture.ts';
import type { Remark } from '../../src/core/rights/reserve.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import type { Site } from '../servers/site.ts';

/** A page with the image `#it` on it, and what has to be known of that image's rights once it is captured. */
export interface RightsPage {
  readonly what: string;
  /** `SRC` stands for the image's address, `OTHER` for another image. */
  readonly html: string;
  /** Of the image's answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Below `test/fixtures`; a picture that says nothing of itself, where none is named. */
  readonly file?: string;
  /** The image lies on another host: its answer is the background's own. */
  readonly elsewhere?: true;
  readonly said: readonly string[];
  readonly remark?: Remark;
}

const IMG = '<img id="it" src="SRC" width="80" height="60" alt="x">';
const OTHER = '<img src="OTHER" width="80" height="60" alt="y">';
const NC = 'https://creativecommons.org/licenses/by-nc/4.0/';
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const image = (contentUrl: string, more: object) => ({
  '@context': 'https://schema.org',
  '@type': 'ImageObject',
  contentUrl,
  ...more,
});

export const RIGHTS_PAGES: readonly RightsPage[] = [
  { what: 'nothing is said', html: `${IMG}<a href="https://l.example/">licence</a>`, said: [] },
  {
    what: 'rel=license, the nearest first',
    html: `<link rel="license" href="https://page.example/"><figure>${IMG}<a rel="nofollow license" href="/mine">L</a></figure>
      <figure>${OTHER}<a rel="license" href="https://other.example/">L</a></figure>`,
    said: ['page licence: ORIGIN/mine'],
  },
  {
    what: 'rel=license of the page, in an area',
    html: `${IMG}${OTHER}<map name="m"><area rel="license" href="https://page.example/" shape="default" alt="L"></map>`,
    said: ['page licence: https://page.example/'],
  },
  {
    what: 'a neighbour’s licence is not taken',
    html: `<ul><li>${IMG}</li><li>${OTHER}<a rel="license" href="https://a.example/">L</a></li>
      <li>${OTHER}<a rel="license" href="https://b.example/">L</a></li></ul>`,
    said: [],
  },
  {
    what: 'a link to Creative Commons beside it, and another in its caption',
    html: `<figure>${IMG}<figcaption>Photo: Ann / CC BY-SA 2.0</figcaption><a href="${NC}deed.de">Some rights reserved</a></figure>`,
    said: ['page creative-commons: CC BY-NC 4.0', 'page creative-commons: CC BY-SA 2.0'],
    remark: 'conditions',
  },
  {
    what: 'RDFa: of this image, and of another',
    html: `<div about="SRC">${IMG}<a rel="cc:license" href="https://creativecommons.org/publicdomain/zero/1.0/">0</a></div>
      <div about="OTHER">${OTHER}<a property="cc:license" href="${NC}">NC</a></div>`,
    said: ['page creative-commons: CC0 1.0'],
  },
  {
    what: 'JSON-LD of several images, behind a megabyte and behind what is none',
    html: `${ld(image('SRC', { creditText: 'x'.repeat(2 ** 20) }))}<script type="application/ld+json">{"@type": "ImageObject", </script>
      ${ld({ '@graph': [image('OTHER', { license: NC }), image('SRC', { license: 'https://l.example/', creator: { name: '<b>Ann</b>' } })] })}${IMG}`,
    said: ['schema.org licence: https://l.example/', 'schema.org creator: <b>Ann</b>'],
  },
  {
    what: 'microdata around it',
    html: `<div itemscope itemtype="https://schema.org/ImageObject">${IMG}<meta itemprop="creditText" content="Press">
      <span itemprop="creator" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann</b> of X</span>
      <a itemprop="license" href="${NC}">L</a></div>${ld(image('OTHER', { license: 'https://other.example/' }))}
      ${ld(image('/else', { license: 'https://other.example/' }))}`,
    said: ['schema.org creative-commons: CC BY-NC 4.0', 'schema.org credit: Press', 'schema.org creator: Ann'],
    remark: 'conditions',
  },
  {
    what: 'metas: no AI, in the page’s words for any agent',
    html: `<meta name="Googlebot" content="noindex, NoAI, noimageai"><meta name="keywords" content="noai, dogs">${IMG}`,
    said: ['page no-ai: noai, noimageai'],
    remark: 'reserved',
  },
  {
    what: 'metas: no word about AI',
    html: `<meta name="robots" content="noindex"><meta name="keywords" content="noai"><meta name="tdm-reservation" content="0">${IMG}`,
    said: [],
  },
  {
    what: 'metas: data mining is reserved, author and copyright',
    html: `<meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="https://p.example/tdm.json">
      <meta name="author" content="Ann"><meta name="copyright" content="&copy; Ann, CC BY 4.0">${IMG}`,
    said: [
      'page tdm-reserved: tdm-reservation: 1; tdm-policy: https://p.example/tdm.json',
      'page creator: Ann',
      'page copyright: © Ann, CC BY 4.0',
      'page creative-commons: CC BY 4.0',
    ],
    remark: 'reserved',
  },
  {
    what: 'headers of another host’s answer',
    html: IMG,
    headers: { 'X-Robots-Tag': 'otherbot: noindex, noimageai', 'TDM-Reservation': '1', Link: `<${NC}>; rel="license"` },
    elsewhere: true,
    said: [
      'header no-ai: noimageai',
      'header tdm-reserved: tdm-reservation: 1',
      'header creative-commons: CC BY-NC 4.0',
    ],
    remark: 'reserved',
  },
  {
    what: 'headers of the page’s own host',
    html: IMG,
    headers: { 'X-Robots-Tag': 'noai', 'TDM-Reservation': '0' },
    said: ['header no-ai: noai'],
    remark: 'reserved',
  },
  {
    what: 'the file: IPTC',
    html: IMG,
    file: 'rights/iptc.jpg',
    said: [
      'iptc creator: Zoë Müller',
      'iptc creator: Ann',
      'iptc credit: Foil Press',
      'iptc copyright: © 2026 Zoë Müller',
    ],
  },
  {
    what: 'the file: XMP and Exif, of another host, made by AI',
    html: IMG,
    file: 'rights/pillow.webp',
    elsewhere: true,
    said: [
      'xmp ai-made: trainedAlgorithmicMedia',
      'xmp creator: A model',
      'exif creator: Ann',
      'exif copyright: (c) 2026 Ann',
    ],
    remark: 'ai-made',
  },
  {
    what: 'the file: data mining prohibited, while the page names a creator once more',
    html: `<meta name="author" content="zm">${IMG}`,
    file: 'rights/mining.jpg',
    said: ['page creator: zm', 'xmp tdm-reserved: DMI-PROHIBITED'],
    remark: 'reserved',
  },
  {
    what: 'a page that puts images in the place of its document’s functions',
    html: `<meta name="robots" content="noai">${['getElementsByTagName', 'head', 'baseURI']
      .map((name) => `<img name="${name}" src="OTHER" width="9" height="9" alt="">`)
      .join('')}<form><input name="parentElement"><input name="closest">${IMG}</form>`,
    said: ['page no-ai: noai'],
    remark: 'reserved',
  },
];

const fixture = (name: string) => readFileSync(`test/fixtures/${name}`);
let served = 0;

/** Serves such a page under addresses of its own. @returns the page's */
export function serveRights(site: Site, page: Pick<RightsPage, 'html' | 'headers' | 'file' | 'elsewhere'>): string {
  const { html, headers = {}, file = 'images/plain.png', elsewhere } = page;
  served += 1;
  const [path, other] = [`/rights-${served}`, `/rights-${served}-other`];
  site.route(path, (_request, response) => response.writeHead(200, headers).end(fixture(file)));
  site.route(other, (_request, response) => response.writeHead(200).end(fixture('images/baseline.jpg')));
  const src = elsewhere ? `http://images.test:${site.port}${path}` : path;
  const body = html.replaceAll('SRC', src).replaceAll('OTHER', other);
  site.route(`${path}.html`, (_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>R</title>${body}`),
  );
  return `${site.origin}${path}.html`;
}

/** What a capture knows of its rights, as the table above writes it. */
export function saidBy(capture: Capture | undefined, site: Site): string[] {
  const rights = capture?.provenance.rights ?? [];
  return rights.map(({ source, kind, value }) => `${source} ${kind}: ${value.replace(site.origin, 'ORIGIN')}`).sort();
}

/** The line with which the word on the page says it. */
export const NOTES: Readonly<Record<Remark, string>> = {
  reserved: messages.rights_note_reserved.message,
  'ai-made': messages.rights_note_ai_made.message,
  conditions: messages.rights_note_conditions.message.replace('$1', 'CC BY-NC 4.0'),
};
