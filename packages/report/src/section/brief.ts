import type { CaseResult } from '@almfes/engine';
import type { Section } from '../document.js';
import { countWithinAim } from './reproduction.js';

/** The page for the reader in a hurry: each step's first finding, and how well it reproduces. */
export function briefSection(result: CaseResult): Section {
  const items = result.steps.flatMap((step) => {
    const [first] = step.findings;
    return first === undefined ? [] : [`Step ${step.step}, ${step.title}: ${first}`];
  });
  if (result.publishedVsReproduced.length > 0) items.push(reproduced(result));
  return {
    id: 'brief',
    title: 'In brief',
    blocks: items.length === 0 ? [] : [{ kind: 'list', items }],
  };
}

function reproduced(result: CaseResult): string {
  const predicted = result.publishedVsReproduced.filter((row) => row.role === 'predicted');
  const { gated, within } = countWithinAim(predicted);
  return (
    `Published and reproduced: predicted (not fitted) figures with an aim: ${gated}, of which ` +
    `within it: ${within}; without an aim: ${predicted.length - gated}.`
  );
}
