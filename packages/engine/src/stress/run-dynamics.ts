import { ok, type Result } from '../foundation/index.js';
import { bisectBoundary } from '../numeric/index.js';
import { type FundingAfter, fundingAfter, measureOf } from '../study/index.js';
import { type RunCapital, type RunSetting, runCapital } from './run-capital.js';
import { checkResponse, outflowAt, type RunResponse } from './run-response.js';

export interface RunRequest extends RunSetting {
  readonly response: RunResponse;
}

/** One turn of the spiral: what is gone, what was sold for it, what depositors then see. */
export interface RunRound {
  readonly round: number;
  readonly outflowShare: number;
  readonly outflowUsdMillion: number;
  readonly forcedSalesUsdMillion: number;
  /** The worst ratio seen so far. */
  readonly capitalRatio: number;
  /** The outflow that this ratio calls for. */
  readonly calledForShare: number;
}

/** A share of uninsured deposits at which the outflow calls for no more outflow. */
export interface RunEquilibrium {
  readonly outflowShare: number;
  readonly capitalRatio: number;
  readonly rounds: number;
  /** False when the rounds ran out before two of them agreed. */
  readonly converged: boolean;
  readonly after: FundingAfter;
  /** No limit of the run (RUN-6) is broken at this outflow or on the way to it. */
  readonly survives: boolean;
}

export interface RunDynamics {
  readonly scenario: string;
  readonly days: number;
  readonly view: RunSetting['view'];
  /** What depositors see before anybody has left. */
  readonly capitalRatioBefore: number;
  /** The least fixed point, from no outflow, and the greatest, from all of it. */
  readonly calm: RunEquilibrium;
  readonly run: RunEquilibrium;
  /** Calm and run differ: which one comes depends on what depositors expect of each other. */
  readonly several: boolean;
  /** Outflow from which the spiral no longer returns to calm; null with one equilibrium. */
  readonly tippingShare: number | null;
  /** From no outflow to calm. */
  readonly path: readonly RunRound[];
}

/** Two shares nearer than this are one. */
const TOLERANCE = 1e-9;
const MOST_ROUNDS = 5000;
const DISTINCT = 1e-6;

/**
 * Outflow, forced sales in the stated order, realised loss, capital, more outflow, to a fixed
 * point (SPIRAL-4): the response falls with capital and capital falls with the outflow, so that
 * iterating from no outflow climbs to the least fixed point, and from all of it falls to the
 * greatest. Pure. Issues: those of `runCapital` and `checkResponse`.
 */
export function runDynamics(request: RunRequest): Result<RunDynamics> {
  const checked = checkResponse(request.response);
  if (!checked.ok) return checked;
  const built = runCapital(request);
  if (!built.ok) return built;
  const capital = built.value;
  const next = (share: number) => outflowAt(request.response, capital.ratioAt(share));
  const calm = settle(next, 0);
  const run = settle(next, 1);
  const several = run.share - calm.share > DISTINCT;
  const { scenario, days, view } = request;
  return ok({
    scenario,
    days,
    view,
    capitalRatioBefore: capital.ratioAt(0),
    calm: equilibrium(request, capital, calm),
    run: equilibrium(request, capital, run),
    several,
    tippingShare: several ? tippingOf(next, calm.share, run.share) : null,
    path: pathOf(request, capital, next),
  });
}

interface Settled {
  readonly share: number;
  readonly rounds: number;
  readonly converged: boolean;
}

function settle(next: (share: number) => number, from: number): Settled {
  let share = from;
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds += 1) {
    const after = next(share);
    if (Math.abs(after - share) <= TOLERANCE) return { share: after, rounds, converged: true };
    share = after;
  }
  return { share, rounds: MOST_ROUNDS, converged: false };
}

/** Iterates keep their order, so that all smaller starts return when one start does. */
function tippingOf(next: (share: number) => number, calm: number, run: number): number {
  const climbs = (from: number) => settle(next, from).share > calm + DISTINCT;
  const found = bisectBoundary(climbs, calm, run, TOLERANCE);
  return found.ok ? found.value : run;
}

function equilibrium(request: RunRequest, capital: RunCapital, settled: Settled): RunEquilibrium {
  const { study, scenario, days } = request;
  const { share: outflowShare, rounds, converged } = settled;
  const after = fundingAfter(study, scenario, outflowShare, days);
  const capitalRatio = capital.ratioAt(outflowShare);
  const survives = after.broken.length === 0 && outflowShare <= smallestThreshold(request);
  return { outflowShare, capitalRatio, rounds, converged, after, survives };
}

function smallestThreshold({ study, scenario, days, evaluate }: RunRequest): number {
  const outcome = evaluate(study);
  const limits = ['liquidity', 'cet1', 'tce'];
  return Math.min(
    ...limits.map((limit) => measureOf(outcome, `runThreshold.${limit}.${days}d`, scenario)),
  );
}

/** The rounds shown: enough to see where it goes. */
const ROUNDS_SHOWN = 12;

function pathOf(
  { study }: RunRequest,
  capital: RunCapital,
  next: (share: number) => number,
): readonly RunRound[] {
  const path: RunRound[] = [];
  let outflowShare = 0;
  for (let round = 0; round < ROUNDS_SHOWN; round += 1) {
    const calledForShare = next(outflowShare);
    path.push({
      round,
      outflowShare,
      outflowUsdMillion: outflowShare * study.liquidity.uninsuredUsdMillion,
      forcedSalesUsdMillion: capital.costAt(outflowShare).forcedSales,
      capitalRatio: capital.ratioAt(outflowShare),
      calledForShare,
    });
    if (Math.abs(calledForShare - outflowShare) <= TOLERANCE) break;
    outflowShare = calledForShare;
  }
  return path;
}
