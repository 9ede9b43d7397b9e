/** Pages on which what shows changes, and images about which much is said. */

const P = '/photos/';

const at = (left: number, top = 20) =>
  `position:absolute;left:${left}px;top:${top}px;width:90px;height:60px;display:block`;

export const MEANT_PAGE = `<!doctype html><title>Meant &lt;b&gt;</title><meta name="referrer" content="origin">
<div id="press" style="${at(20)}"><img id="pressed" src="${P}pika.jpg?before" style="width:90px;height:60px"></div>
<div id="dressed" style="${at(130)};background-image:url(${P}pika.jpg?dressed)"></div>
<img id="relative" src="photos/pika.jpg?relative" style="${at(240)}">
<img id="later" src="${P}pika.jpg?seen" style="${at(350)}">
<img id="arriving" src="${P}lemur.jpg?arriving" style="${at(460)}">
<img id="hovered" src="${P}pika.jpg?calm" style="${at(570)}">
<img id="other" src="${P}lemur.jpg?other" style="${at(680)}">
<figure style="${at(20, 120)};margin:0">
  <a href="${P}tortoiseshell-1024.jpg?linked"><img id="described" alt="A cat &lt;img src=x&gt;" referrerpolicy="no-referrer"
    src="${P}pika.jpg?described" srcset="${P}tortoiseshell-512.jpg 1x, ${P}tortoiseshell-1024.jpg 2x"
    data-zoom-image="${P}tortoiseshell-1024.jpg?zoom" data-full="/logout" data-large="javascript:alert(1)" style="width:90px;height:60px"></a>
  <figcaption>By the
     sea</figcaption>
</figure>
<img id="dense" srcset="${P}tortoiseshell-1024.jpg 2x" alt="" style="${at(130, 120)}">
<img id="wide" srcset="${P}tortoiseshell-512.jpg?lies 1000w" sizes="(min-width: 1px) 250px, 100vw" alt="" style="${at(240, 120)}">
<img id="unsure" srcset="${P}tortoiseshell-512.jpg?unsure 1000w" sizes="calc(100px + 1em)" alt="" style="${at(350, 120)}">
<script>
  const change = (id, to) => { document.getElementById(id).src = '${P}pika.jpg?' + to; };
  pressed.addEventListener('pointerdown', () => change('pressed', 'after'));
  dressed.addEventListener('mousedown', () => { dressed.style.backgroundImage = 'url(${P}pika.jpg?undressed)'; });
  hovered.addEventListener('pointerenter', () => change('hovered', 'hot'));
  // Swallows the menu, and points elsewhere itself.
  addEventListener('contextmenu', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const point = { bubbles: true, clientX: 700, clientY: 40 };
    if (!event.isTrusted) return;
    for (const type of ['pointermove', 'pointerdown', 'contextmenu']) other.dispatchEvent(new PointerEvent(type, point));
  }, true);
</script>`;
