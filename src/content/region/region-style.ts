/** The look of the layer in which a part is marked. Its colours do not follow the page's or the person's: it lies on a photograph. */
export const REGION_STYLE = `
:host { all: initial !important; display: contents !important }
.layer {
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; padding: 0;
  overflow: hidden; background: none; color: #f2f4f7; font: 14px/1.3 system-ui, sans-serif; outline: 0; color-scheme: dark;
  animation: appear .15s ease-out; -webkit-user-select: none; user-select: none;
}
.layer::backdrop { background: none }
.image {
  position: absolute; left: 0; top: 0; cursor: crosshair; touch-action: none; outline: 0;
  box-shadow: 0 0 0 200vmax #000000a6, 0 0 0 2px #ffffffb3; forced-color-adjust: none;
}
.image:focus-visible { box-shadow: 0 0 0 200vmax #000000a6, 0 0 0 2px #fff }
.shade { position: absolute; inset: 0; overflow: hidden; pointer-events: none }
.hole { position: absolute; left: 0; top: 0; box-shadow: 0 0 0 200vmax #00000073 }
.part { position: absolute; left: 0; top: 0; cursor: move; outline: 2px solid #fff; box-shadow: 0 0 0 3px #0009, inset 0 0 0 1px #0006 }
.image:not(.chosen) > * { display: none }
.handle { position: absolute; width: 22px; height: 22px; margin: -11px; display: grid; place-items: center }
.handle::after { content: ''; width: 10px; height: 10px; background: #fff; border-radius: 50%; box-shadow: 0 0 0 1px #0009 }
.handle[data-pull^='-1'] { left: 0 } .handle[data-pull^='0'] { left: 50% } .handle[data-pull^='1'] { left: 100% }
.handle[data-pull$=' -1'] { top: 0 } .handle[data-pull$=' 0'] { top: 50% } .handle[data-pull$=' 1'] { top: 100% }
.handle:is([data-pull='-1 -1'], [data-pull='1 1']) { cursor: nwse-resize }
.handle:is([data-pull='1 -1'], [data-pull='-1 1']) { cursor: nesw-resize }
.handle:is([data-pull='0 -1'], [data-pull='0 1']) { cursor: ns-resize }
.handle:is([data-pull='-1 0'], [data-pull='1 0']) { cursor: ew-resize }
.bar {
  position: absolute; left: 0; top: 0; display: flex; flex-wrap: wrap; gap: 6px; align-items: center; box-sizing: border-box;
  max-width: calc(100vw - 20px); padding: 8px; border-radius: 14px; background: #1d2229; cursor: default;
  box-shadow: 0 0 0 1px #ffffff26, 0 12px 32px #0009;
}
.dragging .bar { opacity: .25; pointer-events: none }
.status { flex: 1 1 auto; max-width: 46ch; padding-inline: 8px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.image.chosen ~ .bar .status { font-weight: 600 }
button {
  display: flex; gap: 8px; align-items: center; min-height: 34px; padding: 0 12px; border: 0; border-radius: 9px; font: inherit;
  color: inherit; background: #ffffff14; cursor: pointer;
}
button:hover:enabled { background: #ffffff2e }
button:disabled { opacity: .5; cursor: default }
button:focus-visible { outline: 2px solid #a8c7fa; outline-offset: 1px }
.usual { box-shadow: inset 0 0 0 1.5px var(--tag) }
.positive { --tag: #5fd38d }
.context-negative { --tag: #f2b13c }
.distractor { --tag: #f27bc6 }
.mark { flex: none; width: 12px; height: 12px; background: var(--tag); border-radius: 50%; forced-color-adjust: none }
.context-negative .mark { border-radius: 2px }
.distractor .mark { border-radius: 0; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
kbd { font: 11px/1 system-ui, sans-serif; padding: 3px 5px; border-radius: 4px; background: #ffffff24; color: #dfe4ea }
.cancel { background: none }
@keyframes appear { from { opacity: 0 } }
@media (prefers-reduced-motion: reduce) { .layer { animation: none } }
@media (pointer: coarse) {
  .handle { width: 40px; height: 40px; margin: -20px }
  .handle::after { width: 16px; height: 16px }
  button { min-height: 44px }
  kbd { display: none }
}
@media (forced-colors: active) { .bar, button { border: 1px solid } }
`;
