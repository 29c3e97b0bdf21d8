import { pictureSvg } from '../chart/picture-svg.js';
import type { Block, Fact, ReportDocument, Section } from '../document.js';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.js';
import { escapeHtml } from './escape.js';
import { STYLE } from './style.js';
import { tableHtml } from './table.js';

const WIDE_PX = 880;
const NARROW_PX = 350;

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
    ...blocks.map(blockHtml),
    '</section>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}</ul>`;
    case 'table':
      return tableHtml(block.table);
    case 'picture':
      return pictureHtml(block);
  }
}

/** Drawn twice, for wide and for narrow screens: letters keep their size on a phone. */
function pictureHtml(block: Extract<Block, { kind: 'picture' }>): string {
  const { picture, description, data } = block;
  const drawn = (name: string, widthPx: number): string => {
    const idPrefix = `${data.id}-${name}`;
    return `<div class="${name}">${pictureSvg(picture, description, { widthPx, idPrefix })}</div>`;
  };
  return [
    `<figure><figcaption>${escapeHtml(picture.title)}</figcaption>`,
    drawn('wide', WIDE_PX),
    drawn('narrow', NARROW_PX),
    '<details><summary>The numbers in this picture</summary>',
    tableHtml(data, { captioned: false }),
    '</details></figure>',
  ].join('\n');
}
