import { civilFromDay, dayFromCivil, monthsBetween, pow } from '../../foundation/index.js';

/** Treasury contracts of CME by their product code. */
export const TREASURY_CONTRACTS = ['ZT', 'Z3N', 'ZF', 'ZN', 'TN', 'ZB', 'UB'] as const;
export type TreasuryContract = (typeof TREASURY_CONTRACTS)[number];

interface ContractTerms {
  readonly faceUsd: number;
  /** Whether months to maturity are cut down to whole months or to whole quarters. */
  readonly roundsTo: 'month' | 'quarter';
}

/** CME rulebook chapters 18 to 21, 26, 39 and 40: face value and rounding of maturities. */
const CONTRACTS: Readonly<Record<TreasuryContract, ContractTerms>> = {
  ZT: { faceUsd: 200000, roundsTo: 'month' },
  Z3N: { faceUsd: 300000, roundsTo: 'month' },
  ZF: { faceUsd: 100000, roundsTo: 'month' },
  ZN: { faceUsd: 100000, roundsTo: 'quarter' },
  TN: { faceUsd: 100000, roundsTo: 'quarter' },
  ZB: { faceUsd: 100000, roundsTo: 'quarter' },
  UB: { faceUsd: 100000, roundsTo: 'quarter' },
};

const NOTIONAL_COUPON = 0.06;
const FACTOR_DECIMALS = 10000;

/** Face value in USD behind one contract. */
export function contractFaceUsd(contract: TreasuryContract): number {
  return CONTRACTS[contract].faceUsd;
}

interface ConversionTerms {
  readonly contract: TreasuryContract;
  readonly couponRate: number;
  readonly maturityDay: number;
  readonly deliveryYear: number;
  readonly deliveryMonth: number;
}

/**
 * The price of 1 of face at a yield of 6 per cent on the first day of the delivery month, by the
 * published rule of CME, rounded to four decimals (rule FUTURE-5). Throws RangeError for a bond
 * that matures before the delivery month.
 */
export function conversionFactor(terms: ConversionTerms): number {
  const { couponRate: coupon } = terms;
  const { years, months } = roundedTerm(terms);
  const isLong = months >= 7;
  const stub = isLong ? months - 6 : months;
  const base = 1 + NOTIONAL_COUPON / 2;
  const first = pow(base, -stub / 6);
  const accrued = (coupon / 2) * ((6 - stub) / 6);
  const last = pow(base, -(isLong ? 2 * years + 1 : 2 * years));
  const coupons = (coupon / NOTIONAL_COUPON) * (1 - last);
  const factor = first * (coupon / 2 + last + coupons) - accrued;
  return Math.round(factor * FACTOR_DECIMALS) / FACTOR_DECIMALS;
}

/** Whole years and the remaining months, cut down to the grid of the contract. */
function roundedTerm(terms: ConversionTerms): { years: number; months: number } {
  const first = dayFromCivil(terms.deliveryYear, terms.deliveryMonth, 1);
  const { year, month } = civilFromDay(terms.maturityDay);
  const total = monthsBetween(first, dayFromCivil(year, month, 1));
  if (total < 1) throw new RangeError(`maturity ${terms.maturityDay} before delivery`);
  const step = CONTRACTS[terms.contract].roundsTo === 'quarter' ? 3 : 1;
  const months = Math.floor((total % 12) / step) * step;
  return { years: Math.floor(total / 12), months };
}
