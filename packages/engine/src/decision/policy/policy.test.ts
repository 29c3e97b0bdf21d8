import { describe, expect, it } from 'vitest';
import { ok } from '../../foundation/index.js';
import { euScenarios } from '../../scenario/index.js';
import { PARTS } from '../../study/capital-parts.test-fixture.js';
import { exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { evaluate, type Study } from '../../study/index.js';
import { vertexSolver } from '../vertex-solver.test-fixture.js';
import { completePolicy } from './complete-policy.js';
import { type DefaultPolicy, defaultPolicy, type Rulebook } from './default-policy.js';
import { namedObjective } from './named-objective.js';
import { parsePolicy } from './parse-policy.js';
import type { DecisionPolicy, PolicyLimit, PolicyWorld } from './policy.js';
import { policyProblem } from './policy-problem.js';
import { worldId, worldOf } from './policy-world.js';

const LIMIT = {
  ...{ id: 'eve', title: 'EVE change no worse than 15% of Tier 1', measure: 'eve.change' },
  ...{ scenarios: ['+200'], worlds: ['as-assumed'], standing: 'benchmark' },
  floor: { times: -0.15, of: 'tier-1-capital' },
  ...{ authority: 'Basel SRP31', mayRelax: true },
};
const FILE = { schema: 'almfes/decision-policy/1', title: 'Limits of the bank', limits: [LIMIT] };

const header = (kind: string) => ({ kind, id: kind, title: `A lever: ${kind}` });
const money = (kind: string) => ({ ...header(kind), mostUsdMillion: 10 });
const LEVERS: readonly object[] = [
  {
    ...money('swaps'),
    structure: {
      ...{ id: 's', title: 'five years', weighting: 'dv01' },
      legs: [{ side: 'pay-fixed', startMonth: 0, maturityMonth: 60, weight: 1 }],
    },
    ...{ model: 'cash-flow', hedgedGroup: 'borrowings' },
    dealing: { lotUsdMillion: 5, smallestUsdMillion: 5 },
  },
  {
    ...money('changes'),
    changes: [
      {
        ...{
          id: 'c',
          kind: 'remove-hedge',
          title: 'ends it',
          rationale: 'r',
          sources: [],
          size: 1,
        },
        hedgeId: 'swap-afs',
      },
    ],
    ...{ unitUsdMillion: 1, costUsdMillion: 0, costNote: '' },
  },
  { ...money('sell'), group: 'htm', cashPositionId: 'cash' },
  { ...header('reclassify'), positionId: 'htm-mbs', toGroup: 'afs' },
  {
    ...money('reinvest'),
    ...{ group: 'afs', maturityMonths: 24, spread: 0.001, riskWeight: 0.2, cashPositionId: 'cash' },
  },
  { ...money('grow'), positionId: 'loans', rateChange: 0, riskWeight: 1, cashPositionId: 'cash' },
  {
    ...money('fund'),
    source: 'brokered',
    maturityMonths: 12,
    spread: 0.01,
    useOfProceedsId: 'cash',
  },
  {
    ...header('deposit-price'),
    ...{ positionId: 'free', rateChange: 0.0025, lifeChangeYears: 0.1, mostSteps: 4 },
    ...{ balanceChangeUsdMillion: 1, cashPositionId: 'cash' },
  },
  { ...money('exception-price'), positionId: 'paid', rateChange: 0.01, behaviour: 'ib' },
  { ...money('raise-capital'), costOfEquity: 0.1, cashPositionId: 'cash' },
  { ...money('return-capital'), form: 'dividend', costOfEquity: 0.1, cashPositionId: 'cash' },
  { ...header('wait'), valueUsdMillion: 1 },
];

const linesOf = (file: unknown): readonly string[] => {
  const parsed = parsePolicy(file);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('limits.json', () => {
  it('POLICY-1: limits, every kind of lever, rules, worlds and objective as they stand', () => {
    const whole = {
      ...FILE,
      levers: LEVERS,
      pricing: { halfBidOfferBp: 0.5, marginFundingSpread: 0.001 },
      deposits: {
        ...{ category: 'adequately capitalised', brokeredWaiver: false },
        ...{ reciprocalHeldUsdMillion: 3, nonMaturityRateCap: 0.05 },
        termRateCaps: [{ maturityMonths: 12, rate: 0.06 }],
      },
      worlds: [
        { kind: 'digital-disruption', severity: 'severe', title: 'a run' },
        {
          ...{ kind: 'rules', id: 'own', title: 'lives halve', rationale: 'r', anchors: ['a'] },
          rules: [
            { on: 'every', parameter: 'averageLifeYears', operation: 'multiply', value: 0.5 },
          ],
        },
      ],
      rules: [
        {
          ...{ kind: 'total', id: 't', title: 'at most 5' },
          weights: { sell: 1 },
          low: null,
          high: 5,
        },
        { ...{ kind: 'count', id: 'c', title: 'at most two' }, levers: ['sell', 'swaps'], most: 2 },
      ],
      objective: {
        kind: 'lexicographic',
        order: [
          { objective: { kind: 'least-cost' }, tolerance: 1 },
          {
            objective: {
              ...{ kind: 'conditional-value-at-risk', measure: 'eve.value', level: 0.5 },
              states: [{ scenario: '+200', world: 'as-assumed', probability: 1 }],
            },
            tolerance: 0,
          },
        ],
      },
      realisedLossYears: 4,
      frontier: {
        first: { limit: 'eve', floors: [-20, -10] },
        second: { limit: 'eve', floors: [0] },
      },
      sources: ['the board, 2 March'],
    };
    const parsed = valueOrThrow(parsePolicy(structuredClone(whole)));
    const limits = [{ ...LIMIT, cap: null }]; // the side that is not stated is no bound
    expect(parsed).toEqual({ ...whole, limits });
  });

  const edited = (edit: object) => ({ ...FILE, limits: [{ ...LIMIT, ...edit }] });
  it.each([
    ['no object', 7, ['type ']],
    ['another schema', { ...FILE, schema: 'x' }, ['enum /schema']],
    ['no limits', { ...FILE, limits: [] }, ['length /limits']],
    ['a key that does not exist', { ...FILE, limit: 1 }, ['unknown-key /limit']],
    ['no bound', edited({ floor: null }), ['missing /limits/0']],
    ['a bound in words', edited({ floor: 'low' }), ['type /limits/0/floor']],
    [
      'a share of nothing known',
      edited({ floor: { times: 1, of: 'assets' } }),
      ['enum /limits/0/floor/of'],
    ],
    ['scenarios that are one word', edited({ scenarios: 'all' }), ['enum /limits/0/scenarios']],
    ['no authority', edited({ authority: '' }), ['length /limits/0/authority']],
    ['another standing', edited({ standing: 'law' }), ['enum /limits/0/standing']],
    ['one limit twice', { ...FILE, limits: [LIMIT, LIMIT] }, ['duplicate-id /limits/1']],
    [
      'a world that the file does not state',
      { ...edited({ worlds: ['combined-adverse-severe'] }), worlds: [] },
      ['unknown-world /limits/0/worlds/0'],
    ],
    [
      'a frontier of no limit',
      {
        ...FILE,
        frontier: { first: { limit: 'eve', floors: [0] }, second: { limit: 'x', floors: [0] } },
      },
      ['unknown-limit /frontier/second/limit'],
    ],
    ['a lever of no kind', { ...FILE, levers: [{ kind: 'pray' }] }, ['enum /levers/0/kind']],
    [
      'a lever with a Change that is none',
      { ...FILE, levers: [{ ...LEVERS[1], changes: [{ kind: 'sell' }] }] },
      [
        ...['id', 'title', 'rationale', 'sources', 'size', 'group'].map(
          (key) => `missing /levers/0/changes/0/${key}`,
        ),
        ...['carryingUsdMillion', 'cashPositionId'].map(
          (key) => `missing /levers/0/changes/0/${key}`,
        ),
      ],
    ],
    [
      'years of realised losses that are none',
      { ...FILE, realisedLossYears: 0 },
      ['range /realisedLossYears'],
    ],
    ['an objective of no kind', { ...FILE, objective: { kind: 'best' } }, ['enum /objective/kind']],
  ])('POLICY-1: refused with the place: %s', (_what, file, lines) => {
    expect(linesOf(file).toSorted()).toEqual([...lines].toSorted());
  });
});

function standardOf(study: Study, rulebook: Rulebook = 'us'): DefaultPolicy {
  return defaultPolicy(study, evaluate(study), rulebook);
}

const summary = ({ id, measure, floor, standing }: PolicyLimit) => [id, measure, floor, standing];
const REGULATORY = ['capital-cet1', 'capital-tier1', 'capital-total', 'capital-leverage'];

const withRegime = (edit: Partial<NonNullable<Study['capitalRegime']>>) => {
  const { capitalRegime } = PARTS;
  if (capitalRegime === undefined) throw new Error('the example has a regime');
  return exampleStudy({ capitalRegime: { ...capitalRegime, ...edit } });
};

describe('the default policy', () => {
  it('POLICY-3: a risk-based insured bank is held to well capitalised, at headroom 0', () => {
    const { policy, leftOut } = standardOf(withRegime({}));
    expect(policy.limits.slice(0, 4).map(summary)).toEqual(
      ['cet1', 'tier1', 'total', 'leverage'].map((ratio) => [
        ...[`capital-${ratio}`, `capital.headroom.wellCapitalised.${ratio}`],
        ...[0, 'rule'],
      ]),
    );
    expect(policy.limits[0]?.authority).toBe('12 CFR 208.43(b)(1)(i)(C)');
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['its holding company to the minima', withRegime({ level: 'holding-company' }), REGULATORY],
    [
      'a community bank leverage filer to one limit',
      withRegime({ regime: 'community-bank-leverage-2022' }),
      ['capital-leverage'],
    ],
    ['a bank of no stated regime to the minima', exampleStudy(), REGULATORY],
  ])('POLICY-3: %s', (_what, study, ids) => {
    const capital = standardOf(study).policy.limits.filter(({ id }) => id.startsWith('capital'));
    expect(capital.map(({ id }) => id)).toEqual(ids);
    for (const { measure } of capital) expect(measure).not.toContain('wellCapitalised');
  });

  it('POLICY-3: without a regime floors are 4.5, 6, 8 and 4%; the authority says so', () => {
    const { limits } = standardOf(exampleStudy()).policy;
    expect(limits.slice(0, 4).map(({ floor }) => floor)).toEqual([0.045, 0.06, 0.08, 0.04]);
    expect(limits[0]?.authority).toContain('states no regime');
  });

  it('POLICY-3: the outlier tests are benchmarks on a US bank and rules in the EU', () => {
    const study = exampleStudy({
      scenarios: [...exampleStudy().scenarios, ...valueOrThrow(euScenarios('USD'))],
    });
    const tests = (rulebook: Rulebook) =>
      standardOf(study, rulebook).policy.limits.filter(({ id }) => id === 'eve' || id === 'nii');
    expect(tests('us').map(({ standing, scenarios }) => [standing, scenarios])).toEqual([
      ['benchmark', 'every'],
      ['benchmark', 'every'],
    ]);
    expect(tests('us')[0]?.authority).toContain('a benchmark on US banks');
    const [value, income] = tests('eu');
    expect([value?.standing, income?.standing]).toEqual(['rule', 'rule']);
    expect(value?.scenarios).toHaveLength(6);
    expect(income?.scenarios).toEqual([
      'eu-2024-856.USD.parallel-up',
      'eu-2024-856.USD.parallel-down',
    ]);
    expect(tests('eu').map(({ floor }) => floor)).toEqual([
      { times: -0.15, of: 'tier-1-capital' },
      { times: -0.05, of: 'tier-1-capital' },
    ]);
    const eu = standardOf(study, 'eu').policy.limits.slice(0, 4);
    expect(eu.map(({ floor }) => floor)).toEqual([0.045, 0.06, 0.08, 0.03]);
  });

  it('POLICY-3: a limit that the Study cannot be held to is left out, with the reason', () => {
    const study = exampleStudy();
    const base = evaluate(study, ['value', 'income', 'capital']); // no measure of liquidity
    const { policy, leftOut } = defaultPolicy(study, base, 'us');
    expect(policy.limits.map(({ id }) => id)).not.toContain('run');
    expect(leftOut.map(({ title }) => title)).toEqual([
      'Liquidity within one day covers 25% of uninsured deposits',
    ]);
    expect(leftOut[0]?.reason).not.toBe('');
  });

  it('POLICY-4: levers on the rows of the example bank, with the arithmetic in the margin', () => {
    const { levers } = standardOf(exampleStudy()).policy;
    const most = levers.map((each) => [
      each.id,
      'mostUsdMillion' in each ? each.mostUsdMillion : null,
    ]);
    // assets: cash 100, AFS 70 + 110, HTM 200 + 100, loans 400 = 980; a quarter is 245
    expect(most).toEqual([
      ...[2, 5, 7, 10].map((years) => [`pay-${years}y`, 245]),
      ...[2, 5].map((years) => [`receive-${years}y`, 245]),
      ['sell-afs', 80], // 180 less the 100 in a fair value hedge, which is more than 50 pledged
      ['term-2y', 49], // 5% of 980, less than the 100 of the FHLB that it repays
      ['deposit-price', null],
      ['raise', 19], // a fifth of 95
    ]);
    expect(levers.find(({ id }) => id === 'term-2y')).toMatchObject({ useOfProceedsId: 'fhlb' });
    expect(levers.find(({ id }) => id === 'deposit-price')).toMatchObject({ positionId: 'free' });
  });

  it('POLICY-2: what a file leaves out comes from the default policy, and is named', () => {
    const standard = standardOf(exampleStudy());
    const file = valueOrThrow(parsePolicy({ ...FILE, realisedLossYears: 7 }));
    const { policy, fromDefault, origin } = completePolicy(file, standard);
    expect(origin).toBe('file');
    expect(fromDefault).toEqual([
      ...['levers', 'pricing', 'deposits', 'worlds', 'rules', 'objective', 'frontier', 'sources'],
    ]);
    expect(policy.limits).toEqual(file.limits);
    expect(policy.realisedLossYears).toBe(7);
    expect(policy.levers).toEqual(standard.policy.levers);
  });
});

describe('a policy on a Study', () => {
  const limit: PolicyLimit = {
    ...{ id: 'eve', title: 'EVE', measure: 'eve.change', scenarios: 'every', cap: null },
    ...{ worlds: ['as-assumed'], standing: 'rule', authority: 'x', mayRelax: true },
    floor: { times: -0.15, of: 'tier-1-capital' },
  };
  const problemOf = (limits: readonly PolicyLimit[]) => {
    const study = exampleStudy();
    const policy: DecisionPolicy = { ...standardOf(study).policy, limits };
    return policyProblem({
      ...{ study, policy, solver: vertexSolver, evaluate },
      apply: (each) => ok(each),
    });
  };

  it('POLICY-5: bounds become numbers, every becomes scenarios, steps follow the unit', () => {
    const ratio: PolicyLimit = {
      ...{ ...limit, id: 'e0', measure: 'capital.economicRatio.e0', floor: 0.045, cap: 0.3 },
      scenarios: ['+200'],
    };
    const date: PolicyLimit = { ...limit, id: 'cet1', measure: 'capital.cet1Ratio', floor: 0.045 };
    const { limits, study } = valueOrThrow(problemOf([limit, ratio, date]));
    expect(limits.map(({ floor, cap, scenarios }) => [floor, cap, scenarios])).toEqual([
      [-15.75, null, ['0', '+200']], // 15% of 95 + 10
      [0.045, 0.3, ['+200']],
      [0.045, null, ['']],
    ]);
    expect(limits.map(({ scale, step, stepWords }) => [scale, step, stepWords])).toEqual([
      [1.05, 1.05, 'point of Tier 1 (1.1 million)'],
      [0.01, 0.01, 'point'],
      [0.01, 0.01, 'point'],
    ]);
    expect(study.scenarios.map(({ id }) => id)).toEqual(['0', '+200']);
  });

  it('POLICY-5: shares of base income and of base EVE are those of doing nothing', () => {
    const base = evaluate(exampleStudy());
    const at = (id: string) =>
      base.measures.find((each) => each.id === id && each.scenario === '0')?.value ?? Number.NaN;
    const half = (id: string, of: 'base-nii-12m' | 'base-eve'): PolicyLimit => ({
      ...{ ...limit, id, measure: 'nii.12m', floor: { times: 0.5, of } },
    });
    const { limits } = valueOrThrow(problemOf([half('a', 'base-nii-12m'), half('b', 'base-eve')]));
    expect(limits.map(({ floor }) => floor)).toEqual([0.5 * at('nii.12m'), 0.5 * at('eve.value')]);
  });

  it('POLICY-8: by a word: cost, income, or the tail of the shocks of the Study alike', () => {
    const study = exampleStudy({
      scenarios: [...exampleStudy().scenarios, ...valueOrThrow(euScenarios('USD'))],
    });
    expect(namedObjective('least-cost', study)).toEqual({ kind: 'least-cost' });
    expect(namedObjective('most-income', study)).toEqual({
      kind: 'most',
      of: { measure: 'nii.12m', scenario: '0', world: 'as-assumed' },
    });
    const tail = namedObjective('tail-loss', study);
    if (tail.kind !== 'conditional-value-at-risk') throw new Error(tail.kind);
    expect(tail.states).toHaveLength(7); // +200 and the six of the EU, without the base
    expect(tail.states.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect([tail.measure, tail.level]).toEqual(['eve.change', 0.75]);
  });

  it('POLICY-7: a failure of the bank itself is a world by its id', () => {
    const own: PolicyWorld = {
      ...{ kind: 'rules', id: 'own', title: 'lives halve', rationale: 'r', anchors: ['a'] },
      rules: [{ on: 'every', parameter: 'averageLifeYears', operation: 'multiply', value: 0.5 }],
    };
    expect(worldId(own)).toBe('own');
    const { changes } = valueOrThrow(worldOf(own).breaks(exampleStudy()));
    const edits = changes.flatMap((each) => (each.kind === 'break-assumption' ? each.edits : []));
    expect(edits.map(({ model, value }) => [model, value])).toEqual([
      ['nib', 2.5], // half of 5 years
      ['ib', 2.5],
    ]);
  });

  it.each([
    [{ measure: 'eve.chance' }, 'unknown-measure /limits/0/measure'],
    [{ scenarios: ['+200', '+9'] }, 'unknown-scenario /limits/0/scenarios/1'],
    [
      { measure: 'capital.cet1Ratio', scenarios: ['+9'] }, // of the date: no scenario, but no typo
      'unknown-scenario /limits/0/scenarios/0',
    ],
    [{ worlds: ['as-assumed', 'x'] }, 'unknown-world /limits/0/worlds/1'],
  ])('POLICY-5: refused with the place: %j', (edit, line) => {
    const problem = problemOf([{ ...limit, ...edit }]);
    const lines = problem.ok ? [] : problem.issues.map(({ code, path }) => `${code} ${path}`);
    expect(lines).toEqual([line]);
  });
});
