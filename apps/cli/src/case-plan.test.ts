import {
  type CaseInput,
  type Change,
  type DecisionPlan,
  evaluate,
  type LimitPlan,
  measureOf,
  namedFailure,
  type Outcome,
  type Result,
  type Study,
  type Table,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { withChanges } from '../../../packages/engine/src/framework/engine.js';
import { leverOf } from '../../../packages/engine/src/framework/levers.js';
import { decideCase } from '../../../packages/engine/src/framework/step-decision.js';
import { libraryCase } from '../../../tools/case/library-case.js';
import { createHighsSolver } from './highs-solver.js';

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function known<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new Error(`no ${what}`);
  return found;
}

const tableOf = (tables: readonly Table[], start: string): Table =>
  known(
    tables.find(({ id }) => id.startsWith(start)),
    `table ${start}`,
  );

/** The moves of the plan as it is shown, made again from the case's own levers. */
function plannedStudy(input: CaseInput, plan: DecisionPlan, moves: Table): Study {
  const pricing = known(input.hedge, 'hedge plan');
  const levers = plan.levers.map((lever) => value(leverOf(input.study, lever, pricing)));
  const changes = moves.rows.flatMap(([title, size]): readonly Change[] => {
    const lever = levers.find((each) => each.title === title);
    return lever === undefined || typeof size !== 'number' ? [] : lever.makeChanges(size);
  });
  expect(changes.length).toBe(moves.rows.length - 1);
  return value(withChanges(input.study, changes));
}

/** The Outcome of a Study in one of the plan's worlds, broken as FAIL-4 says. */
function worldOutcome(study: Study, plan: DecisionPlan, world: string, falls: boolean): Outcome {
  const broken = plan.worlds.find(({ title }) => title === world);
  if (broken === undefined) return evaluate(study);
  const { changes, changesWhenFalling } = value(namedFailure(study, broken.kind, broken.severity));
  return evaluate(value(withChanges(study, falls ? changesWhenFalling : changes)));
}

const limitOf = (plan: DecisionPlan, title: unknown): LimitPlan =>
  known(
    plan.limits.find((limit) => limit.title === title),
    String(title),
  );

describe.each(['svb-2021', 'svb-2022'])('step 4 of %s', async (slug) => {
  const input = libraryCase(slug);
  const whole = known(input.decision, 'decision');
  const plan = { ...whole, frontier: { ...whole.frontier, floors: [] } };
  const decided = value(await decideCase(input, plan, await createHighsSolver()));
  const moves = tableOf(decided.tables, 'plan-');
  const limits = tableOf(decided.tables, 'limits-');
  const costs = tableOf(decided.tables, 'plan-cost-');
  const planned = plannedStudy(input, plan, moves);

  it.each(limits.rows)('CASE-9: %s, %s, %s: stated before and after', (...row) => {
    const [title, at, world, , before, after] = row;
    const { measure } = limitOf(plan, title);
    const scenario = at === 'base' ? '0' : String(at).replace(' bp', '');
    const falls = scenario.startsWith('-');
    for (const [study, stated] of [
      [input.study, before],
      [planned, after],
    ] as const) {
      const outcome = worldOutcome(study, plan, String(world), falls);
      const unit = outcome.measures.find(({ id }) => id === measure)?.unit;
      const found = measureOf(outcome, measure, scenario) * (unit === 'ratio' ? 100 : 1);
      expect(Math.abs(Number(stated) - found)).toBeLessThan(1e-6 * Math.max(1, Math.abs(found)));
    }
  });

  it('CASE-9: a limit is said to be met when the evaluated value is at its floor or above', () => {
    for (const [title, , , floor, , after, met] of limits.rows) {
      const { scale, measure } = limitOf(plan, title);
      const room = 0.001 * scale * (/ratio|runThreshold/i.test(measure) ? 100 : 1);
      expect(met, String(title)).toBe(Number(after) >= Number(floor) - room ? 'yes' : 'no');
    }
  });

  it('CASE-11: NII given up is that of the bank less that of the plan, evaluated again', () => {
    const row = costs.rows.find(([part]) => String(part).startsWith('12-month NII given up'));
    const nii = (study: Study) => measureOf(evaluate(study), 'nii.12m', '0');
    expect(row?.[1]).toBeCloseTo(nii(input.study) - nii(planned), 6);
  });

  it('CASE-11: the parts make the whole, which the plan states too', () => {
    const [given, carry, realised, dealing, whole] = costs.rows.map((row) => Number(row[1]));
    const parts = Number(given) + Number(carry) + Number(realised) + Number(dealing);
    expect(parts).toBeCloseTo(Number(whole), 6);
    expect(moves.rows.at(-1)?.[3]).toBe(whole);
    expect(realised).toBeGreaterThanOrEqual(0);
  });

  it('CASE-11: each basis point of swap spread costs its share of the notional', () => {
    const notional = moves.rows
      .filter(([title]) => String(title).startsWith('Pay fixed'))
      .reduce((sum, row) => sum + 1000 * Number(row[1]), 0);
    const [low, high] = costs.rows.slice(-2).map((row) => Number(row[1]));
    expect(Number(high) - Number(low)).toBeCloseTo(notional * 0.0055, 6);
  });

  it('CASE-9: the plan in a failure that no limit names is the planned Study broken', () => {
    const row = tableOf(decided.tables, 'plan-failures-').rows.find(
      ([title]) => title === 'Digital disruption, severe',
    );
    const { changes, changesWhenFalling } = value(
      namedFailure(planned, 'digital-disruption', 'severe'),
    );
    const rising = evaluate(value(withChanges(planned, changes)));
    const falling = evaluate(value(withChanges(planned, changesWhenFalling)));
    const eve = input.failureScenarios.map((id) =>
      measureOf(id.startsWith('-') ? falling : rising, 'eve.value', id),
    );
    expect(row?.[2]).toBeCloseTo(Math.min(...eve), 6);
  });
});

describe('step 4: one year made the difference', () => {
  it.each([
    ['svb-2021', 'a plan meets every stated limit', []],
    ['svb-2022', 'no plan meets every stated limit', ['Economic CET1 (E0) at least 4.5% of RWA']],
  ])('CASE-9: %s: %s', async (slug, words, missed) => {
    const input = libraryCase(slug);
    const whole = known(input.decision, 'decision');
    const plan = { ...whole, frontier: { ...whole.frontier, floors: [] } };
    const decided = value(await decideCase(input, plan, await createHighsSolver()));
    const findings = decided.findings.map((each) => (typeof each === 'string' ? each : each.text));
    expect(findings[0]).toContain(words);
    const unmet = tableOf(decided.tables, 'limits-').rows.filter((row) => row.at(-1) === 'no');
    expect([...new Set(unmet.map(([title]) => title))]).toEqual(missed);
    const relaxed = findings.filter((finding) => finding.includes('smallest relaxation is'));
    expect(relaxed.map((finding) => missed.some((title) => finding.includes(title)))).toEqual(
      missed.map(() => true),
    );
  });
});
