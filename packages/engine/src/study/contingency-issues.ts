import { type Issue, issue } from '../foundation/index.js';
import { BANK_TERM_FUNDING_FROM, type ContingencyLine } from '../metric/index.js';
import { duplicates } from './duplicates.js';
import type { Study } from './study.js';

/** Issues of the contingency funding plan with the rest of the Study (CFP-5). */
export function contingencyIssues(study: Study): Issue[] {
  const { contingencyPlan: plan } = study;
  if (plan === undefined) return [];
  return [
    ...duplicates(plan.lines, '/contingencyPlan/lines'),
    ...duplicates(plan.triggers, '/contingencyPlan/triggers'),
    ...plan.lines.flatMap((line, index) => {
      const path = `/contingencyPlan/lines/${index}`;
      return [...dateIssues(study, line, path), ...backingIssues(study, index, path)];
    }),
  ];
}

function dateIssues(study: Study, line: ContingencyLine, path: string): Issue[] {
  const issues: Issue[] = [];
  const { facility, testedDate } = line;
  const { valuationDate, decisionDate } = study;
  if (facility === 'bank-term-funding-program' && valuationDate < BANK_TERM_FUNDING_FROM) {
    const expected = `a source of the valuation date, this one is from ${BANK_TERM_FUNDING_FROM}`;
    issues.push(issue('not-available', `${path}/facility`, expected, valuationDate));
  }
  if (testedDate !== null && testedDate > decisionDate) {
    const expected = `not after the decision date ${decisionDate}`;
    issues.push(issue('date-order', `${path}/testedDate`, expected, testedDate));
  }
  return issues;
}

/** Collateral backs one line, and public funds back none. */
function backingIssues(
  { collateral, contingencyPlan }: Study,
  index: number,
  path: string,
): Issue[] {
  const backing = contingencyPlan?.lines[index]?.backing ?? null;
  if (backing === null) return [];
  const at = `${path}/backing`;
  const earlier = contingencyPlan?.lines.slice(0, index) ?? [];
  if (earlier.some((line) => line.backing === backing)) {
    return [issue('duplicate-pool', at, 'collateral that backs no other line', backing)];
  }
  const known = (collateral?.pools ?? []).flatMap(({ id, pledges, sale }) => [
    ...(sale === null ? [] : [id]),
    ...pledges.filter(({ lender }) => lender !== 'public-funds').map((pledge) => pledge.id),
  ]);
  if (known.includes(backing)) return [];
  const expected = 'a pledge that lends, or a pool kept for sale, of the collateral register';
  return [issue('unknown-collateral', at, expected, backing)];
}
