/** One way to show an image, on one page with all others. */
interface Find {
  readonly id: string;
  readonly html: string;
  /** File names, best first; or the kind, where there is no file. */
  readonly finds: readonly string[];
  /** Where in it the pointer is, in shares of its size. */
  readonly at?: readonly [number, number];
}

const P = '/photos/';
const GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const BOX = 'width:90px;height:60px;display:block;';

export const FINDS: readonly Find[] = [
  { id: 'img', html: `<img id="img" src="${P}pika.jpg" style="${BOX}">`, finds: ['pika.jpg'] },
  {
    id: 'overlay',
    html: `<div id="overlay" style="${BOX}position:relative"><img src="${P}lemur.jpg" style="${BOX}"><a href="#x" style="position:absolute;inset:0"></a></div>`,
    finds: ['lemur.jpg'],
  },
  {
    id: 'spacer-above',
    html: `<div id="spacer-above" style="${BOX}position:relative"><img src="${P}espresso.jpg" style="${BOX}"><img src="${GIF}" style="position:absolute;inset:0;${BOX}"></div>`,
    finds: ['espresso.jpg'],
  },
  {
    id: 'passed-by',
    html: `<div id="passed-by" style="${BOX}"><img src="${P}lemur.jpg?passed" style="${BOX}pointer-events:none"></div>`,
    finds: ['lemur.jpg?passed'],
  },
  {
    id: 'passed-by-far',
    html: `<div style="pointer-events:none"><div><div><img id="passed-by-far" src="${P}lemur.jpg?far" style="${BOX}"></div></div></div>`,
    finds: ['lemur.jpg?far'],
  },
  {
    id: 'beside',
    html: `<div><img id="beside" src="${P}pika.jpg?beside" style="${BOX}"></div>`,
    finds: ['pika.jpg?beside'],
    at: [-0.1, 0.5],
  },
  {
    id: 'picture',
    html: `<picture><source srcset="${P}cushion.webp" type="image/webp"><img id="picture" src="${P}pika.jpg?no" style="${BOX}"></picture>`,
    finds: ['cushion.webp'],
  },
  {
    id: 'srcset',
    html: `<img id="srcset" src="${P}pika.jpg?src" srcset="${P}tortoiseshell-512.jpg 1x, ${P}tortoiseshell-1024.jpg?w=1,h=2 2x" style="${BOX}">`,
    finds: ['tortoiseshell-512.jpg'],
  },
  {
    id: 'lazy',
    html: `<img id="lazy" src="${GIF}" data-src="${P}red-panda.jpg" style="${BOX}">`,
    finds: ['red-panda.jpg'],
  },
  {
    id: 'noscript',
    html: `<div><img id="noscript" src="${GIF}" style="${BOX}"><noscript><img src="${P}red-panda.jpg?noscript"></noscript></div>`,
    finds: ['red-panda.jpg?noscript'],
  },
  {
    id: 'background',
    html: `<div id="background" style="${BOX}background-image:linear-gradient(#0003,#0003),url(${P}pika.jpg?bg1),url('${P}pika.jpg?bg2')"></div>`,
    finds: ['pika.jpg?bg1', 'pika.jpg?bg2'],
  },
  {
    id: 'lazy-background',
    html: `<div id="lazy-background" data-bg="${P}pika.jpg?lazybg" style="${BOX}"></div>`,
    finds: ['pika.jpg?lazybg'],
  },
  {
    id: 'image-set',
    html: `<div id="image-set" style="${BOX}background-image:image-set(url(${P}pika.jpg?set1) 1x,url(${P}pika.jpg?set2) 2x)"></div>`,
    finds: ['pika.jpg?set1'],
  },
  { id: 'before', html: `<div id="before" style="${BOX}position:relative"></div>`, finds: ['pika.jpg?before'] },
  { id: 'after', html: `<div id="after" style="${BOX}"></div>`, finds: ['pika.jpg?after'] },
  {
    id: 'content',
    html: `<div id="content" style="${BOX}content:url(${P}pika.jpg?content)"></div>`,
    finds: ['pika.jpg?content'],
  },
  {
    id: 'border',
    html: `<div id="border" style="width:30px;height:20px;border:20px solid;border-image:url(${P}pika.jpg?border) 30"></div>`,
    finds: ['pika.jpg?border'],
  },
  {
    id: 'mask',
    html: `<div id="mask" style="${BOX}background:teal;mask-image:url(${P}pika.jpg?mask)"></div>`,
    finds: ['pika.jpg?mask'],
  },
  {
    id: 'list-style',
    html: `<ul style="padding-left:40px"><li id="list-style" style="list-style-image:url(${P}pika.jpg?list);list-style-position:inside">point</li></ul>`,
    finds: ['pika.jpg?list'],
  },
  {
    id: 'svg-image',
    html: `<svg id="svg-image" style="${BOX}"><image href="${P}pika.jpg?svg" width="90" height="60"/></svg>`,
    finds: ['pika.jpg?svg'],
  },
  {
    id: 'svg-xlink',
    html: `<svg id="svg-xlink" style="${BOX}"><image xlink:href="${P}pika.jpg?xlink" width="90" height="60"/></svg>`,
    finds: ['pika.jpg?xlink'],
  },
  {
    id: 'svg-use',
    html: `<svg id="svg-use" style="${BOX}"><defs><image id="drawn" href="${P}pika.jpg?use" width="90" height="60"/></defs><use href="#drawn"/></svg>`,
    finds: ['pika.jpg?use'],
  },
  {
    id: 'svg-pattern',
    html: `<svg id="svg-pattern" style="${BOX}"><defs><pattern id="tiles" width="1" height="1"><image href="${P}pika.jpg?pattern" width="90" height="60"/></pattern></defs><rect width="90" height="60" fill="url(#tiles)"/></svg>`,
    finds: ['pika.jpg?pattern'],
  },
  {
    id: 'input',
    html: `<input id="input" type="image" src="${P}pika.jpg?input" style="${BOX}">`,
    finds: ['pika.jpg?input'],
  },
  {
    id: 'object',
    html: `<object id="object" data="${P}pika.jpg?object" style="${BOX}"></object>`,
    finds: ['pika.jpg?object'],
  },
  { id: 'embed', html: `<embed id="embed" src="${P}pika.jpg?embed" style="${BOX}">`, finds: ['pika.jpg?embed'] },
  {
    id: 'poster',
    html: `<video id="poster" poster="${P}pika.jpg?poster" style="${BOX}"></video>`,
    finds: ['pika.jpg?poster'],
  },
  { id: 'canvas', html: `<canvas id="canvas" width="90" height="60" style="${BOX}"></canvas>`, finds: ['canvas'] },
  {
    id: 'map',
    html: `<img id="map" usemap="#areas" src="${P}pika.jpg?map" style="${BOX}"><map name="areas"><area shape="rect" coords="0,0,90,60" href="#area"></map>`,
    finds: ['pika.jpg?map'],
  },
  { id: 'open-root', html: `<x-open id="open-root" style="${BOX}"></x-open>`, finds: ['pika.jpg?open'] },
  { id: 'closed-root', html: `<div id="closed-root" style="${BOX}"></div>`, finds: ['pika.jpg?closed'] },
  { id: 'closed-in-closed', html: `<div id="closed-in-closed" style="${BOX}"></div>`, finds: ['pika.jpg?inner'] },
  {
    id: 'faded-above',
    html: `<div id="faded-above" style="${BOX}position:relative"><img src="${P}lemur.jpg?seen" style="${BOX}"><img src="${P}pika.jpg?faded" style="position:absolute;inset:0;opacity:0;${BOX}"></div>`,
    finds: ['lemur.jpg?seen', 'pika.jpg?faded'],
  },
];

