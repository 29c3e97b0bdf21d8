/** Carries the rates of the cases' dates into library/data: Treasury, PMMS, federal funds. */
import { readFileSync } from 'node:fs';
import { vintage, writeDataset } from './dataset.js';
import { sharedData } from './shared.js';

const dates = [
  '2020-12-31',
  '2021-03-31',
  '2021-06-30',
  '2021-09-30',
  '2021-12-31',
  '2022-02-28',
  '2022-03-01',
  '2022-03-31',
  '2022-06-30',
  '2022-07-29',
  '2022-09-30',
  '2022-12-30',
  '2023-02-24',
  '2023-03-08',
  '2023-03-09',
  '2023-03-10',
] as const;

/** Dates of a back-test: quarter ends, the days on which their reports were due, resets between. */
const replayDates = [
  ...['2019-12-31', '2020-02-04', '2020-02-28', '2020-03-31', '2020-05-05', '2020-05-29'],
  ...['2020-06-30', '2020-08-04', '2020-08-31', '2020-09-30', '2020-11-04', '2020-11-30'],
  ...['2020-12-31', '2021-02-04', '2021-02-26', '2021-03-31', '2021-05-05', '2021-05-28'],
  ...['2021-06-30', '2021-08-04', '2021-08-31', '2021-09-30', '2021-11-04', '2021-11-30'],
  ...['2021-12-31', '2022-02-04', '2022-02-28', '2022-03-31', '2022-05-05', '2022-05-31'],
  ...['2022-06-30', '2022-08-04', '2022-08-31', '2022-09-30', '2022-11-04', '2022-11-30'],
  '2022-12-30',
] as const;
const allDates = [...new Set<string>([...dates, ...replayDates])].sort();

function table(file: string): { header: string; rows: string[] } {
  const [header = '', ...rows] = readFileSync(sharedData(`market/${file}`), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  return { header, rows };
}

function treasury(): void {
  const { header, rows } = table('ust_par_daily.csv');
  const chosen = allDates.map((date) => {
    const row = rows.find((each) => each.startsWith(`${date},`));
    if (row === undefined || row.split(',').includes('')) throw new Error(`no curve of ${date}`);
    return row;
  });
  writeDataset('us-treasury-par', 'us-treasury-par', header, chosen, {
    source: 'US Department of the Treasury',
    document: 'Daily Treasury Par Yield Curve Rates (CMT)',
    url:
      'https://home.treasury.gov/resource-center/data-chart-center/interest-rates/' +
      'TextView?type=daily_treasury_yield_curve',
    retrieved: vintage,
    licence: 'US government data, public domain',
    knownFrom: 'column date',
    fields: {
      date: 'business day of the curve, ISO 8601; published after the close of that day',
      '1M 3M 6M 1Y 2Y 3Y 5Y 7Y 10Y 20Y 30Y':
        'par yield by term, percent a year, bond-equivalent (semi-annual) yield',
    },
    notes: [
      'Retrieved as committed in public repositories and compared there: 1,115 common days ' +
        'of two copies and 5,268 of two others differ nowhere.',
      '2022-12-31 was a Saturday: its curve is that of 2022-12-30.',
      'Only the dates that cases and back-tests need are carried.',
    ],
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function pmms(): void {
  const weeks = table('pmms_mortgage30us_weekly.csv')
    .rows.map((row) => row.split(','))
    .map(([date = '', rate = '']) => ({ date, ratePercent: Number(rate) }));
  const weekly = allDates.map((date) => {
    const week = weeks.filter((each) => each.date <= date).at(-1);
    if (week === undefined) throw new Error(`no PMMS week by ${date}`);
    return `week,${date},${week.date},${week.ratePercent},${week.date}`;
  });
  const annual = ['2019', '2020', '2021', '2022'].map((year) => {
    const rates = weeks.filter((each) => each.date.startsWith(year));
    const last = rates.at(-1)?.date ?? '';
    const rate = mean(rates.map((each) => each.ratePercent)).toFixed(2);
    return `year,${year},${last},${Number(rate)},${last}`;
  });
  writeDataset('pmms', 'pmms', 'kind,for,observed,ratePercent,knownFrom', [...weekly, ...annual], {
    source: 'Freddie Mac',
    document: 'Primary Mortgage Market Survey (PMMS), 30-year fixed-rate mortgage, US average',
    url: 'https://www.freddiemac.com/pmms',
    retrieved: vintage,
    licence:
      'Copyrighted survey of Freddie Mac. A few of its rates are cited here as facts, ' +
      'with attribution; the series itself is not redistributed.',
    knownFrom: 'column knownFrom',
    fields: {
      kind: 'week = last weekly survey on or before the date; year = calendar-year average',
      for: 'date, or year, that a case asks for',
      observed: 'date of the survey; for a year, of its last survey',
      ratePercent: 'contract rate, percent a year, monthly compounding, before points',
      knownFrom: 'ISO date on which the rate was public',
    },
    notes: [
      'Annual averages are the mean of the weekly surveys dated in the year (derived), ' +
        'rounded to 0.01; Freddie Mac publishes its own.',
    ],
  });
}

function targetRange(date: string): { lower: string; upper: string } {
  const row = table('fomc_target_range.csv')
    .rows.map((each) => each.split(','))
    .filter(([effective = '']) => effective <= date)
    .at(-1);
  return { lower: row?.[1] ?? '', upper: row?.[2] ?? '' };
}

function fedFunds(): void {
  const daily = table('us_short_rates_daily.csv').rows.map((row) => row.split(','));
  const monthly = table('us_rates_monthly.csv').rows.map((row) => row.split(','));
  const rows = dates.map((date) => {
    const dff = daily.find(([day]) => day === date)?.[2] ?? '';
    const average = monthly.find(([month]) => month === `${date.slice(0, 7)}-01`)?.[1] ?? '';
    const { lower, upper } = targetRange(date);
    return [date, dff, lower, upper, average].join(',');
  });
  const header = 'date,effectivePercent,targetLowerPercent,targetUpperPercent,monthAveragePercent';
  writeDataset('fed-funds', 'fed-funds', header, rows, {
    source: 'Board of Governors of the Federal Reserve System',
    document: 'H.15 Selected Interest Rates: federal funds (effective); FOMC target range',
    url: 'https://www.federalreserve.gov/releases/h15/',
    retrieved: vintage,
    licence: 'US government data, public domain',
    knownFrom:
      'column date; effectivePercent a business day later, monthAveragePercent after month end',
    fields: {
      date: 'ISO 8601',
      effectivePercent: 'effective rate of the day, percent a year; blank before 2021 (not held)',
      targetLowerPercent: 'lower end of the target range in force on the date',
      targetUpperPercent: 'upper end of the target range in force on the date',
      monthAveragePercent:
        'average effective rate of the calendar month: it includes days ' +
        'after the date, so a decision on the date must not use it',
    },
    notes: ['Ranges typed from the FOMC decisions; no effective rate of 2021-25 lies outside.'],
  });
}

treasury();
pmms();
fedFunds();
