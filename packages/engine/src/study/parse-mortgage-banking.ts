import { HORIZON_MONTHS } from '../cash-flow/index.js';
import { type Read, read } from '../foundation/index.js';
import type { LoanPipeline, MortgageBanking, RateLock, ServicingRight } from '../metric/index.js';
import { readPrepaymentModel } from './parse-behaviour.js';
import { sourced } from './parse-sourced.js';

const { identifier, list, nullable, object } = read;

const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const share = sourced({ min: 0, max: 1, what: 'a share' });
const rate = sourced({ min: 0, max: 1, what: 'a decimal rate' });
const spread = sourced({ min: -0.2, max: 0.2, what: 'a decimal spread' });
const months = sourced({ min: 1, max: HORIZON_MONTHS, integer: true, what: 'months' });

const readLock: Read<RateLock> = object<RateLock>({
  id: identifier,
  notionalUsdMillion: amount,
  noteRate: rate,
  termMonths: months,
  pullThrough: share,
  pullThroughSlope: sourced({ min: -1000, max: 1000, what: 'a slope per unit of rate' }),
  feeRate: rate,
  valuationSpread: spread,
  prepayment: readPrepaymentModel,
});

const readPipeline: Read<LoanPipeline> = object<LoanPipeline>({
  amountUsdMillion: amount,
  pullThrough: share,
});

const readServicing: Read<ServicingRight> = object<ServicingRight>({
  id: identifier,
  balanceUsdMillion: amount,
  noteRate: rate,
  remainingMonths: months,
  ageMonths: sourced({ min: 0, max: 480, integer: true, what: 'months' }),
  feeRate: rate,
  costRate: rate,
  valuationSpread: spread,
  prepayment: readPrepaymentModel,
});

/** Mortgage banking (rules MORTGAGE-1 to MORTGAGE-7). */
export const readMortgageBanking: Read<MortgageBanking> = object<MortgageBanking>({
  rateLocks: list(readLock, 1000),
  pipeline: nullable(readPipeline),
  servicing: list(readServicing, 1000),
});
