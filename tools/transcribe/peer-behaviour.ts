/** Carries the peers' deposit betas and mix shifts into library/data/peer-behaviour. */
import { readFileSync } from 'node:fs';
import { callReportKnownFrom } from './call-report.js';
import { type Passport, vintage, writeDataset } from './dataset.js';
import { writeFailureAnchors } from './failure-anchors.js';
import { hindsightFor } from './hindsight.js';
import { sharedData } from './shared.js';

const lastQuarter: Readonly<Record<string, string>> = {
  up_2018Q1_2019Q2: '2019-06-30',
  down_2019Q2_2020Q4: '2020-12-31',
  up_2021Q4_2022Q4: '2022-12-31',
  up_2021Q4_2023Q4: '2023-12-31',
};

const metrics = [
  'beta_ib',
  'beta_total',
  'beta_sav_mmda',
  'beta_ibtrans',
  'beta_td_le250',
  'beta_td_gt250',
  'chg_nib_share',
  'dep_growth_pct',
];
const sizes = ['>=1bn', '>100bn', '10-100bn'];

/** `knownFrom,hindsightFor` of a cycle, or undefined for a cycle that is not carried. */
function dating(cycle: string): string | undefined {
  const end = lastQuarter[cycle];
  if (end === undefined) return undefined;
  const known = callReportKnownFrom(end);
  return `${known},${hindsightFor(known)}`;
}

function rowsOf(file: string): string[][] {
  return readFileSync(sharedData(`call-reports/${file}`), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));
}

const method =
  'Cumulative beta of a cycle = change in quarterly annualised cost of the deposits ' +
  '(interest expense of the quarter, RI year-to-date amounts differenced, over RC-K quarterly ' +
  'averages) / change in the quarterly average federal funds rate. Mergers are not adjusted.';
const shared = {
  source: 'FFIEC Central Data Repository; federal funds: Federal Reserve Board',
  document: 'Call Reports (FFIEC 031, 041, 051) of all banks, bulk files, schedules RC-E, RC-K, RI',
  url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
  retrieved: vintage,
  licence: 'FFIEC data are public; the figures here are statistics computed from them',
  knownFrom: 'column knownFrom: 35 calendar days after the last quarter of the cycle',
} satisfies Partial<Passport>;
const datingFields = {
  cycle: 'direction of policy rates, first and last quarter',
  knownFrom: 'ISO date by which the last Call Reports of the cycle were due',
  hindsightFor:
    'cases decided before that date: there the row may only set the severity of an ' +
    'assumption failure, as a labelled judgement, never an input of the baseline',
};

function aggregates(): void {
  const rows = rowsOf('aggregate_deposit_betas.csv').flatMap((row) => {
    const dated = dating(row[0] ?? '');
    return dated === undefined ? [] : [`${row.join(',')},${dated}`];
  });
  const header =
    'cycle,size,ib,total,ibTransaction,savingsAndMmda,timeLe250k,timeGt250k,' +
    'knownFrom,hindsightFor';
  writeDataset('peer-behaviour', 'aggregate-deposit-betas', header, rows, {
    ...shared,
    fields: {
      ...datingFields,
      size: 'total assets; all = every bank',
      ib: 'beta of interest-bearing domestic deposits, ratio',
      'ibTransaction savingsAndMmda timeLe250k timeGt250k': 'beta of that type, ratio',
      total: 'beta of all domestic deposits, noninterest-bearing included',
    },
    notes: [method, 'Aggregate: sums of expense over sums of balances across banks.'],
  });
}

function percentiles(): void {
  const rows = rowsOf('deposit_beta_percentiles.csv').flatMap((row) => {
    const [cycle = '', from, to, fundsFrom, fundsTo, size = '', metric = '', ...rest] = row;
    const dated = dating(cycle);
    if (dated === undefined || !metrics.includes(metric) || !sizes.includes(size)) return [];
    return [[cycle, from, to, fundsFrom, fundsTo, size, metric, ...rest, dated].join(',')];
  });
  const header =
    'cycle,from,to,fedFundsFromPercent,fedFundsToPercent,size,metric,banks,' +
    'p05,p10,p25,p50,p75,p90,p95,knownFrom,hindsightFor';
  writeDataset('peer-behaviour', 'peer-percentiles', header, rows, {
    ...shared,
    fields: {
      ...datingFields,
      metric:
        'beta_ib, beta_total, beta_<type>: ratio; chg_nib_share: change in the share of ' +
        'noninterest-bearing in domestic deposits, percentage points over the cycle; ' +
        'dep_growth_pct: growth of domestic deposits over the cycle, percent',
      'from to': 'first and last quarter end, ISO 8601',
      'fedFundsFromPercent fedFundsToPercent': 'quarterly average federal funds rate, percent',
      size: 'total assets',
      banks: 'number of banks',
      'p05 p10 p25 p50 p75 p90 p95': 'percentile across banks, unweighted, unit of the metric',
    },
    notes: [method, 'Percentiles across banks that reported at both ends of the cycle.'],
  });
}

aggregates();
percentiles();
writeFailureAnchors();
