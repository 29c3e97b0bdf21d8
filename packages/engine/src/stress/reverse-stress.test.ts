import { describe, expect, it } from 'vitest';
import { itemAt, type Result } from '../foundation/index.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  type Outcome,
  type Study,
} from '../study/index.js';
import { limitFlip } from './limit-flip.js';
import { REVERSE_TARGETS, reverseStress } from './reverse-stress.js';
import { standardMoves } from './standard-moves.js';
import { toyStudy } from './toy-study.test-fixture.js';

const study = toyStudy({ decisionDate: '2023-02-24' });
const standard = standardMoves(study);
if (!standard.ok) throw new Error(JSON.stringify(standard.issues));
const { moves, covariance } = standard.value;

/** Loss per basis point at each node, and per unit of the interest-bearing beta. */
const PER_BP = [0, 0, 1, 2, 4];
const PER_BETA = 400;

/** E0 loses by node; E2 by node and by beta above 0.4; cash runs out at 60% of uninsured. */
function toyEngine(e0: number) {
  const evaluate = (moved: Study): Outcome => {
    const scenario = moved.scenarios.find(({ id }) => id === 'moved');
    const nodes = scenario?.kind === 'nodes' ? scenario.nodes : [];
    const lost = nodes.reduce((sum, { shockBp }, i) => sum + shockBp * itemAt(PER_BP, i), 0);
    const beta = itemAt(moved.behaviour.deposits, 1).beta.value - 0.4;
    const value = (id: string, unit: 'USD million' | 'ratio', amount: number) =>
      ({ id, scenario: 'moved', unit, value: amount }) as const;
    const measures = [
      value('capital.economic.e0', 'USD million', e0 - lost),
      value('capital.economic.e2', 'USD million', e0 + 500 - lost - PER_BETA * beta),
      value('runThreshold.liquidity.2d', 'ratio', 0.6),
    ];
    return { schema: 'almfes/outcome/1', measures, refused: [] };
  };
  const apply = (moved: Study, change: Change): Result<Study> =>
    applyChange(moved, change, baseRowValues);
  return { evaluate, apply };
}

/** sqrt(g S g) over the nodes, from the covariance of FLIP-4. */
const perStandardMove = Math.sqrt(
  PER_BP.reduce(
    (sum, left, i) =>
      sum +
      PER_BP.reduce(
        (inner, right, j) => inner + left * right * itemAt(itemAt(covariance, 4 + i), 4 + j),
        0,
      ),
    0,
  ),
);

function reversed(e0: number) {
  const found = reverseStress({ study, moves, covariance, ...toyEngine(e0) }, { points: 32 });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

describe('reverse stress', () => {
  it('FLIP-12: each target at its distance, nearest first', () => {
    const found = reversed(1000);
    const at = (id: string) => found.find(({ limit }) => limit.id === id)?.flip.joint?.distance;
    expect(at('economic-cet1')).toBeCloseTo(1000 / perStandardMove, 4);
    // with the beta: sqrt(nodes squared + (400 x 0.26) squared)
    const withBeta = Math.hypot(perStandardMove, PER_BETA * 0.26);
    expect(at('economic-cet1-franchise')).toBeCloseTo(1500 / withBeta, 4);
    expect(at('liquidity')).toBeCloseTo(0.6 / 0.33, 5); // the run alone, threshold 60%
    const distances = found.map(({ flip }) => flip.joint?.distance ?? 0);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it('FLIP-11: components in their units, widest first, with where the level stands', () => {
    const franchise = reversed(1000).find(({ limit }) => limit.id.endsWith('franchise'));
    const components = franchise?.components ?? [];
    const beta = components.find(({ move }) => move === 'beta');
    const variance = perStandardMove * perStandardMove + 104 * 104;
    const moved = (1500 * PER_BETA * 0.26 * 0.26) / variance; // slack S g / (g S g)
    expect(beta?.amount).toBeCloseTo(moved, 5);
    expect(beta?.level).toBeCloseTo(0.4 + moved, 5);
    // peers of 2022: 0.432 at the 90th percentile, 0.563 at the 95th
    const expected = 0.9 + (0.05 * (0.4 + moved - 0.432)) / (0.563 - 0.432);
    expect(beta?.percentile).toBeCloseTo(expected, 4);
    const shares = components.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(components.find(({ move }) => move === 'run')?.beyond).toBe('not held');
  });

  it('FLIP-12: a target below zero comes first, with the way back', () => {
    const [first] = reversed(-2000);
    expect(first?.limit.id).toBe('economic-cet1');
    expect(first?.direction).toBe('return');
    expect(first?.slackNow).toBe(-2000);
    expect(first?.flip.joint?.distance).toBeCloseTo(2000 / perStandardMove, 4);
    const tenYears = first?.components.find(({ move }) => move === 'curve-120m');
    expect(tenYears?.amount).toBeLessThan(0);
  });

  it('FLIP-8: what stands on the limit is breached, and nothing is sought', () => {
    const limit = itemAt(REVERSE_TARGETS, 0);
    const found = limitFlip({ study, limit, moves, covariance, ...toyEngine(0) });
    expect(found.ok && found.value).toMatchObject({ slackNow: 0, components: [] });
  });
});
