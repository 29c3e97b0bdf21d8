/** Carries quarterly deposit costs, balances and the policy rate into library/data. */
import { readFileSync } from 'node:fs';
import { callReportKnownFrom } from './call-report.js';
import { cellsOf } from './csv.js';
import { type Passport, vintage, writeDataset } from './dataset.js';
import { sharedData } from './shared.js';

type Row = ReadonlyMap<string, string>;

function tableOf(file: string): Row[] {
  const [header = '', ...rows] = readFileSync(sharedData(file), 'utf8').trimEnd().split(/\r?\n/);
  const columns = cellsOf(header);
  return rows.map((row) => {
    const cells = cellsOf(row);
    if (cells.length !== columns.length) throw new Error(`${file}: not a whole row: ${row}`);
    return new Map(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

function cell(row: Row, column: string): string {
  const found = row.get(column);
  if (found === undefined) throw new Error(`no column ${column}`);
  return found;
}

function numberOf(row: Row, column: string): number {
  const value = cell(row, column) === '' ? Number.NaN : Number(cell(row, column));
  if (!Number.isFinite(value)) throw new Error(`${column} of ${cell(row, 'date')} is no number`);
  return value;
}

/** Quarter ends of the Call Reports held; that of 2023-03-31 is not among them. */
const MISSING_QUARTER = '2023-03-31';
const AFTER_MISSING = '2023-06-30';

/** Quarters over which the expense behind a cost was earned; the first has none before it. */
function costQuarters(date: string): number {
  return date === AFTER_MISSING ? 2 : 1;
}

const CALL_REPORTS = {
  source: 'FFIEC Central Data Repository',
  url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
  retrieved: vintage,
  knownFrom: 'column knownFrom: 35 calendar days after the report date, when reports were due',
} satisfies Partial<Passport>;
const GAP_NOTES = [
  `The reports of ${MISSING_QUARTER} are not held. Income is reported from 1 January, so the ` +
    `cost on ${AFTER_MISSING} is that of the first half of 2023, over second-quarter balances: ` +
    'costQuarters is 2, and it is no cost of a quarter.',
  'Read from a copy of the bulk files in a public repository, not from the address above.',
];
const COST_FIELDS = {
  date: 'report date, last day of the quarter, ISO 8601',
  costQuarters: 'quarters over which the expense was earned: 1, or 2 on 2023-06-30',
  knownFrom: 'ISO date by which the last Call Reports of the quarter were due',
};

const INDUSTRY_COLUMNS = [
  'cost_ib_dom',
  'cost_ibtrans',
  'cost_sav_mmda',
  'cost_td_le250k',
  'cost_td_gt250k',
  'cost_total_dom',
  'nib_share',
] as const;

function industry(): void {
  const rows = tableOf('call-reports/industry_deposit_costs_quarterly.csv').map((row) => {
    const date = cell(row, 'date');
    const banks = String(numberOf(row, 'banks'));
    const costs = INDUSTRY_COLUMNS.map((column) => cell(row, column));
    const dated = [costQuarters(date), callReportKnownFrom(date)];
    return [date, cell(row, 'size'), banks, ...costs, ...dated].join(',');
  });
  const header =
    'date,size,banks,interestBearingPercent,transactionPercent,savingsPercent,' +
    'timeLe250kPercent,timeGt250kPercent,totalPercent,noninterestBearingSharePercent,' +
    'costQuarters,knownFrom';
  writeDataset('deposit-history', 'industry-deposit-costs', header, rows, {
    ...CALL_REPORTS,
    document: 'Call Reports (FFIEC 031, 041, 051) of all banks, schedules RC-E, RC-K, RI',
    licence: 'FFIEC data are public; the figures here are statistics computed from them',
    fields: {
      ...COST_FIELDS,
      size: 'total assets; all = every bank',
      banks: 'number of banks',
      interestBearingPercent:
        'expense of the quarter x 4 over quarterly average balance, domestic interest-bearing ' +
        'deposits: RIAD4508 + RIAD0093 + RIADHK03 + RIADHK04 (differences of year-to-date) over ' +
        'RCON3485 + RCONB563 + RCONHK16 + RCONHK17, sums across banks, percent a year',
      transactionPercent: 'interest-bearing transaction accounts: RIAD4508 over RCON3485',
      savingsPercent: 'savings, money market deposit accounts included: RIAD0093 over RCONB563',
      timeLe250kPercent: 'time deposits of at most USD 250,000: RIADHK03 over RCONHK16',
      timeGt250kPercent: 'time deposits above USD 250,000: RIADHK04 over RCONHK17',
      totalPercent: 'the same expense over all domestic deposits, noninterest-bearing included',
      noninterestBearingSharePercent: 'RCON6631 over RCON2200, share of domestic deposits, percent',
    },
    notes: [
      'The first cost is of 2018-03-31: the quarter before needs the reports of 2017-09-30.',
      'Banks enter a size by their assets of the quarter; mergers are not adjusted.',
      ...GAP_NOTES,
    ],
  });
}

/** By the regulator's number, since names repeat across the country. */
const NAMED = new Map([
  ['852218', 'JPMorgan Chase Bank'],
  ['480228', 'Bank of America'],
  ['451965', 'Wells Fargo Bank'],
  ['504713', 'U.S. Bank'],
  ['817824', 'PNC Bank'],
  ['852320', 'Truist Bank'],
  ['280110', 'KeyBank'],
  ['60143', 'Comerica Bank'],
  ['276579', 'Zions Bancorporation'],
  ['3150447', 'Charles Schwab Bank'],
  ['1893049', 'Charles Schwab Premier Bank'],
  ['4114567', 'First Republic Bank'],
  ['2942690', 'Signature Bank'],
  ['802866', 'Silicon Valley Bank'],
]);
const EXPENSES = ['IE_TRANS_4508', 'IE_SAV_0093', 'IE_TDS_HK03', 'IE_TDL_HK04'] as const;
const AVERAGES = ['QAVG_IBTRANS_3485', 'QAVG_SAV_B563', 'QAVG_TDS_HK16', 'QAVG_TDL_HK17'] as const;

const amount = (row: Row, column: string): number =>
  cell(row, column) === '' ? 0 : Number(cell(row, column));
const sumOf = (row: Row, columns: readonly string[]): number =>
  columns.reduce((sum, column) => sum + amount(row, column), 0);

/** Percent a year, or '' for the first report of the series. */
function namedCost(row: Row, before: Row | undefined): string {
  const date = cell(row, 'date');
  const isFirstOfYear = date.endsWith('-03-31');
  const startsYear = isFirstOfYear || date === AFTER_MISSING;
  if (before === undefined && !startsYear) return '';
  const earlier = startsYear || before === undefined ? 0 : sumOf(before, EXPENSES);
  const expense = sumOf(row, EXPENSES) - earlier;
  const balance = sumOf(row, AVERAGES);
  if (!(balance > 0)) return '';
  return ((100 * (4 / costQuarters(date)) * expense) / balance).toFixed(4);
}

const million = (thousand: string): string =>
  thousand === '' ? '' : String(Number(thousand) / 1000);

function named(): void {
  const all = tableOf('call-reports/named_banks_quarterly.csv');
  const rows = [...NAMED].flatMap(([idrssd, bank]) => {
    const own = all.filter((row) => cell(row, 'idrssd') === idrssd);
    if (own.length === 0) throw new Error(`no reports of ${bank}, ${idrssd}`);
    return own.map((row, i) => {
      const date = cell(row, 'date');
      const balances = ['DEPIDOM_6636', 'DEPNIDOM_6631', 'DEP_BRO_2365'].map((column) =>
        million(cell(row, column)),
      );
      const cost = namedCost(row, own[i - 1]);
      const dated = [costQuarters(date), callReportKnownFrom(date)];
      return [idrssd, bank, date, ...balances, cost, ...dated].join(',');
    });
  });
  const header =
    'idrssd,bank,date,interestBearingUsdMillion,noninterestBearingUsdMillion,' +
    'brokeredUsdMillion,interestBearingPercent,costQuarters,knownFrom';
  writeDataset('deposit-history', 'named-bank-deposits', header, rows, {
    ...CALL_REPORTS,
    document: 'Call Reports (FFIEC 031, 041) of the banks named, schedules RC, RC-E, RC-K, RI',
    licence: 'FFIEC data are public',
    fields: {
      ...COST_FIELDS,
      idrssd: 'number of the bank at the Federal Reserve: it, not the name, is the identity',
      bank: 'short name of the insured bank, not of its holding company',
      interestBearingUsdMillion: 'RCON6636, domestic offices, end of quarter',
      noninterestBearingUsdMillion: 'RCON6631, domestic offices, end of quarter',
      brokeredUsdMillion: 'RCON2365, part of the two above',
      interestBearingPercent:
        'expense of the quarter x 4 over quarterly average balance, percent a year (derived): ' +
        'RIAD4508 + RIAD0093 + RIADHK03 + RIADHK04, year-to-date amounts differenced, over ' +
        'RCON3485 + RCONB563 + RCONHK16 + RCONHK17; blank where the quarter before is not held',
    },
    notes: [
      'Mergers and transfers within a group are not adjusted.',
      'An expense or an average that a bank left blank counts as nothing, as on the form.',
      ...GAP_NOTES,
    ],
  });
}

const FIRST_QUARTER = '2015-12-31';
const LAST_QUARTER = '2024-06-30';

/** Last days of the quarters from the first to the last, ISO 8601. */
function quarterEnds(): string[] {
  const ends: string[] = [];
  for (let year = 2015; year <= 2024; year += 1) {
    ends.push(`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`);
  }
  return ends.filter((end) => end >= FIRST_QUARTER && end <= LAST_QUARTER);
}

function policyRate(): void {
  const monthly = tableOf('market/us_rates_monthly.csv');
  const rows = quarterEnds().map((end) => {
    const last = Number(end.slice(5, 7));
    const months = [last - 2, last - 1, last].map((month) => {
      const first = `${end.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
      const row = monthly.find((each) => cell(each, 'month') === first);
      if (row === undefined) throw new Error(`no federal funds rate of ${first}`);
      return Number(cell(row, 'FEDFUNDS'));
    });
    const average = months.reduce((sum, rate) => sum + rate, 0) / 3;
    const known = new Date(`${end}T00:00:00Z`);
    known.setUTCDate(known.getUTCDate() + 1);
    return [end, average.toFixed(4), known.toISOString().slice(0, 10)].join(',');
  });
  writeDataset('fed-funds', 'fed-funds-quarterly', 'date,averagePercent,knownFrom', rows, {
    source: 'Board of Governors of the Federal Reserve System',
    document: 'H.15 Selected Interest Rates: federal funds (effective), monthly averages',
    url: 'https://www.federalreserve.gov/releases/h15/',
    retrieved: vintage,
    licence: 'US government data, public domain',
    knownFrom: 'column knownFrom: the day after the quarter',
    fields: {
      date: 'last day of the quarter, ISO 8601',
      averagePercent: 'mean of the three monthly averages (derived), percent a year',
      knownFrom: 'ISO date from which the average of the last month can be known',
    },
    notes: ['Monthly averages as FRED series FEDFUNDS carries them, rounded there to 0.01.'],
  });
}

industry();
named();
policyRate();
