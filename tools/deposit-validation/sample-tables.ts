import type { CallReports } from '@almfes/intake';
import { RATE_NAMES } from './actual-year.js';
import { rateTable } from './deposit-tables.js';
import { type Known, yearOfBanks } from './year-of-banks.js';

/** One bank in so many, in the order of IDRSSD: a sample that a test can afford. */
const SAMPLE_ONE_IN = 40;

/** The same table of scores for a sample: the test makes it again in seconds. */
export function sampleTables(
  facts: Known,
  files: readonly [CallReports, CallReports],
): Readonly<Record<string, readonly string[]>> {
  const { banks } = yearOfBanks(facts, files, { oneIn: SAMPLE_ONE_IN });
  return Object.fromEntries(RATE_NAMES.map((name) => [`sample ${name}`, rateTable(banks, name)]));
}
