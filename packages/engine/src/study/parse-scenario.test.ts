import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../foundation/index.js';
import { monthlyDiscount } from '../market/index.js';
import { parZeroCurve, scenarioCurve } from '../scenario/index.js';
import { evaluate } from './evaluate.js';
import { exampleStudy, SEED } from './example-study.test-fixture.js';
import { measureOf, parseStudy, studyToJson } from './index.js';
import { readScenario } from './parse-scenario.js';

const curve = (dateIso: string, rate: number) => ({
  dateIso,
  quotes: [
    { tenorMonths: 6, rate },
    { tenorMonths: 120, rate: rate + 0.01 },
  ],
});

const SCENARIOS = {
  parallel: { id: 'p', title: 'p', kind: 'parallel', shockBp: 100, floorRate: 0 },
  replay: { id: 'r', title: 'r', kind: 'replay', curve: curve('2020-03-09', 0.01) },
  path: {
    id: 'w',
    title: 'w',
    kind: 'path',
    steps: [
      { month: 1, curve: curve('2020-03-31', 0.01) },
      { month: 2, curve: curve('2020-04-30', 0.01) },
    ],
  },
  prescribed: {
    id: 'x',
    title: 'x',
    kind: 'prescribed',
    rule: 'basel-d578',
    currency: 'USD',
    shape: 'steepener',
    floor: { rate: -0.01 },
  },
  nodes: {
    id: 'n',
    title: 'n',
    kind: 'nodes',
    nodes: [
      { tenorMonths: 3, shockBp: 200 },
      { tenorMonths: 120, shockBp: -100 },
    ],
    floorRate: null,
  },
  historic: {
    id: 'h',
    title: 'h',
    kind: 'historic',
    from: curve('2020-01-02', 0.015),
    to: curve('2020-03-09', 0.005),
    floorRate: null,
  },
} as const;

/** The scenario with one key replaced, or removed when the value is undefined. */
function withKey(kind: keyof typeof SCENARIOS, key: string, value: unknown): unknown {
  return Object.fromEntries(
    Object.entries({ ...SCENARIOS[kind], [key]: value }).filter(([, each]) => each !== undefined),
  );
}

function issuesOf(value: unknown): string[] {
  const issues: Issue[] = [];
  readScenario(value, '', issues);
  return issues.map(({ code, path }) => `${code} ${path}`);
}

const nodes = (...tenors: number[]) => tenors.map((tenorMonths) => ({ tenorMonths, shockBp: 50 }));

const steps = (...months: number[]) =>
  months.map((month) => ({ month, curve: curve('2020-03-31', 0.01) }));

