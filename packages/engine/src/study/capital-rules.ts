import { textAt } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import type { Study } from './study.js';

/** Issues between the optional parts of capital and the rest of a Study (CAP-13). */
export function capitalPartIssues(study: Study): Issue[] {
  return [...riskWeightIssues(study), ...scenarioNameIssues(study)];
}

/** Products of the book, in row order. */
function productsOf({ book }: Study): Set<string> {
  return new Set(book.id.map((_, row) => textAt(book.product, row)));
}

function riskWeightIssues(study: Study): Issue[] {
  const { capitalRegime } = study;
  if (capitalRegime === undefined) return [];
  const products = productsOf(study);
  const seen = new Set<string>();
  return capitalRegime.riskWeights.flatMap(({ product, exposure, statedWeight }, index) => {
    const path = `/capitalRegime/riskWeights/${index}`;
    const issues: Issue[] = [];
    if (!products.has(product)) {
      issues.push(issue('unknown-product', `${path}/product`, 'a product of the book', product));
    }
    if (seen.has(product)) {
      issues.push(issue('duplicate-id', `${path}/product`, 'a new product', product));
    }
    seen.add(product);
    if ((exposure === 'stated') !== (statedWeight !== null)) {
      const expected = exposure === 'stated' ? 'a weight' : `null, the weight of ${exposure}`;
      const got = statedWeight === null ? 'null' : String(statedWeight.value);
      issues.push(issue('stated-weight', `${path}/statedWeight`, expected, got));
    }
    return issues;
  });
}

function scenarioNameIssues({ interestRateCapital, scenarios }: Study): Issue[] {
  if (interestRateCapital === undefined) return [];
  const known = new Set(scenarios.map(({ id }) => id));
  return interestRateCapital.scenarios.flatMap((id, index) =>
    known.has(id)
      ? []
      : [issue('unknown-scenario', `/interestRateCapital/scenarios/${index}`, 'a scenario', id)],
  );
}
