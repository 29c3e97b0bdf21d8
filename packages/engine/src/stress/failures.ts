import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import type { Change, DepositParameter, ParameterEdit, Study } from '../study/index.js';
import { type DepositBase, type DepositModel, depositBase } from './deposit-base.js';
import {
  BETA_CAP,
  COMBINED_RUN_MONTH,
  FAILURE_DESCRIPTIONS,
  FAILURE_PARAMETERS,
  type FailureKind,
  type FailureParameters,
  type Severity,
} from './failure-parameters.js';

/**
 * A broken assumption as Changes. `changesWhenFalling` replaces `changes` in scenarios in which
 * rates fall, because a deposit model has one beta for both directions (FAIL-4).
 */
export interface Failure {
  readonly id: string;
  readonly title: string;
  /** `own`: stated by a user, or with parameters of a user. */
  readonly severity: Severity | 'own';
  readonly changes: readonly Change[];
  readonly changesWhenFalling: readonly Change[];
  readonly anchors: readonly string[];
}

type RateDirection = 'rising' | 'falling';

export const FAILURE_KINDS: readonly FailureKind[] = [
  'deposit-stickiness-reversion',
  'pricing-power-loss',
  'digital-disruption',
  'combined-adverse',
];
export const SEVERITIES: readonly Severity[] = ['moderate', 'severe'];

/** The four named failures at both severities, eight in all (FAIL-1). Issues as `namedFailure`. */
export function namedFailures(study: Study): Result<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const kind of FAILURE_KINDS) {
    for (const severity of SEVERITIES) {
      const built = namedFailure(study, kind, severity);
      if (!built.ok) return built;
      failures.push(built.value);
    }
  }
  return ok(failures);
}

/**
 * One named failure, with parameters taken from this Study's own deposits (FAIL-1 to FAIL-6).
 * `parameters` may replace the published severities.
 * Issues: `failure.deposits` (no deposits), `failure.migration` (a non-interest-bearing model
 * that names no interest-bearing one to move to).
 */
export function namedFailure(
  study: Study,
  kind: FailureKind,
  severity: Severity,
  parameters: FailureParameters = FAILURE_PARAMETERS[severity],
): Result<Failure> {
  const base = depositBase(study);
  if (!base.ok) return base;
  if (kind === 'deposit-stickiness-reversion' || kind === 'combined-adverse') {
    const issues = missingMigrations(base.value);
    if (issues.length > 0) return fail(...issues);
  }
  const { title, anchors } = FAILURE_DESCRIPTIONS[kind];
  const change = (direction: RateDirection): Change =>
    failureChange(kind, severity, editsOf(kind, base.value, parameters, direction));
  return ok({
    id: `${kind}-${severity}`,
    title: `${title}, ${severity}`,
    severity,
    changes: [change('rising')],
    changesWhenFalling: [change('falling')],
    anchors: anchors.map(({ text }) => text),
  });
}

function failureChange(
  kind: FailureKind,
  severity: Severity,
  edits: readonly ParameterEdit[],
): Change {
  const { title, rationale, anchors } = FAILURE_DESCRIPTIONS[kind];
  return {
    kind: 'break-assumption',
    id: `fail-${kind}-${severity}`,
    title: `${title}, ${severity}`,
    rationale,
    sources: anchors.map(({ text }) => text),
    size: 1,
    edits,
  };
}

function editsOf(
  kind: FailureKind,
  base: DepositBase,
  parameters: FailureParameters,
  direction: RateDirection,
): readonly ParameterEdit[] {
  if (kind === 'deposit-stickiness-reversion') return reversionEdits(base, parameters);
  if (kind === 'pricing-power-loss') return pricingEdits(base, parameters, direction);
  if (kind === 'digital-disruption') return runEdits(base, parameters, 1);
  return [
    ...reversionEdits(base, parameters),
    ...pricingEdits(base, parameters, direction),
    ...runEdits(base, parameters, COMBINED_RUN_MONTH),
  ];
}

