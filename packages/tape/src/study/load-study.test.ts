import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  baseRowValues,
  evaluate,
  type Position,
  parseStudy,
  positionsFromBook,
  type Study,
  studyHash,
} from '@almfes/engine';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTape } from '../open-tape.js';
import type { RefusedCell } from '../refused-cell.js';
import { writeParquet } from '../write-parquet.js';
import { loadStudy, type StudyLoad, type StudyRequest } from './load-study.js';
import {
  codesOf,
  exampleFrame,
  exampleLedger,
  exampleMapping,
  exampleText,
  good,
} from './load-study.test-fixture.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-study-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const CSV = exampleText('contracts.csv');

interface Loaded {
  readonly load: StudyLoad;
  readonly bad: readonly RefusedCell[];
}

/** Loads files whole, each by the example's mapping unless another is given. */
async function loadFiles(
  files: readonly (readonly [name: string, text: string | undefined])[],
  options: Partial<Omit<StudyRequest, 'tapes'>> & { readonly limits?: number } = {},
): Promise<Loaded> {
  const { limits = 1, ...rest } = options;
  const bad: RefusedCell[] = [];
  const mapping = {
    ...exampleMapping(),
    limits: { quarantinedRows: limits, quarantinedBalance: limits },
  };
  const tapes = [];
  for (const [name, text] of files) {
    const file = join(folder, name);
    if (text !== undefined) writeFileSync(file, text);
    tapes.push(good(await openTape({ file })));
  }
  const request = tapes.map((tape) => ({
    tape,
    mapping,
    quarantine: (cells: readonly RefusedCell[]) => {
      bad.push(...cells);
    },
  }));
  const load = await loadStudy({ frame: exampleFrame(), ...rest, tapes: request });
  for (const tape of tapes) await tape.close();
  return { load: good(load), bad };
}

async function studyOf(...[files, options]: Parameters<typeof loadFiles>): Promise<Study> {
  const { load } = await loadFiles(files, options);
  if (load.status === 'refused') throw new Error(JSON.stringify(load.issues));
  return load.study;
}

const row = (study: Study, id: string): Position | undefined =>
  positionsFromBook(study.book).find((position) => position.id === id);

/** The example with one cell replaced in the line of an id. */
function changed(id: string, from: string, to: string): string {
  const lines = CSV.split('\n');
  const at = lines.findIndex((line) => line.includes(`,${id},`));
  const line = lines[at] ?? '';
  if (!line.includes(from)) throw new Error(`${id} has no ${from}`);
  return lines.with(at, line.replace(from, to)).join('\n');
}

