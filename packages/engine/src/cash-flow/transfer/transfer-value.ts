import { floatAt, itemAt } from '../../foundation/index.js';
import { openingOf } from '../fixed-parts.js';
import { perFlow } from '../per-flow.js';
import type { Program, RowFlows } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';
import { lockedValue, type Schedule, type TransferTerms } from './transfer-rate.js';

/**
 * Value of every row in a scenario with its transfer rate in place of its interest, discounted on
 * the curve without a spread (rule FTP-6), USD million, positive for assets and liabilities alike.
 * A row without terms stands at its carrying amount.
 */
export function transferValues(
  program: Program,
  scenario: { readonly rates: ScenarioRates; readonly flows: RowFlows },
  terms: readonly (TransferTerms | null)[],
): Float64Array {
  const { book } = program;
  const { rates, flows } = scenario;
  return Float64Array.from(terms, (ofRow, row) => {
    if (ofRow === null) return floatAt(book.carryingUsdMillion, row);
    const flow = itemAt(flows.byRow, row);
    const perPar = 1 + floatAt(book.premium, row);
    const schedule = { opening: openingOf(book, row), principal: flow.principal };
    const value = () => perPar * transferValue(schedule, rates.discount, ofRow);
    const known = valueOfFlow(flow, rates, () => ({ terms: ofRow, value: value() }));
    return known.terms === ofRow ? known.value : value();
  });
}

const valueOfFlow = perFlow<{ readonly terms: TransferTerms; readonly value: number }>();

/** A leg at the one-month rate is worth its balance in every scenario: the rest is locked. */
function transferValue(
  schedule: Schedule,
  discount: Float64Array,
  { lockedRate, floatingShare, lockedMonths }: TransferTerms,
): number {
  const { principal, annuity } = lockedValue(schedule, discount, lockedMonths);
  const locked = principal + lockedRate * annuity;
  return floatingShare * schedule.opening + (1 - floatingShare) * locked;
}
