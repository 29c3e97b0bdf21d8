import type { HedgeModel, Swap } from '../balance-sheet/index.js';
import { issue, type Read, read, type Shape } from '../foundation/index.js';
import type { Capital, Liquidity, LiquiditySource } from '../metric/index.js';
import { INELIGIBLE_HTM } from './hedge-rules.js';
import { decimalRate, MAX_MONTHS, month } from './parse-position.js';

const {
  describe,
  flag,
  identifier,
  list,
  members,
  number,
  object,
  objectWith,
  oneOf,
  pointer,
  title,
} = read;

const amount: Read<number> = number({ min: 0, max: 1e12, what: 'USD million' });
const total: Read<number> = number({ min: 0, max: 1e12, aboveMin: true, what: 'USD million' });
const share: Read<number> = number({ min: 0, max: 1, what: 'a share' });
const part: Read<number> = number({ min: 0, max: 1, aboveMin: true, what: 'a share' });
export const signedAmount: Read<number> = number({ min: -1e12, max: 1e12, what: 'USD million' });

export const readCapital: Read<Capital> = object<Capital>({
  cet1UsdMillion: signedAmount,
  additionalTier1UsdMillion: signedAmount,
  tier2UsdMillion: signedAmount,
  riskWeightedAssetsUsdMillion: total,
  leverageAssetsUsdMillion: total,
  aociOptOut: flag,
  aociAddBackUsdMillion: signedAmount,
  tangibleCommonEquityUsdMillion: signedAmount,
  tangibleAssetsUsdMillion: total,
  taxRate: share,
  realisedLossUsdMillion: signedAmount,
  raisedUsdMillion: signedAmount,
});

type Line = Extract<LiquiditySource, { kind: 'cash' | 'line' }>;
type Sale = Extract<LiquiditySource, { kind: 'sale' }>;
const days: Read<number> = number({ min: 0, max: 365, what: 'days' });

const readLine: Read<Line> = object<Line>({
  id: identifier,
  title,
  kind: oneOf(['cash', 'line']),
  amountUsdMillion: amount,
  committed: flag,
  daysToCash: days,
});

const readSale: Read<Sale> = object<Sale>({
  id: identifier,
  title,
  kind: oneOf(['sale']),
  group: oneOf(['afs', 'htm']),
  pledgedUsdMillion: amount,
  bidOffer: share,
  daysToCash: days,
});

const readSource: Read<LiquiditySource> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = found.kind;
  if (kind === 'sale') return readSale(value, path, issues);
  if (kind === 'cash' || kind === 'line') return readLine(value, path, issues);
  issues.push(issue('enum', pointer(path, 'kind'), 'one of cash, line, sale', describe(kind)));
  return undefined;
};

/** The stated outflow is above zero, so that coverage is a number (STUDY-9). */
export const readLiquidity: Read<Liquidity> = object<Liquidity>({
  sources: list(readSource, 100),
  uninsuredUsdMillion: total,
  outflowShare: part,
});

const MODELS: readonly HedgeModel[] = ['fair-value', 'cash-flow', 'undesignated'];
const eligibleGroup = oneOf(['afs', 'loans', 'deposits', 'borrowings', 'none']);

/** HTM gets its own words: it is the mistake a reader is most likely to make. */
const hedgedGroup: Read<Swap['hedgedGroup']> = (value, path, issues) => {
  if (value !== 'htm') return eligibleGroup(value, path, issues);
  const expected = 'afs, loans, deposits, borrowings or none';
  issues.push(issue('ineligible-hedged-item', path, expected, 'htm', INELIGIBLE_HTM));
  return undefined;
};

const SWAP_TERMS: Shape<Omit<Swap, 'id'>> = {
  notionalUsdMillion: signedAmount,
  fixedRate: decimalRate,
  floatSpread: decimalRate,
  startMonth: month,
  maturityMonth: number({ min: 1, max: MAX_MONTHS, integer: true, what: 'a month' }),
  model: oneOf(MODELS),
  hedgedGroup,
};

export const readSwap: Read<Swap> = object<Swap>({ id: identifier, ...SWAP_TERMS });

/** Some terms of a swap. */
export const readSwapTerms: Read<Partial<Omit<Swap, 'id'>>> = objectWith<object, Omit<Swap, 'id'>>(
  {},
  SWAP_TERMS,
);
