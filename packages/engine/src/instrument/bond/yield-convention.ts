import type { BusinessDayCalendar } from '../../foundation/index.js';
import type { RateConvention } from '../../market/index.js';

/** How a yield discounts the flows of a bond (rules BOND-6 to BOND-8). */
export interface YieldConvention extends RateConvention {
  /** Time to the accrual borders (street) or to the business days of payment (true yield). */
  readonly flowDays: 'scheduled' | 'paid';
  /** `simple`: the broken period before the next coupon day discounts by simple interest. */
  readonly firstPeriod: 'compounded' | 'simple';
  /** `simple`: within the last coupon period simple interest to maturity. */
  readonly lastPeriod: 'compounded' | 'simple';
  /** For BUS/252 yields. */
  readonly calendar?: BusinessDayCalendar;
}

/** Compounding as often as coupons are paid, by the bond's own coupon periods. */
export const STREET_SEMIANNUAL: YieldConvention = {
  compounding: 'compounded',
  frequencyPerYear: 2,
  dayCount: 'ACT/ACT ICMA',
  flowDays: 'scheduled',
  firstPeriod: 'compounded',
  lastPeriod: 'compounded',
};

/** The U.S. Treasury at auction: 31 CFR part 356, appendix B, section II (rule BOND-7). */
export const US_TREASURY: YieldConvention = { ...STREET_SEMIANNUAL, firstPeriod: 'simple' };

/** The market's yield of U.S. notes and bonds: simple interest in the last coupon period. */
export const US_STREET: YieldConvention = { ...STREET_SEMIANNUAL, lastPeriod: 'simple' };

/** The U.K. Debt Management Office's price formula for conventional gilts (rule BOND-8). */
export const UK_DMO: YieldConvention = { ...STREET_SEMIANNUAL };

/** As street, to the days on which money is paid. */
export const TRUE_SEMIANNUAL: YieldConvention = { ...STREET_SEMIANNUAL, flowDays: 'paid' };