describe('the door of a scenario', () => {
  it('SCEN-11: every kind is read as it stands; all but replay and path with their terms', () => {
    for (const [kind, plain] of Object.entries(SCENARIOS)) {
      const terms = { rampMonths: 24, basisBp: { prime: -25, mortgage: 40 } };
      const whole = kind === 'replay' || kind === 'path' ? plain : { ...plain, ...terms };
      const issues: Issue[] = [];
      expect(readScenario(whole, '', issues), kind).toEqual(whole);
      expect(issues).toEqual([]);
    }
  });

  it.each([
    ['a shock beyond bounds', withKey('parallel', 'shockBp', 2001), ['range /shockBp']],
    ['an unknown kind', withKey('parallel', 'kind', 'twist'), ['enum /kind']],
    ['a kind of every object', withKey('parallel', 'kind', 'toString'), ['enum /kind']],
    ['a ramp of 6 months', withKey('parallel', 'rampMonths', 6), ['enum /rampMonths']],
    ['a ramp on a replay', withKey('replay', 'rampMonths', 12), ['unknown-key /rampMonths']],
    ['a ramp on a path', withKey('path', 'rampMonths', 12), ['unknown-key /rampMonths']],
    ['no step', withKey('path', 'steps', []), ['length /steps']],
    ['a step at the date', withKey('path', 'steps', steps(0)), ['range /steps/0/month']],
    ['half a month', withKey('path', 'steps', steps(1.5)), ['range /steps/0/month']],
    ['equal months', withKey('path', 'steps', steps(1, 3, 3)), ['order /steps/2/month']],
    ['an empty basis shock', withKey('nodes', 'basisBp', {}), ['length /basisBp']],
    ['an unknown index', withKey('nodes', 'basisBp', { libor: 1 }), ['unknown-key /basisBp/libor']],
    [
      'a basis shock too far',
      withKey('nodes', 'basisBp', { sofr: -2001 }),
      ['range /basisBp/sofr'],
    ],
    ['no node', withKey('nodes', 'nodes', []), ['length /nodes']],
    ['a node at 0', withKey('nodes', 'nodes', nodes(0)), ['range /nodes/0/tenorMonths']],
    ['equal nodes', withKey('nodes', 'nodes', nodes(3, 12, 12)), ['order /nodes/2/tenorMonths']],
    ['falling nodes', withKey('nodes', 'nodes', nodes(12, 3)), ['order /nodes/1/tenorMonths']],
    ['a node past 480', withKey('nodes', 'nodes', nodes(481)), ['range /nodes/0/tenorMonths']],
    ['no floor said', withKey('nodes', 'floorRate', undefined), ['missing /floorRate']],
    ['an unknown rule', withKey('prescribed', 'rule', 'd999'), ['enum /rule']],
    ['an unknown shape', withKey('prescribed', 'shape', 'butterfly'), ['enum /shape']],
    ['an unknown floor', withKey('prescribed', 'floor', 'eba'), ['enum /floor']],
    ['a floor in per cent', withKey('prescribed', 'floor', { rate: -1.5 }), ['range /floor/rate']],
    [
      'a currency without a size',
      withKey('prescribed', 'currency', 'NOK'),
      ['scenario.no-shock-size /currency'],
    ],
  ])('SCEN-11, SCEN-3: refused: %s', (_, value, expected) => {
    expect(issuesOf(value)).toEqual(expected);
  });
});

