import {
  type Amortisation,
  FUTURE_CONTRACTS,
  type FutureHedge,
  type FutureRoll,
  type HedgeDeferral,
  type HedgeModel,
  OPTION_HEDGE_KINDS,
  type OptionHedge,
  type Swap,
} from '../balance-sheet/index.js';
import { HORIZON_MONTHS } from '../cash-flow/index.js';
import { issue, type Read, read, type Shape } from '../foundation/index.js';
import type {
  HedgeDeferrals,
  HedgeFutures,
  HedgeMargin,
  HedgeOptions,
  MarginStep,
} from '../metric/index.js';
import type { SwapEdit } from './change.js';
import { INELIGIBLE_HTM } from './hedge-rules.js';
import { signedAmount } from './parse-capital.js';
import { decimalRate, MAX_MONTHS, month } from './parse-position.js';
import { sourced } from './parse-sourced.js';

const {
  describe,
  identifier,
  list,
  members,
  nullable,
  number,
  object,
  objectWith,
  oneOf,
  pointer,
} = read;

const MOST_HEDGES = 10_000;
const MOST_STEPS = 480;

const MODELS: readonly HedgeModel[] = ['fair-value', 'cash-flow', 'undesignated'];
const eligibleGroup = oneOf(['afs', 'loans', 'deposits', 'borrowings', 'none']);

/** HTM gets its own words: it is the mistake a reader is most likely to make. */
const hedgedGroup: Read<Swap['hedgedGroup']> = (value, path, issues) => {
  if (value !== 'htm') return eligibleGroup(value, path, issues);
  const expected = 'afs, loans, deposits, borrowings or none';
  issues.push(issue('ineligible-hedged-item', path, expected, 'htm', INELIGIBLE_HTM));
  return undefined;
};

const designation = { id: identifier, model: oneOf(MODELS), hedgedGroup };
const share = number({ min: 0, max: 1, what: 'a share' });

const readSchedule = object<Extract<Amortisation, { kind: 'schedule' }>>({
  kind: oneOf(['schedule']),
  steps: list(object({ fromMonth: month, remainingShare: share }), MOST_STEPS, 1),
});
const readLinear = object<Extract<Amortisation, { kind: 'linear' }>>({ kind: oneOf(['linear']) });

const readAmortisation: Read<Amortisation> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  if (found.kind === 'linear') return readLinear(value, path, issues);
  if (found.kind === 'schedule') return readSchedule(value, path, issues);
  issues.push(issue('enum', pointer(path, 'kind'), 'linear or schedule', describe(found.kind)));
  return undefined;
};

type SwapTerms = Omit<Swap, 'id' | 'amortisation'>;
type SwapOptions = Required<Pick<Swap, 'amortisation'>>;

const SWAP_TERMS: Shape<SwapTerms> = {
  notionalUsdMillion: signedAmount,
  fixedRate: decimalRate,
  floatSpread: decimalRate,
  startMonth: month,
  maturityMonth: number({ min: 1, max: MAX_MONTHS, integer: true, what: 'a month' }),
  model: designation.model,
  hedgedGroup,
};
const SWAP_OPTIONS: Shape<SwapOptions> = { amortisation: readAmortisation };

/** A swap that the bank pays fixed on, its notional whole or amortising (INSTRUMENT-1). */
export const readSwap: Read<Swap> = objectWith<SwapTerms & Pick<Swap, 'id'>, SwapOptions>(
  { id: identifier, ...SWAP_TERMS },
  SWAP_OPTIONS,
);

/** Some terms of a swap; null where it no longer amortises. */
export const readSwapTerms: Read<SwapEdit['terms']> = objectWith<
  object,
  Required<SwapEdit['terms']>
>({}, { ...SWAP_TERMS, amortisation: nullable(readAmortisation) });

const monthFrom = (min: number) =>
  number({ min, max: HORIZON_MONTHS, integer: true, what: 'a month' });

/** An option hedge (INSTRUMENT-2); whether its months fit is for `hedgeIssues` to say. */
export const readOptionHedge: Read<OptionHedge> = objectWith<
  Omit<OptionHedge, 'floorRate'>,
  { floorRate: number }
>(
  {
    ...designation,
    kind: oneOf(OPTION_HEDGE_KINDS),
    position: oneOf(['bought', 'sold']),
    notionalUsdMillion: number({ min: 0, aboveMin: true, max: 1e12, what: 'USD million' }),
    strikeRate: decimalRate,
    startMonth: monthFrom(0),
    maturityMonth: monthFrom(1),
    paymentMonths: number({ min: 1, max: 12, integer: true, what: '1, 3, 6 or 12 months' }),
    normalVolatility: sourced({ min: 0, max: 0.5, what: 'a normal volatility (0.01 is 100 bp)' }),
    premiumUsdMillion: signedAmount,
  },
  { floorRate: decimalRate },
);

const readRoll: Read<FutureRoll> = object<FutureRoll>({
  everyMonths: monthFrom(1),
  untilMonth: monthFrom(1),
  costBp: sourced({ min: 0, max: 1000, what: 'basis points' }),
});

/** A position in futures (INSTRUMENT-6 to INSTRUMENT-8). */
export const readFutureHedge: Read<FutureHedge> = objectWith<
  Omit<FutureHedge, 'couponRate' | 'roll'>,
  { couponRate: number; roll: FutureRoll }
>(
  {
    ...designation,
    contract: oneOf(FUTURE_CONTRACTS),
    notionalUsdMillion: signedAmount,
    startMonth: monthFrom(0),
    maturityMonth: monthFrom(1),
    initialMarginShare: sourced({ min: 0, max: 1, what: 'a share of the notional' }),
  },
  { couponRate: decimalRate, roll: readRoll },
);

export const readHedgeOptions: Read<HedgeOptions> = object<HedgeOptions>({
  options: list(readOptionHedge, MOST_HEDGES, 1),
});

export const readHedgeFutures: Read<HedgeFutures> = object<HedgeFutures>({
  futures: list(readFutureHedge, MOST_HEDGES, 1),
});

const readDeferral: Read<HedgeDeferral> = object<HedgeDeferral>({
  ...designation,
  deferredUsdMillion: signedAmount,
  remainingMonths: monthFrom(1),
});

export const readHedgeDeferrals: Read<HedgeDeferrals> = object<HedgeDeferrals>({
  deferrals: list(readDeferral, MOST_HEDGES, 1),
});

const marginSteps = list(
  object<MarginStep>({
    toMonths: number({ min: 1, max: MAX_MONTHS, integer: true, what: 'months' }),
    share: sourced({ min: 0, max: 1, what: 'a share of the notional' }),
  }),
  MOST_STEPS,
  1,
);

/** Steps stand in rising order of months (INSTRUMENT-15). */
const readMarginSteps: Read<MarginStep[]> = (value, path, issues) => {
  const steps = marginSteps(value, path, issues);
  steps?.forEach(({ toMonths }, index) => {
    const before = steps[index - 1]?.toMonths ?? 0;
    if (toMonths > before) return;
    const at = pointer(pointer(path, index), 'toMonths');
    issues.push(issue('order', at, `after ${before}`, String(toMonths)));
  });
  return steps;
};

export const readHedgeMargin: Read<HedgeMargin> = object<HedgeMargin>({
  overTheCounter: readMarginSteps,
});
