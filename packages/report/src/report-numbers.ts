import type { Answer, CaseResult, MarkedNumber, Origin } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import type { Block, DocumentTable, Section, Words } from './document.js';
import { isCut } from './text/table.js';

/** A number as a report shows it. */
export interface ReportNumber {
  readonly origin: Origin;
  readonly text: string;
  /** The names of the row, and the column it stands in; '' in a sentence. */
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  /** The section of the report: 'step-3'. */
  readonly section: string;
  /** Its table is told by its first rows where the report is plain text. */
  readonly isCut: boolean;
}

/** Every number of a case's report that has an origin, in the order of the report. */
export function reportNumbers(result: CaseResult): readonly ReportNumber[] {
  return numbersIn(buildDocument(result).sections);
}

/** Every number of an Answer that has an origin, in its order. */
export function answerNumbers(answer: Answer): readonly ReportNumber[] {
  return numbersIn(answerDocument(answer).sections);
}

function numbersIn(sections: readonly Section[]): ReportNumber[] {
  return sections.flatMap(({ id, blocks }) =>
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
  const place = { row: '', column: '', unit: '', isCut: false };
  return words.numbers.map((each) => ({ ...place, ...found(words.text, each) }));
}

function inTable(table: DocumentTable): Found[] {
  const { columns, rows, numbers = [] } = table;
  const cut = isCut(table);
  const cells = rows.flatMap((row, at) => {
    const name = rowName(row, numbers[at] ?? []);
    return row.flatMap((text, index) => {
      const { title: column = '', unit = '' } = columns[index] ?? {};
      const place = { row: name, column, unit, isCut: cut };
      return (numbers[at]?.[index] ?? []).map((each) => ({ ...place, ...found(text, each) }));
    });
  });
  return [...cells, ...table.notes.flatMap(inWords)];
}

/** The first cell and those after it, up to the first that holds a number. */
function rowName(row: readonly string[], numbers: readonly (readonly MarkedNumber[])[]): string {
  const first = row.findIndex((_, index) => index > 0 && (numbers[index] ?? []).length > 0);
  const names = row.slice(0, first === -1 ? 1 : first);
  return names.filter((words) => words !== '').join(', ');
}

function found(text: string, { at, length, origin }: MarkedNumber) {
  return { origin, text: text.slice(at, at + length) };
}
