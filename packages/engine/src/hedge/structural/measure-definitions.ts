import { STRUCTURAL_HORIZONS } from './hedge-numbers.js';

/** What a measure of a structural hedge means. */
export interface StructuralMeasureDefinition {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** The rule of docs/method/structural-hedge.md. */
  readonly rule: string;
}

type Row = readonly [id: string, title: string, definition: string, rule: string];

const OF_THE_HEDGE: readonly Row[] = [
  ['contribution', 'Contribution of the hedge', 'fixed receipts of the period', 'STRUCT-7'],
  ['yield', 'Yield of the hedge', 'contribution a year over average notional', 'STRUCT-7'],
  [
    'averageNotional',
    'Average notional',
    'mean of what stood at the beginnings of the months of the period',
    'STRUCT-7',
  ],
  ['notional', 'Notional on the day', 'sum of what stands', 'STRUCT-7'],
  ['averageLife', 'Average life', 'sum of notional x years left / notional', 'STRUCT-7'],
  ['bookYield', 'Book yield', 'income a year at the rates struck over notional', 'STRUCT-7'],
  [
    'marketRate',
    'Market rate',
    'the one fixed rate at which the same amounts and terms are worth nothing on the day',
    'STRUCT-9',
  ],
  ['income', 'Income a year at the rates struck', 'sum of notional x fixed rate', 'STRUCT-7'],
  [
    'incomeAtMarket',
    'Income a year if all were struck on the day',
    'notional x market rate',
    'STRUCT-9',
  ],
  [
    'gap',
    'Gap: income a year less income at the market rate',
    'positive: income that is lost as parts end, if rates stay; negative: income to come',
    'STRUCT-9',
  ],
  [
    'value',
    'Value of the hedge',
    'fixed receipts less the one-month rate, on the curve of the day moved as the scenario says',
    'STRUCT-8',
  ],
  ['valueChange', 'Change of its value', 'value in the scenario less value on the day', 'STRUCT-8'],
];

const OF_PATHS: readonly Row[] = [
  [
    'hedged',
    'Income with the hedge',
    'fixed receipts, what ends renewed, what rolls off at the short rate, on a curve that stays',
    'STRUCT-10',
  ],
  ['unhedged', 'Income without it', 'the same notional at the short rate', 'STRUCT-10'],
  ['hedgedChange', 'Change of income with the hedge', 'scenario less base', 'STRUCT-10'],
  ['unhedgedChange', 'Change of income without it', 'scenario less base', 'STRUCT-10'],
  [
    'heldBack',
    'Held back by the hedge',
    'change with the hedge less change without: positive in a fall, negative in a rise',
    'STRUCT-10',
  ],
];

/** Every measure of a structural hedge, in the order of its tables. */
export const STRUCTURAL_MEASURES: readonly StructuralMeasureDefinition[] = [
  ...OF_THE_HEDGE.map(defined),
  ...OF_PATHS.flatMap(([id, title, definition, rule]) =>
    STRUCTURAL_HORIZONS.map((months) =>
      defined([`${id}.${months}m`, `${title}, next ${months} months`, definition, rule]),
    ),
  ),
];

function defined([id, title, definition, rule]: Row): StructuralMeasureDefinition {
  return { id: `structural.${id}`, title, definition, rule };
}
