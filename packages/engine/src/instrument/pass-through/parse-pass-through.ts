import { type Issue, issue, type Read, read } from '../../foundation/index.js';
import { readPrice, readSettlement } from '../bond/parse-bond-terms.js';
import type { IncentivePrepayment } from './incentive-prepayment.js';
import type { PassThrough, RateModel } from './pass-through-terms.js';
import type { PrepaymentSpeed } from './prepayment-speed.js';

const share = read.number({ what: 'a decimal between 0 and 1', min: 0, max: 1 });
const psa = read.number({ what: 'a PSA multiple in per cent', min: 0, max: 1600 });
const factor = read.number({ what: 'a factor', min: 0, max: 10 });
const MOST_MONTHS = 600;

const readCurve = read.object({
  multiplier: factor,
  minCpr: share,
  maxCpr: share,
  slope: read.number({ what: 'a slope', min: 0, max: 1000 }),
  midpoint: read.number({ what: 'a ratio of rates', min: 0, max: 10 }),
});

const readIncentive = read.objectWith(
  {
    kind: read.oneOf(['incentive'] as const),
    curve: readCurve,
    seasoningMonths: read.number({ what: 'months', min: 0, max: 360, integer: true }),
    lagMonths: read.number({ what: 'months', min: 0, max: 24, integer: true }),
    burnoutFloor: share,
    mortgageRate: read.number({ what: 'a decimal rate', min: 0, max: 1, aboveMin: true }),
  },
  { seasons: read.list(factor, 12, 12) },
);

const SPEEDS: Readonly<Record<string, Read<PrepaymentSpeed | IncentivePrepayment>>> = {
  psa: read.object({ kind: read.oneOf(['psa'] as const), psa }),
  cpr: read.object({ kind: read.oneOf(['cpr'] as const), cpr: share }),
  smm: read.object({ kind: read.oneOf(['smm'] as const), smm: share }),
  abs: read.object({ kind: read.oneOf(['abs'] as const), abs: share }),
  incentive: readIncentive,
};

const readVector: Read<PrepaymentSpeed> = (value, path, issues) => {
  const unit = read.members(value, path, issues)?.unit;
  const item = unit === 'psa' ? psa : share;
  return read.object({
    kind: read.oneOf(['vector'] as const),
    unit: read.oneOf(['cpr', 'smm', 'psa'] as const),
    values: read.list(item, MOST_MONTHS, 1),
  })(value, path, issues);
};

const readPrepayment: Read<PrepaymentSpeed | IncentivePrepayment> = (value, path, issues) => {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  if (found.kind === 'vector') return readVector(value, path, issues);
  const names = [...Object.keys(SPEEDS), 'vector'];
  const kind = read.oneOf(names)(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : SPEEDS[kind]?.(value, path, issues);
};

const readEven: Read<number> = (value, path, issues) => {
  const count = read.number({ what: 'paths', min: 2, max: 20_000, integer: true });
  const found = count(value, path, issues);
  if (found === undefined || found % 2 === 0) return found;
  issues.push(issue('range', path, 'an even number: paths come in mirrored pairs', `${found}`));
  return undefined;
};

const readRateModel: Read<RateModel> = read.object({
  meanReversion: read.number({ what: 'a rate a year', min: 0, max: 5, aboveMin: true }),
  volatility: read.number({ what: 'a decimal a year', min: 0, max: 0.5 }),
  pathCount: readEven,
  seed: read.number({ what: 'a seed', min: 0, max: 4_294_967_295, integer: true }),
});

const rate = read.number({ what: 'a decimal rate', min: 0, max: 1 });

const readPool = read.object({
  balance: read.number({ what: 'currency', min: 0.01, max: 1e15 }),
  grossRate: rate,
  passThroughRate: rate,
  remainingMonths: read.number({ what: 'months', min: 1, max: MOST_MONTHS, integer: true }),
  ageMonths: read.number({ what: 'months', min: 0, max: MOST_MONTHS, integer: true }),
});

const readObject = read.objectWith(
  {
    instrument: read.oneOf(['pass-through'] as const),
    pool: readPool,
    firstAccrual: read.day,
    delayDays: read.number({ what: 'days', min: 0, max: 120, integer: true }),
    settlement: readSettlement,
    prepayment: readPrepayment,
  },
  { cleanPrice: readPrice, rateModel: readRateModel },
);

/** The door of pass-through securities, JSON `"instrument": "pass-through"`. */
export const readPassThrough: Read<PassThrough> = (value, path, issues) => {
  const found = readObject(value, path, issues);
  if (found === undefined) return undefined;
  const wrong = contradictions(found, path);
  issues.push(...wrong);
  if (wrong.length > 0) return undefined;
  const { pool, delayDays, settlement, prepayment, cleanPrice, rateModel } = found;
  return {
    pool,
    firstAccrualDay: found.firstAccrual,
    delayDays,
    settlement,
    prepayment,
    ...(cleanPrice === undefined ? {} : { cleanPrice }),
    ...(rateModel === undefined ? {} : { rateModel }),
  };
};

type Found = Omit<PassThrough, 'firstAccrualDay'>;

function contradictions({ pool, prepayment, rateModel }: Found, path: string): Issue[] {
  const issues: Issue[] = [];
  const say = (key: string, expected: string, got: string): void => {
    issues.push(issue('contradiction', `${path}/${key}`, expected, got));
  };
  if (pool.passThroughRate > pool.grossRate) {
    say('pool/passThroughRate', `at most grossRate ${pool.grossRate}`, `${pool.passThroughRate}`);
  }
  if (prepayment.kind === 'incentive' && prepayment.curve.maxCpr < prepayment.curve.minCpr) {
    say('prepayment/curve/maxCpr', 'at least minCpr', `${prepayment.curve.maxCpr}`);
  }
  if (rateModel !== undefined && prepayment.kind !== 'incentive') {
    say('rateModel', 'none where the speed does not depend on rates', 'a rate model');
  }
  return issues;
}
