import { baselScenarios, type Scenario, usScenarios } from '../packages/engine/src/index.js';

const assumed = (value: number, unit = '') => ({
  value,
  unit,
  basis: 'assumed',
  source: [],
  note: 'made for the benchmark',
});

/** A term that varies with the number of the position, without chance. */
const among = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

const plain = {
  accountingClass: 'amortised-cost',
  behaviour: '',
  rateIndex: 'none',
  premium: 0,
  floats: false,
  resetMonth: 0,
  firstPrincipalMonth: 0,
  maturityMonth: 0,
  noteRate: 0,
  discountSpread: 0.002,
  reinvestTenorMonths: 0,
  reinvestSpread: 0.01,
  ageMonths: 0,
};

const position = (id: string, side: string, group: string, rate: number, terms: object) => ({
  ...plain,
  id,
  side,
  group,
  product: group,
  principal: 'even',
  notionalUsdMillion: 10,
  carryingUsdMillion: 10,
  rate,
  couponRate: rate,
  ...terms,
});

/**
 * Of 100 positions: 25 mortgage pools on 25 note rates, 30 fixed loans and securities, 20 floating
 * loans, 15 non-maturity deposits under four models, 10 borrowings and time deposits.
 */
function positionAt(number: number): object {
  const id = `p${String(number).padStart(4, '0')}`;
  const kind = number % 100;
  const months = 6 + ((number * 37) % 350);
  const rate = 0.02 + 0.0005 * (number % 60);
  const bullet = { firstPrincipalMonth: months, maturityMonth: months, reinvestTenorMonths: 60 };
  if (kind < 25) {
    const noteRate = 0.025 + 0.00125 * kind;
    const pool = {
      principal: 'level',
      behaviour: 'pool',
      noteRate,
      maturityMonth: 120 + (months % 241),
    };
    const htm = { accountingClass: 'held-to-maturity', reinvestTenorMonths: 60 };
    return position(id, 'asset', 'htm', noteRate - 0.005, { ...pool, ...htm });
  }
  if (kind < 55) return position(id, 'asset', 'loans', rate, bullet);
  if (kind < 75) {
    const floating = { floats: true, rateIndex: among(['prime', 'sofr'], number) };
    return position(id, 'asset', 'loans', 0.05, { ...bullet, ...floating, reinvestTenorMonths: 0 });
  }
  if (kind < 90) {
    const decays = { principal: 'decay', behaviour: `deposit-${number % 4}` };
    return position(id, 'liability', 'deposits', 0.005 * (number % 4), {
      ...decays,
      notionalUsdMillion: 40,
      carryingUsdMillion: 40,
    });
  }
  return position(id, 'liability', among(['borrowings', 'deposits'], number), 0.03, bullet);
}

function depositModel(number: number): object {
  return {
    id: `deposit-${number}`,
    averageLifeYears: assumed(2 + number, 'years'),
    beta: assumed(0.2 * number, 'ratio'),
    lagMonths: assumed(number, 'months'),
    servicingRate: assumed(0.005, 'a year'),
    valuationSpread: assumed(0, 'a year'),
    migrationShare: assumed(0, 'share'),
    migrationTo: '',
    outflowShare: assumed(0, 'share'),
    outflowMonth: assumed(1, 'month'),
  };
}

const POOL = {
  id: 'pool',
  multiplier: assumed(1),
  minCpr: assumed(0.05),
  maxCpr: assumed(0.4),
  slope: assumed(20),
  midpoint: assumed(1.1),
};

/** The base, eight parallel shocks, Basel's six of 2024, two ramps and three twists: twenty. */
function scenarios(): readonly Scenario[] {
  const us = usScenarios(0);
  const named = (test: (id: string) => boolean) => us.filter(({ id }) => test(id));
  const basel = baselScenarios({ rule: 'basel-d578', currency: 'USD', floor: 'zero' });
  if (!basel.ok) throw new Error('no Basel shocks for USD');
  return [
    { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
    ...named((id) => /^[+-]\d+$/.test(id)),
    ...basel.value,
    ...named((id) => /^[+-]100\.ramp/.test(id)).slice(0, 2),
    ...named((id) => id.startsWith('us.')).slice(0, 3),
  ];
}

/** The JSON of a made-up bank of `positions` positions, for the door of a Study. */
export function syntheticBank(positions: number): unknown {
  return {
    schema: 'almfes/study/1',
    title: 'A made-up bank for the benchmark',
    institution: 'None',
    valuationDate: '2022-12-31',
    decisionDate: '2023-02-24',
    currency: 'USD',
    positions: Array.from({ length: positions }, (_, number) => positionAt(number)),
    market: {
      curveDate: '2022-12-30',
      curveSource: 'made for the benchmark',
      parQuotes: [
        { tenorMonths: 1, rate: 0.041 },
        { tenorMonths: 12, rate: 0.047 },
        { tenorMonths: 24, rate: 0.044 },
        { tenorMonths: 60, rate: 0.04 },
        { tenorMonths: 120, rate: 0.039 },
        { tenorMonths: 360, rate: 0.04 },
      ],
      mortgageRate: assumed(0.064, 'a year'),
      swapSpread: assumed(0, 'a year'),
    },
    behaviour: { deposits: [0, 1, 2, 3].map(depositModel), prepayments: [POOL] },
    hedges: [],
    capital: {
      cet1UsdMillion: 1000,
      additionalTier1UsdMillion: 0,
      tier2UsdMillion: 100,
      riskWeightedAssetsUsdMillion: 8000,
      leverageAssetsUsdMillion: 11_000,
      aociOptOut: true,
      aociAddBackUsdMillion: 0,
      tangibleCommonEquityUsdMillion: 950,
      tangibleAssetsUsdMillion: 11_000,
      taxRate: 0.21,
      realisedLossUsdMillion: 0,
      raisedUsdMillion: 0,
    },
    liquidity: {
      sources: [
        {
          id: 'cash',
          title: 'cash',
          kind: 'cash',
          amountUsdMillion: 500,
          committed: true,
          daysToCash: 0,
        },
      ],
      uninsuredUsdMillion: 2000,
      outflowShare: 0.25,
    },
    scenarios: scenarios(),
    figures: {},
  };
}
