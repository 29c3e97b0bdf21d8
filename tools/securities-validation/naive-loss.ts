import type { CallReport, FieldName } from '../../packages/intake/src/index.js';
import type { MarketPath } from './predict-marks.js';

/** Years of duration by bucket, and the tenor whose yield moved: the floor (rule CALL-73). */
const BUCKETS: readonly (readonly [FieldName, years: number, tenorYears: number])[] = [
  ['otherDebtTo3Months', 0.1, 0.125],
  ['otherDebt3To12Months', 0.6, 0.625],
  ['otherDebt1To3Years', 1.9, 2],
  ['otherDebt3To5Years', 3.8, 4],
  ['otherDebt5To15Years', 7.8, 10],
  ['otherDebtOver15Years', 11.5, 20],
  ['passThroughTo3Months', 0.1, 0.125],
  ['passThrough3To12Months', 0.6, 0.625],
  ['passThrough1To3Years', 1.7, 2],
  ['passThrough3To5Years', 3, 4],
  ['passThrough5To15Years', 4.6, 7],
  ['passThroughOver15Years', 6.3, 10],
  ['otherMbsTo3Years', 1.8, 3],
  ['otherMbsOver3Years', 5, 5],
];

/** What every bucket loses by its duration and the move of the par yield at its tenor. */
export function naiveLoss(report: CallReport, { start, end }: MarketPath): number {
  return BUCKETS.reduce((loss, [name, years, tenor]) => {
    const move = parYield(end.market, tenor * 12) - parYield(start.market, tenor * 12);
    return loss + (report.amount(name) ?? 0) * years * move;
  }, 0);
}

type Curve = Pick<MarketPath['start']['market'], 'parQuotes'>;

/** Linear between quotes. */
function parYield({ parQuotes }: Curve, months: number): number {
  const right = parQuotes.findIndex(({ tenorMonths }) => tenorMonths >= months);
  const [low, high] = [parQuotes[right - 1], parQuotes[right]];
  if (high === undefined) throw new Error(`no quote of ${months} months or longer`);
  if (low === undefined) return high.rate;
  const share = (months - low.tenorMonths) / (high.tenorMonths - low.tenorMonths);
  return low.rate + share * (high.rate - low.rate);
}
