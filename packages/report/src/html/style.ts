/** The whole style of the page. Blue and orange for rise and fall, grey for levels. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1c2126; --quiet: #5a636c; --rule: #dcdcd6; --link: #0b5a8f;
  --shade: #1c212659;
  --rise: #1f6fa8; --fall: #cf5f17; --level: #6d7680;
  --series-1: #1f6fa8; --series-2: #cf5f17; --series-3: #3d8f7c;
  --series-4: #8a5a9e; --series-5: #b8960c; --series-6: #6d7680;
  --series-7: #0b2f5e; --series-8: #7a2a0c; --series-9: #5d8a1e;
  --series-10: #c2185b; --series-11: #19a7c0; --series-12: #2b2b2b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --ink: #e6e4de; --quiet: #a2abb3; --rule: #343b42; --link: #8cc4ee;
    --shade: #e6e4de59;
    --rise: #5ba7dd; --fall: #e98842; --level: #8d98a3;
    --series-1: #5ba7dd; --series-2: #e98842; --series-3: #62bda6;
    --series-4: #bd92d0; --series-5: #d8bb46; --series-6: #8d98a3;
    --series-7: #3f6fd0; --series-8: #ffc4a3; --series-9: #9ccf3f;
    --series-10: #f0609a; --series-11: #8fe3f0; --series-12: #f2f2f2;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 5rem; max-width: 60rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
}
table, nav, figcaption, dl, summary, .notes, svg text, footer {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); margin: 0 0 1rem; }
h2 {
  font-size: 1.4rem; margin: 3.2rem 0 1rem; padding-top: .8rem; border-top: 2px solid var(--ink);
}
a { color: var(--link); text-underline-offset: .15em; }
p, ul { max-width: 46rem; }
li { margin: .35rem 0; overflow-wrap: break-word; }
dl {
  display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 0;
  font-size: .86rem;
}
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
nav { font-size: .86rem; margin: 1.75rem 0 0; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2rem; }
nav li { margin: 0; padding: .18rem 0; break-inside: avoid; }
nav p { margin: 0 0 .3rem; color: var(--quiet); }
.scroll { margin: 1.6rem 0 0; }
.scroll, .narrow {
  overflow-x: auto;
  background:
    linear-gradient(to right, var(--paper) 50%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 50%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / 1.1rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) right / 1.1rem 100% no-repeat scroll;
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
table { border-collapse: collapse; font-size: .84rem; line-height: 1.35; min-width: 22rem; }
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
footer { margin-top: 4rem; font-size: .78rem; color: var(--quiet); }
@media (max-width: 44rem) {
  body { padding-top: 1.25rem; }
  nav ol { columns: 1; }
  caption { white-space: normal; }
  .wide { display: none; }
  .narrow { display: block; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --rise: #1f6fa8; --fall: #cf5f17; --level: #6d7680;
    --series-1: #1f6fa8; --series-2: #cf5f17; --series-3: #3d8f7c;
    --series-4: #8a5a9e; --series-5: #b8960c; --series-6: #6d7680;
    --series-7: #0b2f5e; --series-8: #7a2a0c; --series-9: #5d8a1e;
    --series-10: #c2185b; --series-11: #19a7c0; --series-12: #2b2b2b;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .wide { display: block; }
  .narrow { display: none; }
  .scroll { overflow: visible; background: none; }
  .scroll::before { display: none; }
  table { font-size: 8pt; }
  figure, tr { break-inside: avoid; }
  h2, figcaption, caption { break-after: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`.trim();
