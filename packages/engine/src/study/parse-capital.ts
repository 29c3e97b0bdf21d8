import { issue, type Read, read } from '../foundation/index.js';
import type { Capital, Liquidity, LiquiditySource } from '../metric/index.js';

const { describe, flag, identifier, list, members, number, object, objectWith, oneOf } = read;
const { pointer, title } = read;

const amount: Read<number> = number({ min: 0, max: 1e12, what: 'USD million' });
const total: Read<number> = number({ min: 0, max: 1e12, aboveMin: true, what: 'USD million' });
const share: Read<number> = number({ min: 0, max: 1, what: 'a share' });
const part: Read<number> = number({ min: 0, max: 1, aboveMin: true, what: 'a share' });
export const signedAmount: Read<number> = number({ min: -1e12, max: 1e12, what: 'USD million' });

type Transferred = 'aociOnTransferredHtmUsdMillion';

const readStated = {
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
};

export const readCapital: Read<Capital> = objectWith<
  Omit<Capital, Transferred>,
  Required<Pick<Capital, Transferred>>
>(readStated, { aociOnTransferredHtmUsdMillion: signedAmount });

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
