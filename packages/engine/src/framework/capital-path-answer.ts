import type { CapitalPath } from '../attribution/index.js';
import type { Answer } from './answer.js';
import { capitalPathFinding, capitalPathTable } from './capital-path-tables.js';

/** Paths to capital told: a sentence and a table a line. */
export function capitalPathAnswer(title: string, paths: readonly CapitalPath[]): Answer {
  return {
    title,
    findings: paths.map(capitalPathFinding),
    tables: paths.map((path) => capitalPathTable(path)),
    pictures: [],
    sources: [
      'docs/method/attribution.md, rules ATTR-30 to ATTR-32',
      'docs/method/capital.md, rules CAP-4 to CAP-6 and CAP-14: E0 to E2 are of no regulator',
    ],
  };
}
