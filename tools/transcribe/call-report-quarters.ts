/** Carries the quarterly Call Reports that a back-test replays into library/data. */
import { readFileSync } from 'node:fs';
import { callReportKnownFrom } from './call-report.js';
import { cellsOf } from './csv.js';
import { vintage, writeDataset } from './dataset.js';
import { sharedData } from './shared.js';

const BANK = { idrssd: '802866', name: 'Silicon Valley Bank', file: 'silicon-valley-bank' };
const FIRST = '2019-12-31';
const LAST = '2022-12-31';

/** Column, the fields of the collected reports that it sums, and their MDRM codes. */
const LEVELS: readonly (readonly [string, readonly string[], string])[] = [
  ['cashNonInterest', ['CASH_NIB_0081'], 'RCFD0081'],
  [
    'cashInterest',
    ['CASH_IB_0071', 'FFSOLD_B987', 'REVREPO_B989'],
    'RCFD0071 + RCONB987 + RCFDB989',
  ],
  ['htmCost', ['HTM_AC_1754'], 'RCFD1754'],
  ['htmFair', ['HTM_FV_1771'], 'RCFD1771'],
  ['afsCost', ['AFS_AC_1772'], 'RCFD1772'],
  ['afsFair', ['AFS_FVB_1773'], 'RCFD1773'],
  ['loans', ['LOANS_B528'], 'RCFDB528'],
  ['allowance', ['ACL_3123'], 'RCFD3123'],
  ['assets', ['ASSET_2170'], 'RCFD2170'],
  ['depositsFree', ['DEPNIDOM_6631'], 'RCON6631'],
  ['depositsPaid', ['DEPIDOM_6636'], 'RCON6636'],
  ['depositsForeign', ['DEPFOR_2200'], 'RCFN2200'],
  [
    'borrowings',
    ['FFPUR_B993', 'REPO_B995', 'OBM_3190', 'SUBDEBT_3200'],
    'RCONB993 + RCFDB995 + RCFD3190 + RCFD3200',
  ],
  ['liabilities', ['LIAB_2948'], 'RCFD2948'],
  ['equity', ['EQ_3210'], 'RCFD3210'],
  ['aoci', ['AOCI_B530'], 'RCFDB530'],
  ['cet1', ['CET1_P859'], 'RCFAP859'],
  ['tier1', ['T1_8274'], 'RCFA8274'],
  ['riskWeightedAssets', ['RWA_A223'], 'RCFAA223'],
  ['payFixedSwaps', ['IRPAYFIX_A589'], 'RCFDA589'],
  ...buckets('bonds', 'SCNM', ['A549', 'A550', 'A551', 'A552', 'A553', 'A554'], 'RCFD'),
  ...buckets('pools', 'SCPT', ['A555', 'A556', 'A557', 'A558', 'A559', 'A560'], 'RCFD'),
  ['otherMbsLe3y', ['SCO_LE3Y_A561'], 'RCFDA561'],
  ['otherMbsGt3y', ['SCO_GT3Y_A562'], 'RCFDA562'],
  ...buckets('mortgages', 'LNRS', ['A564', 'A565', 'A566', 'A567', 'A568', 'A569'], 'RCON'),
  ...buckets('otherLoans', 'LNOT', ['A570', 'A571', 'A572', 'A573', 'A574', 'A575'], 'RCFD'),
  ['averageLoans', ['QAVG_LOANS_3360'], 'RCON3360'],
];

function buckets(
  name: string,
  field: string,
  codes: readonly string[],
  prefix: string,
): readonly (readonly [string, readonly string[], string])[] {
  const ends = ['LE3M', '3_12M', '1_3Y', '3_5Y', '5_15Y', 'GT15Y'];
  const words = ['Le3m', '3to12m', '1to3y', '3to5y', '5to15y', 'Gt15y'];
  return codes.map((code, i) => [
    `${name}${words[i]}`,
    [`${field}_${ends[i]}_${code}`],
    `${prefix}${code}`,
  ]);
}

