import { dayFromCivil, isoFromDay } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMapping, type TapeMapping } from '../mapping/index.js';
import { applyMapping } from './apply-mapping.js';
import type { TapeLoad } from './load-report.js';
import { joinRows, type MappedRows } from './mapped-rows.js';
import { memoryTape } from './memory-tape.test-fixture.js';

const VALUATION_DATE = dayFromCivil(2024, 12, 31);

/** A mapping of deposits, which need the fewest terms, with some of them replaced. */
function deposits(terms: Readonly<Record<string, unknown>>): TapeMapping {
  const row = {
    kind: 'deposits',
    balance: 'notionalPrincipal',
    terms: {
      contractID: { column: 'ID' },
      product: { constant: 'savings' },
      currency: { constant: 'USD' },
      contractType: { constant: 'UMP' },
      notionalPrincipal: { column: 'BAL', unit: 'USD' },
      nominalInterestRate: { column: 'RATE', unit: 'per cent' },
      ...terms,
    },
  };
  const limits = { quarantinedRows: 1, quarantinedBalance: 1 };
  const text = JSON.stringify({ version: 1, title: 'test', limits, rows: [row] });
  const mapping = parseMapping({ text, name: 'm.json' });
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.issues));
  return mapping.value;
}

interface Read {
  readonly rows: MappedRows | undefined;
  readonly load: TapeLoad;
}

