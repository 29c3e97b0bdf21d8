import { describe, expect, it } from 'vitest';
import type { DecisionPolicy, PolicyLimit } from '../decision/index.js';
import { exampleStudy } from '../study/example-study.test-fixture.js';
import { statePolicy } from './decide.js';
import { policyFlipLimits } from './policy-flip-limits.js';

const example = exampleStudy();
const replay = { dateIso: '2022-12-30', quotes: example.market.parQuotes };
const study = {
  ...example,
  scenarios: [
    ...example.scenarios,
    { id: 'replay', title: 'Replay', kind: 'replay', curve: replay } as const,
  ],
};
const limit = (edit: Partial<PolicyLimit> = {}): PolicyLimit => ({
  id: 'eve',
  title: 'EVE',
  measure: 'eve.value',
  scenarios: 'every',
  worlds: ['as-assumed'],
  floor: { times: -0.15, of: 'cet1' },
  cap: null,
  standing: 'judgement',
  authority: 'the board',
  mayRelax: true,
  ...edit,
});
const { policy } = statePolicy(study, null, 'us').stated;
const limitsOf = (...limits: readonly PolicyLimit[]) => {
  const stated: DecisionPolicy = { ...policy, limits };
  const found = policyFlipLimits(study, stated);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};

describe('limits of a policy, for flip points', () => {
  it('FLIP-10: bounds are numbers, every means all parallel scenarios', () => {
    const parallel = example.scenarios.filter(({ kind }) => kind === 'parallel');
    expect(limitsOf(limit()).limits).toEqual([
      {
        id: 'eve',
        title: 'EVE',
        measure: 'eve.value',
        unit: 'USD million',
        scenarios: parallel.map(({ id }) => id),
        floor: -0.15 * study.capital.cet1UsdMillion,
        cap: null,
        source: 'the board',
      },
    ]);
  });

  it('FLIP-10: a measure of the date has no scenario', () => {
    const [found] = limitsOf(limit({ measure: 'capital.cet1Ratio', floor: 0.07 })).limits;
    expect(found?.scenarios).toEqual([]);
  });

  it.each([
    [
      'in failures alone',
      limit({ worlds: ['combined-adverse-severe'] }),
      'it holds in failures alone',
    ],
    [
      'in a replay alone',
      limit({ scenarios: ['replay'] }),
      'none of its scenarios is a parallel shock',
    ],
  ])('FLIP-10: a limit %s is left out by name', (_, one, reason) => {
    expect(limitsOf(one)).toEqual({ limits: [], leftOut: [{ title: 'EVE', reason }] });
  });

  it('FLIP-10: a measure that does not exist is refused with its place', () => {
    const found = policyFlipLimits(study, { ...policy, limits: [limit({ measure: 'eve.wish' })] });
    expect(found.ok ? '' : found.issues[0]?.path).toBe('/limits/0/measure');
  });
});
