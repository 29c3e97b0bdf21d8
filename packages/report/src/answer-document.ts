import type { Answer } from '@almfes/engine';
import type { Block, ReportDocument, Section } from './document.js';
import { pictureBlock, tableBlock } from './section/block.js';
import { withTrueMinus } from './typography.js';

/**
 * An Answer as sections: what was found with its pictures, the figures, the sources (REPORT-16).
 * Pure; throws RangeError when a number is not finite or a row does not fit its head.
 */
export function answerDocument(answer: Answer): ReportDocument {
  const findings: Block[] =
    answer.findings.length === 0 ? [] : [{ kind: 'list', items: answer.findings }];
  const pictures = answer.pictures.map((picture) => pictureBlock(picture, 'findings'));
  const tables = answer.tables.map((table) => tableBlock(table, 'figures'));
  const sources: Block[] =
    answer.sources.length === 0 ? [] : [{ kind: 'list', items: answer.sources }];
  const sections: Section[] = [
    { id: 'findings', title: 'Findings', blocks: [...findings, ...pictures] },
    { id: 'figures', title: 'Figures', blocks: tables },
    { id: 'sources', title: 'Sources', blocks: sources },
  ];
  return withTrueMinus({
    title: answer.title,
    facts: [],
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  });
}
