import {
  baselScenarios,
  euScenarios,
  parseStudy,
  rampShare,
  type Scenario,
  usScenarios,
} from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';

const US_SET: readonly Scenario[] = usScenarios(0);

const has = (what: string, test: (scenario: Scenario) => boolean): ConformanceRow => ({
  what,
  found: US_SET.some(test),
  expected: true,
});

const isInstant = (shockBp: number) => (each: Scenario) =>
  each.kind === 'parallel' && each.shockBp === shockBp && each.rampMonths === undefined;

function magnitudeRows(): ConformanceRow[] {
  return [-400, -300, -200, -100, 100, 200, 300, 400].map((shockBp) =>
    has(`${shockBp} bp at once`, isInstant(shockBp)),
  );
}

function paceRows(): ConformanceRow[] {
  const ramps = ([12, 24] as const).flatMap((rampMonths) =>
    [-400, 400].map((shockBp) =>
      has(
        `${shockBp} bp over ${rampMonths} months`,
        (each) =>
          each.kind === 'parallel' && each.shockBp === shockBp && each.rampMonths === rampMonths,
      ),
    ),
  );
  const steps = Array.from({ length: 13 }, (_, month) => ({
    what: `share after ${month} of 12 months`,
    found: rampShare({ rampMonths: 12 }, month),
    expected: month / 12,
  }));
  return [...ramps, ...steps];
}

function shapeRows(): ConformanceRow[] {
  return ['steepener', 'flattener', 'short-up', 'short-down', 'inversion'].map((shape) =>
    has(shape, ({ id, kind }) => id === `us.${shape}` && kind === 'nodes'),
  );
}

/** A basis shock is read where a Study is read: an unknown index is refused, a known one is not. */
function basisRows(): ConformanceRow[] {
  const issuesAt = (index: string): number => {
    const shock = { ...US_SET[0], basisBp: { [index]: 25 } };
    const parsed = parseStudy({ scenarios: [shock] });
    const issues = parsed.ok ? [] : parsed.issues;
    return issues.filter(({ path }) => path.startsWith('/scenarios/')).length;
  };
  return [
    ...['prime', 'sofr', 'treasury', 'mortgage'].map((index) => ({
      what: `a shock of ${index}`,
      found: issuesAt(index),
      expected: 0,
    })),
    { what: 'an unknown index', found: issuesAt('libor'), expected: 1 },
  ];
}

const SIX = ['parallel-up', 'parallel-down', 'steepener', 'flattener', 'short-up', 'short-down'];

function sixRows(): ConformanceRow[] {
  const basel = baselScenarios({ rule: 'basel-d578', currency: 'USD', floor: 'none' });
  const sets = { Basel: basel, EU: euScenarios('EUR') };
  return Object.entries(sets).flatMap(([name, set]) => [
    {
      what: name,
      found: set.ok ? set.value.map(({ shape }) => shape).join() : 'refused',
      expected: SIX.join(),
    },
  ]);
}

export const SCENARIO_SET_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'SRP31.91, (EU) 2024/856 Article 1',
    rule: 'six scenarios for economic value',
    evidence: 'seen',
    rows: sixRows,
  },
  {
    paragraph: 'US advisory 2010',
    rule: 'shocks at once up to 300 and 400 bp, both ways',
    evidence: 'seen-secondary',
    rows: magnitudeRows,
  },
  {
    paragraph: 'US advisory 2010',
    rule: 'changes over time: 12 and 24 months in equal steps (lengths: house)',
    evidence: 'seen-secondary',
    rows: paceRows,
  },
  {
    paragraph: 'US advisory 2010',
    rule: 'changes in slope and shape of the curve (sizes: house)',
    evidence: 'seen-secondary',
    rows: shapeRows,
  },
  {
    paragraph: 'US advisory 2010',
    rule: 'basis: key rates may move apart (read by the Study)',
    evidence: 'seen-secondary',
    rows: basisRows,
  },
];