/** Faster decay of every model; the free share moves to interest within a year (FAIL-3). */
function reversionEdits(base: DepositBase, parameters: FailureParameters): ParameterEdit[] {
  const { hazardFloorPerYear, hazardMultiple, freeShareFall } = parameters;
  const moving = base.freeShare > 0 ? Math.min(1, freeShareFall / base.freeShare) : 0;
  return base.models.flatMap((model) => {
    const faster = (life: number) => 1 / (Math.max(1 / life, hazardFloorPerYear) * hazardMultiple);
    const edits = [edit(model, 'averageLifeYears', faster(model.averageLifeYears.value))];
    for (const part of ['core', 'surge'] as const) {
      const life = model[part]?.averageLifeYears.value;
      if (life !== undefined) edits.push(edit(model, `${part}.averageLifeYears`, faster(life)));
    }
    if (base.freeModelIds.has(model.id)) {
      edits.push(edit(model, 'migrationShare', Math.max(model.migrationShare.value, moving)));
    }
    return edits;
  });
}

/** A worse beta and a shorter lag on what bears interest (FAIL-4). */
function pricingEdits(
  base: DepositBase,
  parameters: FailureParameters,
  direction: RateDirection,
): ParameterEdit[] {
  const { betaRise, betaFallingMultiple, lagMultiple, lagCapMonths } = parameters;
  return base.models
    .filter((model) => !base.freeModelIds.has(model.id))
    .flatMap((model) => {
      if (direction === 'falling') {
        return betasOf(model, direction).map(([name, beta]) =>
          edit(model, name, beta * betaFallingMultiple),
        );
      }
      const lag = Math.min(model.lagMonths.value * lagMultiple, lagCapMonths);
      const raised = betasOf(model, direction).map(([name, beta]) =>
        edit(model, name, Math.max(beta, Math.min(BETA_CAP, beta + betaRise))),
      );
      return [...raised, edit(model, 'lagMonths', lag)];
    });
}

/** The betas that hold in a direction: `betaDown` alone where rates fall, both ends of a curve. */
function betasOf(model: DepositModel, direction: RateDirection): [DepositParameter, number][] {
  const { beta, betaDown, betaCurve } = model;
  if (direction === 'falling' && betaDown !== undefined) return [['betaDown', betaDown.value]];
  if (betaCurve === undefined) return [['beta', beta.value]];
  return [
    ['betaCurve.low', betaCurve.low.value],
    ['beta', beta.value],
  ];
}

/**
 * The uninsured part of every model's balance that leaves by the second day (FAIL-5). A model holds
 * one outflow: an earlier one of its own is not put off, the run takes its share of what that
 * leaves and joins it (FAIL-6).
 */
function runEdits(
  base: DepositBase,
  parameters: FailureParameters,
  month: number,
): ParameterEdit[] {
  const share = base.uninsuredShare * parameters.uninsuredOutflowDayTwo;
  return base.models.flatMap((model) => {
    const [own, ownMonth] = [model.outflowShare.value, model.outflowMonth.value];
    const comesFirst = own > 0 && ownMonth < month;
    const both = comesFirst ? 1 - (1 - own) * (1 - share) : Math.max(own, share);
    return [
      edit(model, 'outflowShare', both),
      edit(model, 'outflowMonth', comesFirst ? ownMonth : month),
    ];
  });
}

function edit(model: DepositModel, parameter: DepositParameter, value: number): ParameterEdit {
  return { model: model.id, parameter, value };
}

function missingMigrations(base: DepositBase): Issue[] {
  return base.models
    .filter(({ id, migrationTo }) => base.freeModelIds.has(id) && migrationTo === '')
    .map(({ id }) =>
      issue(
        'failure.migration',
        `behaviour.deposits.${id}.migrationTo`,
        'the id of an interest-bearing deposit model',
        'nothing',
      ),
    );
}
