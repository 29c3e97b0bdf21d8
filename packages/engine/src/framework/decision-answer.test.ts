import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enumeratingSolver } from '../decision/enumerating-solver.test-fixture.js';
import { type PolicyLimit, parsePolicy, plannedStudy, policyProblem } from '../decision/index.js';
import type { FlipLimit, Move, SingleFlip } from '../stress/index.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  measureDefinition,
  measureOf,
  parseStudy,
  type Study,
} from '../study/index.js';
import { decide, statePolicy } from './decide.js';
import { decisionAnswer } from './decision-answer.js';
import { flipParts } from './watch-words.js';

const at = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../docs/example/${path}`, import.meta.url), 'utf8'));
const study = valueOrThrow(parseStudy(at('study/every-part.json')));
const file = valueOrThrow(parsePolicy(at('limits.json')));

const BROKEN: Pick<PolicyLimit, 'scenarios' | 'floor' | 'worlds'> = {
  scenarios: 'every',
  floor: { times: 0.8, of: 'base-nii-12m' },
  worlds: ['as-assumed', 'combined-adverse-severe'],
};

let known: ReturnType<typeof answering> | undefined;

/** Made once: every test reads it. */
function answered(): ReturnType<typeof answering> {
  known ??= answering(study);
  return known;
}

/** Two levers and two limits, so that the solver of the tests can look at every corner. */
async function answering(of: Study) {
  const stated = statePolicy(of, file, 'us');
  const { policy } = stated.stated;
  const levers = policy.levers.filter(({ id }) => id === 'sell-afs' || id === 'term-2y');
  // with the plan EVE gains 37 at +200: a floor of 30 is one that a higher beta breaks
  const limits = policy.limits
    .filter(({ id }) => ['run', 'economic-cet1', 'eve'].includes(id))
    .map((limit) => (limit.id === 'eve' ? { ...limit, floor: 30 } : limit));
  const narrowed = { ...stated.stated, policy: { ...policy, levers, limits } };
  const result = valueOrThrow(
    await decide({
      ...{
        study: of,
        leftOut: [],
        solver: enumeratingSolver,
        flips: true,
        frontier: true,
        allocation: true,
      },
      stated: narrowed,
      progress: () => {},
    }),
  );
  return { result, answer: decisionAnswer(result) };
}

describe('a decision told', () => {
  it('ANSWER-2: tables name measures, worlds, bounds and levers by their titles', async () => {
    const { answer, result } = await answered();
    const rowsOf = (id: string) => answer.tables.find((each) => each.id === id)?.rows ?? [];
    expect(rowsOf('decision-limits').map(([, measure]) => measure)).toEqual(
      result.limits.map(({ measure }) => measureDefinition(measure).title),
    );
    const { policy } = result.stated;
    const broken = { ...policy, limits: policy.limits.map((limit) => ({ ...limit, ...BROKEN })) };
    const told = decisionAnswer({ ...result, stated: { ...result.stated, policy: broken } });
    const [first] = told.tables.find(({ id }) => id === 'policy-limits')?.rows ?? [];
    expect(first?.slice(1, 4)).toEqual([
      'at least 80.0% of base 12-month NII',
      'every',
      'nothing broken; combined adverse, severe',
    ]);
    expect(rowsOf('policy-levers').map(([, kind]) => kind)).toEqual(['sale', 'funding']);
  });

  it('PLAN-6: a limit that binds in two places is worth both together', async () => {
    const { result } = await answered();
    const price = { limit: 'eve', world: 'as-assumed', side: 'floor' } as const;
    const shadowPrices = [
      { ...price, scenario: '+100', worthUsdMillion: 202, words: 'Each point saves 202 million.' },
      { ...price, scenario: '-200', worthUsdMillion: 79, words: '' },
      { ...price, limit: 'nii', scenario: '-200', worthUsdMillion: 1, words: '' },
    ];
    const { findings } = decisionAnswer({ ...result, plan: { ...result.plan, shadowPrices } });
    expect(findings.find((line) => line.startsWith('What binds'))).toBe(
      'What binds: Each point saves 202 million. ' +
        'Loosened in all 2 places where it binds: 281 million.', // 202 + 79
    );
  });

  it('ANSWER-4 and ALLOC-7: every number is finite, every part has its table', async () => {
    const { answer, result } = await answered();
    expect(answer.tables.map(({ id }) => id)).toEqual([
      ...['decision-moves', 'decision-limits', 'decision-prices', 'decision-alternatives'],
      'decision-watch',
      ...['decision-frontier', 'allocation', 'allocation-marginal', 'allocation-use'],
      ...['policy-limits', 'policy-levers'],
    ]);
    const cells = answer.tables.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => typeof cell === 'number' && !Number.isFinite(cell))).toEqual([]);
    expect(answer.findings.some((line) => line.startsWith('Frontier: of '))).toBe(true);
    expect(answer.findings.some((line) => line.startsWith('The next dollar of'))).toBe(true);
    const { notes } = answer.tables.find(({ id }) => id === 'allocation') ?? { notes: [] };
    expect(notes[0]).toBe('Segments are books of the balance sheet, not products or customers.');
    // the table of segments adds up to what stands in its last row
    const allocation = answer.tables.find(({ id }) => id === 'allocation');
    const margins = allocation?.rows.map((row) => Number(row[2] ?? 0)) ?? [];
    const whole = margins.pop();
    expect(margins.reduce((a, b) => a + b, 0)).toBeCloseTo(whole ?? 0, 9);
    expect(result.allocation?.marginal.length).toBe(5);
  });

  it('ANSWER-6: a flip of beta holds just before and breaks just after, by hand', async () => {
    const { result } = await answered();
    const { flips } = result;
    if (flips === null) throw new Error('asked for');
    const problem = valueOrThrow(
      policyProblem({
        ...{ study, policy: result.stated.policy, solver: enumeratingSolver, evaluate },
        apply: (each, change) => applyChange(each, change, baseRowValues),
      }),
    );
    const planned = valueOrThrow(plannedStudy(problem, result.plan.sizes));
    let checked = 0;
    for (const { limit, room, singles } of flips.limits) {
      const floor = limit.floor ?? Number.NaN;
      if (singles.length === 0) {
        expect(room).toBeLessThanOrEqual(0);
        continue;
      }
      for (const { move: id, amount } of singles) {
        // the beta alone: its model by name, without the machinery of moves
        if (id !== 'beta' || amount === null) continue;
        const at = (share: number): number => {
          const [model] = planned.behaviour.deposits.filter((each) => each.id === 'ib');
          const value = (model?.beta.value ?? 0) + share * amount;
          const edits = [{ model: 'ib', parameter: 'beta', value }] as const;
          const change: Change = {
            ...{
              kind: 'replace-assumption',
              id: 'b',
              title: 'b',
              rationale: '',
              sources: [],
              size: 1,
            },
            edits,
          };
          const outcome = evaluate(valueOrThrow(applyChange(planned, change, baseRowValues)));
          return Math.min(
            ...limit.scenarios.map(
              (scenario) => measureOf(outcome, limit.measure, scenario) - floor,
            ),
          );
        };
        expect(at(0)).toBeCloseTo(room, 9);
        expect(at(0.999)).toBeGreaterThan(0);
        expect(at(1.001)).toBeLessThan(0);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(0);
  });

  it('ANSWER-6: plan against runner-up: the slack is what the runner-up costs more', async () => {
    const { result } = await answered();
    const flip = result.flips?.decision?.flip;
    const more = (result.runnerUp.best?.plan.costUsdMillion ?? 0) - result.plan.costUsdMillion;
    expect(flip?.slackNow).toBeCloseTo(more, 9);
  });

  it('ANSWER-8: after the rise it is the plan of a bank on a curve 200 bp higher', async () => {
    const { result } = await answered();
    expect(result.wait.sparedUsdMillion).toBeCloseTo(result.plan.costUsdMillion / 4, 12);
    const nothing = result.rules.find(({ id }) => id === 'do-nothing')?.judged;
    expect(result.wait.meanwhile).toEqual(nothing?.breaches);
    const [rise] = result.wait.later;
    expect(result.wait.later.map(({ shockBp }) => shockBp)).toEqual([200]); // it has no fall
    const { market } = study;
    const higher = {
      ...study,
      market: {
        ...market,
        parQuotes: market.parQuotes.map((each) => ({ ...each, rate: each.rate + 0.02 })),
        mortgageRate: { ...market.mortgageRate, value: market.mortgageRate.value + 0.02 },
      },
    };
    const then = await answering(higher);
    expect(rise?.costUsdMillion).toBeCloseTo(then.result.plan.costUsdMillion, 9);
  });

  it('ANSWER-7: the nearest is told first, with its levels and where to read it', () => {
    const move = (id: string, title: string, levelNow: number): Move => ({
      ...{ kind: 'assumption', id, title, unit: 'beta', low: -1, high: 1, levelNow },
      ...{ source: `peers of ${id}`, percentiles: null, rules: [], spread: 0.1 },
    });
    const single = (id: string, amount: number | null): SingleFlip => ({
      ...{ move: id, range: 1, crossing: null, amount, slackAtRange: 0 },
    });
    const limit: FlipLimit = {
      ...{ id: 'eve', title: 'the EVE limit', measure: 'eve.change', scenarios: ['+200'] },
      ...{ unit: 'USD million', floor: -10, cap: null, source: 'x' },
    };
    const told = flipParts({
      moves: [move('a', 'Beta of a', 0.4), move('b', 'Beta of b', 0.3)],
      spreads: [0.1, 0.2],
      limits: [
        // 0.15 / 0.1 = 1.5 standard moves; 0.2 / 0.2 = 1
        { limit, room: 5, singles: [single('a', 0.15), single('b', -0.2), single('b', null)] },
        { limit: { ...limit, title: 'the tight limit' }, room: 0, singles: [] },
      ],
      ...{ decision: null, leftOut: [] },
    });
    expect(told.findings).toEqual([
      'The plan stands on "the tight limit" (eve.change): any move against it breaks it; ' +
        'read it first.',
      'What to watch: beta of b, now 0.300: at 0.100 (−0.200, 1.00 standard moves) ' +
        '"the EVE limit" is broken. Read it in: peers of b.',
    ]);
    expect(told.tables[0]?.rows.map(([title, , standard]) => [title, standard])).toEqual([
      ['Beta of b', 1],
      ['Beta of a', expect.closeTo(1.5, 12)],
    ]);
  });

  it('ALLOC-1: what a Study lacks is told as a finding', async () => {
    const { result } = await answered();
    const { allocation } = result;
    if (allocation === null) throw new Error('asked for');
    const { answer } = await answered();
    expect(answer.findings.some((line) => line.includes('No margin'))).toBe(false);
    const message = 'the Study has no transfer prices';
    const missing = { code: 'x', path: 'x', expected: 'x', got: 'x', message };
    const capital = { ...allocation.capital, margin: { missing } };
    const told = decisionAnswer({ ...result, allocation: { ...allocation, capital } });
    expect(told.findings).toContain(`No margin by segment: ${message}.`);
  });
});
