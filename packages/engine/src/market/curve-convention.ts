import type {
  BasisConvention,
  DepositConvention,
  IrsConvention,
  OisConvention,
  OvernightFutureConvention,
  ParBondConvention,
} from './curve-quote.js';

/*
 * Market conventions by name: the terms that every quote of a market shares. Sources: the rule
 * books of the rates' administrators and the usual terms of the interdealer market; they are data,
 * and a quote may carry its own.
 */

const YEAR = { count: 1, unit: 'Y' } as const;
const HALF_YEAR = { count: 6, unit: 'M' } as const;
const QUARTER = { count: 3, unit: 'M' } as const;

export const DEPOSIT_CONVENTIONS = {
  'eur-deposit': {
    calendar: 'target',
    spotDays: 2,
    dayCount: 'ACT/360',
    businessDay: 'ModifiedFollowing',
    endOfMonth: true,
  },
  'usd-deposit': {
    calendar: 'us-federal-reserve',
    spotDays: 2,
    dayCount: 'ACT/360',
    businessDay: 'ModifiedFollowing',
    endOfMonth: true,
  },
  'gbp-deposit': {
    calendar: 'uk-settlement',
    spotDays: 0,
    dayCount: 'ACT/365F',
    businessDay: 'ModifiedFollowing',
    endOfMonth: true,
  },
} as const satisfies Record<string, DepositConvention>;

const OIS = {
  spotDays: 2,
  dayCount: 'ACT/360',
  paymentTenor: YEAR,
  averaging: 'compounded',
  businessDay: 'ModifiedFollowing',
  endOfMonth: true,
  pillar: 'last-payment',
} as const;

export const OIS_CONVENTIONS = {
  'usd-sofr-ois': { ...OIS, calendar: 'us-sofr', paymentLagDays: 2 },
  'usd-fed-funds-ois': { ...OIS, calendar: 'us-federal-reserve', paymentLagDays: 2 },
  'usd-fed-funds-average': {
    ...OIS,
    calendar: 'us-federal-reserve',
    paymentLagDays: 0,
    paymentTenor: QUARTER,
    averaging: 'simple',
  },
  'eur-estr-ois': { ...OIS, calendar: 'target', paymentLagDays: 1 },
  'gbp-sonia-ois': {
    ...OIS,
    calendar: 'uk-settlement',
    spotDays: 0,
    dayCount: 'ACT/365F',
    paymentLagDays: 0,
  },
} as const satisfies Record<string, OisConvention>;

export const IRS_CONVENTIONS = {
  'eur-euribor-6m': {
    calendar: 'target',
    spotDays: 2,
    endOfMonth: false,
    paymentBusinessDay: 'ModifiedFollowing',
    fixed: { tenor: YEAR, dayCount: '30/360', businessDay: 'ModifiedFollowing' },
    floating: { tenor: HALF_YEAR, dayCount: 'ACT/360', businessDay: 'ModifiedFollowing' },
  },
  'eur-euribor-3m': {
    calendar: 'target',
    spotDays: 2,
    endOfMonth: false,
    paymentBusinessDay: 'ModifiedFollowing',
    fixed: { tenor: YEAR, dayCount: '30/360', businessDay: 'ModifiedFollowing' },
    floating: { tenor: QUARTER, dayCount: 'ACT/360', businessDay: 'ModifiedFollowing' },
  },
  'usd-libor-3m': {
    calendar: 'us-federal-reserve',
    spotDays: 2,
    endOfMonth: false,
    paymentBusinessDay: 'ModifiedFollowing',
    fixed: { tenor: HALF_YEAR, dayCount: '30/360 US', businessDay: 'ModifiedFollowing' },
    floating: { tenor: QUARTER, dayCount: 'ACT/360', businessDay: 'ModifiedFollowing' },
  },
} as const satisfies Record<string, IrsConvention>;

export const BASIS_CONVENTIONS = {
  'eur-euribor-3m-6m': {
    calendar: 'target',
    spotDays: 2,
    endOfMonth: false,
    paymentBusinessDay: 'ModifiedFollowing',
    solved: { tenor: QUARTER, dayCount: 'ACT/360', businessDay: 'ModifiedFollowing' },
    reference: { tenor: HALF_YEAR, dayCount: 'ACT/360', businessDay: 'ModifiedFollowing' },
  },
} as const satisfies Record<string, BasisConvention>;

export const FUTURE_CONVENTIONS = {
  'usd-sofr-1m': { calendar: 'us-sofr', dayCount: 'ACT/360', averaging: 'simple' },
  'usd-sofr-3m': { calendar: 'us-sofr', dayCount: 'ACT/360', averaging: 'compounded' },
} as const satisfies Record<string, OvernightFutureConvention>;

export const PAR_BOND_CONVENTIONS = {
  'us-treasury-par': {
    calendar: 'us-government-bond',
    settlementDays: 0,
    couponTenor: HALF_YEAR,
    simpleUpTo: HALF_YEAR,
    businessDay: 'Unadjusted',
  },
} as const satisfies Record<string, ParBondConvention>;

export type DepositConventionName = keyof typeof DEPOSIT_CONVENTIONS;
export type OisConventionName = keyof typeof OIS_CONVENTIONS;
export type IrsConventionName = keyof typeof IRS_CONVENTIONS;
export type BasisConventionName = keyof typeof BASIS_CONVENTIONS;
export type FutureConventionName = keyof typeof FUTURE_CONVENTIONS;
export type ParBondConventionName = keyof typeof PAR_BOND_CONVENTIONS;
