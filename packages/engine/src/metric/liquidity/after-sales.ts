import type { MeasureValue } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { fundingState, stressedBooks } from './funding-stress.js';

/** Days by which the stated outflow is met: the days of its coverage (LIQ-1). */
const DAYS = 30;

/**
 * capital.afterSales.* of every scenario: capital before tax after the stated outflow was met from
 * the sources in their order, and what the sales took (rule RUN-8).
 */
export function afterSalesMeasures(input: MeasureInput): MeasureValue[] {
  const { uninsuredUsdMillion, outflowShare } = input.liquidity;
  return input.scenarios.flatMap((view): MeasureValue[] => {
    const books = stressedBooks(input, view);
    const { sales } = fundingState(input, books, outflowShare * uninsuredUsdMillion, DAYS);
    const money = (id: string, value: number): MeasureValue => ({
      id: `capital.afterSales.${id}`,
      scenario: view.id,
      unit: 'USD million',
      value,
    });
    return [
      money('cet1', sales.cet1),
      money('afs', sales.soldOfCet1.afs),
      money('htm', sales.soldOfCet1.htm),
      money('tangible', sales.tangible),
      money('taint', sales.taint),
    ];
  });
}
