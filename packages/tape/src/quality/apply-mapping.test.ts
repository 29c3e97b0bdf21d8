import { dayFromCivil } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefusedCell } from '../refused-cell.js';
import { applyMapping, type MappingRequest } from './apply-mapping.js';
import { DEFECTS_COLUMNS, DEFECTS_ROWS, defectsMapping } from './defects.test-fixture.js';
import type { Ledger } from './ledger.js';
import type { LoadReport, TapeLoad } from './load-report.js';
import { loadTables } from './load-tables.js';
import { joinRows, type MappedRows } from './mapped-rows.js';
import { memoryTape } from './memory-tape.test-fixture.js';

const VALUATION_DATE = dayFromCivil(2024, 12, 31);
const TORN: RefusedCell = { row: 22, column: '', code: 'ragged', expected: '12 cells', got: '3' };

interface Loaded {
  readonly load: TapeLoad;
  readonly rows: readonly MappedRows[];
  readonly quarantined: readonly RefusedCell[];
}

async function loaded(
  request: Partial<MappingRequest> & Pick<MappingRequest, 'tape'>,
): Promise<Loaded> {
  const pieces: MappedRows[] = [];
  const quarantined: RefusedCell[] = [];
  const result = await applyMapping({
    mapping: defectsMapping(),
    valuationDate: VALUATION_DATE,
    load: (rows) => pieces.push(rows),
    quarantine: (cells) => {
      quarantined.push(...cells);
    },
    ...request,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { load: result.value, rows: joinRows(pieces), quarantined };
}

function defectsTape(rows = DEFECTS_ROWS) {
  return memoryTape({ columns: DEFECTS_COLUMNS, rows, refused: [TORN] });
}

function table({ findings }: LoadReport): readonly string[] {
  return findings.map(({ severity, rule, at, count, balanceUsdMillion, examples }) => {
    const rows = examples.map(({ row }) => row).join(' ');
    return `${severity} | ${rule} | ${at} | ${count} | ${balanceUsdMillion} | ${rows}`;
  });
}

describe('data quality', () => {
  it('TAPE-30: every defect is found, with its rows and their balance', async () => {
    const { load } = await loaded({ tape: defectsTape() });
    expect(table(load.report)).toEqual([
      'quarantine | row-shape |  | 1 | 0 | 22', // torn: no balance can be read
      'quarantine | kind-unknown |  | 1 | 0 | 3', // of no kind: no balance column is known
      'quarantine | missing | nominalInterestRate | 1 | 0.1 | 4',
      'quarantine | unreadable | notionalPrincipal | 1 | 0 | 5',
      'quarantine | unknown-code | product | 1 | 0.1 | 6',
      'quarantine | range | nominalInterestRate | 1 | 0.1 | 7', // 525 per cent is 5.25
      'quarantine | duplicate-id | contractID | 2 | 0.4 | 8 9', // 0.1 + 0.3: both, none guessed
      'quarantine | currency | currency | 1 | 0.1 | 10',
      'quarantine | negative-balance | notionalPrincipal | 1 | 0.1 | 11', // |-0.1|
      'quarantine | start-after-maturity | initialExchangeDate | 1 | 0.1 | 12',
      'quarantine | matured | maturityDate | 2 | 0.2 | 12 13', // row 12 matured in 2023 as well
      'quarantine | reset-after-maturity | cycleAnchorDateOfRateReset | 1 | 0.1 | 14',
      'quarantine | index-missing | rateIndex | 1 | 0.1 | 15',
      'warn | rate-unit-row | nominalInterestRate | 1 | 0.1 | 16',
      'warn | reset-missing | cycleAnchorDateOfRateReset | 1 | 0.1 | 17',
      'warn | not-started | initialExchangeDate | 1 | 0.1 | 18',
      'warn | zero-balance | notionalPrincipal | 1 | 0 | 19',
      'warn | insured-above-balance | insuredAmount | 1 | 0.25 | 20',
    ]);
  });

  it('TAPE-32: every row is loaded, quarantined or left out, and says why', async () => {
    const { load, quarantined, rows } = await loaded({ tape: defectsTape() });
    const { report } = load;
    // 20 rows and one torn: A01, A14 to A17 and D01 are loaded, the trailer is left out.
    expect([report.rows, report.loadedRows, report.quarantinedRows]).toEqual([21, 6, 14]);
    expect(report.leftOut).toEqual([{ reason: 'last line of the extract', rows: 1 }]);
    expect(new Set(quarantined.map(({ row }) => row)).size).toBe(14);
    expect(quarantined.find(({ row }) => row === 7)).toEqual({
      row: 7,
      column: 'RATE',
      code: 'range',
      expected: 'a decimal rate a year from -0.05 to 0.4',
      got: '5.25, of "525"',
    });
    expect(rows.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['loans 5', 'deposits 1']);
    const [loans] = rows;
    expect([...(loans?.numbers.get('notionalPrincipal') ?? [])]).toEqual([1, 0.1, 0.1, 0.1, 0]);
    expect([...(loans?.row ?? [])]).toEqual([2, 16, 17, 18, 19]);
  });

  it('TAPE-32: rows and columns that come in other pieces are the same rows', async () => {
    const whole = await loaded({ tape: defectsTape() });
    for (const pieceRows of [1, 3, 100]) {
      const tape = memoryTape({
        columns: DEFECTS_COLUMNS,
        rows: DEFECTS_ROWS,
        refused: [TORN],
        pieceRows,
      });
      expect(await loaded({ tape })).toEqual(whole);
    }
  });

  it('TAPE-32: any order of the rows gives the same counts and totals (seed 32)', async () => {
    const sorted = await loaded({ tape: defectsTape() });
    const plain = ({ report }: TapeLoad): unknown => ({
      ...report,
      findings: report.findings.map(({ examples: _, ...finding }) => finding),
    });
    const order = fc.shuffledSubarray([...DEFECTS_ROWS], { minLength: DEFECTS_ROWS.length });
    const property = fc.asyncProperty(order, async (rows) => {
      const { load } = await loaded({ tape: defectsTape(rows) });
      expect(plain(load)).toEqual(plain(sorted.load));
    });
    await fc.assert(property, { seed: 32, numRuns: 60 });
  });
});

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1e9) / 1e9 + 0;
}

