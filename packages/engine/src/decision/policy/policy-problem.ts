import { collect, fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';
import {
  type Change,
  MEASURES,
  type MeasureDefinition,
  measureOf,
  type Outcome,
  positionsFromBook,
  type Study,
} from '../../study/index.js';
import { objectiveCells } from '../cell.js';
import { eligibilityRules } from '../lever/eligibility.js';
import { leverOf } from '../lever/lever-of.js';
import type { Solver } from '../linear-programme.js';
import { AS_ASSUMED, type Limit, type PlanProblem } from '../problem.js';
import type { Bound, DecisionPolicy, LimitStep, PolicyLimit, Quantity } from './policy.js';
import { worldId, worldOf } from './policy-world.js';

/** From these total assets on, sizes of levers in money count in billions, below in millions. */
const LARGE_USD_MILLION = 10_000;

export interface PolicyProblemRequest {
  readonly study: Study;
  readonly policy: DecisionPolicy;
  readonly solver: Solver;
  readonly evaluate: PlanProblem['evaluate'];
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

/**
 * A policy on one Study as a problem to solve (POLICY-5): bounds become numbers, `every` the
 * Study's scenarios; scenarios that no limit and no cost reads are not projected.
 * Issues with JSON pointers into the policy: `unknown-measure`, `unknown-scenario`,
 * `unknown-world`, and those of the levers.
 */
export function policyProblem(request: PolicyProblemRequest): Result<PlanProblem> {
  const { policy, study: whole, solver, evaluate, apply } = request;
  const issues = policy.limits.flatMap((limit, index) =>
    limitIssues(limit, { path: `/limits/${index}`, policy, study: whole }),
  );
  if (issues.length > 0) return fail(...issues);
  const used = new Set([
    '0',
    ...policy.limits.flatMap((limit) => scenariosOf(limit, whole)),
    ...objectiveCells(policy.objective).map(({ scenario }) => scenario),
  ]);
  const study = { ...whole, scenarios: whole.scenarios.filter(({ id }) => used.has(id)) };
  const base = evaluate(study, ['value', 'income']);
  const unitUsdMillion = assetsOf(study) >= LARGE_USD_MILLION ? 1000 : 1;
  const terms = { ...policy, unitUsdMillion };
  const levers = collect(policy.levers.map((template) => leverOf(study, template, terms)));
  if (!levers.ok) return levers;
  return ok({
    ...{ study, solver, evaluate, apply, levers: levers.value },
    worlds: [AS_ASSUMED, ...policy.worlds.map(worldOf)],
    limits: policy.limits.map((limit) => resolvedLimit(limit, study, base)),
    rules: [...policy.rules, ...eligibilityRules(study, policy.levers, unitUsdMillion)],
    objective: policy.objective,
    realisedLossYears: policy.realisedLossYears,
  });
}

function assetsOf({ book }: Study): number {
  return positionsFromBook(book)
    .filter(({ side }) => side === 'asset')
    .reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
}

interface Place {
  readonly path: string;
  readonly policy: DecisionPolicy;
  readonly study: Study;
}

function limitIssues(limit: PolicyLimit, { path, policy, study }: Place): Issue[] {
  const definition = MEASURES.find(({ id }) => id === limit.measure);
  if (definition === undefined) {
    const expected = 'an id of almfes measures --list';
    return [issue('unknown-measure', `${path}/measure`, expected, limit.measure)];
  }
  const worlds = [AS_ASSUMED.id, ...policy.worlds.map(worldId)];
  const date = definition.ofDate === true ? [''] : [];
  return [
    ...strangers(limit.worlds, worlds, { code: 'unknown-world', path: `${path}/worlds` }),
    ...(limit.scenarios === 'every'
      ? []
      : strangers(limit.scenarios, [...date, ...study.scenarios.map(({ id }) => id)], {
          code: 'unknown-scenario',
          path: `${path}/scenarios`,
        })),
  ];
}

function strangers(
  named: readonly string[],
  known: readonly string[],
  { code, path }: { readonly code: string; readonly path: string },
): Issue[] {
  return named.flatMap((id, index) =>
    known.includes(id) ? [] : [issue(code, `${path}/${index}`, `one of ${known.join(', ')}`, id)],
  );
}

function scenariosOf(limit: PolicyLimit, study: Study): readonly string[] {
  if (definitionOf(limit).ofDate === true) return [''];
  return limit.scenarios === 'every' ? study.scenarios.map(({ id }) => id) : limit.scenarios;
}

function definitionOf({ measure }: PolicyLimit): MeasureDefinition {
  const found = MEASURES.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`no measure ${measure} in the registry`);
  return found;
}

function resolvedLimit(limit: PolicyLimit, study: Study, base: Outcome): Limit {
  const { id, title, measure, worlds, mayRelax } = limit;
  return {
    ...{ id, title, measure, worlds, relaxable: mayRelax },
    scenarios: scenariosOf(limit, study),
    floor: boundOf(limit.floor, study, base),
    cap: boundOf(limit.cap, study, base),
    ...(limit.told ?? stepOf(limit, study, base)),
  };
}

function boundOf(bound: Bound | null, study: Study, base: Outcome): number | null {
  if (bound === null || typeof bound === 'number') return bound;
  return bound.times * quantityOf(bound.of, study, base);
}

/** What a share of a limit is a share of, USD million. */
export function quantityOf(quantity: Quantity, study: Study, base: Outcome): number {
  const { cet1UsdMillion, additionalTier1UsdMillion, riskWeightedAssetsUsdMillion } = study.capital;
  if (quantity === 'cet1') return cet1UsdMillion;
  if (quantity === 'tier-1-capital') return cet1UsdMillion + additionalTier1UsdMillion;
  if (quantity === 'risk-weighted-assets') return riskWeightedAssetsUsdMillion;
  return measureOf(base, quantity === 'base-eve' ? 'eve.value' : 'nii.12m', '0');
}

const QUANTITY_WORDS: Readonly<Record<Quantity, string>> = {
  cet1: 'CET1',
  'tier-1-capital': 'Tier 1',
  'risk-weighted-assets': 'risk-weighted assets',
  'base-eve': 'base EVE',
  'base-nii-12m': 'base NII',
};

/** Steps by unit; an amount steps by one per cent of what it is a share of, else of Tier 1. */
function stepOf(limit: PolicyLimit, study: Study, base: Outcome): LimitStep {
  const { unit } = definitionOf(limit);
  if (unit === 'ratio') return { scale: 0.01, step: 0.01, stepWords: 'point' };
  if (unit === 'USD million') {
    const bound = limit.floor ?? limit.cap;
    const of = bound !== null && typeof bound === 'object' ? bound.of : 'tier-1-capital';
    const point = Math.abs(quantityOf(of, study, base)) / 100;
    const size = point > 0 ? point : 1;
    const amount = size >= 10 ? size.toFixed(0) : size.toPrecision(2);
    const stepWords = `point of ${QUANTITY_WORDS[of]} (${amount} million)`;
    return { scale: size, step: size, stepWords };
  }
  return { scale: 1, step: 1, stepWords: UNIT_WORDS[unit] };
}

const UNIT_WORDS: Readonly<
  Record<Exclude<MeasureDefinition['unit'], 'ratio' | 'USD million'>, string>
> = {
  years: 'year',
  'years squared': 'year squared',
  days: 'day',
  hours: 'hour',
  'USD million per bp': 'million a basis point',
  level: 'class',
};

/**
 * The limits of a policy on one Study with bounds as numbers, for who asks how far each is from
 * its bound. Issues: those of the limits of `policyProblem`.
 */
export function policyLimits(
  policy: DecisionPolicy,
  study: Study,
  base: Outcome,
): Result<readonly Limit[]> {
  const issues = policy.limits.flatMap((limit, index) =>
    limitIssues(limit, { path: `/limits/${index}`, policy, study }),
  );
  if (issues.length > 0) return fail(...issues);
  return ok(policy.limits.map((limit) => resolvedLimit(limit, study, base)));
}