export const PAGE = `<!doctype html><title>Finds</title>
<style>
  body { display: flex; flex-wrap: wrap; gap: 30px; margin: 20px }
  section { overflow: hidden; flex: none; padding: 0 16px }
  #before::before { content: ''; position: absolute; inset: 0; background: url(${P}pika.jpg?before) }
  #after::after { content: url(${P}pika.jpg?after) }
</style>
${FINDS.map(({ html }) => `<section>${html}</section>`).join('\n')}
<img data-src="${P}unsized.jpg" alt=""><img src="${P}pika.jpg" alt="again" style="${BOX}"><img src="${P}hidden.jpg" alt="" style="${BOX};display:none">
<form name="body"><input name="parentNode"><input name="getRootNode"><input name="localName"></form><img name="title" alt=""><img name="images" alt="">
<script>
  const image = (query) => {
    const made = document.createElementNS('http://www.w3.org/1999/xhtml', 'img');
    made.src = '${P}pika.jpg?' + query;
    made.style = '${BOX}';
    return made;
  };
  document.getElementById('open-root').attachShadow({ mode: 'open' }).append(image('open'));
  document.getElementById('closed-root').attachShadow({ mode: 'closed' }).append(image('closed'));
  const outer = document.createElement('div');
  outer.attachShadow({ mode: 'closed' }).append(image('inner'));
  document.getElementById('closed-in-closed').attachShadow({ mode: 'closed' }).append(outer);
  addEventListener('load', () => { document.documentElement.dataset.ready = 'yes' });
</script>`;
