import type { Finding, Step } from '@almfes/engine';
import type { Block, Section } from '../document.js';
import { pictureBlock, tableBlock } from './block.js';
import { withMarks } from './cell-numbers.js';

/** The findings of a step with their numbers. */
export function findingsOf({ findings, findingNumbers }: Step): Finding[] {
  return withMarks(findings, findingNumbers);
}

export function stepSection(step: Step): Section {
  const id = `step-${step.step}`;
  const blocks: Block[] = [];
  if (step.findings.length > 0) blocks.push({ kind: 'list', items: findingsOf(step) });
  for (const picture of step.pictures) blocks.push(pictureBlock(picture, id));
  for (const table of step.tables) blocks.push(tableBlock(table, id));
  return { id, title: `Step ${step.step}: ${step.title}`, blocks };
}
