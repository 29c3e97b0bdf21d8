import { describe, expect, it } from 'vitest';
import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  measureOf,
  type Outcome,
  type Study,
} from '../study/index.js';
import { applyMoves } from './apply-moves.js';
import { limitSlack, STANDARD_LIMITS } from './flip-limit.js';
import type { Move } from './move.js';
import { standardMoves } from './standard-moves.js';
import { movedMeasure, studyFlip } from './study-flip.js';
import { toyStudy } from './toy-study.test-fixture.js';

const apply = (study: Study, change: Change): Result<Study> =>
  applyChange(study, change, baseRowValues);
const study = toyStudy({ decisionDate: '2023-02-24' });
const standard = standardMoves(study);
if (!standard.ok) throw new Error(JSON.stringify(standard.issues));
const { moves, covariance } = standard.value;
const amountsOf = (wanted: Readonly<Record<string, number>>) =>
  moves.map(({ id }) => wanted[id] ?? 0);

describe('the moves of a Study', () => {
  it('FLIP-4: what may move, how far, and one standard move', () => {
    const rows = moves.map((move) => [
      move.id,
      Number(move.low.toFixed(3)),
      Number(move.high.toFixed(3)),
    ]);
    expect(rows.slice(0, 4)).toEqual([
      ['beta', -0.4, 0.6], // 0.4 now: to 0 and to 1
      ['hazard', -0.19, 3], // life 5 years: 1 / 5 - 1 / 100
      ['free-share', 0, 0.6], // 600 of 1,000 pay nothing and none of it moves yet
      ['run', 0, 0.99], // 800 of 1,000 are uninsured
    ]);
    expect(rows.slice(4).map(([id]) => id)).toEqual([
      'curve-3m',
      'curve-12m',
      'curve-24m',
      'curve-60m',
      'curve-120m',
    ]);
    expect(itemAt(itemAt(covariance, 0), 0)).toBeCloseTo(0.26 * 0.26, 12);
    expect(itemAt(itemAt(covariance, 0), 1)).toBe(0);
    expect(itemAt(itemAt(covariance, 4), 5)).toBe(18455.1); // 3 months with 1 year, bp squared
  });

  it('FLIP-11: the level of the hazard is 1 / life by balance; the median moves nothing', () => {
    const hazard = moves.find(({ id }) => id === 'hazard');
    expect(hazard?.levelNow).toBeCloseTo(1 / 5, 12); // both models live five years
    expect(hazard?.percentiles?.[3]).toEqual({ share: 0.5, value: hazard?.levelNow });
  });

  it.each([
    // moved by, model, parameter, expected
    ['beta', 0.1, 'ib', 'beta', 0.5],
    ['beta', 0.1, 'nib', 'beta', 0],
    ['hazard', 0.05, 'ib', 'averageLifeYears', 4], // 1 / (1 / 5 + 0.05)
    ['free-share', 0.12, 'nib', 'migrationShare', 0.2], // 12 points of 60
    ['run', 0.5, 'ib', 'outflowShare', 0.4], // half of the 80% that are uninsured
  ] as const)('FLIP-9: %s by %d makes of %s: %s %d', (id, amount, model, parameter, value) => {
    const amounts = amountsOf({ [id]: amount });
    const moved = applyMoves(study, { moves, amounts, scenarios: ['0'], apply });
    if (!moved.ok) throw new Error(JSON.stringify(moved.issues));
    const found = moved.value.behaviour.deposits.find((each) => each.id === model);
    expect(found?.[parameter].value).toBeCloseTo(value, 12);
  });

  it('FLIP-9: curve moves are laid on each scenario; the base is read in one of its own', () => {
    const amounts = amountsOf({ 'curve-60m': 40 });
    const made = { moves, amounts, scenarios: ['0', '+100'], apply };
    const moved = applyMoves(study, made);
    if (!moved.ok) throw new Error(JSON.stringify(moved.issues));
    const nodes = (id: string) => {
      const scenario = moved.value.scenarios.find((each) => each.id === id);
      return scenario?.kind === 'nodes' ? scenario.nodes.map(({ shockBp }) => shockBp) : [];
    };
    expect(nodes('moved')).toEqual([0, 0, 0, 40, 0]);
    expect(nodes('+100')).toEqual([100, 100, 100, 140, 100]);
    expect(moved.value.scenarios.find(({ id }) => id === '0')?.kind).toBe('parallel');
  });

  it('FLIP-9: a scenario that is no parallel shock is refused', () => {
    const replayed = toyStudy({
      scenarios: [
        ...study.scenarios,
        { id: 'twist', title: 't', kind: 'nodes', nodes: [], floorRate: null },
      ],
    });
    const made = { moves, amounts: amountsOf({}), scenarios: ['twist'], apply };
    const moved = applyMoves(replayed, made);
    expect(moved.ok ? '' : moved.issues[0]?.code).toBe('flip.scenario');
  });
});