describe('the example tape as a Study', () => {
  it('TAPE-42, TAPE-44: months and principal, by hand from 2022-12-31', async () => {
    const study = await studyOf([['example.csv', CSV]]);
    const months = (id: string) => {
      const found = row(study, id);
      return [
        found?.principal,
        found?.firstPrincipalMonth,
        found?.maturityMonth,
        found?.ageMonths,
        found?.behaviour,
      ];
    };
    // L001 ends 2051-04-01: 27 years and 3 months to 2050-03-31, so the month to 2051-04-30 is 340;
    // it began 2021-03-15 and has run 21 whole months.
    expect(months('L001')).toEqual(['level', 1, 28 * 12 + 4, 21, 'mortgages']);
    // L005 ends 2026-06-30, the very end of month 42; L007 repays each month to 2027-08-31.
    expect(months('L005')).toEqual(['even', 42, 42, 0, '']);
    expect(months('L007')).toEqual(['even', 1, 56, 0, '']);
    // D005 ends 2023-06-15, within the month that ends 2023-06-30; D003 has no maturity.
    expect(months('D005')).toEqual(['even', 6, 6, 0, '']);
    expect(months('D003')).toEqual(['decay', 0, 0, 0, 'savings']);
    expect(months('S003')).toEqual(['level', 1, 28 * 12 + 2, 22, 'pools']);
  });

  it('TAPE-43, TAPE-45: amounts and rates, by hand', async () => {
    const study = await studyOf([['example.csv', CSV]]);
    // S001: par 50, cost 50.1, fair value 45.9, coupon 1.25%, yield 1.21%.
    expect(row(study, 'S001')).toMatchObject({
      ...{ group: 'afs', notionalUsdMillion: 50.1, carryingUsdMillion: 45.9 },
      ...{ premium: 50.1 / 50 - 1, couponRate: 0.0125, rate: 0.0121, discountSpread: 0.004 },
    });
    // S004 is held to maturity at cost; the borrowers of its pool pay 2.85%.
    expect(row(study, 'S004')).toMatchObject({
      ...{ group: 'htm', notionalUsdMillion: 76.5, carryingUsdMillion: 76.5, noteRate: 0.0285 },
    });
    // L006 floats with SOFR after its reset of 2023-03-31, the end of month 3.
    expect(row(study, 'L006')).toMatchObject({
      ...{ floats: true, rateIndex: 'sofr', resetMonth: 3, rate: 0.0655, couponRate: 0.0655 },
      ...{ discountSpread: 0.02, reinvestTenorMonths: 36, reinvestSpread: 0.024, noteRate: 0 },
    });
    expect(row(study, 'G001')).toMatchObject({
      ...{ group: 'cash', principal: 'even', maturityMonth: 1, floats: true, rate: 0.044 },
    });
    expect(row(study, 'G003')).toMatchObject({ side: 'liability', principal: 'none' });
  });

  it('TAPE-46: a swap that pays fixed is a hedge with its notional above zero', async () => {
    const study = await studyOf([['example.csv', CSV]]);
    // From 2022-04-01, running, to 2029-04-01: 6 years and 3 months and a day, so month 76.
    expect(study.hedges).toEqual([
      {
        ...{ id: 'X001', model: 'fair-value', hedgedGroup: 'loans', notionalUsdMillion: 50 },
        ...{ fixedRate: 0.0275, floatSpread: 0, startMonth: 0, maturityMonth: 76 },
      },
    ]);
    const receiver = await studyOf([['receiver.csv', changed('X001', 'PAY', 'RECEIVE')]]);
    expect(receiver.hedges[0]?.notionalUsdMillion).toBe(-50);
  });

  it('TAPE-40: evaluates, and equals the Study whose rows are written as JSON', async () => {
    const study = await studyOf([['example.csv', CSV]]);
    const positions = positionsFromBook(study.book).toReversed();
    const { hedges } = study;
    const json = { ...JSON.parse(exampleText('frame.json')), hedges, positions };
    const written = good(parseStudy(JSON.parse(JSON.stringify(json))));
    expect(studyHash(study, sha256)).toBe(studyHash(written, sha256));
    expect(evaluate(study)).toEqual(evaluate(written));
  });

  it('TAPE-40: is one Study, by hash, in any order of the rows and in each format', async () => {
    const lines = CSV.trim().split('\n');
    const [header = '', ...rows] = lines;
    const cells = rows.map(cellsOf);
    const names = cellsOf(header);
    const objects = cells.map((of) =>
      JSON.stringify(
        Object.fromEntries(names.flatMap((name, at) => (of[at] === '' ? [] : [[name, of[at]]]))),
      ),
    );
    const parquet = join(folder, 'same.parquet');
    const columns = names.map((name, at) => {
      const values = cells.map((of) => (of[at] === '' ? null : (of[at] ?? null)));
      return { name, as: 'text', values } as const;
    });
    good(await writeParquet({ file: parquet, columns }));
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('contracts');
    for (const of of [names, ...cells]) sheet.addRow(of.map((cell) => (cell === '' ? null : cell)));
    writeFileSync(join(folder, 'same.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer()));
    const hashes = [];
    for (const [name, text] of [
      ['same.csv', CSV],
      ['turned.csv', [header, ...rows.toReversed()].join('\n')],
      ['same.jsonl', objects.join('\n')],
      ['same.parquet', undefined],
      ['same.xlsx', undefined],
    ] as const) {
      hashes.push(studyHash(await studyOf([[name, text]]), sha256));
    }
    expect(new Set(hashes).size).toBe(1);
  });
});

/** Cells of a line of the example: quotes stand around amounts alone. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
}

describe('rows of which no position can be made', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ['a loan without maturity', 'L005', 'BULLET', 'OPEN', 'unknown-code'],
    ['a loan beyond 40 years', 'L001', '04/01/2051', '04/01/2063', 'no-position'],
    ['a mortgage without its start', 'L001', '03/15/2021', '', 'missing'],
    ['a product without a model', 'L008', 'auto', 'boat', 'unknown-code'],
    ['a security without its yield', 'S005', '2.66', '', 'missing'],
    ['a pool without its note rate', 'S003', '2.9', '', 'missing'],
    ['a cost thrice the par amount', 'S005', '20,600', '60,600', 'no-position'],
    ['a time deposit that is neither fixed nor floating', 'D005', ',F,', ',,', 'missing'],
    ['a swap that ends before it starts', 'X001', '04/01/2022', '04/01/2031', 'no-position'],
  ];
  it.each(cases)('TAPE-41: %s is quarantined', async (what, id, from, to, code) => {
    const { load, bad } = await loadFiles([[`${id}-${code}.csv`, changed(id, from, to)]]);
    expect(what).not.toBe('');
    expect(bad.map((cell) => cell.code)).toContain(code);
    expect(load.contracts).toBe(28);
    expect(load.reports[0]?.quarantinedRows).toBe(1);
  });

  it('TAPE-41: a mapping that does not say what a Study needs is refused', async () => {
    const file = join(folder, 'example-short.csv');
    writeFileSync(file, CSV);
    const mapping = exampleMapping();
    const rows = mapping.rows.map((each) => {
      const { discountSpread: _, ...terms } = each.terms;
      return each.kind === 'loans' ? { ...each, terms } : each;
    });
    const tape = good(await openTape({ file }));
    const load = await loadStudy({
      tapes: [{ tape, mapping: { ...mapping, rows } }],
      frame: exampleFrame(),
    });
    await tape.close();
    expect(load.ok ? [] : codesOf(load.issues)).toEqual([
      'missing example-short.csv /rows/0/terms/discountSpread',
    ]);
  });

  it('TAPE-41: terms that a Study has no place for are told', async () => {
    const { load } = await loadFiles([['example.csv', CSV]]);
    expect(load.unused.map(({ kind, term }) => `${kind} ${term}`)).toEqual([
      'loans rateSpread',
      'securities rateSpread',
      'deposits insuredAmount',
      'derivatives fairValue',
    ]);
  });
});

describe('several tapes, ledger and limits', () => {
  const lines = CSV.trim().split('\n');
  const [header = ''] = lines;
  const part = (...records: readonly string[]): string =>
    [header, ...lines.filter((line) => records.includes(line.slice(0, 2)))].join('\n');

  it('TAPE-47: three tapes are one Study and one reconciliation', async () => {
    const ledger = exampleLedger();
    const parts = [
      ['loans.csv', part('LN')],
      ['deposits.csv', part('DP', 'BR')],
      ['rest.csv', part('SC', 'SW', 'GL')],
    ] as const;
    const { load } = await loadFiles(parts, { ledger });
    if (load.status === 'refused') throw new Error(JSON.stringify(load.issues));
    const whole = await studyOf([['example.csv', CSV]], { ledger });
    expect(studyHash(load.study, sha256)).toBe(studyHash(whole, sha256));
    expect(load.reconciliation.every(({ withinTolerance }) => withinTolerance)).toBe(true);
    const deposits = load.reconciliation.find(({ group }) => group === 'deposits');
    // 170 + 90 + 120 + 160 + 95 + 55 USD million, as the ledger has it.
    expect(deposits).toMatchObject({ loadedUsdMillion: 690, ledgerUsdMillion: 690 });
  });

  it('TAPE-47: a tape that is left away is a difference, and refuses the load', async () => {
    const { load } = await loadFiles([['loans.csv', part('LN')]], { ledger: exampleLedger() });
    expect(load.status === 'refused' && codesOf(load.issues)).toContain(
      'ledger all tapes deposits',
    );
  });

  it('TAPE-48: a tape over its limits gives no Study, but its report', async () => {
    const bad = changed('L005', '06/30/2026', '06/31/2026');
    const { load } = await loadFiles([['bad.csv', bad]], { limits: 0.01 });
    expect(load.status).toBe('refused');
    // One row of 29, the trailer left out.
    expect(load.reports[0]?.quarantinedShare.rows).toBeCloseTo(1 / 29, 12);
  });
});

describe('cells', () => {
  const twice = (study: string, id: string, to: string, change: (line: string) => string) => {
    const line = study.split('\n').find((each) => each.includes(`,${id},`)) ?? '';
    return study.replace(line, `${line}\n${change(line.replace(`,${id},`, `,${to},`))}`);
  };
  const value = (study: Study): number =>
    baseRowValues(study).reduce((sum, each, at) => sum + each * (study.book.side[at] ?? 0), 0);

  it('TAPE-49: equal terms merge into one row of the same value', async () => {
    const text = twice(
      twice(CSV, 'L001', 'L101', (line) => line),
      'L007',
      'L107',
      (line) => line,
    );
    const single = await studyOf([['twice.csv', text]]);
    const merged = await studyOf([['twice.csv', text]], { cells: { rateBp: 0 } });
    expect([single.book.id.length, merged.book.id.length]).toEqual([30, 28]);
    expect(row(merged, 'L001')?.notionalUsdMillion).toBe(190);
    expect(value(merged)).toBeCloseTo(value(single), 9);
    const { load } = await loadFiles([['twice.csv', text]], { cells: { rateBp: 0 } });
    const told = load.status === 'loaded' ? load.cells : undefined;
    expect(told?.rows).toBe(28);
    expect(told?.singleUsdMillion).toBeCloseTo(value(single), 9);
    expect(told?.mergedUsdMillion).toBeCloseTo(value(single), 9);
  });

  it('TAPE-49: rates within the rounding merge at their mean by principal', async () => {
    const text = twice(CSV, 'D006', 'D106', (line) => line.replace('2.8', '2.84'));
    const single = await studyOf([['near.csv', text]]);
    const merged = await studyOf([['near.csv', text]], { cells: { rateBp: 10 } });
    expect([single.book.id.length, merged.book.id.length]).toEqual([29, 28]);
    // Two deposits of 55 at 2.80% and 2.84%: 110 at 2.82%; principal is even, so the value stays.
    expect(row(merged, 'D006')?.rate).toBeCloseTo(0.0282, 12);
    expect(value(merged)).toBeCloseTo(value(single), 9);
    const apart = await studyOf([['near.csv', text]], { cells: { rateBp: 0 } });
    expect(apart.book.id.length).toBe(29);
  });
});
