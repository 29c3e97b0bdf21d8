import { type Read, read, type Shape } from '../foundation/index.js';
import { DECIMAL_RATE, decimalRate, MAX_MONTHS } from './parse-position.js';
import { sourced } from './parse-sourced.js';
import type { Market, ParQuoteInput } from './study.js';

const { isoDate, list, number, object, objectWith, text } = read;

const readQuote: Read<ParQuoteInput> = object<ParQuoteInput>({
  tenorMonths: number({ min: 1, max: MAX_MONTHS, what: 'months' }),
  rate: decimalRate,
});

export const readQuotes: Read<ParQuoteInput[]> = list(readQuote, 200);

const SHAPE: Shape<Market> = {
  curveDate: isoDate,
  curveSource: text({ min: 1, max: 1000 }),
  parQuotes: readQuotes,
  mortgageRate: sourced(DECIMAL_RATE),
  swapSpread: sourced(DECIMAL_RATE),
};

export const readMarket: Read<Market> = object(SHAPE);

/** Some terms of a market. */
export const readMarketTerms: Read<Partial<Market>> = objectWith<object, Market>({}, SHAPE);
