import { singleMonthlyMortality } from '../../behaviour/index.js';
import { exp, fail, issue, log, ok, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import { cprOfPsa, cprOfSmm, psaOfCpr } from './prepayment-speed.js';
import { type LevelLoan, scheduledBalanceFactor } from './scheduled-balance.js';

/** A pool seen at two payment dates: factors of the original balance at two ages in months. */
export interface PoolObservation {
  readonly loan: LevelLoan;
  readonly originalBalance: number;
  /** Months the loans had run when the pool was issued: 0 for new loans. */
  readonly ageAtIssue: number;
  /** Months since issue. */
  readonly startAge: number;
  readonly endAge: number;
  readonly startFactor: number;
  readonly endFactor: number;
}

/** What two factors tell of a month or of several (rule PASSTHROUGH-4). */
export interface ObservedSpeed {
  readonly startScheduled: number;
  readonly endScheduled: number;
  readonly scheduledAmortisation: number;
  readonly scheduledFactor: number;
  readonly prepaid: number;
  /** The constant SMM of the window, decimal; negative where less was paid than scheduled. */
  readonly smm: number;
  readonly cpr: number;
}

/** The average speed of one pool over its window. Issue `pool.window` for an impossible window. */
export function observedSpeed(pool: PoolObservation): Result<ObservedSpeed> {
  const months = pool.endAge - pool.startAge;
  if (!(months >= 1) || !(pool.startFactor > 0) || !(pool.endAge <= pool.loan.months)) {
    const got = `${pool.startAge} to ${pool.endAge} of ${pool.loan.months}`;
    return fail(issue('pool.window', 'pool', 'at least one month within the term', got));
  }
  const startScheduled = scheduledBalanceFactor(pool.loan, pool.startAge);
  const endScheduled = scheduledBalanceFactor(pool.loan, pool.endAge);
  const scheduledFactor = (pool.startFactor * endScheduled) / startScheduled;
  const smm = 1 - root(pool.endFactor / scheduledFactor, months);
  return ok({
    startScheduled,
    endScheduled,
    scheduledAmortisation: pool.startFactor - scheduledFactor,
    scheduledFactor,
    prepaid: scheduledFactor - pool.endFactor,
    smm,
    cpr: cprOfSmm(smm),
  });
}

function root(value: number, months: number): number {
  return value <= 0 ? 0 : exp(log(value) / months);
}

/**
 * The constant SMM that takes several pools from their start to their end balances together over
 * a window of the same length (rule PASSTHROUGH-4). Issues as `observedSpeed`; `pool.none`.
 */
export function averageSmm(pools: readonly PoolObservation[]): Result<number> {
  let scheduled = 0;
  let end = 0;
  let months = 0;
  for (const pool of pools) {
    const speed = observedSpeed(pool);
    if (!speed.ok) return speed;
    scheduled += pool.originalBalance * speed.value.scheduledFactor;
    end += pool.originalBalance * pool.endFactor;
    months = pool.endAge - pool.startAge;
  }
  const isOneWindow = pools.every((pool) => pool.endAge - pool.startAge === months);
  if (pools.length === 0 || !isOneWindow) {
    return fail(issue('pool.none', 'pools', 'pools seen over one window', `${pools.length} pools`));
  }
  return ok(1 - root(end / scheduled, months));
}

/**
 * The PSA multiple (150 = 150%) at which the pools run from their start to their end balances
 * together: each month's age is the pool's own (rule PASSTHROUGH-4). For one month it is the CPR
 * over the standard's. Issues as `averageSmm`, and those of `brent` where no speed up to 1600 fits.
 */
export function averagePsa(pools: readonly PoolObservation[]): Result<number> {
  const single = pools.length === 1 ? pools[0] : undefined;
  if (single !== undefined && single.endAge - single.startAge === 1) {
    const speed = observedSpeed(single);
    return speed.ok ? ok(psaOfCpr(speed.value.cpr, single.endAge + single.ageAtIssue)) : speed;
  }
  const checked = averageSmm(pools);
  if (!checked.ok) return checked;
  const target = pools.reduce((sum, pool) => sum + pool.originalBalance * pool.endFactor, 0);
  const left = (psa: number): number =>
    pools.reduce((sum, pool) => sum + balanceAfter(pool, psa), 0) - target;
  return brent(left, 0, HIGHEST_PSA, 1e-9);
}

const HIGHEST_PSA = 1600;

function balanceAfter(pool: PoolObservation, psa: number): number {
  const start = scheduledBalanceFactor(pool.loan, pool.startAge);
  const end = scheduledBalanceFactor(pool.loan, pool.endAge);
  let survival = 1;
  for (let age = pool.startAge + 1; age <= pool.endAge; age += 1) {
    survival *= 1 - singleMonthlyMortality(cprOfPsa(psa, age + pool.ageAtIssue));
  }
  return (pool.originalBalance * pool.startFactor * survival * end) / start;
}
