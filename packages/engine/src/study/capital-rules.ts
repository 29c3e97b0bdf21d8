import { textAt } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import { duplicates } from './duplicates.js';
import { prepaymentIssues } from './model-rules.js';
import type { Study } from './study.js';

/** Issues between the optional parts of capital and the rest of a Study (CAP-13). */
export function capitalPartIssues(study: Study): Issue[] {
  return [
    ...riskWeightIssues(study),
    ...scenarioNameIssues(study),
    ...saleIssues(study),
    ...segmentIssues(study),
    ...mortgageIssues(study),
  ];
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

/** Each sale inside the path, one a quarter. */
function saleIssues({ capitalPlan }: Study): Issue[] {
  if (capitalPlan === undefined) return [];
  const { quarters, sales } = capitalPlan;
  return sales.flatMap(({ quarter }, index) => {
    const path = `/capitalPlan/sales/${index}/quarter`;
    const first = sales.findIndex((sale) => sale.quarter === quarter);
    if (first < index) return [issue('duplicate-id', path, 'a new quarter', String(quarter))];
    if (quarter <= quarters) return [];
    return [issue('range', path, `a quarter of the path, at most ${quarters}`, String(quarter))];
  });
}

/** A segment is of a product that loans have, and the only one of it. */
function segmentIssues(study: Study): Issue[] {
  const { creditLoss, book } = study;
  if (creditLoss === undefined) return [];
  const products = new Set<string>();
  book.id.forEach((_, row) => {
    if (textAt(book.group, row) === 'loans') products.add(textAt(book.product, row));
  });
  const issues = duplicates(creditLoss.segments, '/creditLoss/segments');
  creditLoss.segments.forEach(({ product }, index) => {
    const path = `/creditLoss/segments/${index}/product`;
    const first = creditLoss.segments.findIndex((segment) => segment.product === product);
    if (!products.has(product)) {
      issues.push(issue('unknown-product', path, 'a product of the loans', product));
    } else if (first < index) {
      issues.push(issue('duplicate-id', path, 'a new product', product));
    }
  });
  return issues;
}

function mortgageIssues({ mortgageBanking }: Study): Issue[] {
  if (mortgageBanking === undefined) return [];
  return (['rateLocks', 'servicing'] as const).flatMap((name) => {
    const path = `/mortgageBanking/${name}`;
    return [
      ...duplicates(mortgageBanking[name], path),
      ...mortgageBanking[name].flatMap(({ prepayment }, index) =>
        prepaymentIssues(prepayment, `${path}/${index}/prepayment`),
      ),
    ];
  });
}