describe('whatever stands in a scenario', () => {
  const kinds = fc.constantFrom(...(Object.keys(SCENARIOS) as (keyof typeof SCENARIOS)[]));
  const keys = fc.constantFrom(
    ...[
      'id',
      'title',
      'steps',
      'kind',
      'shockBp',
      'floorRate',
      'rule',
      'currency',
      'shape',
      'floor',
    ],
    ...['nodes', 'from', 'to', 'curve', 'rampMonths', 'basisBp', 'other'],
  );

  it(`SCEN-11: is a scenario or an issue, never an exception (seed ${SEED})`, () => {
    const property = fc.property(kinds, keys, fc.anything(), (kind, key, value) => {
      const issues: Issue[] = [];
      const found = readScenario({ ...SCENARIOS[kind], [key]: value }, '', issues);
      expect(found === undefined).toBe(issues.length > 0);
    });
    fc.assert(property, { seed: SEED, numRuns: 1000 });
  });

  it(`SCEN-11: what the door lets in gives finite discount factors above 0 (seed ${SEED})`, () => {
    const shock = fc.double({ min: -2000, max: 2000, noNaN: true });
    const tenors = fc.uniqueArray(fc.double({ min: 0, minExcluded: true, max: 480, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    const floor = fc.option(fc.double({ min: -0.5, max: 1, noNaN: true }));
    const property = fc.property(shock, tenors, floor, (shockBp, list, floorRate) => {
      const nodes = list
        .toSorted((a, b) => a - b)
        .map((tenorMonths, at) => ({ tenorMonths, shockBp: at % 2 === 0 ? shockBp : -shockBp }));
      const scenario = readScenario({ ...SCENARIOS.nodes, nodes, floorRate }, '', []);
      if (scenario === undefined) throw new Error('refused');
      const moved = scenarioCurve(parZeroCurve(SCENARIOS.historic.from), scenario);
      for (const factor of monthlyDiscount(moved, 840)) {
        expect(factor > 0 && Number.isFinite(factor)).toBe(true);
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 100 });
  });
});

describe('a scenario in a Study', () => {
  const study = exampleStudy({});
  const withScenarios = (...scenarios: unknown[]) => ({
    ...(studyToJson(study) as object),
    scenarios: [{ ...SCENARIOS.parallel, id: '0', shockBp: 0 }, ...scenarios],
  });
  const linesOf = (value: unknown): string[] => {
    const parsed = parseStudy(value);
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
  };

  it('SCEN-7, SCEN-11: a historic date after the decision date is refused', () => {
    const late = { ...SCENARIOS.historic, to: curve('2099-01-04', 0.01) };
    expect(linesOf(withScenarios(late))).toEqual(['date-order /scenarios/1/to/dateIso']);
  });

  it('SCEN-3: a shock of another currency is refused in a Study of US dollars', () => {
    const euro = { ...SCENARIOS.prescribed, currency: 'EUR' };
    expect(linesOf(withScenarios(euro))).toEqual(['scenario.currency /scenarios/1/currency']);
  });

  it('SCEN-11: the issue of a wrong curve of a history names which of the two', () => {
    const wrong = { ...SCENARIOS.historic, from: { dateIso: '2020-01-02', quotes: [] } };
    expect(linesOf(withScenarios(wrong))).toEqual([
      'curve.too-few-quotes /scenarios/1/from/quotes',
    ]);
  });

  it('SCEN-11: the issue of a wrong curve of a path names its step', () => {
    const late = { month: 2, curve: { dateIso: '2020-04-30', quotes: [] } };
    const wrong = { ...SCENARIOS.path, steps: [SCENARIOS.path.steps[0], late] };
    expect(linesOf(withScenarios(wrong))).toEqual([
      'curve.too-few-quotes /scenarios/1/steps/1/curve/quotes',
    ]);
  });

  it('SCEN-1, SCEN-9: the base carries neither ramp nor basis shock', () => {
    for (const terms of [{ rampMonths: 12 }, { basisBp: { prime: 10 } }]) {
      const json = withScenarios();
      const scenarios = [{ ...SCENARIOS.parallel, id: '0', shockBp: 0, ...terms }];
      expect(linesOf({ ...json, scenarios })).toEqual(['no-base /scenarios/0']);
    }
  });

  it('SCEN-7: a history between a date and itself changes no measure in any bit', () => {
    const still = { ...SCENARIOS.historic, to: SCENARIOS.historic.from };
    const parsed = parseStudy(withScenarios(still));
    if (!parsed.ok) throw new Error('refused');
    const outcome = evaluate(parsed.value);
    const base = outcome.measures.filter(({ scenario }) => scenario === '0');
    const moved = outcome.measures.filter(({ scenario }) => scenario === 'h');
    expect(moved.map(({ id, value }) => [id, value])).toEqual(
      base.map(({ id, value }) => [id, value]),
    );
    expect(measureOf(outcome, 'eve.change', 'h')).toBe(0);
  });

  it('SCEN-4: a prescribed parallel shock is the parallel shock in every measure', () => {
    const up = { ...SCENARIOS.prescribed, shape: 'parallel-up', floor: 'zero' };
    const own = { ...SCENARIOS.parallel, shockBp: 200, floorRate: 0 };
    const parsed = parseStudy(withScenarios(up, own));
    if (!parsed.ok) throw new Error('refused');
    const outcome = evaluate(parsed.value);
    const valuesIn = (id: string) =>
      outcome.measures
        .filter(({ scenario }) => scenario === id)
        .map((each) => [each.id, each.value]);
    expect(valuesIn('x').length).toBeGreaterThan(10);
    expect(valuesIn('x')).toEqual(valuesIn('p'));
  });
});
