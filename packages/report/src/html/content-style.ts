/** Tables and pictures, wherever they stand: what is wider than its room scrolls (REPORT-12). */
export const CONTENT = `
.scroll { margin: 1.6rem 0 0; }
.scroll, .narrow {
  overflow-x: auto;
  background:
    linear-gradient(to right, var(--paper) 50%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 50%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / .7rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) right / .7rem 100% no-repeat scroll;
}
@supports (animation-timeline: scroll(nearest inline)) {
  .scroll::before, .narrow::before {
    content: "scroll →" / ""; display: block; position: sticky; left: 0;
    height: 0; overflow: hidden; text-align: right; color: var(--link);
    font: .78rem/1.5 system-ui, sans-serif;
    animation: more linear both; animation-timeline: scroll(nearest inline);
  }
}
@keyframes more { from { height: 1.5em; } to { height: 1.5em; } }
.scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
table {
  border-collapse: collapse; font-size: .84rem; line-height: 1.35; min-width: min(22rem, 100%);
}
caption {
  text-align: left; font-weight: 600; padding: 0 0 .5rem; font-size: .92rem; white-space: nowrap;
}
th, td { padding: .36rem .6rem; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; min-width: 9rem; max-width: 24rem; }
tbody td.start { min-width: 5rem; max-width: 26rem; }
th:first-child, td:first-child { padding-left: 0; }
.start { text-align: left; }
.end { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .end { white-space: normal; }
.unit { display: block; font-weight: 400; color: var(--quiet); font-size: .76rem; }
.notes { list-style: none; padding: 0; margin: .5rem 0 0; font-size: .78rem; color: var(--quiet); }
.notes li { margin: .15rem 0; }
figure { margin: 1.8rem 0 0; }
figcaption { font-weight: 600; font-size: .92rem; margin-bottom: .5rem; }
svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.narrow svg { max-width: none; }
details { margin-top: .5rem; }
summary { cursor: pointer; font-size: .8rem; color: var(--quiet); }
@media screen and (max-width: 44rem) {
  caption { white-space: normal; }
  .scroll caption { position: sticky; left: 0; width: min(100%, calc(100vw - 2.5rem)); }
  .scroll tbody th:first-child, .scroll thead th:first-child {
    position: sticky; left: 0; z-index: 1; background: var(--paper); max-width: 38vw;
    overflow-wrap: break-word;
  }
  tbody th { min-width: 6.5rem; }
  .wide { display: none; }
  .narrow { display: block; }
}
@media print {
  .wide { display: block; }
  .narrow { display: none; }
  .scroll { overflow: visible; background: none; }
  .scroll::before { display: none; }
  table { font-size: 8pt; min-width: 0; }
  th, td { padding: 3pt 4pt; }
  tbody th { min-width: 6rem; }
  tbody td.start { min-width: 0; }
  .unit { font-size: 7pt; }
  .notes, .origins { font-size: 7.5pt; }
  .wide, tr, h2, h3, figcaption, caption { break-inside: avoid; }
  h2, h3, figcaption, caption, thead, .head { break-after: avoid; }
  summary, details.origins { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`.trim();