const LEDGER: Ledger = {
  version: 1,
  title: 'general ledger',
  asOf: '2024-12-31',
  unit: 'USD thousand',
  tolerance: 0.5,
  lines: [
    { group: 'loans', product: 'mortgage', total: 1700 },
    { group: 'loans', product: 'commercial', total: 700 },
    { group: 'deposits', total: 250 },
  ],
};

describe('the ledger', () => {
  it('TAPE-33: ledger = loaded + quarantined + difference, by group and product', async () => {
    const { load } = await loaded({ tape: defectsTape(), ledger: LEDGER });
    const lines = load.report.reconciliation.map((line) => [
      `${line.group} ${line.product ?? ''}`.trim(),
      rounded(line.ledgerUsdMillion),
      rounded(line.loadedUsdMillion),
      rounded(line.quarantinedUsdMillion),
      line.rowsWithoutBalance,
      rounded(line.differenceUsdMillion),
      line.withinTolerance,
    ]);
    expect(lines).toEqual([
      // A05 has a code that is no product: 0.1 quarantined, under no line of the ledger.
      ['loans', undefined, 0, 0.1, 0, undefined, true],
      // Loaded A14 to A17: 0.1 + 0.1 + 0.1 + 0. Quarantined A10 to A13: 4 x 0.1. 0.7 = 0.3 + 0.4.
      ['loans commercial', 0.7, 0.3, 0.4, 0, 0, true],
      // Loaded A01: 1. Quarantined A03 0.1, A06 0.1, A07 0.1 + 0.3, A08 0.1, A09 -0.1 = 0.6; A04
      // cannot be read. 1.7 - 1 - 0.6 = 0.1: A04, if the ledger is right.
      ['loans mortgage', 1.7, 1, 0.6, 1, 0.1, false],
      ['deposits', 0.25, 0.25, 0, 0, 0, true],
      // The torn row and the row of no kind.
      ['unknown', undefined, 0, 0, 2, undefined, true],
    ]);
    const issues = load.status === 'refused' ? load.issues.map(({ message }) => message) : [];
    expect(issues).toEqual([
      'tape.csv loans, mortgage: expected 1.7 USD million, within 0.5 USD thousand, ' +
        'got 1.6 loaded and quarantined',
    ]);
  });

  it('TAPE-33: a cent beyond the ledger is seen; another unit is named', async () => {
    const refusals = async (ledger: Ledger, cents = '00'): Promise<readonly string[]> => {
      const rows = DEFECTS_ROWS.map((row) =>
        row.map((cell) => (cell === '250000' ? `250000.${cents}` : cell)),
      );
      const { load } = await loaded({ tape: defectsTape(rows), ledger });
      return load.status === 'refused' ? load.issues.map(({ path, got }) => `${path}: ${got}`) : [];
    };
    // 100 thousand more: row A04, whose balance cannot be read, is what the ledger holds beyond.
    const lines = LEDGER.lines.map((line) =>
      line.product === 'mortgage' ? { ...line, total: 1600 } : line,
    );
    const exact = { ...LEDGER, lines, tolerance: 0.000_001 };
    expect(await refusals(exact)).toEqual([]);
    expect(await refusals(exact, '01')).toEqual([
      'tape.csv deposits: 0.25000001 loaded and quarantined',
    ]);
    expect(await refusals({ ...exact, asOf: '2024-11-30' })).toEqual(['ledger: 2024-11-30']);
    const thousandfold = { ...exact, unit: 'USD million' } as const;
    expect((await refusals(thousandfold))[2]).toBe(
      'tape.csv deposits: 0.25 loaded and quarantined, 0.001 times as much: another unit?',
    );
    const without = { ...exact, lines: lines.filter(({ group }) => group !== 'deposits') };
    expect(await refusals(without)).toEqual([
      'tape.csv deposits, savings: 0.25 loaded and quarantined',
    ]);
  });

  it('TAPE-33: as tables, in thousands, with what adds up and what does not', async () => {
    const { load } = await loaded({ tape: defectsTape(), ledger: LEDGER });
    const [rows, quality, reconciliation] = loadTables(load.report);
    expect(rows?.rows).toEqual([
      ['loaded', 6],
      ['quarantined', 14],
      ['left out: last line of the extract', 1],
      ['on the tape', 21],
    ]);
    expect(rows?.notes[0]).toContain('70% of rows, limit 100%; 45.6% of the balance');
    expect(quality?.rows[6]).toEqual([
      ...['quarantine', 'the id stands in more than one row (duplicate-id)', 'loans', 'contractID'],
      ...[2, 400, '8: "A07"; 9: "A07"'],
    ]);
    expect(reconciliation?.rows.map((row) => [row[0], row[1], row[7]])).toEqual([
      ['loans', '', 'no ledger'],
      ['loans', 'commercial', 'adds up'],
      ['loans', 'mortgage', 'does not add up'],
      ['deposits', '', 'adds up'],
      ['unknown', '', 'no ledger'],
    ]);
  });

  it('TAPE-34: above the stated share of rows or of balance the load is refused', async () => {
    const limits = (quarantinedRows: number, quarantinedBalance: number) => ({
      ...defectsMapping(),
      limits: { quarantinedRows, quarantinedBalance },
    });
    const refusals = async (rows: number, balance: number): Promise<readonly string[]> => {
      const { load } = await loaded({ tape: defectsTape(), mapping: limits(rows, balance) });
      return load.status === 'refused' ? load.issues.map(({ path, got }) => `${path}: ${got}`) : [];
    };
    // 14 of 20 rows that are not left out = 70%. Balance: quarantined |0.1| x 8 (A03, A05, A06,
    // A08, A09, A10 to A13 are 9) + 0.4 = 1.3; loaded 1.3 + 0.25 = 1.55; 1.3 / 2.85 = 45.6%.
    expect(await refusals(0.7, 0.46)).toEqual([]);
    expect(await refusals(0.69, 0.46)).toEqual(['tape.csv quarantined rows: 70%']);
    expect(await refusals(0.7, 0.45)).toEqual(['tape.csv quarantined balance: 45.6%']);
  });
});
