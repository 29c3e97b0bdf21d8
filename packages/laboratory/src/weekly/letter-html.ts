import { dayLine, type Edition, editionName, kindLine, SERIES } from './edition.js';
import type { Entry } from './entry.js';
import { entryFacts } from './entry-facts.js';
import { escapeXml } from './escape-xml.js';
import { entryName, gradeLine } from './fill-issue.js';
import { markdownHtml } from './markdown-html.js';

const FONT = 'font-family:Arial,Helvetica,sans-serif;';
const INK = 'color:#1c2126;';
const TEXT = `margin:0 0 14px;${FONT}font-size:16px;line-height:24px;${INK}`;
const SMALL_TEXT = `${FONT}font-size:13px;line-height:19px;color:#5a636c;`;
const SMALL = `margin:0;${SMALL_TEXT}`;

/**
 * Styles stand in the elements, for many e-mail programs drop every other; space stands in margins,
 * for Outlook on Windows knows padding in table cells alone.
 */
const STYLES: Readonly<Record<string, string>> = {
  p: TEXT,
  h2: `margin:26px 0 10px;${FONT}font-size:20px;line-height:26px;font-weight:bold;${INK}`,
  h3: `margin:20px 0 6px;${FONT}font-size:16px;line-height:22px;font-weight:bold;${INK}`,
  ul: `margin:0 0 14px 22px;padding:0;${FONT}font-size:16px;line-height:24px;${INK}`,
  ol: `margin:0 0 14px 22px;padding:0;${FONT}font-size:16px;line-height:24px;${INK}`,
  li: 'margin:0 0 6px;',
  a: 'color:#0b5a8f;text-decoration:underline;',
  code: 'font-family:Consolas,Menlo,monospace;font-size:14px;',
  blockquote: 'margin:0 0 14px 22px;',
  table: 'margin:0 0 14px;',
  td: `padding:2px 12px 2px 0;${FONT}font-size:15px;line-height:22px;${INK}`,
};

/** Programs that know dark mode take these; the others keep the styles of the elements. */
const DARK = [
  '@media (prefers-color-scheme: dark) {',
  '  body, .page { background-color: #14181c !important; }',
  '  .sheet { background-color: #1b2026 !important; }',
  '  .sheet p, .sheet h1, .sheet h2, .sheet h3, .sheet li, .sheet ul, .sheet ol, .sheet td {',
  '    color: #e6e4de !important; }',
  '  .sheet a { color: #8cc4ee !important; }',
  '}',
].join('\n');

/** Outlook on Windows knows no greatest width: it alone reads this table around the sheet. */
const OUTLOOK_600 =
  '<!--[if mso]><table role="presentation" width="600" align="center" border="0" ' +
  'cellpadding="0" cellspacing="0"><tr><td><![endif]-->';
const OUTLOOK_END = '<!--[if mso]></td></tr></table><![endif]-->';

/**
 * The e-mail edition: one table 600 wide, styles in the elements, no script, no picture, nothing
 * fetched (WEEK-15).
 */
export function letterHtml(edition: Edition): string {
  const { front, entries, markdown } = edition;
  const title = escapeXml(`${SERIES.title}, ${front.week}: ${front.title}`);
  return [
    '<!doctype html>',
    `<html lang="${SERIES.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title>`,
    `<style>\n${DARK}\n</style>`,
    '</head>',
    '<body style="margin:0;padding:0;background-color:#f1f0ec;">',
    table('class="page" width="100%" bgcolor="#f1f0ec"', [
      '<td align="center" style="padding:16px 8px;">',
      OUTLOOK_600,
      table('class="sheet" width="100%" bgcolor="#fffefb" style="max-width:600px;"', [
        '<td style="padding:26px 28px 30px;">',
        headHtml(edition),
        markdownHtml(markdown, (element) => STYLES[element] ?? ''),
        `<h2 style="${STYLES.h2}">The entries</h2>`,
        `<p style="${SMALL}">${escapeXml(gradeLine(entries))}</p>`,
        ...entries.map(entryHtml),
        footHtml(edition),
        '</td>',
      ]),
      OUTLOOK_END,
      '</td>',
    ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A table of one row; `role` tells readers aloud that it is for layout alone. */
function table(attributes: string, cell: readonly string[]): string {
  return [
    `<table role="presentation" border="0" cellpadding="0" cellspacing="0" ${attributes}><tr>`,
    ...cell,
    '</tr></table>',
  ].join('\n');
}

function headHtml(edition: Edition): string {
  const { front, entries } = edition;
  const h1 = `margin:4px 0 12px;${FONT}font-size:26px;line-height:32px;font-weight:bold;${INK}`;
  return [
    `<p style="${SMALL}">${escapeXml(`${SERIES.title} · ${front.week} · ${dayLine(edition)}`)}</p>`,
    `<h1 style="${h1}">${escapeXml(front.title)}</h1>`,
    `<p style="${TEXT}"><em>${escapeXml(front.question)}</em></p>`,
    `<p style="${SMALL}">${escapeXml(kindLine(front, entries))}</p>`,
  ].join('\n');
}

function entryHtml(entry: Entry): string {
  const rows = entryFacts(entry).map(({ term, text, url }) => {
    const address = url === undefined ? '' : ` ${linkHtml(url)}`;
    const said = `<strong>${escapeXml(term)}:</strong> ${escapeXml(text)}`;
    return `<p style="${SMALL}">${said}${address}</p>`;
  });
  return [`<h3 style="${STYLES.h3}">${escapeXml(entryName(entry))}</h3>`, ...rows].join('\n');
}

/** The host stands for the address, which would widen the sheet; the text edition has it whole. */
function linkHtml(url: string): string {
  const host = /^https:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? url;
  return `<a href="${escapeXml(url)}" style="${STYLES.a}">${escapeXml(host)}</a>`;
}

function footHtml({ front, authors, urn }: Edition): string {
  const lines = [
    `By ${authors.join(', ')}. Licence ${front.licence}. Nothing here is investment advice.`,
    `${editionName(front)} · ${urn}`,
  ];
  return lines
    .map((line) => `<p style="margin:14px 0 0;${SMALL_TEXT}">${escapeXml(line)}</p>`)
    .join('\n');
}
