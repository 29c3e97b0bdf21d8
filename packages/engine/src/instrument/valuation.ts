/** What a measure of an instrument is counted in. */
export type ValueUnit = 'currency' | 'per 100 face' | 'decimal rate' | 'years' | 'bp' | 'none';

/** One measure of an instrument: the id stands in docs/method and in GLOSSARY.md. */
export interface InstrumentMeasure {
  readonly id: string;
  readonly value: number;
  readonly unit: ValueUnit;
  /** How a rate or a sensitivity is counted: compounding, day count, size of the bump. */
  readonly convention?: string;
}

/** One dated cash flow, positive when the holder receives, with its discount factor. */
export interface ValuedFlow {
  readonly payDay: number;
  readonly amount: number;
  readonly discount: number;
}

/** The value of one instrument at one day on one market, with the flows that made it. */
export interface Valuation {
  readonly measures: readonly InstrumentMeasure[];
  readonly flows: readonly ValuedFlow[];
}
