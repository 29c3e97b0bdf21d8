import type { Answer, CaseResult } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import { type Block, type ReportDocument, type Section, textOf } from './document.js';
import { printable } from './text/printable.js';
import { tableText } from './text/table.js';
import { wrap, wrapIndented } from './text/wrap.js';

export interface TextReportOptions {
  /** Letters in a line; a table of numbers that cannot be narrower is left wider. */
  readonly width: number;
  /** Only these steps, without what speaks of the case as a whole. */
  readonly steps?: readonly number[];
}

/**
 * The report of a case for a terminal: plain text without colour or control characters. Pictures
 * stand as their numbers. Throws RangeError when a number of the result is not finite.
 */
export function textReport(result: CaseResult, { width, steps }: TextReportOptions): string {
  return documentText(buildDocument(result, steps), width);
}

/** An Answer for a terminal, under the same rules. */
export function textAnswer(answer: Answer, width: number): string {
  return documentText(answerDocument(answer), width);
}

function documentText(document: ReportDocument, width: number): string {
  const facts = document.facts.map(({ term, text }) => `${term.padEnd(18)}${text}`);
  const head = [document.title, '='.repeat(Math.min(width, document.title.length)), ...facts];
  const sections = document.sections.map((section) => sectionText(section, width));
  return `${printable([head.join('\n'), ...sections].join('\n\n\n'))}\n`;
}

function sectionText({ title, blocks }: Section, width: number): string {
  const head = `${title.toUpperCase()}\n${'='.repeat(Math.min(width, title.length))}`;
  return [head, ...blocks.map((block) => blockText(block, width))].join('\n\n');
}

function blockText(block: Block, width: number): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(textOf(block.text), width).join('\n');
    case 'list':
      return block.items.map((item) => wrapIndented(textOf(item), '- ', width)).join('\n');
    case 'table':
      return tableText(block.table, width);
    case 'picture':
      return wrapIndented(`${block.picture.title}: ${block.description}`, '# ', width);
  }
}
