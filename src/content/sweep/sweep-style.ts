/** The look of a sweep, in a closed shadow root: the page sees that there is something, not what. */
export const SWEEP_STYLE = `
:host { all: initial !important; display: contents !important; color-scheme: light dark !important }
* { box-sizing: border-box }
.sweep {
  --page: light-dark(#f4f5f7, #14181d); --card: light-dark(#fff, #1d2229); --ink: light-dark(#171c22, #f2f4f7);
  --quiet: light-dark(#4d5763, #b7c0cb); --line: light-dark(#0000001f, #ffffff26); --accent: light-dark(#0b57d0, #a8c7fa);
  --soft: light-dark(#0000000f, #ffffff1a); --bad: light-dark(#b3261e, #ff8a80);
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; padding: 0;
  display: grid; grid-template-rows: auto 1fr auto; background: var(--page); color: var(--ink); outline: 0;
  font: 14px/1.35 system-ui, sans-serif; animation: rise .16s ease-out; -webkit-user-select: none; user-select: none;
}
.sweep::backdrop { background: none }
.positive { --tag: light-dark(#137a3d, #5fd38d) }
.context-negative { --tag: light-dark(#9a5b00, #f2b13c) }
.distractor { --tag: light-dark(#b0187f, #f27bc6) }
.head, .foot {
  display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; min-width: 0; padding: 10px 16px; background: var(--card); z-index: 1;
}
.head { box-shadow: 0 1px var(--line) }
.foot { box-shadow: 0 -1px var(--line) }
.name { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; margin-inline-end: auto; min-width: 0 }
h1 { margin: 0; font: 600 17px/1.3 system-ui, sans-serif }
.detail, .hint, .least { color: var(--quiet); font-size: 13px; overflow-wrap: anywhere }
.count { color: var(--quiet); font-size: 13px; font-variant-numeric: tabular-nums }
.least { display: flex; gap: 8px; align-items: center }
.least input { width: 110px; accent-color: var(--accent); cursor: pointer }
.least output { min-width: 7ch; font-variant-numeric: tabular-nums; color: var(--ink) }
button {
  display: inline-flex; gap: 8px; align-items: center; min-height: 34px; padding: 0 12px; border: 0; border-radius: 9px; font: inherit;
  color: inherit; background: var(--soft); cursor: pointer; text-align: start;
}
button:hover { background: light-dark(#0000001c, #ffffff2e) }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
.close { width: 34px; padding: 0; justify-content: center; font-size: 20px; background: none; color: var(--quiet) }
.tag { font-weight: 600; background: var(--card); box-shadow: inset 0 0 0 1.5px var(--tag) }
.tags { display: flex; flex-wrap: wrap; gap: 8px }
.mark { flex: none; width: 12px; height: 12px; background: var(--tag); border-radius: 50%; forced-color-adjust: none }
.context-negative .mark { border-radius: 2px }
.distractor .mark { border-radius: 0; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
kbd { font: 11px/1 system-ui, sans-serif; padding: 3px 6px; border-radius: 4px; background: var(--soft); color: var(--quiet) }
.state-line { display: flex; flex: 1 1 220px; flex-wrap: wrap; gap: 6px 12px; align-items: center; min-width: 0 }
.state-line > .words { display: grid; gap: 1px; min-width: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.ended { font-weight: 600 }
.undo { font-weight: 600; color: var(--accent); background: none }
progress { appearance: none; flex: 1 1 120px; max-width: 260px; height: 6px; border: 0; border-radius: 9px; overflow: hidden; background: var(--soft) }
progress::-webkit-progress-bar { background: var(--soft) }
progress::-webkit-progress-value { background: var(--accent); border-radius: 9px }
progress::-moz-progress-bar { background: var(--accent); border-radius: 9px }
.view { position: relative; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-gutter: stable }
.list { position: relative }
.tile {
  position: absolute; display: grid; grid-template-rows: 1fr 26px; border-radius: 10px; overflow: hidden; cursor: pointer; background: var(--card);
  box-shadow: 0 0 0 1px var(--line); outline: 0; contain: strict; touch-action: pan-y;
}
.tile:hover { box-shadow: 0 0 0 1px var(--quiet) }
.tile[aria-selected=true] { box-shadow: 0 0 0 3px var(--accent) }
.tile:focus-visible::after { content: ''; position: absolute; inset: 3px; border: 2px solid var(--accent); border-radius: 7px; box-shadow: 0 0 0 1px var(--card); pointer-events: none }
.picture { position: relative; display: grid; place-items: center; min-height: 0; padding: 0; background: light-dark(#e9ebee, #0e1115) }
.picture > :is(canvas, img) { display: block; width: 100%; height: 100%; object-fit: contain; pointer-events: none }
.picture > canvas { width: auto; height: auto; max-width: 100%; max-height: 100% }
.tile[aria-selected=true] .picture::after { content: ''; position: absolute; inset: 0; background: light-dark(#0b57d024, #a8c7fa33) }
.check {
  position: absolute; top: 8px; inset-inline-end: 8px; width: 22px; height: 22px; border-radius: 50%; background: #ffffffd9; box-shadow: 0 0 0 1px #0006;
}
.check::after { content: ''; position: absolute; inset: 0; border-radius: inherit }
.tile[aria-selected=true] .check { background: var(--accent) }
.tile[aria-selected=true] .check::after {
  inset: 5px 8px 7px; border: solid light-dark(#fff, #14181d); border-width: 0 2px 2px 0; border-radius: 0; transform: rotate(45deg) translate(-1px, -1px);
}
.caption { display: flex; gap: 6px; align-items: center; justify-content: space-between; min-width: 0; padding: 0 8px; font-size: 12px; color: var(--quiet); white-space: nowrap }
.size { overflow: hidden; text-overflow: ellipsis; font-variant-numeric: tabular-nums }
.state { display: flex; gap: 5px; align-items: center; min-width: 0; color: var(--ink) }
.said { overflow: hidden; text-overflow: ellipsis }
.state .mark { width: 10px; height: 10px }
.tile:is(.saved, .retagged, .already, .mine) { box-shadow: inset 0 -3px var(--tag), 0 0 0 1px var(--line) }
.tile:is(.saved, .retagged, .already, .mine)[aria-selected=true] { box-shadow: inset 0 -3px var(--tag), 0 0 0 3px var(--accent) }
.tile:is(.waiting, .running) .picture { opacity: .55 }
.tile.running .mark { animation: pulse 1s infinite alternate }
.tile.failed .state { color: var(--bad) }
.tile.failed .mark { background: var(--bad); border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%) }
.why { position: absolute; inset: auto 0 26px; padding: 6px 8px; font-size: 12px; line-height: 1.25; color: #fff; background: #000000b8; overflow-wrap: anywhere }
.why:empty { display: none }
.unseen { display: grid; gap: 2px; place-items: center; max-width: 100%; padding: 10px; text-align: center; color: var(--quiet); font-size: 12px; overflow: hidden; overflow-wrap: anywhere }
.unseen-name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; color: var(--ink) }
.marquee { position: absolute; border: 1.5px solid var(--accent); background: light-dark(#0b57d01f, #a8c7fa2b); border-radius: 3px; pointer-events: none; z-index: 2 }
.empty { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 6px; padding: 24px; text-align: center }
.empty strong { font-size: 17px; font-weight: 600 }
.empty span { max-width: 46ch; color: var(--quiet) }
.busy .list { opacity: .5 }
.announced { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
[hidden] { display: none !important }
@keyframes rise { from { opacity: 0; transform: translateY(6px) } }
@keyframes pulse { from { opacity: .3 } }
@media (max-width: 520px) { .head, .foot { padding: 8px 10px } .hint { display: none } .least input { width: 80px } }
@media (pointer: coarse) { button { min-height: 44px } kbd, .hint { display: none } }
@media (prefers-reduced-motion: reduce) { .sweep, .tile.running .mark { animation: none } }
@media (forced-colors: active) {
  .tile, button { border: 1px solid } .tile[aria-selected=true] { outline: 3px solid Highlight; outline-offset: -3px }
  .tile[aria-selected=true] .check { forced-color-adjust: none } progress { border: 1px solid }
}
`;
