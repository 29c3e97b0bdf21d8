export type { InstrumentMeasure, Valuation, ValuedFlow, ValueUnit } from './valuation.js';
