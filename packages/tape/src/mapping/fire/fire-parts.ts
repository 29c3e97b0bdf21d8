import type { ColumnSource, KindCondition, TermSource } from '../tape-mapping.js';

/** Dates of FIRE are ISO 8601 with the time of day, in UTC. */
export function fireDate(column: string): ColumnSource {
  return { column, pattern: 'YYYY-MM-DDTHH:mm:ssZ' };
}

/** Money of FIRE is a whole number of cents. */
export function fireAmount(column: string): ColumnSource {
  return { column, unit: 'USD cent' };
}

/**
 * Rates of FIRE are taken in per cent. Its texts: of accounts, securities and derivatives `in
 * percentage terms`; of loans once `1.5% is 0.015`, later `1.5 implies 1.5%`. A tape in decimals
 * is caught by the rule on units of rates (TAPE-31).
 */
export const FIRE_RATE: ColumnSource = { column: 'rate', unit: 'per cent' };

export const FIRE_CURRENCY: TermSource = { column: 'currency_code' };
export const FIRE_ID: TermSource = { column: 'id' };

/** Payment frequencies in months; what is paid more often is paid each month here. */
export function fireFrequency(column: string): ColumnSource {
  return {
    column,
    unit: 'months',
    codes: {
      annually: '12',
      at_maturity: '',
      bi_monthly: '2',
      bi_weekly: '1',
      biennially: '24',
      daily: '1',
      monthly: '1',
      quarterly: '3',
      semi_annually: '6',
      sesquiennially: '18',
      weekly: '1',
    },
  };
}

/** The base rates of FIRE; the Fed funds target moves with the overnight rate. */
export const FIRE_INDEX: ColumnSource = {
  column: 'base_rate',
  codes: { FDTR: 'sofr', ZERO: 'none' },
  whenEmpty: 'ZERO',
};

export const LIABILITY: KindCondition = { column: 'asset_liability', in: ['liability'] };

export const OFF_BALANCE_SHEET = {
  when: [{ column: 'on_balance_sheet', in: ['false'] }],
  reason: 'not on the balance sheet',
} as const;