/** Of the quarter: amounts from 1 January on, differenced. */
const FLOWS: readonly (readonly [string, readonly string[], string])[] = [
  ['interestIncome', ['II_TOTAL_4107'], 'RIAD4107'],
  ['securitiesIncome', ['II_SECUST_B488', 'II_SECMBS_B489'], 'RIADB488 + RIADB489'],
  [
    'depositsPaidExpense',
    ['IE_TRANS_4508', 'IE_SAV_0093', 'IE_TDS_HK03', 'IE_TDL_HK04'],
    'RIAD4508 + RIAD0093 + RIADHK03 + RIADHK04',
  ],
  ['depositsForeignExpense', ['IE_FOR_4172'], 'RIAD4172'],
  ['netInterestIncome', ['NII_4074'], 'RIAD4074'],
];

type Row = ReadonlyMap<string, string>;

function reports(): Row[] {
  const path = sharedData('call-reports/named_banks_quarterly.csv');
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const columns = cellsOf(header);
  return rows
    .map((row) => {
      const cells = cellsOf(row);
      return new Map(columns.map((column, i) => [column, cells[i] ?? '']));
    })
    .filter((row) => row.get('idrssd') === BANK.idrssd);
}

/** An amount that the bank left blank counts as nothing, as on the form. */
function sumOf(row: Row, fields: readonly string[]): number {
  return fields.reduce((sum, field) => {
    const cell = row.get(field);
    if (cell === undefined) throw new Error(`no field ${field}`);
    return sum + (cell === '' ? 0 : Number(cell));
  }, 0);
}

const million = (thousand: number): string => String(thousand / 1000);

function write(): void {
  const all = reports();
  const rows = all.flatMap((row, index) => {
    const date = row.get('date') ?? '';
    if (date < FIRST || date > LAST) return [];
    const before = date.endsWith('-03-31') ? undefined : all[index - 1];
    const levels = LEVELS.map(([, fields]) => million(sumOf(row, fields)));
    const flows = FLOWS.map(([, fields]) =>
      million(sumOf(row, fields) - (before === undefined ? 0 : sumOf(before, fields))),
    );
    return [[date, callReportKnownFrom(date), ...levels, ...flows].join(',')];
  });
  const columns = [...LEVELS, ...FLOWS];
  const header = ['date', 'knownFrom', ...columns.map(([name]) => name)].join(',');
  const codes = Object.fromEntries(columns.map(([name, , code]) => [name, code]));
  writeDataset('call-report-quarters', BANK.file, header, rows, {
    source: 'FFIEC Central Data Repository',
    document:
      `Call Reports (FFIEC 031) of ${BANK.name}, ` +
      'schedules RC, RC-B, RC-C, RC-E, RC-K, RC-L, RC-R, RI',
    url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
    retrieved: vintage,
    licence: 'FFIEC data are public',
    knownFrom: 'column knownFrom: 35 calendar days after the report date, when reports were due',
    fields: {
      date: 'report date, last day of the quarter, ISO 8601',
      knownFrom: 'ISO date by which the Call Report of the quarter was due',
      ...codes,
    },
    notes: [
      'USD million. The insured bank, not its holding company.',
      'Flows (RIAD) are of the quarter: amounts from 1 January on, differenced (derived).',
      'bonds: debt securities other than mortgage-backed, and pools not backed by closed-end ' +
        'first-lien 1-4 family loans, by the earlier of maturity and next repricing; pools: ' +
        'those backed by them; otherMbs: other mortgage-backed securities by expected average ' +
        'life. Held to maturity at amortised cost, available for sale at fair value.',
      'mortgages: closed-end first-lien 1-4 family loans, domestic; otherLoans: all others.',
      'An amount that the bank left blank counts as nothing, as on the form.',
      'Read from a copy of the bulk files in a public repository, not from the address above.',
    ],
  });
}

write();
