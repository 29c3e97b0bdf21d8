import { itemAt, ok, type Result } from '../foundation/index.js';
import { PARAMETER_BOUNDS, type Study } from '../study/index.js';
import { type DepositBase, type DepositModel, depositBase } from './deposit-base.js';
import {
  type Dispersion,
  dispersionKnownOn,
  fallingPoints,
  peerHazards,
  percentilePoints,
  upperSpread,
} from './dispersion.js';
import { BETA_CAP, FAILURE_PARAMETERS } from './failure-parameters.js';
import type { AssumptionMove, CurveMove, Move } from './move.js';

/** Curve nodes go this many standard deviations of a one-year change either way. */
const CURVE_RANGE = 5;
/** At most this much more of a balance leaves a year. */
const HAZARD_RANGE = 3;
/** Of each model this much stays, and of uninsured deposits: a run threshold of 1 means none. */
const LEFT_AFTER_RUN = 0.01;
/** Prepayment speeds are scaled by 0.8 and 1.2 in the Basel scenarios (STANDARD-7). */
const PREPAYMENT_SPREAD = 0.2;
const PREPAYMENT_RANGE = 0.9;

/** The moves of a Study, and S of FLIP-4 in their order and units. */
export interface StandardMoves {
  readonly moves: readonly Move[];
  readonly covariance: readonly (readonly number[])[];
  readonly dispersion: Dispersion;
}

/**
 * What may turn out otherwise: betas, deposit lives, the non-interest-bearing share, a run of
 * uninsured deposits, prepayment speeds and the nodes of the curve, each with its range and spread
 * as known on the decision date (FLIP-4). A move that would touch nothing is left out. Issues:
 * `failure.deposits`, `flip.dispersion`.
 */
export function standardMoves(study: Study): Result<StandardMoves> {
  const dispersion = dispersionKnownOn(study.decisionDate);
  if (!dispersion.ok) return dispersion;
  const base = depositBase(study);
  if (!base.ok) return base;
  const moves = [
    ...betaMove(base.value, dispersion.value),
    hazardMove(base.value, dispersion.value),
    ...freeShareMove(base.value, dispersion.value),
    ...runMove(base.value),
    ...prepaymentMove(study),
    ...curveMoves(dispersion.value),
  ];
  return ok({
    moves,
    covariance: covarianceOf(moves, dispersion.value),
    dispersion: dispersion.value,
  });
}

/** Independent but for the nodes of the curve, which move together as they did (FLIP-4). */
export function covarianceOf(moves: readonly Move[], { curve }: Dispersion): number[][] {
  const nodeOf = (move: CurveMove) => curve.tenorMonths.indexOf(move.tenorMonths);
  return moves.map((left) =>
    moves.map((right) => {
      if (left.kind === 'curve' && right.kind === 'curve') {
        return itemAt(itemAt(curve.covarianceBp2, nodeOf(left)), nodeOf(right));
      }
      return left === right && left.kind === 'assumption' ? left.spread * left.spread : 0;
    }),
  );
}

function cycleWords({ peers }: Dispersion): string {
  const { cycle, banks } = peers;
  const [, from, to] = cycle.split('_');
  return `${banks} banks above USD 1 bn, ${from} to ${to} (library/data/peer-behaviour)`;
}

function betaMove(base: DepositBase, dispersion: Dispersion): AssumptionMove[] {
  const paying = base.models.filter(({ id }) => !base.freeModelIds.has(id));
  if (paying.length === 0) return [];
  const betas = paying.flatMap(({ beta, betaCurve }) =>
    betaCurve === undefined ? [beta.value] : [beta.value, betaCurve.low.value],
  );
  const percentiles = dispersion.peers.interestBearingBeta;
  const parameters = ['beta', 'betaCurve.low'] as const;
  return [
    {
      kind: 'assumption',
      id: 'beta',
      title: 'Beta of interest-bearing deposits',
      unit: 'beta',
      rules: parameters
        .filter((name) => name === 'beta' || paying.some((model) => model.betaCurve !== undefined))
        .map((parameter) => ({
          on: 'interest-bearing',
          parameter,
          operation: 'add',
          factor: 1,
          offset: 0,
        })),
      low: 0 - Math.min(...betas),
      high: Math.max(0, BETA_CAP - Math.max(...betas)),
      spread: upperSpread(percentiles),
      levelNow: meanOf(base, paying, ({ beta }) => beta.value),
      percentiles: percentilePoints(percentiles),
      source: `beta of ${cycleWords(dispersion)}`,
    },
  ];
}

/** By balance; of models that no row uses, the plain mean. */
function meanOf(
  { balances }: DepositBase,
  models: readonly DepositModel[],
  of: (model: DepositModel) => number,
): number {
  const balanceOf = ({ id }: DepositModel) => balances.get(id) ?? 0;
  const whole = models.reduce((sum, model) => sum + balanceOf(model), 0);
  return models.reduce((sum, model) => {
    const weight = whole > 0 ? balanceOf(model) / whole : 1 / models.length;
    return sum + weight * of(model);
  }, 0);
}

