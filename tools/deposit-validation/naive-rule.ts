import type { FieldName } from '@almfes/intake';
import { libraryRows } from '../estimation/library-history.js';
import type { RateName, YearRates } from './actual-year.js';
import { collectedAmounts } from './collected-amounts.js';

const VINTAGE = '2026-11-22';
const CYCLE = 'up_2018Q1_2019Q2';

/** What moves with the federal funds rate by one number for all banks, 1 a unit of the rate. */
export interface IndustryBetas extends YearRates {
  /** Average federal funds rate of 2022 less that of 2021. */
  readonly rateChange: number;
}

/**
 * The second naive rule: cost by the industry's cumulative beta of 2018-19, margin by what the
 * margin of the named banks together did from 2017 to 2018, over the change of the federal funds
 * rate.
 */
export function industryBetas(): IndustryBetas {
  const rows = libraryRows(`peer-behaviour/${VINTAGE}/aggregate-deposit-betas.csv`);
  const row = rows.find(({ cycle, size }) => cycle === CYCLE && size === 'all');
  if (row === undefined) throw new Error('no industry beta');
  const rateChange = meanRate('2022') - meanRate('2021');
  return {
    costInterestBearing: Number(row.ib),
    costTotal: Number(row.total),
    margin: marginChange() / (meanRate('2018') - meanRate('2017')),
    rateChange,
  };
}

/** What the rule says of the change of a rate over the year. */
export function industryChange(betas: IndustryBetas, name: RateName): number {
  return betas[name] * betas.rateChange;
}

function meanRate(year: string): number {
  const quarters = libraryRows(`fed-funds/${VINTAGE}/fed-funds-quarterly.csv`)
    .filter(({ date = '' }) => date.startsWith(year))
    .map(({ averagePercent }) => Number(averagePercent) / 100);
  if (quarters.length !== 4) throw new Error(`${quarters.length} quarters of ${year}`);
  return quarters.reduce((sum, rate) => sum + rate, 0) / quarters.length;
}

function marginChange(): number {
  const margin = (year: string): number => {
    const banks = collectedAmounts(`${year}-12-31`);
    const sum = (name: FieldName) => banks.reduce((all, { amount }) => all + amount(name), 0);
    return sum('netInterestIncome') / sum('averageTotalAssets');
  };
  return margin('2018') - margin('2017');
}
