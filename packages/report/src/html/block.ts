import { pictureSvg } from '../chart/picture-svg.js';
import type { Block } from '../document.js';
import { escapeHtml } from './escape.js';
import { tableHtml } from './table.js';

const WIDE_PX = 880;
const NARROW_PX = 350;

/** One part of a page: words, a table, or a picture with its numbers beneath. */
export function blockHtml(block: Block): string {
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

/** The place of a picture in its page; that of its numbers ends in -data. */
export function pictureId({ data }: Extract<Block, { kind: 'picture' }>): string {
  return data.id.replace(/-data$/, '-picture');
}

/** Drawn twice, for wide and for narrow screens: letters keep their size on a phone. */
function pictureHtml(block: Extract<Block, { kind: 'picture' }>): string {
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
    tableHtml(data, { captioned: false }),
    '</details></figure>',
  ].join('\n');
}
