import { type CaseResult, type Finding, finding } from '@almfes/engine';
import type { Section, Words } from '../document.js';
import { capitalLines } from './brief-capital.js';
import { countWithinAim, REPRODUCED } from './reproduction.js';
import { findingsOf } from './step.js';
import { worstMisses } from './worst-misses.js';

/**
 * The page for the reader in a hurry: each step's first finding, capital at market value and the
 * one-day run, how well published figures are reproduced, and where they are missed most.
 */
export function briefSection(result: CaseResult): Section {
  const findings = result.steps.flatMap((step) => {
    const [first] = findingsOf(step);
    return first === undefined ? [] : [after(`Step ${step.step}: `, first)];
  });
  const items = [...capitalLines(result), ...findings, ...reproduced(result)];
  return {
    id: 'brief',
    title: 'In brief',
    blocks: items.length === 0 ? [] : [{ kind: 'list', items }],
  };
}

/** A finding after other words: its numbers stand further on. */
function after(words: string, { text, numbers }: Finding): Finding {
  return {
    text: `${words}${text}`,
    numbers: numbers.map((each) => ({ ...each, at: each.at + words.length })),
  };
}

function reproduced(result: CaseResult): Words[] {
  const predicted = result.publishedVsReproduced.filter((row) => row.role === 'predicted');
  if (predicted.length === 0) return [];
  const { gated, within } = countWithinAim(predicted);
  const aimed = gated === 0 ? 'none' : `${gated}, of which within it: ${within}`;
  const counts =
    `Published and reproduced: predicted (not fitted) figures with an aim: ${aimed}; ` +
    `without an aim: ${predicted.length - gated}.`;
  return [finding(counts, REPRODUCED), ...worstMisses(predicted)];
}
