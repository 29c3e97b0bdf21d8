/** Carries the quarterly Call Reports of the named banks into library/data: replay and league. */
import { readFileSync } from 'node:fs';
import { callReportKnownFrom } from './call-report.js';
import { cellsOf } from './csv.js';
import { writeDataset } from './dataset.js';
import { sharedData } from './shared.js';

/** The first quarter whose year-to-date amounts are its own, and the last before a missing one. */
const FIRST = '2018-03-31';
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

/** Reports by bank, in the order of their dates. */
function reportsByBank(): ReadonlyMap<string, readonly Row[]> {
  const path = sharedData('call-reports/named_banks_quarterly.csv');
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const columns = cellsOf(header);
  const banks = new Map<string, Row[]>();
  for (const line of lines) {
    const cells = cellsOf(line);
    const row = new Map(columns.map((column, i) => [column, cells[i] ?? '']));
    const id = row.get('idrssd') ?? '';
    banks.set(id, [...(banks.get(id) ?? []), row]);
  }
  for (const rows of banks.values())
    rows.sort((a, b) => (textOf(a, 'date') < textOf(b, 'date') ? -1 : 1));
  return banks;
}

function textOf(row: Row, field: string): string {
  const cell = row.get(field);
  if (cell === undefined) throw new Error(`no field ${field}`);
  return cell;
}

/** An amount that the bank left blank counts as nothing, as on the form. */
function sumOf(row: Row, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + Number(textOf(row, field) || '0'), 0);
}

const million = (thousand: number): string => String(thousand / 1000);

/** Rows of one bank; year-to-date amounts need the quarter before, or a new year. */
function rowsOf(reports: readonly Row[]): string[] {
  return reports.flatMap((report, index) => {
    const date = textOf(report, 'date');
    if (date < FIRST || date > LAST) return [];
    const before = date.endsWith('-03-31') ? undefined : reports[index - 1];
    const levels = LEVELS.map(([, fields]) => million(sumOf(report, fields)));
    const flows = FLOWS.map(([, fields]) =>
      million(sumOf(report, fields) - (before === undefined ? 0 : sumOf(before, fields))),
    );
    const optOut = textOf(report, 'AOCI_OPTOUT_P838');
    if (!['0', '1'].includes(optOut)) throw new Error(`${date}: opt-out ${optOut}`);
    const name = textOf(report, 'name').replaceAll(',', '');
    const own = [textOf(report, 'idrssd'), name, textOf(report, 'form'), date];
    return [[...own, callReportKnownFrom(date), optOut, ...levels, ...flows].join(',')];
  });
}

const OWN_COLUMNS = ['idrssd', 'name', 'form', 'date', 'knownFrom', 'aociOptOut'];

function write(): void {
  const rows = [...reportsByBank().values()].flatMap(rowsOf);
  const columns = [...LEVELS, ...FLOWS];
  const header = [...OWN_COLUMNS, ...columns.map(([name]) => name)].join(',');
  const codes = Object.fromEntries(columns.map(([name, , code]) => [name, code]));
  writeDataset(
    'call-report-quarters',
    'named-banks',
    header,
    rows,
    {
      source: 'FFIEC Central Data Repository',
      document:
        'Call Reports (FFIEC 031, 041 and 051) of 53 named banks, ' +
        'schedules RC, RC-B, RC-C, RC-E, RC-K, RC-L, RC-R, RI',
      url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
      retrieved: '2026-11-22',
      licence: 'FFIEC data are public',
      knownFrom: 'column knownFrom: 35 calendar days after the report date, the longest term',
      fields: {
        idrssd: "the Federal Reserve's number of the bank; it stays when the name changes",
        name: 'name as filed in that quarter, without commas',
        form: 'FFIEC form of that quarter: 031, 041 or 051',
        date: 'report date, last day of the quarter, ISO 8601',
        knownFrom: 'ISO date by which the Call Report of the quarter was due',
        aociOptOut: 'RCOAP838: 1 when AOCI is left out of capital, else 0',
        ...codes,
      },
      notes: NOTES,
    },
    '2026-11-28',
  );
}

const NOTES = [
  'USD million. The insured bank, not its holding company.',
  'A code RCFD, RCFA or RCFN stands for the consolidated item; filers of 041 and 051 report it ' +
    'under RCON or RCOA.',
  'Flows (RIAD) are of the quarter: amounts from 1 January on, differenced (derived). The first ' +
    'quarter is 2018-03-31, whose year to date is its own; 2023-03-31 is not in the source, so ' +
    'that no later quarter of 2023 up to June could be differenced.',
  'A bank whose report counts from a date within the year (an acquirer with push-down ' +
    'accounting) would show a negative flow: none does.',
  'Mergers are not adjusted: what was taken over stands in the reports from then on.',
  'bonds: debt securities other than mortgage-backed, and pools not backed by closed-end ' +
    'first-lien 1-4 family loans, by the earlier of maturity and next repricing; pools: ' +
    'those backed by them; otherMbs: other mortgage-backed securities by expected average ' +
    'life. Held to maturity at amortised cost, available for sale at fair value.',
  'mortgages: closed-end first-lien 1-4 family loans, domestic; otherLoans: all others, those ' +
    'held for sale among them.',
  'averageLoans is of domestic offices alone, income of all: the rate of loans of a bank with ' +
    'many loans abroad comes out too high.',
  'An amount that the bank left blank counts as nothing, as on the form; filers of 051 are not ' +
    'asked for swaps.',
  'Read from a copy of the bulk files in a public repository, not from the address above.',
];

write();
