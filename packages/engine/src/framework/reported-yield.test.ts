import { describe, expect, it } from 'vitest';
import { bookFromPositions, rowOf } from '../balance-sheet/index.js';
import { monthlyDiscount } from '../market/index.js';
import { parZeroCurve } from '../scenario/index.js';
import { exampleStudy, row, valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluate, measureOf, type Study } from '../study/index.js';
import { withReportedYield } from './at-reported-value.js';

const quotes = [1, 60, 360].map((tenorMonths) => ({ tenorMonths, rate: 0.02 }));
const factors = monthlyDiscount(parZeroCurve({ dateIso: '2098-01-31', quotes }), 360);
const annuity = Array.from({ length: 60 }, (_, at) => (factors[at + 1] ?? 0) / 12);
const yearly = annuity.reduce((a, b) => a + b, 0);

/** AFS: 100 at 4%; HTM: 100 at 1%, both due in five years. */
function bank(): Study {
  const study = exampleStudy({ hedges: [] });
  const bond = { firstPrincipalMonth: 60, maturityMonth: 60 };
  const afs = { ...bond, accountingClass: 'available-for-sale', rate: 0.04 } as const;
  const htm = { ...bond, accountingClass: 'held-to-maturity', rate: 0.01 } as const;
  return {
    ...study,
    market: { ...study.market, curveDate: '2021-12-31', parQuotes: quotes },
    book: bookFromPositions([row('afs', 'afs', afs), row('htm', 'htm', htm)]),
  };
}

function ratesOf(study: Study) {
  const at = (id: string) => rowOf(study.book, id) ?? -1;
  return { afs: study.book.rate[at('afs')], htm: study.book.rate[at('htm')] };
}

describe('the yield of a book', () => {
  const priced = valueOrThrow(withReportedYield(bank(), { afs: 100, htm: 100 }));

  it('EFF-13: both books are worth what was reported', () => {
    const outcome = evaluate(priced, ['marks']);
    expect(measureOf(outcome, 'unrealised.afs', '0')).toBeCloseTo(0, 4);
    expect(measureOf(outcome, 'unrealised.htm', '0')).toBeCloseTo(0, 4);
  });

  it('EFF-13: one that pays more than the curve keeps its rate, by a spread', () => {
    expect(ratesOf(priced).afs).toBe(0.04);
    expect(priced.book.discountSpread[rowOf(priced.book, 'afs') ?? -1]).toBeGreaterThan(0.015);
  });

  it('EFF-13: one that pays less is raised to the rate that the curve gives its value', () => {
    // 100 = 100 x rate x annuity + 100 x D(60)
    const par = (1 - (factors[60] ?? 0)) / yearly;
    expect(ratesOf(priced).htm).toBeCloseTo(par, 6);
    expect(priced.book.discountSpread[rowOf(priced.book, 'htm') ?? -1]).toBe(0);
  });
});
