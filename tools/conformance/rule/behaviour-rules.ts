import {
  type ByShape,
  CPR_SCALARS,
  cappedCore,
  DEPOSIT_CAPS,
  EBA_AVERAGE_LIFE_YEARS,
  optionAddOn,
  type Parameter,
  PRESCRIBED_SHAPES,
  scenarioPrepaymentRate,
  scenarioRedemptionRatio,
  TDRR_SCALARS,
} from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';
import { capletByFormula, capletMarket, type OneCaplet, oneCaplet } from '../one-caplet.js';

/** In the order of the shapes: parallel up, down, steepener, flattener, short up, down. */
const CPR = [0.8, 1.2, 0.8, 1.2, 0.8, 1.2];
const TDRR = [1.2, 0.8, 0.8, 1.2, 1.2, 0.8];

function scalarRows(
  scalars: ByShape<number>,
  expected: readonly number[],
  inScenario: (base: number, shape: (typeof PRESCRIBED_SHAPES)[number]) => number,
): ConformanceRow[] {
  return PRESCRIBED_SHAPES.flatMap((shape, at) => {
    const scalar = expected[at] ?? Number.NaN;
    return [
      { what: `${shape} scalar`, found: scalars[shape], expected: scalar },
      { what: `${shape} of 10%`, found: inScenario(0.1, shape), expected: 0.1 * scalar },
      { what: `${shape} of 95%`, found: inScenario(0.95, shape), expected: capped(scalar) },
    ];
  });
}

const capped = (scalar: number): number => Math.min(1, 0.95 * scalar);

function capRows(): ConformanceRow[] {
  const expected = {
    'retail-transactional': [0.9, 5],
    'retail-non-transactional': [0.7, 4.5],
    wholesale: [0.5, 4],
  } as const;
  return Object.entries(DEPOSIT_CAPS).flatMap(([category, caps]) => {
    const row = Object.entries(expected).find(([each]) => each === category)?.[1];
    const [share = Number.NaN, years = Number.NaN] = row ?? [];
    return [
      { what: `${category} core share`, found: caps.coreShare, expected: share },
      { what: `${category} core years`, found: caps.coreAverageLifeYears, expected: years },
    ];
  });
}

type Model = Parameters<typeof cappedCore>[0];

const CATEGORIES = ['retail-transactional', 'retail-non-transactional', 'wholesale'] as const;

const assumed = (value: number): Parameter => ({
  value,
  unit: '',
  basis: 'assumed',
  source: [],
  note: 'an example',
});

function depositWithCore(share: number, years: number): Model {
  const off = assumed(0);
  return {
    id: 'deposit',
    core: { share: assumed(share), averageLifeYears: assumed(years) },
    averageLifeYears: assumed(1),
    beta: off,
    lagMonths: off,
    servicingRate: off,
    valuationSpread: off,
    migrationShare: off,
    migrationTo: '',
    outflowShare: off,
    outflowMonth: assumed(1),
  };
}

/** What is above both caps comes down to them, what is below both stays. */
function cappedRows(): ConformanceRow[] {
  const caps = {
    'retail-transactional': [0.9, 5],
    'retail-non-transactional': [0.7, 4.5],
    wholesale: [0.5, 4],
  } as const;
  return CATEGORIES.flatMap((category) => {
    const [share, years] = caps[category];
    const cored = (model: Model) => {
      const core = cappedCore({ ...model, category });
      return core.ok ? core.value : undefined;
    };
    const above = cored(depositWithCore(0.95, 8));
    const below = cored(depositWithCore(0.4, 3));
    return [
      { what: `${category} share 0.95`, found: above?.share, expected: share },
      { what: `${category} 8 years`, found: above?.averageLifeYears, expected: years },
      { what: `${category} share 0.4`, found: below?.share, expected: 0.4 },
      { what: `${category} 3 years`, found: below?.averageLifeYears, expected: 3 },
    ];
  });
}

/** Caplets sold and bought at 3% flat, in, at and out of the money; 200 bp, volatility x 1.25. */
function addOnRows(): ConformanceRow[] {
  const size = { parallelBp: 200, shortBp: 300, longBp: 225 };
  return [0.01, 0.03, 0.05].flatMap((strike) =>
    (['short', 'long'] as const).flatMap((position) => {
      const caplet: OneCaplet = { rate: 0.03, strike, volatility: 0.009, position };
      const base = capletByFormula(caplet, { rate: 0.03, volatility: 0.009 });
      return (
        [
          ['parallel-up', 0.05],
          ['parallel-down', 0.01],
        ] as const
      ).map(([shape, rate]) => {
        const move = { size, shape, floor: 'none' } as const;
        const addOn = optionAddOn([oneCaplet(caplet)], capletMarket(caplet), move);
        const after = capletByFormula(caplet, { rate, volatility: 0.01125 });
        return {
          what: `${position} caplet at ${strike}, ${shape}`,
          found: addOn.ok ? addOn.value : addOn.issues[0]?.message,
          expected: position === 'short' ? after - base : base - after,
        };
      });
    }),
  );
}

export const BEHAVIOUR_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'SRP31 Table 2',
    rule: 'caps on core deposits: 90, 70, 50% and 5, 4.5, 4 years',
    evidence: 'seen-secondary',
    rows: capRows,
  },
  {
    paragraph: 'SRP31 Table 2',
    rule: 'a core counts up to its caps, share and life each',
    evidence: 'seen-secondary',
    rows: cappedRows,
  },
  {
    paragraph: 'EBA/GL/2022/14',
    rule: 'cap of 5 years on the average over core and non-core',
    evidence: 'seen-secondary',
    rows: () => [{ what: 'years', found: EBA_AVERAGE_LIFE_YEARS, expected: 5 }],
  },
  {
    paragraph: 'SRP31 Table 3, (EU) 2024/857 Article 9(3)',
    rule: 'CPR scalars, at most all of the portfolio',
    evidence: 'seen',
    rows: () => scalarRows(CPR_SCALARS, CPR, scenarioPrepaymentRate),
  },
  {
    paragraph: 'SRP31 Table 4, (EU) 2024/857 Article 10',
    rule: 'TDRR scalars, at most all of the deposits',
    evidence: 'seen',
    rows: () => scalarRows(TDRR_SCALARS, TDRR, scenarioRedemptionRatio),
  },
  {
    paragraph: '(EU) 2024/857 Article 13',
    rule: 'add-on: sold less bought options, shocked curve, volatility 25% higher',
    evidence: 'seen',
    tolerance: 1e-11,
    rows: addOnRows,
  },
];
