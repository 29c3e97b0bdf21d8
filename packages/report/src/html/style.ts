import { CONTENT } from './content-style.js';
import { PALETTE } from './palette-style.js';

const PAGE = `
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
footer { margin-top: 4rem; font-size: .78rem; color: var(--quiet); }
@media (max-width: 44rem) {
  body { padding-top: 1.25rem; }
  nav ol { columns: 1; }
}
@page { margin: 16mm 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }
`.trim();

/** The whole style of a report's page. */
export const STYLE = [PALETTE, PAGE, CONTENT].join('\n');
