import { describe, expect, it } from 'vitest';
import { ENGINE, withChanges } from '../../packages/engine/src/framework/engine.js';
import { stepAttribution } from '../../packages/engine/src/framework/step-attribution.js';
import { baselineOf } from '../../packages/engine/src/framework/step-baseline.js';
import {
  type AttributionPlan,
  type BaselinePlan,
  type CaseInput,
  checkSubsets,
  evaluate,
  evaluateSubsets,
  independentEvaluation,
  measureOf,
  type Result,
} from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

/** What the residual may be, as a share of the total. */
const RESIDUAL = 1e-9;

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function plansOf(input: CaseInput): { baseline: BaselinePlan; attribution: AttributionPlan } {
  const { baseline, attribution } = input;
  if (baseline === null || attribution === null) throw new Error(`${input.slug} has no step 1`);
  return { baseline, attribution };
}

describe.each(['svb-2021', 'svb-2022'])('step 1 of %s', (slug) => {
  const input = libraryCase(slug);
  const plans = plansOf(input);
  const baseline = value(baselineOf(input, plans.baseline));
  const { groups, measures } = plans.attribution;
  const game = { from: baseline.study, groups, measures, ...ENGINE };
  const step = value(stepAttribution(input, plans.attribution, baseline, []));
  const all = groups.flatMap(({ changes }) => changes);

  it('CASE-5: baseline with all groups is the own Study, in every measure and scenario', () => {
    const reached = evaluate(value(withChanges(baseline.study, all)));
    const own = evaluate(input.study);
    expect(reached.measures.length).toBe(own.measures.length);
    for (const { id, scenario, value: wanted } of own.measures) {
      const found = measureOf(reached, id, scenario);
      const share = Math.abs(found - wanted) / Math.max(1e-6, Math.abs(wanted));
      expect(share, `${id}[${scenario}]: ${found} for ${wanted}`).toBeLessThan(1e-9);
    }
  });

  it.each(measures)('CASE-5, ATTR-8: $id at $scenario leaves no residual', ({ id, scenario }) => {
    const found = step.attribution.find((a) => a.measure === id && a.scenario === scenario);
    if (found === undefined) throw new Error('not attributed');
    expect(Math.abs(found.residual)).toBeLessThan(RESIDUAL * Math.abs(found.total));
    const sum = (values: readonly { readonly value: number }[]) =>
      values.reduce((subtotal, each) => subtotal + each.value, 0);
    for (const parts of [found.waterfall, found.shapley, found.compounding]) {
      expect(Math.abs(sum(parts) / found.total - 1)).toBeLessThan(RESIDUAL);
    }
  });

  it('CASE-5: the two ends are the baseline and the own Study, evaluated on their own', () => {
    const own = evaluate(input.study);
    for (const { measure, scenario, from, to, total } of step.attribution) {
      expect(from).toBe(measureOf(baseline.outcome, measure, scenario));
      expect(Math.abs(to / measureOf(own, measure, scenario) - 1)).toBeLessThan(1e-9);
      expect(total).toBe(to - from);
    }
  });

  it('CASE-5: assumption points stand for every benchmark life of step 0', () => {
    const found = step.step.tables.find(({ id }) => id === 'assumption-points');
    const rows = found?.rows ?? [];
    expect(rows.map(([title]) => title)).toEqual(plans.baseline.range.map(({ title }) => title));
    const [chosen] = rows;
    // the chosen benchmark is the baseline, whose own attribution stands in the same step
    expect(chosen?.[1]).toBe(measureOf(baseline.outcome, 'eve.value', '0'));
    expect(Number(chosen?.[2])).toBeCloseTo(step.assumptionPoints, 9);
    // the longer the life that the baseline assumes, the more its replacement costs
    const byEve = [...rows].sort((a, b) => Number(a[1]) - Number(b[1]));
    const points = byEve.map(([, , value]) => Number(value));
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });

  it('ATTR-1, ATTR-7: subsets applied by hand, outside the attribution, agree', () => {
    const lattice = value(evaluateSubsets(game));
    // the first alone, the last alone, the outer two, all but the first
    const last = groups.length - 1;
    const sample = [1, 1 << last, 1 | (1 << last), (1 << groups.length) - 2];
    for (const mask of sample) {
      const chosen = groups.filter((_, index) => (mask & (1 << index)) !== 0);
      const changes = chosen.flatMap((group) => group.changes);
      const outcome = evaluate(value(withChanges(baseline.study, changes)));
      measures.forEach(({ id, scenario }, index) => {
        const stored = lattice.values[index]?.[mask] ?? Number.NaN;
        const found = measureOf(outcome, id, scenario);
        expect(Math.abs(stored - found)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(found)));
      });
    }
  });

  it('ATTR-7: one corrupted subset makes the check fail and is named', () => {
    const lattice = value(evaluateSubsets(game));
    const mask = 0b101;
    const sound = checkSubsets(lattice, [mask], independentEvaluation(game));
    expect(sound.ok).toBe(true);
    const column = lattice.values[0];
    if (column === undefined) throw new Error('no measure');
    column[mask] = (column[mask] ?? 0) * (1 + 1e-6);
    const checked = checkSubsets(lattice, [0, mask], independentEvaluation(game));
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    const named = [groups[0]?.id, groups[2]?.id].join(', ');
    expect(checked.issues.map(({ code }) => code)).toEqual(['attribution.subset']);
    expect(checked.issues[0]?.path).toBe(
      `${measures[0]?.id}[${measures[0]?.scenario}] of {${named}}`,
    );
  });
});
