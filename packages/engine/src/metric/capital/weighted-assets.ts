import { type Book, textAt } from '../../balance-sheet/index.js';
import { floatAt, type Issue, issue, itemAt } from '../../foundation/index.js';
import type { CapitalRegime, ProductRiskWeight } from './capital-regime.js';
import { RISK_WEIGHTS } from './risk-weight.js';

/**
 * Risk-weighted assets of the book by product, USD million, or an issue that names the first asset
 * without a weight (rule CAP-8). AFS of a bank that opted out weighs at amortised cost.
 */
export function weightedAssets(
  book: Book,
  regime: CapitalRegime,
  aociOptOut: boolean,
): number | Issue {
  const weights = productWeights(regime);
  let weighted = regime.otherRiskWeightedAssetsUsdMillion.value;
  for (let row = 0; row < book.id.length; row += 1) {
    if (itemAt(book.side, row) !== 1) continue;
    const product = textAt(book.product, row);
    const weight = weights.get(product);
    if (weight === undefined) {
      const what = `a risk weight of product "${product}" (position ${book.id[row]})`;
      return issue('measure.no-input', '/capitalRegime/riskWeights', what, 'nothing');
    }
    const atCost = aociOptOut && textAt(book.group, row) === 'afs';
    const amounts = atCost ? book.notionalUsdMillion : book.carryingUsdMillion;
    weighted += weight * floatAt(amounts, row);
  }
  return weighted;
}

/** Risk weight of every product that the regime names. */
export function productWeights({ riskWeights }: CapitalRegime): ReadonlyMap<string, number> {
  return new Map(riskWeights.map((each) => [each.product, weightOf(each)]));
}

function weightOf({ product, exposure, statedWeight }: ProductRiskWeight): number {
  if (exposure !== 'stated') return RISK_WEIGHTS[exposure].weight;
  if (statedWeight === null) throw new Error(`product ${product} states no risk weight`);
  return statedWeight.value;
}