function hazardMove(base: DepositBase, dispersion: Dispersion): AssumptionMove {
  const { models } = base;
  const lives = [
    ['averageLifeYears', models.map((model) => model.averageLifeYears)],
    ['core.averageLifeYears', models.map(({ core }) => core?.averageLifeYears)],
    ['surge.averageLifeYears', models.map(({ surge }) => surge?.averageLifeYears)],
  ] as const;
  const held = lives.map(([parameter, values]) => ({
    parameter,
    values: values.flatMap((each) => (each === undefined ? [] : [each.value])),
  }));
  const longest = Math.max(...held.flatMap(({ values }) => values));
  const hazards = peerHazards(dispersion.peers).toReversed();
  const levelNow = meanOf(base, models, ({ averageLifeYears }) => 1 / averageLifeYears.value);
  return {
    kind: 'assumption',
    id: 'hazard',
    title: 'Share of non-maturity deposits that leaves, more',
    unit: 'a year',
    rules: held
      .filter(({ values }) => values.length > 0)
      .map(({ parameter }) => ({
        on: 'every',
        parameter,
        operation: 'add-hazard',
        factor: 1,
        offset: 0,
      })),
    low: -(1 / longest - 1 / PARAMETER_BOUNDS.averageLifeYears.max),
    high: HAZARD_RANGE,
    spread: upperSpread(hazards),
    levelNow,
    percentiles: percentilePoints(hazards.map((each) => levelNow + each)),
    source: `deposits lost beyond the median of ${cycleWords(dispersion)}`,
  };
}

function freeShareMove(base: DepositBase, dispersion: Dispersion): AssumptionMove[] {
  const free = base.models.filter(({ id }) => base.freeModelIds.has(id));
  if (base.freeShare === 0 || free.some(({ migrationTo }) => migrationTo === '')) return [];
  const moving = free.map((model) => model.migrationShare.value);
  const falls = fallingPoints(dispersion.peers.freeShareChangePoints);
  const spread = upperSpread(falls.map(({ value }) => value)) / 100;
  return [
    {
      kind: 'assumption',
      id: 'free-share',
      title: 'Non-interest-bearing share of deposits, fall within a year',
      unit: 'share of deposits',
      rules: [
        {
          on: 'non-interest-bearing',
          parameter: 'migrationShare',
          operation: 'add',
          factor: 1 / base.freeShare,
          offset: 0,
        },
      ],
      low: 0 - Math.min(...moving) * base.freeShare,
      high: (1 - Math.max(...moving)) * base.freeShare,
      spread,
      levelNow: 0,
      percentiles: falls.map(({ share, value }) => ({ share, value: value / 100 })),
      source: `change of the share at ${cycleWords(dispersion)}`,
    },
  ];
}

function runMove(base: DepositBase): AssumptionMove[] {
  if (base.uninsuredShare === 0) return [];
  const leaving = Math.max(...base.models.map(({ outflowShare }) => outflowShare.value));
  const stays = 1 - LEFT_AFTER_RUN;
  const high = Math.min(stays, (stays - leaving) / base.uninsuredShare);
  if (!(high > 0)) return [];
  return [
    {
      kind: 'assumption',
      id: 'run',
      title: 'Uninsured deposits that leave at once',
      unit: 'share of uninsured',
      rules: [
        {
          on: 'every',
          parameter: 'outflowShare',
          operation: 'add',
          factor: base.uninsuredShare,
          offset: 0,
        },
      ],
      low: 0,
      high,
      spread: FAILURE_PARAMETERS.moderate.uninsuredOutflowDayTwo,
      levelNow: 0,
      percentiles: null,
      source:
        'judgement: one standard move is the moderate run, 33% by day two (Signature, FAIL-5)',
    },
  ];
}

function prepaymentMove(study: Study): AssumptionMove[] {
  const { prepayments } = study.behaviour;
  const parameters = ['multiplier', 'cpr', 'psa'] as const;
  const held = parameters.filter((name) => prepayments.some((model) => name in model));
  if (held.length === 0) return [];
  return [
    {
      kind: 'assumption',
      id: 'prepayment',
      title: 'Prepayment speeds, relative change',
      unit: 'of the speed',
      rules: held.map((parameter) => ({
        on: 'every',
        parameter,
        operation: 'multiply',
        factor: 1,
        offset: 1,
      })),
      low: -PREPAYMENT_RANGE,
      high: PREPAYMENT_RANGE,
      spread: PREPAYMENT_SPREAD,
      levelNow: 0,
      percentiles: null,
      source: 'judgement: the scalars 0.8 and 1.2 of SRP31 (STANDARD-7); no peer speeds are held',
    },
  ];
}

function curveMoves({ curve }: Dispersion): CurveMove[] {
  return curve.tenorMonths.map((tenorMonths, node) => {
    const variance = itemAt(itemAt(curve.covarianceBp2, node), node);
    const range = CURVE_RANGE * Math.sqrt(variance);
    const name = tenorMonths < 12 ? `${tenorMonths} months` : `${tenorMonths / 12} years`;
    return {
      kind: 'curve',
      id: `curve-${tenorMonths}m`,
      title: `Rate at ${name === '1 years' ? '1 year' : name}`,
      unit: 'bp',
      tenorMonths,
      low: -range,
      high: range,
      levelNow: 0,
      percentiles: percentilePoints(itemAt(curve.percentilesBp, node)),
      source:
        `${curve.changes} one-year changes of the Treasury par curve, January 1990 to ` +
        `${curve.until} (library/data/us-treasury-month-end)`,
    };
  });
}
