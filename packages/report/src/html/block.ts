import { pictureSvg } from '../chart/picture-svg.js';
import type { Block, Words } from '../document.js';
import { escapeHtml } from './escape.js';
import { type HrefOf, wordsHtml } from './marked.js';
import { tableHtml } from './table.js';

const WIDE_PX = 880;
const NARROW_PX = 350;

/** One part of a page: words, a table, or a picture with its numbers beneath. */
export function blockHtml(block: Block, hrefOf: HrefOf): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${wordsHtml(block.text, hrefOf)}</p>`;
    case 'list':
      return listHtml(block.items, hrefOf);
    case 'table':
      return tableHtml(block.table, hrefOf);
    case 'picture':
      return pictureHtml(block, hrefOf);
  }
}

/** The place of a picture in its page; that of its numbers ends in -data. */
export function pictureId({ data }: Extract<Block, { kind: 'picture' }>): string {
  return data.id.replace(/-data$/, '-picture');
}

function listHtml(items: readonly Words[], hrefOf: HrefOf): string {
  return `<ul>${items.map((item) => `<li>${wordsHtml(item, hrefOf)}</li>`).join('\n')}</ul>`;
}

/** Drawn twice, for wide and for narrow screens: letters keep their size on a phone. */
function pictureHtml(block: Extract<Block, { kind: 'picture' }>, hrefOf: HrefOf): string {
  const { picture, description, data } = block;
  const drawn = (name: string, widthPx: number): string => {
    const idPrefix = `${data.id}-${name}`;
    return `<div class="${name}">${pictureSvg(picture, description, { widthPx, idPrefix })}</div>`;
  };
  return [
    `<figure id="${escapeHtml(pictureId(block))}">`,
    `<figcaption>${escapeHtml(picture.title)}</figcaption>`,
    drawn('wide', WIDE_PX),
    drawn('narrow', NARROW_PX),
    '<details><summary>The numbers in this picture</summary>',
    tableHtml(data, hrefOf, { captioned: false }),
    '</details></figure>',
  ].join('\n');
}
