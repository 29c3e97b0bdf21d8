import { itemAt, type Position } from '@almfes/engine';
import { SECURITY_TYPES, type SecurityKind, type SecurityType } from './security-type.js';

/** When principal falls due, months: even between the two, or by the last month alone. */
export interface MonthRange {
  readonly from: number;
  readonly to: number;
}

const range = (from: number, to: number): MonthRange => ({ from, to });

/** Buckets of other debt after the first: over 3 to 12 months, 1 to 3, 3 to 5, 5 to 15, over 15. */
const FLOATING_DEBT = [range(1, 60), range(4, 12), range(13, 36), range(37, 60)] as const;
const BILLS = [range(1, 3), range(4, 12), range(13, 36), range(37, 60)] as const;
/** Notes of up to ten years; beyond fifteen there are thirty-year bonds alone. */
const TO_TEN_YEARS = [range(61, 120), range(181, 360)] as const;
/** Loans on rented houses or to small firms: due after ten or eleven years, or repaid evenly. */
const AMORTISING = [range(61, 132), range(1, 240)] as const;
/** Callable after ten years, as is usual: half way between the call and the last maturity. */
const CALLABLE = [range(61, 144), range(97, 240)] as const;

const DEBT_MONTHS = {
  treasury: [...BILLS, ...TO_TEN_YEARS],
  agency: [...FLOATING_DEBT, ...AMORTISING],
  municipal: [...BILLS, ...CALLABLE],
  cmbsPassThroughAgency: [...FLOATING_DEBT, ...AMORTISING],
  cmbsPassThroughPrivate: [...FLOATING_DEBT, ...AMORTISING],
  assetBacked: [...FLOATING_DEBT, ...AMORTISING],
  structuredProduct: [...FLOATING_DEBT, ...AMORTISING],
  otherDomesticDebt: [...FLOATING_DEBT, ...TO_TEN_YEARS],
  foreignDebt: [...FLOATING_DEBT, ...TO_TEN_YEARS],
} as const;

/** Average life up to 3 years, and over: agency balloons of seven to ten years. */
const CMBS_MONTHS = [range(7, 36), range(37, 108)] as const;

/** Contractual months of pools by bucket: its end, twenty-nine years in the last (CALL-62). */
const POOL_MONTHS = [300, 12, 36, 60, 168, 348] as const;
/** Contractual months of the pools behind other residential MBS, by average life. */
const CMO_MONTHS = [120, 240] as const;

/** A bucket of a kind of its own: the first of the repricing buckets floats (CALL-65). */
export function floatsIn(kind: SecurityKind, bucket: number): boolean {
  return bucket === 0 && (kind === 'debt' || kind === 'municipal' || kind === 'pool');
}

export function isPool(kind: SecurityKind): boolean {
  return kind === 'pool' || kind === 'cmo';
}

/** Months in which a type of debt in a bucket falls due, before its place in it is chosen. */
export function typeMonths(type: SecurityType, bucket: number): MonthRange {
  if (SECURITY_TYPES[type].block === 'mbs') return itemAt(CMBS_MONTHS, bucket);
  const months = Object.entries(DEBT_MONTHS).find(([name]) => name === type)?.[1];
  if (months === undefined) throw new Error(`${type} is no bond`);
  return itemAt(months, bucket);
}

/** Last month of a pool in a bucket. */
export function poolMonths(kind: SecurityKind, bucket: number): number {
  return itemAt(kind === 'cmo' ? CMO_MONTHS : POOL_MONTHS, bucket);
}

/** True for loans of about fifteen years, whose borrowers pay less. */
export function isShortPool(kind: SecurityKind, bucket: number): boolean {
  return kind === 'pool' && bucket < 5;
}

/**
 * The part of a range that is centred on `place` (0 its start, 1 its end) and as wide as fits:
 * all of it at one half.
 */
export function placedMonths({ from, to }: MonthRange, place: number): MonthRange {
  const half = Math.min(place, 1 - place);
  const month = (share: number) => from + share * (to - from);
  return { from: Math.round(month(place - half)), to: Math.round(month(place + half)) };
}

/** Terms of a position that every security leaves at nothing. */
export const PLAIN = {
  behaviour: '',
  rateIndex: 'none',
  premium: 0,
  floats: false,
  resetMonth: 0,
  firstPrincipalMonth: 0,
  noteRate: 0,
  discountSpread: 0,
  reinvestTenorMonths: 0,
  reinvestSpread: 0,
  ageMonths: 0,
} as const satisfies Partial<Position>;
