import { floatAt, itemAt } from '../../foundation/index.js';
import { HORIZON_MONTHS, type Program, type RowFlows } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';
import { type TransferTerms, transferRateAt } from './transfer-rate.js';

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
    const perPar = 1 + floatAt(book.premium, row);
    const { principal } = itemAt(flows.byRow, row);
    return perPar * transferValue(principal, rates, ofRow);
  });
}

function transferValue(
  principal: Float64Array,
  { discount, oneMonth }: ScenarioRates,
  terms: TransferTerms,
): number {
  let balance = 0;
  let value = 0;
  for (let t = HORIZON_MONTHS - 1; t >= 0; t -= 1) {
    const repaid = floatAt(principal, t);
    balance += repaid;
    const interest = (balance * transferRateAt(terms, oneMonth, t)) / 12;
    value += (repaid + interest) * floatAt(discount, t + 1);
  }
  return value;
}
