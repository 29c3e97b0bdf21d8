import type { Step } from '@almfes/engine';
import type { Block, Section } from '../document.js';
import { pictureBlock, tableBlock } from './block.js';

export function stepSection(step: Step): Section {
  const id = `step-${step.step}`;
  const blocks: Block[] = [];
  if (step.findings.length > 0) blocks.push({ kind: 'list', items: step.findings });
  for (const picture of step.pictures) blocks.push(pictureBlock(picture, id));
  for (const table of step.tables) blocks.push(tableBlock(table, id));
  return { id, title: `Step ${step.step}: ${step.title}`, blocks };
}
