/** How far beside the page rings are drawn before a filter brings them into view, in CSS pixels: wider than any window. */
export const SHIFT = 20_000;

/**
 * The rings' look, in a closed shadow root. No animation and no transition: a page could list them (`getAnimations`). What is
 * `!important` on the host wins over any rule of the page (CSS Cascade 5, 6.1); all that overflows it is ink, not room to scroll.
 * Below all else that we draw.
 */
export const RING_STYLE = `
:host {
  all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  display: block !important; contain: layout size style !important; z-index: 2147483646 !important; direction: ltr !important;
  visibility: hidden !important; pointer-events: none !important; color-scheme: light dark !important;
}
svg { position: absolute }
.rings { position: absolute; width: 0; height: 0; filter: url(#shift) }
.ring {
  --tag: #5b6675; --dark: #000000a6; --light: #ffffffd9; --on-tag: light-dark(#fff, #14181d); --thick: 4px; --badge: 24px;
  position: absolute; left: -${SHIFT}px; top: 0; box-sizing: border-box; visibility: visible; overflow: hidden;
  border: 1px solid var(--dark); box-shadow: inset 0 0 0 var(--thick) var(--tag), inset 0 0 0 calc(var(--thick) + 1px) var(--light);
}
.small { --thick: 2px; --badge: 16px }
.tiny { --badge: 11px }
.positive { --tag: light-dark(#137a3d, #5fd38d) }
.context-negative { --tag: light-dark(#9a5b00, #f2b13c) }
.distractor { --tag: light-dark(#b0187f, #f27bc6) }
.badge {
  position: absolute; left: 0; top: 0; width: var(--badge); height: var(--badge); display: grid; place-items: center;
  background: var(--tag); border-end-end-radius: 10px; box-shadow: 0 0 0 1px var(--light);
}
.round .badge { border-radius: 10px }
.badge::before { content: ''; width: 50%; height: 50%; background: var(--on-tag); border-radius: 50% }
.context-negative .badge::before { border-radius: 12% }
.distractor .badge::before { border-radius: 0; width: 60%; height: 60%; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
@media (forced-colors: active) {
  .ring { forced-color-adjust: none; --tag: CanvasText; --on-tag: Canvas; --dark: Canvas; --light: Canvas }
}
@media print { :host { display: none !important } }
`;
