import type { Fact, ReportDocument, Section } from '../document.js';
import { blockHtml } from './block.js';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.js';
import { escapeHtml } from './escape.js';
import { NO_PASSPORTS } from './marked.js';
import { STYLE } from './style.js';

/** One self-contained page. */
export function documentHtml(document: ReportDocument): string {
  const title = escapeHtml(document.title);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${title}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1>${title}</h1>${factsHtml(document.facts)}</header>`,
    contentsHtml(document.sections),
    `<main>${document.sections.map(sectionHtml).join('\n')}</main>`,
    '<footer>Made with ALMFES from public figures. Every number carries its source; ' +
      'nothing on this page was fetched from a network.</footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function factsHtml(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const entries = facts.map(
    ({ term, text }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<dl>${entries.join('\n')}</dl>`;
}

function contentsHtml(sections: readonly Section[]): string {
  const entries = sections.map(
    ({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav aria-label="Contents"><p>Contents</p><ol>${entries.join('\n')}</ol></nav>`;
}

function sectionHtml({ id, title, blocks }: Section): string {
  const safeId = escapeHtml(id);
  return [
    `<section aria-labelledby="${safeId}">`,
    `<h2 id="${safeId}">${escapeHtml(title)}</h2>`,
    ...blocks.map((block) => blockHtml(block, NO_PASSPORTS)),
    '</section>',
  ].join('\n');
}
