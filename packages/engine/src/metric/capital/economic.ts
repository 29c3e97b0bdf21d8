import { type Marks, marksOf } from '../marks.js';
import type { MeasureValue } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { filteredHtmAoci } from './filtered-htm.js';
import type { Capital } from './input.js';
import { cet1After } from './ratios.js';

/**
 * Economic CET1 at a tax rate (METHOD section 1; rules CAP-4 to CAP-6): CET1 with the AFS and HTM
 * marks taken (e0), then the marks on loans and debt (e1), then the deposit franchise (e2).
 */
function economicCet1(capital: Capital, marks: Marks, taxRate: number) {
  const keep = 1 - taxRate;
  const aoci = aociTaken(capital, marks, taxRate);
  const e0 = cet1After(capital, taxRate) + aoci + keep * (marks.htm + marks.hedges);
  const e1 = e0 + keep * (marks.loans + marks.debt);
  return { e0, e1, e2: e1 + marks.franchise };
}

/**
 * At tax rate 0 the whole AFS mark and what AOCI keeps of securities moved to HTM, before tax. At
 * another rate the reported add-back of the AOCI opt-out, which holds both after tax as the bank
 * computed it, and what came since at (1 - t). A bank that did not opt out holds them already.
 */
function aociTaken(capital: Capital, marks: Marks, taxRate: number): number {
  const since = (1 - taxRate) * marks.afsSinceAccounts;
  if (!capital.aociOptOut) return since;
  if (taxRate === 0) return marks.afs + filteredHtmAoci(capital);
  return since - capital.aociAddBackUsdMillion;
}

/** capital.economic.{e0,e1,e2} at tax 0, e0 after tax, and e0 to risk-weighted assets. */
export function economicCapitalMeasures(input: MeasureInput): MeasureValue[] {
  const { capital } = input;
  return input.scenarios.flatMap((view): MeasureValue[] => {
    const marks = marksOf(input, view);
    const beforeTax = economicCet1(capital, marks, 0);
    const afterTax = economicCet1(capital, marks, capital.taxRate);
    const money = (id: string, value: number): MeasureValue => ({
      id: `capital.economic.${id}`,
      scenario: view.id,
      unit: 'USD million',
      value,
    });
    return [
      money('e0', beforeTax.e0),
      money('e1', beforeTax.e1),
      money('e2', beforeTax.e2),
      money('e0.afterTax', afterTax.e0),
      {
        id: 'capital.economicRatio.e0',
        scenario: view.id,
        unit: 'ratio',
        value: beforeTax.e0 / capital.riskWeightedAssetsUsdMillion,
      },
    ];
  });
}
