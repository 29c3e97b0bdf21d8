import {
  aggregateBasel,
  aggregateEu,
  bucketOfMonths,
  byShape,
  type CurrencyChange,
  type FloorRule,
  PRESCRIBED_SHAPES,
  type StandardisedBook,
  shockedMidpointRates,
  standardisedValue,
  TIME_BUCKETS,
  worstShape,
} from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';
import {
  LOW_RATE_VALUE,
  LOW_RATES,
  WORKED_FLOWS,
  WORKED_RATES,
  WORKED_VALUES,
  type WorkedValue,
} from '../worked-values.js';
import { MIDPOINTS } from './shift-rules.js';

/** Upper ends of the first eighteen buckets, months; the first ends after one day. */
const BUCKET_ENDS = [0, 1, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120, 180, 240];

function bucketRows(): ConformanceRow[] {
  const midpoints = MIDPOINTS.map((years, at) => ({
    what: `midpoint ${at + 1}`,
    found: TIME_BUCKETS[at]?.midpointYears,
    expected: years,
  }));
  const ends = BUCKET_ENDS.flatMap((months, at) => [
    { what: `month ${months}`, found: bucketOfMonths(months) + 1, expected: at + 1 },
    { what: `past month ${months}`, found: bucketOfMonths(months + 0.01) + 1, expected: at + 2 },
  ]);
  return [{ what: 'buckets', found: TIME_BUCKETS.length, expected: 19 }, ...midpoints, ...ends];
}

/** The worked book, whose flows stay and which has no options. */
function bookAt(currency: string, zeroRates: readonly number[]): StandardisedBook {
  const flows = byShape(() => WORKED_FLOWS);
  const optionAddOn = byShape(() => 0);
  return { currency, zeroRates, baseFlows: WORKED_FLOWS, flows, optionAddOn };
}

function workedRows(
  rates: readonly number[],
  worked: WorkedValue,
  floor: FloorRule,
): ConformanceRow[] {
  const { rule, currency } = worked;
  const value = standardisedValue(bookAt(currency, rates), { rule, floor });
  const found = value.ok ? value.value : undefined;
  return [
    { what: `${rule} ${currency} base`, found: found?.base, expected: worked.base },
    ...PRESCRIBED_SHAPES.map((shape) => ({
      what: `${rule} ${currency} ${shape}`,
      found: found?.change[shape],
      expected: worked.change[shape],
    })),
  ];
}

/** Sum of CF e^(-R t) written out apart from the engine, at the low rates of the floor case. */
function formulaRows(): ConformanceRow[] {
  const size = { parallelBp: 200, shortBp: 250, longBp: 100 };
  const rates = shockedMidpointRates(LOW_RATES, {
    size,
    shape: 'parallel-up',
    floor: 'eu-2024-856',
  });
  const sum = (added: number): number =>
    MIDPOINTS.reduce(
      (total, years, at) =>
        total + (WORKED_FLOWS[at] ?? 0) * Math.exp(-((LOW_RATES[at] ?? 0) + added) * years),
      0,
    );
  const change = sum(0.02) - sum(0);
  const terms = { rule: 'basel-d368', floor: 'eu-2024-856' } as const;
  const value = standardisedValue(bookAt('EUR', LOW_RATES), terms);
  return [
    ...MIDPOINTS.map((years, at) => ({
      what: `rate at ${years} years`,
      found: rates[at],
      expected: (LOW_RATES[at] ?? Number.NaN) + 0.02,
    })),
    {
      what: 'parallel up',
      found: value.ok ? value.value.change['parallel-up'] : undefined,
      expected: change,
    },
  ];
}

const changes = (amounts: Readonly<Record<string, readonly [number, number]>>): CurrencyChange[] =>
  Object.entries(amounts).map(([currency, [up, down]]) => ({
    currency,
    change: byShape((shape) => {
      if (shape === 'parallel-up') return up;
      return shape === 'parallel-down' ? down : 0;
    }),
  }));

/** USD -10 / +12, EUR +6 / -4, GBP -3 / +2: up -13, down -4. */
function baselAggregationRows(): ConformanceRow[] {
  const sums = aggregateBasel(changes({ USD: [-10, 12], EUR: [6, -4], GBP: [-3, 2] }));
  return [
    { what: 'up: losses alone', found: sums['parallel-up'], expected: -13 },
    { what: 'down: losses alone', found: sums['parallel-down'], expected: -4 },
    { what: 'the worst scenario', found: worstShape(sums).shape, expected: 'parallel-up' },
    { what: 'the measure', found: worstShape(sums).value, expected: -13 },
  ];
}

/** USD -10 / +12, GBP -3 / +2: up -13, down half of 14; EUR +10 against DKK -20 and -6. */
function euAggregationRows(): ConformanceRow[] {
  const others = aggregateEu(changes({ USD: [-10, 12], GBP: [-3, 2] }));
  const pair = aggregateEu(changes({ EUR: [10, 10], DKK: [-20, -6] }));
  return [
    { what: 'losses in full', found: others['parallel-up'], expected: -13 },
    { what: 'gains by half', found: others['parallel-down'], expected: 7 },
    { what: 'euro gain by 80%', found: pair['parallel-up'], expected: 8 - 20 },
    { what: 'up to the loss', found: pair['parallel-down'], expected: 6 - 6 },
  ];
}

export const VALUE_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'SRP31 (repricing schedule)',
    rule: '19 buckets, their ends and midpoints',
    evidence: 'seen-secondary',
    rows: bucketRows,
  },
  {
    paragraph: '(EU) 2024/857 Article 17(3)-(5)',
    rule: 'standardised value and change of a synthetic book, by another program',
    evidence: 'seen',
    rows: () => WORKED_VALUES.flatMap((each) => workedRows(WORKED_RATES, each, 'eu-2024-856')),
  },
  {
    paragraph: '(EU) 2024/857 Article 17, 2024/856 3(7)',
    rule: 'the same where low rates meet the floor',
    evidence: 'seen',
    rows: () => workedRows(LOW_RATES, LOW_RATE_VALUE, 'eu-2024-856'),
  },
  {
    paragraph: 'SRP31 (standardised EVE)',
    rule: 'continuous discounting at midpoints, written out',
    evidence: 'seen-secondary',
    rows: formulaRows,
  },
  {
    paragraph: 'SRP31 (standardised EVE)',
    rule: 'currencies: losses add up, gains do not count, the worst scenario',
    evidence: 'seen-secondary',
    rows: baselAggregationRows,
  },
  {
    paragraph: '(EU) 2024/857 Article 17(6)',
    rule: 'currencies: gains by 50%, by 80% for euro and ERM II up to the cap',
    evidence: 'recalled',
    rows: euAggregationRows,
  },
];
