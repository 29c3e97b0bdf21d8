import { fail, issue, ok, type Result } from '../foundation/index.js';
import {
  type AssessRequest,
  assessHedges,
  type HedgeAssessment,
  type HedgeSizing,
  type HedgeTerms,
  type LaterRate,
  MOST_TIMES_ASSETS,
  mostNotional,
  type TradedStructure,
} from '../hedge/index.js';
import { namedFailures, ratesFall } from '../stress/index.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  capitalQuarters,
  evaluate,
  type FamilyName,
  measureOf,
  type Outcome,
  type Study,
} from '../study/index.js';
import { inWords } from './table.js';

/** What hedges may be sized to (rules HEDGE-5, HEDGE-11 to HEDGE-13). */
export const SIZE_TARGETS = [
  'true-risk',
  'afs-book',
  'dv01',
  'key-rates',
  'eve-limit',
  'nii-limit',
  'duration',
  'notional',
  'cheapest',
] as const;
export type SizeTo = (typeof SIZE_TARGETS)[number];

/** The number that goes with a target where none is stated, and what it is. */
export const USUAL_TARGET: Readonly<
  Record<SizeTo, { readonly value: number; readonly what: string }>
> = {
  'true-risk': { value: 100, what: '% of the EVE loss in the scenario offset' },
  'afs-book': { value: 100, what: '% of the AFS loss in the scenario offset' },
  dv01: { value: 0, what: '% of the DV01 left' },
  'key-rates': { value: 0, what: 'no number: least squares over all key tenors' },
  'eve-limit': { value: 15, what: '% of base EVE lost at most' },
  'nii-limit': { value: 5, what: '% of base 12-month NII lost at most' },
  duration: { value: 2, what: 'years of duration of equity' },
  notional: { value: 1000, what: 'million of notional' },
  cheapest: { value: 15, what: '% of base EVE lost at most, and 5% of base 12-month NII' },
};

