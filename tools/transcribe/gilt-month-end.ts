/** Carries the gilt curve of each month end into library/data. */
import { readFileSync } from 'node:fs';
import { writeDataset } from './dataset.js';
import { sharedData } from './shared.js';

const VINTAGE = '2026-11-29';
/** Ten-year parts that stood in the year before the first decision (NatWest, 2016) began here. */
const FIRST_MONTH = '2006-01';

const [header = '', ...daily] = readFileSync(sharedData('market/boe_gilt_zero_daily.csv'), 'utf8')
  .trimEnd()
  .split(/\r?\n/);

/** The last row of a month stands: the days are in order. */
const lastOfMonth = new Map(daily.map((row) => [row.slice(0, 7), row]));
const rows = [...lastOfMonth].filter(([month]) => month >= FIRST_MONTH).map(([, row]) => row);

writeDataset(
  'boe-gilt-month-end',
  'boe-gilt-month-end',
  header,
  rows,
  {
    source: 'Bank of England',
    document:
      'Estimated yield curves for the UK: nominal spot curve of British government bonds ' +
      '(gilts), the last business day of each month from January 2006 to April 2024',
    url: 'https://www.bankofengland.co.uk/statistics/yield-curves',
    retrieved: '2026-11-22',
    licence:
      'Bank of England statistics, cited here as facts with attribution; the terms of their ' +
      'use were not read',
    knownFrom: 'column date; published by noon of the following business day',
    fields: {
      date: 'last business day of the month with a curve, ISO 8601',
      '3M 6M 9M 1Y 2Y 3Y 4Y 5Y 6Y 7Y 8Y 9Y 10Y 12Y 15Y 20Y 25Y 30Y':
        'zero (spot) rate by term, per cent a year, continuously compounded; blank where the ' +
        'bank fitted none that day',
    },
    notes: [
      'Read from one public copy that stores it, sschlenkrich/MarketData, whose values match the ' +
        'nominal gilt spot curve; no second copy of every day was compared.',
      'That the rates are continuous, that a curve is out by noon of the next business day, and ' +
        'that the shortest term depends on the bonds there are, was read on the pages of the ' +
        'Bank of England.',
      'Derived: nothing but the choice of the last row of each month.',
      'The shortest term is 3 months in some months and 1 year in others.',
    ],
  },
  VINTAGE,
);
