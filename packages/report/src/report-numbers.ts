import type { CaseResult, MarkedNumber, Origin } from '@almfes/engine';
import { buildDocument } from './build-document.js';
import type { Block, DocumentTable, Words } from './document.js';

/** A number as a report shows it. */
export interface ReportNumber {
  readonly origin: Origin;
  readonly text: string;
  /** The row and the column it stands in; '' in a sentence. */
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  /** The section of the report: 'step-3'. */
  readonly section: string;
}

/** Every number of a case's report that has an origin, in the order of the report. */
export function reportNumbers(result: CaseResult): readonly ReportNumber[] {
  return buildDocument(result).sections.flatMap(({ id, blocks }) =>
    blocks.flatMap(numbersOf).map((each) => ({ ...each, section: id })),
  );
}

type Found = Omit<ReportNumber, 'section'>;

function numbersOf(block: Block): Found[] {
  switch (block.kind) {
    case 'paragraph':
      return inWords(block.text);
    case 'list':
      return block.items.flatMap(inWords);
    case 'table':
      return inTable(block.table);
    case 'picture':
      return inTable(block.data);
  }
}

function inWords(words: Words): Found[] {
  if (typeof words === 'string') return [];
  const place = { row: '', column: '', unit: '' };
  return words.numbers.map((each) => ({ ...place, ...found(words.text, each) }));
}

function inTable({ columns, rows, numbers = [] }: DocumentTable): Found[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, index) => {
      const { title: column = '', unit = '' } = columns[index] ?? {};
      const place = { row: row[0] ?? '', column, unit };
      return (numbers[at]?.[index] ?? []).map((each) => ({ ...place, ...found(text, each) }));
    }),
  );
}

function found(text: string, { at, length, origin }: MarkedNumber) {
  return { origin, text: text.slice(at, at + length) };
}