/** Least and most of a stated target, in its unit; beyond them it is no hedge (HEDGE-11). */
const TARGET_BOUNDS: Readonly<Record<SizeTo, readonly [least: number, most: number]>> = {
  'true-risk': [0, 200],
  'afs-book': [0, 200],
  dv01: [0, 100],
  'key-rates': [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  'eve-limit': [0, 100],
  'nii-limit': [0, 100],
  duration: [-100, 100],
  notional: [0, Number.POSITIVE_INFINITY],
  cheapest: [0, 100],
};

/** Issues: `hedge.target` for a number that no hedge is sized to, by the bounds of HEDGE-11. */
export function targetIssues({ sizeTo, target }: Pick<HedgeQuestion, 'sizeTo' | 'target'>) {
  const [least, most] = TARGET_BOUNDS[sizeTo];
  if (target === null || (target >= least && target <= most)) return [];
  const { what } = USUAL_TARGET[sizeTo];
  const bounds = Number.isFinite(most) ? `from ${least} to ${most}` : `from ${least}`;
  const expected = `a number ${bounds} (${what})`;
  return [issue('hedge.target', `--size-to ${sizeTo}`, expected, String(target))];
}

export interface HedgeQuestion {
  readonly structures: readonly TradedStructure[];
  readonly sizeTo: SizeTo;
  /** In the unit of `USUAL_TARGET`; null takes the usual one. */
  readonly target: number | null;
  /** Sized and followed in it; null takes the one in which the bank loses most EVE. */
  readonly scenario: string | null;
  readonly terms: HedgeTerms;
  readonly history: Study['scenarios'];
  readonly laterRates: readonly LaterRate[];
  /** Quarters of the accounting paths. */
  readonly quarters: number;
  /** Whose accounting path is told: the id of a hedge, 'all', or null for that of least cost. */
  readonly paths: string | null;
}

const FAMILIES: readonly FamilyName[] = [
  'value',
  'income',
  'runOffIncome',
  'plannedIncome',
  'keyRate',
  'marks',
  'capital',
  'liquidity',
];

/** The engine with the measures that hedges are judged by. */
export const HEDGE_ENGINE = {
  evaluate: (study: Study, families: readonly FamilyName[] = FAMILIES): Outcome =>
    evaluate(study, families),
  apply: (study: Study, change: Change): Result<Study> => applyChange(study, change, baseRowValues),
};

/**
 * The structures of a question judged on a Study, crossed with its scenarios and the named
 * assumption failures. Issues: `hedge.scenario` for an unknown one or a Study with none but the
 * base; those of the failures and of the assessment.
 */
export function evaluateHedges(study: Study, question: HedgeQuestion): Result<HedgeAssessment> {
  const issues = targetIssues(question);
  if (issues.length > 0) return { ok: false, issues };
  const outcome = HEDGE_ENGINE.evaluate(study);
  const scenario = scenarioOf(study, outcome, question.scenario);
  if (!scenario.ok) return scenario;
  const sizing = sizingOf(study, outcome, question, scenario.value);
  if (!sizing.ok) return sizing;
  const worlds = worldsOf(study);
  if (!worlds.ok) return worlds;
  const { structures, terms, history, laterRates, quarters } = question;
  return assessHedges({
    ...HEDGE_ENGINE,
    ...{ study, structures, terms, history, laterRates, quarters, capitalQuarters },
    scenario: scenario.value,
    sizing: sizing.value,
    worlds: worlds.value,
  });
}

function scenarioOf(study: Study, outcome: Outcome, stated: string | null): Result<string> {
  const shocked = study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  if (stated !== null && !shocked.includes(stated)) {
    return fail(issue('hedge.scenario', '/scenarios', `one of ${shocked.join(', ')}`, stated));
  }
  const [first] = shocked;
  if (first === undefined) {
    return fail(issue('hedge.scenario', '/scenarios', 'a scenario besides the base', 'none'));
  }
  const changeIn = (id: string): number => measureOf(outcome, 'eve.change', id);
  return ok(
    stated ?? shocked.reduce((worst, id) => (changeIn(id) < changeIn(worst) ? id : worst), first),
  );
}

function sizingOf(
  study: Study,
  outcome: Outcome,
  { sizeTo, target, scenario: stated }: HedgeQuestion,
  scenario: string,
): Result<HedgeSizing> {
  const number = target ?? USUAL_TARGET[sizeTo].value;
  const share = number / 100;
  const shocked = study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const scenarios = stated === null ? shocked : [scenario];
  switch (sizeTo) {
    case 'true-risk':
      return offset(share * measureOf(outcome, 'eve.change', scenario), scenario);
    case 'afs-book': {
      const change = outcome.measures.find(
        (measure) => measure.id === 'eve.change' && measure.scenario === scenario,
      );
      return offset(share * (change?.by?.afs ?? 0), scenario);
    }
    case 'dv01':
      return ok({ kind: 'dv01', shareLeft: share });
    case 'key-rates':
      return ok({ kind: 'key-rates' });
    case 'notional':
      return notionalOf(study, number);
    case 'cheapest':
      return fail(issue('hedge.target', 'cheapest', 'a solver: ask cheapestHedges', 'none'));
    case 'duration':
      return ok({ kind: 'duration', equityYears: number });
    case 'eve-limit':
    case 'nii-limit':
      return ok({ kind: sizeTo, scenarios, share });
  }
}

function offset(eveChange: number, scenario: string): Result<HedgeSizing> {
  if (eveChange < 0) return ok({ kind: 'eve-change', scenario, eveChange });
  const got = `a change of ${eveChange.toFixed(1)} million`;
  return fail(issue('hedge.target', `eve.change[${scenario}]`, 'a loss to offset', got));
}

/** A notional below zero would be the other side under the structure's name. */
function notionalOf(study: Study, notionalUsdMillion: number): Result<HedgeSizing> {
  const most = mostNotional(study);
  if (notionalUsdMillion > 0 && notionalUsdMillion <= most) {
    return ok({ kind: 'notional', notionalUsdMillion });
  }
  const expected =
    `a notional above 0 and up to ${inWords(most)} million, ` +
    `${MOST_TIMES_ASSETS} times the assets of the bank`;
  return fail(
    issue('hedge.target', 'notional', expected, `${inWords(notionalUsdMillion)} million`),
  );
}

/** The eight named failures, each in rising and in falling rates (FAIL-4). */
function worldsOf(study: Study): Result<AssessRequest['worlds']> {
  const failures = namedFailures(study);
  if (!failures.ok) return failures;
  const shocked = study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const falling = shocked.filter((id) => ratesFall(study, id));
  const rising = shocked.filter((id) => !ratesFall(study, id));
  return ok(
    failures.value.flatMap(({ title, changes, changesWhenFalling }) => [
      { id: title, changes, scenarios: rising },
      { id: title, changes: changesWhenFalling, scenarios: falling },
    ]),
  );
}