describe('limits of a Study', () => {
  const limit = {
    ...itemAt(STANDARD_LIMITS, 0),
    floor: measureOf(evaluate(study, ['value']), 'eve.value', '0') - 20,
  };
  const flip = studyFlip({
    studies: [study],
    moves,
    covariance,
    scenarios: limit.scenarios,
    slack: limitSlack(limit, moves),
    evaluate: (each) => evaluate(each, ['value']),
    apply,
  });
  if (!flip.ok) throw new Error(JSON.stringify(flip.issues));
  const { joint, singles } = flip.value;

  it('FLIP-5: the Studies on both sides, made by hand, hold and breach the limit', () => {
    if (joint === null) throw new Error('no flip');
    const eveAt = (amounts: readonly number[]) => {
      const moved = applyMoves(study, { moves, amounts, scenarios: ['0'], apply });
      if (!moved.ok) throw new Error(JSON.stringify(moved.issues));
      return measureOf(evaluate(moved.value), 'eve.value', 'moved');
    };
    expect(eveAt(joint.certificate.holdsAt)).toBeGreaterThan(limit.floor);
    expect(eveAt(joint.certificate.breachedAt)).toBeLessThanOrEqual(limit.floor);
  });

  it('FLIP-2: no single flip is nearer than the joint one', () => {
    const spread = (id: string) => {
      const at = moves.findIndex((move) => move.id === id);
      return Math.sqrt(itemAt(itemAt(covariance, at), at));
    };
    const behaviour = singles.filter(({ move }) => !move.startsWith('curve'));
    for (const { move, amount } of behaviour) {
      if (amount === null) continue;
      expect(joint?.distance).toBeLessThanOrEqual(Math.abs(amount) / spread(move) + 1e-9);
    }
    expect(joint?.distance).toBeGreaterThan(0);
  });

  it('FLIP-10: a measure that is refused stops the search with its reason', () => {
    const slack = () => fail(issue('measure.refused', 'eve.value', 'a value', 'none'));
    const refused = studyFlip({
      studies: [study],
      moves,
      covariance,
      scenarios: ['0'],
      slack,
      evaluate: (each) => evaluate(each, ['value']),
      apply,
    });
    expect(refused.ok ? '' : refused.issues[0]?.code).toBe('measure.refused');
  });
});

describe('a plan against its runner-up', () => {
  /** Income 10 + 20 beta for the plan, 16 + 5 beta for the runner-up: equal at beta 0.4. */
  const objective = (outcome: Outcome) => measureOf(outcome, 'income', '0');
  const toyEvaluate = (each: Study): Outcome => {
    const beta = itemAt(each.behaviour.deposits, 1).beta.value;
    const value = each.title === 'plan' ? 20 - 20 * beta : 14 - 5 * beta;
    const measure = { id: 'income', scenario: '0', unit: 'USD million', value } as const;
    return { schema: 'almfes/outcome/1', measures: [measure], refused: [] };
  };
  const onlyBeta: readonly Move[] = moves.filter(({ id }) => id === 'beta');
  const flip = studyFlip({
    studies: [
      { ...study, title: 'plan' },
      { ...study, title: 'runner-up' },
    ],
    moves: onlyBeta,
    covariance: [[0.25 * 0.25]],
    scenarios: ['0'],
    slack: (outcomes) => ok(objective(itemAt(outcomes, 0)) - objective(itemAt(outcomes, 1))),
    evaluate: toyEvaluate,
    apply,
  });
  if (!flip.ok) throw new Error(JSON.stringify(flip.issues));

  it('FLIP-1: worse by 6 - 15 x 0.4 = 0 at the start already: breached', () => {
    expect(flip.value.slackNow).toBe(0);
    expect(flip.value.joint).toBeNull();
  });

  it('FLIP-1: 20 - 20 b against 13 - 5 b at b = 0.4: equal at b = 7 / 15, 0.0667 from here', () => {
    const better = studyFlip({
      studies: [
        { ...study, title: 'plan' },
        { ...study, title: 'runner-up' },
      ],
      moves: onlyBeta,
      covariance: [[0.25 * 0.25]],
      scenarios: ['0'],
      slack: (outcomes) => ok(1 + objective(itemAt(outcomes, 0)) - objective(itemAt(outcomes, 1))),
      evaluate: toyEvaluate,
      apply,
    });
    if (!better.ok) throw new Error(JSON.stringify(better.issues));
    const amount = 7 / 15 - 0.4;
    expect(better.value.joint?.amounts[0]).toBeCloseTo(amount, 6);
    expect(better.value.joint?.distance).toBeCloseTo(amount / 0.25, 5);
  });

  it('FLIP-9: a measure of the base is read in its moved scenario', () => {
    const outcome = toyEvaluate(study);
    const read = movedMeasure(outcome, { moves, measure: 'income', scenario: '0' });
    expect(read.ok ? '' : read.issues[0]?.code).toBe('measure.unknown');
    expect(movedMeasure(outcome, { moves: onlyBeta, measure: 'income', scenario: '0' }).ok).toBe(
      true,
    );
  });
});
