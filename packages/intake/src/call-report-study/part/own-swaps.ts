import { bootstrapParCurve, fairSwapRate, monthlyDiscount, type Study } from '@almfes/engine';
import type { AssumedValues } from '../assumption/assumed-values.js';
import type { CallReportMarket } from '../bank-study.js';
import type { Borne } from '../built-part.js';
import type { ReportReader } from '../report-reader.js';

/** Life of swaps on which the bank receives fixed: three years, by judgement. */
const RECEIVE_FIXED_MONTHS = 36;
const LONGEST_MONTHS = 120;

export interface OwnSwaps {
  readonly hedges: Study['hedges'];
  readonly borne: Borne;
}

/**
 * The bank's derivatives outside trading, of which RC-L tells the notional alone (rule CALL-39):
 * struck at the fair rate of the date, worth nothing on it. Their designation is not reported: they
 * are held as cash flow hedges, which leave CET1 of an opt-out bank alone.
 */
export function ownSwaps(
  reader: ReportReader,
  market: CallReportMarket,
  assumed: AssumedValues,
): OwnSwaps {
  const payFixed = reader.amount('rateSwapsPayFixedNotional');
  const others = Math.max(0, reader.amount('rateDerivativesOtherNotional') - payFixed);
  const received = assumed('receiveFixedShare').value * others;
  const months = Math.min(LONGEST_MONTHS, assumed('payFixedMonths').value);
  return {
    hedges: [
      ...swap('own-pay-fixed', payFixed, months, 'deposits', market),
      ...swap('own-receive-fixed', -received, RECEIVE_FIXED_MONTHS, 'loans', market),
    ],
    borne: { payFixedMonths: payFixed, receiveFixedShare: others },
  };
}

function swap(
  id: string,
  notionalUsdMillion: number,
  maturityMonth: number,
  hedgedGroup: 'deposits' | 'loans',
  market: CallReportMarket,
): Study['hedges'] {
  if (notionalUsdMillion === 0 || maturityMonth === 0) return [];
  const fixedRate = fairSwapRate(discountOf(market), 0, maturityMonth);
  return [
    {
      ...{ id, notionalUsdMillion, fixedRate, floatSpread: 0, startMonth: 0, maturityMonth },
      ...{ model: 'cash-flow', hedgedGroup },
    },
  ];
}

const discounts = new WeakMap<CallReportMarket, Float64Array>();

/** Discount factors of the date, made once for every bank. */
function discountOf(market: CallReportMarket): Float64Array {
  const known = discounts.get(market);
  if (known !== undefined) return known;
  const { curveDate, curveSource, parQuotes } = market.market;
  const curve = bootstrapParCurve({
    ...{ id: curveDate, dateIso: curveDate, convention: 'us-treasury-par' },
    ...{ quotes: parQuotes, source: curveSource },
  });
  if (!curve.ok) throw new Error(`the curve of ${curveDate} was not read through its door`);
  const discount = monthlyDiscount(curve.value, LONGEST_MONTHS);
  discounts.set(market, discount);
  return discount;
}
