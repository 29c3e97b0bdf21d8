import { businessDayCalendar, fail, issue, ok, type Result } from '../../foundation/index.js';
import {
  accruedPer100,
  type BondFlow,
  fixedFlows,
  priceFromYield,
  US_STREET,
  yieldFromPrice,
} from '../bond/index.js';

/** A Treasury note or bond of a delivery basket, at its clean price per 100. */
export interface DeliverableNote {
  readonly id: string;
  readonly couponRate: number;
  readonly maturityDay: number;
  readonly cleanPrice: number;
}

const NO_CALENDAR = businessDayCalendar('none');
/** Long enough back that every settlement falls into a coupon period. */
const LONGEST_LIFE_YEARS = 31;
const DAYS_PER_YEAR = 366;

/** Half-yearly coupons counted back from maturity and the principal, per 100 of face. */
export function noteFlows(note: DeliverableNote, settlementDay: number): Result<BondFlow[]> {
  if (note.maturityDay <= settlementDay) {
    const got = String(note.maturityDay);
    return fail(issue('basket.maturity', note.id, 'a maturity after settlement', got));
  }
  return fixedFlows({
    coupons: {
      terms: {
        start: settlementDay - LONGEST_LIFE_YEARS * DAYS_PER_YEAR,
        end: note.maturityDay,
        tenor: { count: 6, unit: 'M' },
        rule: 'Backward',
        endOfMonth: true,
        convention: 'Unadjusted',
        terminationConvention: 'Unadjusted',
        calendar: NO_CALENDAR,
      },
      paymentCalendar: NO_CALENDAR,
      paymentConvention: 'Unadjusted',
    },
    rates: [note.couponRate],
    couponCompounding: 'simple',
    dayCount: 'ACT/ACT ICMA',
    redemption: 100,
    settlement: { days: 0, calendar: NO_CALENDAR },
  });
}

/** Interest accrued per 100 on a day. */
export function noteAccrued(flows: readonly BondFlow[], day: number): number {
  return accruedPer100({ flows, settlementDay: day });
}

/** The clean price per 100 at a yield moved by `move` (decimal) from that of the quoted price. */
export function notePriceAfter(
  note: DeliverableNote,
  settlementDay: number,
  move: number,
): Result<number> {
  const flows = noteFlows(note, settlementDay);
  if (!flows.ok) return flows;
  const settled = { flows: flows.value, settlementDay };
  const rate = yieldFromPrice(settled, US_STREET, note.cleanPrice);
  return rate.ok ? ok(priceFromYield(settled, US_STREET, rate.value + move).clean) : rate;
}
