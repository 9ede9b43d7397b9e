/**
 * The word's look, in a closed shadow root. What is `!important` on the host wins over any rule of the page, whose own
 * `!important` comes after a shadow root's (CSS Cascade 5, 6.1).
 */
export const WORD_STYLE = `
:host {
  all: initial !important; position: fixed !important; inset: auto 20px 20px auto !important; z-index: 2147483647 !important;
  border: 0 !important; padding: 0 !important; background: none !important; overflow: visible !important;
  width: auto !important; height: auto !important; display: block !important; color-scheme: light dark !important;
}
.live { display: block }
.card {
  --tag: #5b6675; display: flex; gap: 12px; align-items: center; box-sizing: border-box; max-width: min(400px, calc(100vw - 40px));
  padding: 12px 10px 12px 16px; border-radius: 14px; font: 14px/1.4 system-ui, sans-serif; text-align: start;
  background: light-dark(#fff, #1d2229); color: light-dark(#171c22, #f2f4f7);
  box-shadow: 0 0 0 1px light-dark(#0000001f, #ffffff26), 0 12px 32px #0000003d;
  animation: rise .18s ease-out;
}
.positive { --tag: light-dark(#137a3d, #5fd38d) }
.context-negative { --tag: light-dark(#9a5b00, #f2b13c) }
.distractor { --tag: light-dark(#b0187f, #f27bc6) }
.problem { --tag: light-dark(#b3261e, #ff8a80) }
.mark { flex: none; width: 14px; height: 14px; background: var(--tag); border-radius: 50% }
.context-negative .mark { border-radius: 2px }
.distractor .mark { border-radius: 0; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
.removed .mark { background: none; box-shadow: inset 0 0 0 2px var(--tag) }
.problem .mark { border-radius: 0; clip-path: polygon(0 20%, 20% 0, 50% 30%, 80% 0, 100% 20%, 70% 50%, 100% 80%, 80% 100%, 50% 70%, 20% 100%, 0 80%, 30% 50%) }
.text { display: grid; gap: 1px; min-width: 0 }
strong { font-weight: 600; overflow-wrap: anywhere }
.detail { color: light-dark(#4d5763, #b7c0cb); font-size: 13px; overflow-wrap: anywhere }
.detail:empty { display: none }
.note { margin-top: 3px; font-size: 13px; overflow-wrap: anywhere; color: light-dark(#8a4b00, #f5bd5b) }
button { font: inherit; color: inherit; background: none; border: 0; border-radius: 9px; min-height: 32px; cursor: pointer; padding: 0 12px }
button:hover { background: light-dark(#0000000f, #ffffff1f) }
button:focus-visible { outline: 2px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 1px }
.undo { font-weight: 600; color: light-dark(#0b57d0, #a8c7fa); margin-inline-start: auto }
.close { font-size: 18px; padding: 0; width: 32px; flex: none; color: light-dark(#4d5763, #b7c0cb) }
@keyframes rise { from { opacity: 0; transform: translateY(8px) } }
@media (prefers-reduced-motion: reduce) { .card { animation: none } }
@media (forced-colors: active) { .card { border: 1px solid } .mark { forced-color-adjust: none } }
`;
