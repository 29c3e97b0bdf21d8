import type { Picture } from '@almfes/engine';
import type { Block, DocumentTable, ReportDocument, Words } from './document.js';
import { trueMinus } from './format.js';

/** The same document with a true minus sign in all its words, pictures included. */
export function withTrueMinus(document: ReportDocument): ReportDocument {
  return {
    title: trueMinus(document.title),
    facts: document.facts.map(({ term, text }) => ({ term, text: trueMinus(text) })),
    sections: document.sections.map(({ id, title, blocks }) => ({
      id,
      title: trueMinus(title),
      blocks: blocks.map(blockWithTrueMinus),
    })),
  };
}

function blockWithTrueMinus(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: wordsWithTrueMinus(block.text) };
    case 'list':
      return { ...block, items: block.items.map(wordsWithTrueMinus) };
    case 'table':
      return { ...block, table: tableWithTrueMinus(block.table) };
    case 'picture':
      return {
        ...block,
        picture: pictureWithTrueMinus(block.picture),
        description: trueMinus(block.description),
        data: tableWithTrueMinus(block.data),
      };
  }
}

/** Numbers keep their places: one letter takes the place of one. */
function wordsWithTrueMinus(words: Words): Words {
  if (typeof words === 'string') return trueMinus(words);
  return { ...words, text: trueMinus(words.text) };
}

function tableWithTrueMinus(table: DocumentTable): DocumentTable {
  return {
    ...table,
    title: trueMinus(table.title),
    columns: table.columns.map((column) => ({ ...column, title: trueMinus(column.title) })),
    rows: table.rows.map((row) => row.map(trueMinus)),
    notes: table.notes.map(wordsWithTrueMinus),
  };
}

function pictureWithTrueMinus(picture: Picture): Picture {
  const title = trueMinus(picture.title);
  switch (picture.kind) {
    case 'waterfall':
      return { ...picture, title, items: relabel(picture.items) };
    case 'bars':
      return {
        ...picture,
        title,
        categories: picture.categories.map(trueMinus),
        series: picture.series.map(({ name, values }) => ({ name: trueMinus(name), values })),
      };
    case 'lines':
      return {
        ...picture,
        title,
        points: picture.points.map(trueMinus),
        series: picture.series.map(({ name, values }) => ({ name: trueMinus(name), values })),
      };
    case 'heat-map':
      return {
        ...picture,
        title,
        rows: picture.rows.map(trueMinus),
        columns: picture.columns.map(trueMinus),
      };
    case 'frontier':
      return {
        ...picture,
        title,
        xTitle: trueMinus(picture.xTitle),
        yTitle: trueMinus(picture.yTitle),
        points: relabel(picture.points).map(withLine),
      };
  }
}

function withLine<T extends { readonly line?: string }>(point: T): T {
  return point.line === undefined ? point : { ...point, line: trueMinus(point.line) };
}

function relabel<T extends { readonly label: string }>(items: readonly T[]): T[] {
  return items.map((item) => ({ ...item, label: trueMinus(item.label) }));
}
