/**
 * The word's look, in a closed shadow root. What is `!important` on the host wins over any rule of the page, whose own
 * `!important` comes after a shadow root's (CSS Cascade 5, 6.1). No picture by address: a page's policy could forbid it.
 */
export const WORD_STYLE = `
:host {
  all: initial !important; position: fixed !important; inset: auto 20px 20px auto !important; z-index: 2147483647 !important;
  border: 0 !important; padding: 0 !important; background: none !important; overflow: visible !important;
  width: auto !important; height: auto !important; display: block !important; color-scheme: light dark !important;
  --quiet: light-dark(#4d5763, #b7c0cb); --accent: light-dark(#0b57d0, #a8c7fa); --line: light-dark(#00000017, #ffffff1f);
}
.word { display: block; font: 14px/1.4 system-ui, sans-serif }
.announced { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.card {
  --tag: #5b6675; position: relative; box-sizing: border-box; max-width: min(420px, calc(100vw - 40px));
  max-height: calc(100vh - 40px); overflow: hidden auto; border-radius: 14px; text-align: start;
  background: light-dark(#fff, #1d2229); color: light-dark(#171c22, #f2f4f7);
  box-shadow: 0 0 0 1px light-dark(#0000001f, #ffffff26), 0 12px 32px #0000003d;
}
.word:not(.again) > .card { animation: rise .18s ease-out }
.positive { --tag: light-dark(#137a3d, #5fd38d) }
.context-negative { --tag: light-dark(#9a5b00, #f2b13c) }
.distractor { --tag: light-dark(#b0187f, #f27bc6) }
.problem { --tag: light-dark(#b3261e, #ff8a80) }
.head { display: flex; gap: 4px; align-items: center; padding: 12px 10px; padding-inline-start: 16px }
.mark { flex: none; width: 14px; height: 14px; margin-inline-end: 8px; background: var(--tag); border-radius: 50% }
.context-negative .mark { border-radius: 2px }
.distractor .mark { border-radius: 0; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
.removed .mark { background: none; box-shadow: inset 0 0 0 2px var(--tag) }
.problem .mark { border-radius: 0; clip-path: polygon(0 20%, 20% 0, 50% 30%, 80% 0, 100% 20%, 70% 50%, 100% 80%, 80% 100%, 50% 70%, 20% 100%, 0 80%, 30% 50%) }
.text { display: grid; flex: 1; gap: 1px; min-width: 0; margin-inline-end: 8px }
.first { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline }
strong { font-weight: 600; overflow-wrap: anywhere }
.count { padding: 0 8px; border-radius: 99px; font-size: 12px; font-variant-numeric: tabular-nums; color: var(--quiet); background: var(--line) }
.detail { color: var(--quiet); font-size: 13px; overflow-wrap: anywhere }
.note { margin-top: 3px; font-size: 13px; overflow-wrap: anywhere; color: light-dark(#8a4b00, #f5bd5b) }
button { flex: none; font: inherit; color: inherit; text-align: start; background: none; border: 0; border-radius: 9px; min-height: 32px; cursor: pointer; padding: 0 10px }
button:hover { background: light-dark(#0000000f, #ffffff1f) }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px }
.undo { font-weight: 600; color: var(--accent) }
.more { justify-self: start; min-height: 24px; margin-inline-start: -6px; padding: 0 6px; color: var(--accent); font-size: 13px }
.close, .part { display: grid; place-items: center; width: 32px; padding: 0; color: var(--quiet) }
.close { font-size: 18px }
.part::before { content: ''; width: 13px; height: 13px; border: 1.5px dashed; border-radius: 2px }
.choices { display: flex; flex-wrap: wrap; gap: 4px; padding: 8px 10px 10px; border-top: 1px solid var(--line) }
.question { flex-basis: 100%; padding-inline: 6px; color: var(--quiet); font-size: 13px }
.choice { display: flex; flex: 1 1 45%; gap: 10px; align-items: center; min-width: 0; min-height: 52px; padding: 6px }
.small { flex: none; width: 40px; height: 40px; border-radius: 7px; background: var(--line) }
.words { display: grid; min-width: 0; padding-inline: 2px }
.size { font-size: 13px; font-weight: 600; font-variant-numeric: tabular-nums }
.name { overflow: hidden; color: var(--quiet); font-size: 12px; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: plaintext }
.name:empty { display: none }
.larger {
  display: flex; gap: 12px; justify-content: space-between; align-items: center; width: 100%; min-height: 42px; padding: 6px 16px;
  border-top: 1px solid var(--line); border-radius: 0; font-variant-numeric: tabular-nums;
}
.use { font-weight: 600; color: var(--accent); flex: none }
.card[aria-busy] { overflow: hidden }
.card[aria-busy] button:not(.close) { pointer-events: none; opacity: .5 }
.card[aria-busy]::after {
  content: ''; position: absolute; inset: auto 0 0; height: 3px; background: var(--accent); animation: run 1.1s ease-in-out infinite;
}
@keyframes rise { from { opacity: 0; transform: translateY(8px) } }
@keyframes run { from { transform: translateX(-100%) } to { transform: translateX(100%) } }
@media (prefers-reduced-motion: reduce) { .card, .card[aria-busy]::after { animation: none !important } }
@media (forced-colors: active) { .card { border: 1px solid } .mark { forced-color-adjust: none } }
@media (max-width: 400px) { .choice { flex-basis: 100% } }
`;
