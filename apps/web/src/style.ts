import { frame } from './site-data.js';

const PAGE = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
}
header.site, footer.site, main { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
header.site, footer.site, nav, table, dl, figcaption, summary, svg text, .notes, .kicker, .choose,
.passports, .whence, button, select {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: .06em; }
table:not(.list) tbody a, .notes a, a[href="#words-1"] {
  color: inherit; text-decoration: underline dotted var(--quiet);
}
a:focus-visible, button:focus-visible, select:focus-visible, summary:focus-visible {
  outline: 2px solid var(--link); outline-offset: 2px;
}
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--paper); z-index: 2; }
header.site {
  display: flex; flex-wrap: wrap; gap: .3rem 2rem; align-items: baseline;
  padding-top: 1.1rem; padding-bottom: .8rem; font-size: .9rem;
}
header.site .name {
  font-weight: 700; letter-spacing: .08em; color: var(--ink); text-decoration: none;
}
header.site ul {
  display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; list-style: none; margin: 0; padding: 0;
}
header.site li { margin: 0; }
header.site li a {
  color: var(--ink); text-decoration: none; padding: .2rem 0; display: inline-block;
}
header.site li a:hover { text-decoration: underline; }
header.site li a[aria-current] { color: var(--link); box-shadow: 0 2px 0 var(--link); }
main { display: block; padding-top: 2.2rem; border-top: 1px solid var(--rule); outline: none; }
.head > :not(nav) { max-width: 46rem; }
.kicker { margin: 0 0 .5rem; font-size: .82rem; color: var(--quiet); }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.22; text-wrap: balance; }
h1 {
  font-size: clamp(1.75rem, 1.2rem + 2vw, 2.4rem); margin: 0 0 .8rem; letter-spacing: -.01em;
}
h2 { font-size: 1.5rem; margin: 3.2rem 0 1rem; }
h3 { font-size: 1.17rem; margin: 2.4rem 0 .7rem; }
h4 { font-size: 1rem; margin: 1.8rem 0 .5rem; }
h2 .self, h3 .self { color: inherit; text-decoration: none; }
h2 .self:hover, h3 .self:hover { text-decoration: underline; }
.lead { font-size: 1.15rem; line-height: 1.5; margin: 0 0 1.2rem; }
p, ul, ol, blockquote, pre { max-width: 42rem; }
p { text-wrap: pretty; }
li { margin: .3rem 0; overflow-wrap: break-word; }
section > ul, section > ol { padding-left: 1.3rem; }
blockquote {
  margin: 1.2rem 0; padding-left: 1.1rem; border-left: 3px solid var(--rule); color: var(--quiet);
}
code, pre, .id {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .86em;
}
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .8rem 1rem; border: 1px solid var(--rule); line-height: 1.45; }
pre code { overflow-wrap: normal; font-size: .82rem; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2.5rem 0; }
.rule > a:first-child, .rule strong a { text-decoration: none; white-space: nowrap; }
:target { background: color-mix(in srgb, var(--link) 12%, transparent); }
section :target:is(h2, h3) { background: none; }
dl.facts {
  display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.4rem; margin: 1.1rem 0 0;
  padding: .8rem 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule);
  font-size: .86rem; line-height: 1.5;
}
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
nav.contents { font-size: .86rem; line-height: 1.4; margin: 1.8rem 0 0; }
.contents summary { font-size: inherit; padding: .3rem 0; }
.contents details { margin: 0; }
.contents ol {
  list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2rem; max-width: 46rem;
}
.contents li { margin: 0; padding: .2rem 0; break-inside: avoid; }
.contents .level-3 { padding-left: 1rem; }
.contents a { color: var(--ink); text-decoration: none; }
.contents a:hover { text-decoration: underline; color: var(--link); }
nav.siblings { margin: 1.1rem 0 0; font-size: .86rem; }
.siblings ul {
  display: flex; flex-wrap: wrap; gap: 0 1.2rem; list-style: none; margin: 0; padding: 0;
  max-width: none;
}
.siblings li { margin: 0; }
.siblings a { display: inline-block; padding: .35rem 0; color: var(--ink); text-decoration: none; }
.siblings a:hover { text-decoration: underline; }
.siblings a[aria-current] { color: var(--link); box-shadow: 0 2px 0 var(--link); }
nav.around {
  display: flex; justify-content: space-between; gap: 2rem; margin: 3.5rem 0 0; font-size: .92rem;
}
.around [rel="next"] { margin-left: auto; }
.text { min-width: 0; }
.text > section:first-child > :is(h2, h3):first-child { margin-top: 2.4rem; }
footer.site {
  margin-top: 5rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--rule);
  font-size: .82rem; color: var(--quiet);
}
footer.site p { margin: .3rem 0; }
table { width: auto; }
th { text-align: left; }
td:first-child, th:first-child { padding-left: 0; }
table.list { min-width: 0; }
table.list tbody th { min-width: 16rem; font-weight: 400; }
table.list:not([data-sortable]) tbody th { min-width: 8rem; }
caption.again {
  position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden;
}
table.list td.start { min-width: 4rem; }
table.list .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
[data-sortable] thead th { position: sticky; top: 0; background: var(--paper); }
.note { display: block; color: var(--quiet); font-size: .94em; }
th button { all: unset; cursor: pointer; font-weight: 600; }
th button::after { content: " ↕" / ""; color: var(--quiet); font-weight: 400; }
th[aria-sort="ascending"] button::after { content: " ↑" / ""; color: var(--link); }
th[aria-sort="descending"] button::after { content: " ↓" / ""; color: var(--link); }
.choose {
  display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: end; margin: 1.4rem 0 0;
  font-size: .84rem;
}
.choose[hidden] { display: none; }
.choose label { display: grid; gap: .2rem; color: var(--quiet); }
.choose select {
  font-size: .9rem; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet);
  border-radius: 3px; padding: .3rem .4rem; max-width: 16rem;
}
.choose output { color: var(--quiet); padding-bottom: .35rem; font-variant-numeric: tabular-nums; }
.passports { list-style: none; padding: 0; max-width: 46rem; font-size: .84rem; line-height: 1.45; }
.passports li { margin: 0; padding: .6rem 0; border-bottom: 1px solid var(--rule); }
.passports p { margin: 0; max-width: none; }
.passports .what { display: flex; justify-content: space-between; gap: 1.5rem; }
.passports .value { white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; }
.passports .unit { display: inline; color: var(--quiet); font-weight: 400; font-size: 1em; }
.passports .whence { color: var(--quiet); overflow-wrap: anywhere; margin-top: .15rem; }
.group { margin: 0; border-bottom: 1px solid var(--rule); max-width: 46rem; }
.group > summary { padding: .55rem 0; color: var(--ink); }
.group > summary h3 { display: inline; margin: 0; font-size: .98rem; }
.group > .passports { margin: 0 0 1rem; }
@media (min-width: 70rem) {
  main {
    display: grid; grid-template-columns: minmax(0, 1fr) 15rem; column-gap: 3.5rem;
    align-content: start;
  }
  .head, .text { grid-column: 1; }
  nav.contents {
    grid-column: 2; grid-row: 1 / span 2; align-self: start; position: sticky; top: 1.5rem;
    margin: .4rem 0 0; max-height: calc(100vh - 3rem); overflow-y: auto; font-size: .82rem;
  }
  .contents ol { columns: 1; }
  .contents summary { list-style: none; cursor: default; pointer-events: none; padding: 0 0 .2rem; }
  .contents summary::-webkit-details-marker { display: none; }
  .contents details::details-content { content-visibility: visible; block-size: auto; }
  main:not(:has(nav.contents)) { display: block; }
}
@media (min-width: 70rem) {
  .scroll:has(> .list) { overflow: visible; background: none; }
  .scroll:has(> [data-sortable]:not(.list)) { max-height: 85vh; overflow: auto; }
}
@media screen and (max-width: 44rem) {
  body { font-size: 1rem; }
  main { padding-top: 1.4rem; }
  .contents ol { columns: 1; }
  table.list, .list tbody, .list tr, .list tbody th { display: block; }
  .list thead {
    position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden;
  }
  .list tr { padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  .list tr[hidden] { display: none; }
  .list tbody th, .list td { border: 0; padding: 0; }
  .list tbody th { font-size: .95rem; max-width: none; padding-bottom: .3rem; }
  .list td { display: inline; white-space: normal; }
  .list td[data-label]::after { content: " · " / ""; color: var(--quiet); }
  .list td:last-child::after { content: none; }
  .scroll .list tbody th:first-child { position: static; min-width: 0; max-width: none; }
  .scroll table:not(.list) tbody td:first-child { min-width: 6.5rem; }
  .list td .note { display: inline; }
  .passports .what { flex-wrap: wrap; gap: 0 1.5rem; }
  dl.facts { column-gap: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  header.site { gap: .1rem 1.1rem; }
  header.site ul { gap: 0 1rem; }
  .siblings a { padding: .2rem 0; }
}
@page {
  margin: 18mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; }
}
@media print {
  body { font-size: 10pt; line-height: 1.45; }
  nav, nav.around, .skip, .choose, footer.site { display: none; }
  header.site { padding: 0 0 8pt; max-width: none; }
  main { display: block; border: 0; padding: 0; max-width: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin: 20pt 0 6pt; }
  h3 { font-size: 11.5pt; margin: 14pt 0 4pt; }
  .lead { font-size: 11.5pt; }
  dl.facts, .passports { font-size: 8.5pt; max-width: none; }
  p, ul, ol, blockquote, pre { max-width: none; orphans: 3; widows: 3; }
  .passports li, dl.facts, blockquote { break-inside: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border-color: var(--rule); }
  a { color: inherit; text-decoration-thickness: .5pt; }
  main a[href^="http"]::after {
    content: " (" attr(href) ")"; font-size: 7pt; overflow-wrap: anywhere;
  }
  [data-sortable] thead th { position: static; }
  table.list tbody th, table.list td.start { min-width: 0; }
  th button { display: contents; }
  table.list:has(th:nth-child(7)), table.list:has(th:nth-child(7)) :is(tbody, tr, tbody th) {
    display: block;
  }
  table.list:has(th:nth-child(7)) thead { display: none; }
  table.list:has(th:nth-child(7)) tr { padding: 5pt 0; border-bottom: .5pt solid var(--rule); }
  table.list:has(th:nth-child(7)) :is(tbody th, td) {
    border: 0; padding: 0; max-width: none; white-space: normal;
  }
  table.list:has(th:nth-child(7)) td { display: inline; }
  table.list:has(th:nth-child(7)) td[data-label]:not(:last-child)::after { content: " · "; }
  th button::after { content: "" !important; }
  h2, h3 { break-after: avoid; }
  .group > summary { display: block; list-style: none; }
  .scroll:has(> table) { max-height: none !important; overflow: visible !important; }
}
`.trim();

/** Colours, tables and pictures come from the report; what surrounds them stands here. */
export const STYLE = `${frame.style}\n${PAGE}`;