async function read(columns: string, rows: readonly string[], mapping: TapeMapping): Promise<Read> {
  const pieces: MappedRows[] = [];
  const result = await applyMapping({
    tape: memoryTape({ columns: columns.split(' '), rows: rows.map((row) => row.split('|')) }),
    mapping,
    valuationDate: VALUATION_DATE,
    load: (piece) => pieces.push(piece),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { rows: joinRows(pieces)[0], load: result.value };
}

function found({ load }: Read): readonly string[] {
  return load.report.findings.map(({ rule, at, examples }) =>
    `${rule} ${at} ${examples.map(({ row, got }) => `${row}: ${got}`).join(' ')}`.trim(),
  );
}

describe('cells by the mapping', () => {
  it('TAPE-24: a sign by a column of debit and credit, and a code that is neither', async () => {
    const sign = { column: 'DC', positive: ['C'], negative: ['D'] };
    const mapping = deposits({ notionalPrincipal: { column: 'BAL', unit: 'USD', sign } });
    const done = await read(
      'ID BAL DC RATE',
      ['a|1000000|C|1', 'b|500000|D|1', 'c|7|X|1'],
      mapping,
    );
    expect([...(done.rows?.numbers.get('notionalPrincipal') ?? [])]).toEqual([1]);
    expect(found(done)).toEqual([
      'unknown-code notionalPrincipal 4: "7"',
      'negative-balance notionalPrincipal 3: -0.5',
    ]);
  });

  it('TAPE-24: a sign turned over, as ledgers write what the bank owes', async () => {
    const source = { column: 'BAL', unit: 'USD thousand', sign: 'reversed' };
    const done = await read('ID BAL RATE', ['a|-1500|1'], deposits({ notionalPrincipal: source }));
    expect(done.rows?.numbers.get('notionalPrincipal')?.[0]).toBe(1.5);
  });

  it('TAPE-24: an empty cell is nothing, or what the mapping says it is', async () => {
    const empty = await read('ID BAL RATE', ['a|1|'], deposits({}));
    expect(found(empty)).toEqual(['missing nominalInterestRate 2: nothing']);
    const source = { column: 'RATE', unit: 'per cent', whenEmpty: '0' };
    const zero = await read('ID BAL RATE', ['a|1|'], deposits({ nominalInterestRate: source }));
    expect(zero.rows?.numbers.get('nominalInterestRate')?.[0]).toBe(0);
  });

  it('TAPE-24: one code that becomes empty is nothing, one not listed is unknown', async () => {
    const cycleOfInterestPayment = {
      column: 'F',
      unit: 'months',
      codes: { M: '1', Q: '3', X: '' },
    };
    const rows = ['a|1|1|M', 'b|1|1|Q', 'c|1|1|X', 'd|1|1|W'];
    const done = await read('ID BAL RATE F', rows, deposits({ cycleOfInterestPayment }));
    expect([...(done.rows?.numbers.get('cycleOfInterestPayment') ?? [])]).toEqual([
      1,
      3,
      Number.NaN,
    ]);
    expect(found(done)).toEqual(['unknown-code cycleOfInterestPayment 5: "W"']);
  });

  it('TAPE-23: maturity as months or years left from the valuation date', async () => {
    const contractType = { constant: 'PAM' };
    for (const [unit, cells] of [
      ['months left', '2 30'],
      ['years left', '0.25 2.5'],
    ] as const) {
      const maturityDate = { column: 'LEFT', unit };
      const [first, second] = cells.split(' ');
      const rows = [
        `a|1|1|${unit === 'months left' ? first : '0.166666666667'}`,
        `b|1|1|${second}`,
        'c|1|1|0.7',
      ];
      const done = await read('ID BAL RATE LEFT', rows, deposits({ contractType, maturityDate }));
      // 2024-12-31 and 2 months: the end of February; and 30 months.
      expect([...(done.rows?.numbers.get('maturityDate') ?? [])].map(isoFromDay)).toEqual([
        '2025-02-28',
        '2027-06-30',
      ]);
      expect(found(done)).toEqual(['unreadable maturityDate 4: "0.7"']);
    }
  });

  it('TAPE-30: a time deposit without maturity is refused, an open account is not', async () => {
    const contractType = { column: 'T', codes: { TD: 'PAM', SV: 'UMP' } };
    const maturityDate = { column: 'MAT', pattern: 'MM/DD/YYYY' };
    const rows = ['a|1|1|TD|', 'b|1|1|SV|', 'c|1|1|TD|12/31/2025'];
    const done = await read('ID BAL RATE T MAT', rows, deposits({ contractType, maturityDate }));
    expect(found(done)).toEqual(['missing maturityDate 2: nothing']);
  });

  it('TAPE-30: equal days are in order; the valuation date is the last to mature', async () => {
    const terms = {
      contractType: { constant: 'PAM' },
      initialExchangeDate: { column: 'START', pattern: 'YYYY-MM-DD' },
      maturityDate: { column: 'MAT', pattern: 'YYYY-MM-DD' },
    };
    const rows = ['a|1|1|2024-12-31|2024-12-31', 'b|1|1|2024-12-30|2024-12-30'];
    const done = await read('ID BAL RATE START MAT', rows, deposits(terms));
    expect(found(done)).toEqual(['matured maturityDate 3: 2024-12-30']);
    expect(done.rows?.count).toBe(1);
  });

  it('TAPE-20: a condition may be met by what a cell is not', async () => {
    const mapping = deposits({});
    const leaveOut = [{ when: [{ column: 'ID', notIn: ['a', 'c'] }], reason: 'neither a nor c' }];
    const done = await read('ID BAL RATE', ['a|1|1', 'b|1|1', 'c|1|1'], { ...mapping, leaveOut });
    expect([...(done.rows?.row ?? [])]).toEqual([2, 4]);
    expect(done.load.report.leftOut).toEqual([{ reason: 'neither a nor c', rows: 1 }]);
  });

  it('TAPE-31: rates in another unit than the mapping says refuse the load', async () => {
    const rows = ['a|1|525', 'b|1|450', 'c|1|375', 'd|1|500', 'e|1|425'];
    const done = await read('ID BAL RATE', rows, deposits({}));
    expect(
      done.load.status === 'refused' && done.load.issues.map(({ message }) => message),
    ).toEqual([
      'tape.csv: expected rows to load, got none',
      'tape.csv deposits nominalInterestRate: expected the unit that the mapping says, ' +
        'got the mapping says per cent, the sizes say basis points',
    ]);
  });

  it('TAPE-31: of deposits near zero the unit cannot be told by size: a warning', async () => {
    const rows = ['a|1|0.01', 'b|1|0.05', 'c|1|0.1', 'd|1|0.15', 'e|1|0.2'];
    const done = await read('ID BAL RATE', rows, deposits({}));
    expect(done.load.status).toBe('loaded');
    expect(done.load.report.findings.map(({ rule }) => rule)).toEqual(['rate-unit-unclear']);
  });

  it('TAPE-22: the same tape in other units gives the same bits (seed 24)', async () => {
    const row = fc.record({
      cents: fc.integer({ min: 1, max: 2 ** 40 }),
      bp: fc.integer({ min: 0, max: 2500 }),
    });
    const amounts = [
      ['USD cent', 0],
      ['USD', 2],
      ['USD thousand', 5],
      ['USD million', 8],
    ] as const;
    const rates = [
      ['basis points', 0],
      ['per cent', 2],
      ['decimal', 4],
    ] as const;
    const property = fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const columns: string[] = [];
        for (const [unit, digits] of amounts) {
          for (const [rateUnit, rateDigits] of rates) {
            const mapping = deposits({
              notionalPrincipal: { column: 'BAL', unit },
              nominalInterestRate: { column: 'RATE', unit: rateUnit },
            });
            const cells = rows.map(
              ({ cents, bp }, at) => `${at}|${shifted(cents, digits)}|${shifted(bp, rateDigits)}`,
            );
            const done = await read('ID BAL RATE', cells, mapping);
            columns.push(
              JSON.stringify(
                ['notionalPrincipal', 'nominalInterestRate'].map((name) =>
                  [...(done.rows?.numbers.entries() ?? [])]
                    .filter(([key]) => key === name)
                    .map(([, values]) => [...values]),
                ),
              ),
            );
          }
        }
        // The decimal numbers themselves, rounded once by the platform.
        const amountsExpected = rows.map(({ cents }) => Number(`${cents}e-8`));
        const ratesExpected = rows.map(({ bp }) => Number(`${bp}e-4`));
        expect(new Set(columns)).toEqual(
          new Set([JSON.stringify([[amountsExpected], [ratesExpected]])]),
        );
      },
    );
    await fc.assert(property, { seed: 24, numRuns: 40 });
  });
});

/** A whole number with its point moved to the left, written out. */
function shifted(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
