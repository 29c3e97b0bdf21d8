import { crc32, deflateRawSync } from 'node:zlib';
import { type CellValue, Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellsIn, given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';
import { cellAddress } from './sheet-cell.js';
import { plainZip, zipEntries } from './zip-entries.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

type Fill = (sheet: ReturnType<Workbook['addWorksheet']>, workbook: Workbook) => void;

async function workbook(fill: Fill): Promise<Uint8Array> {
  const made = new Workbook();
  fill(made.addWorksheet('Loans'), made);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

describe('a sheet of a workbook', () => {
  it('TAPE-11: dates, percentages, flags and texts as a person sees them', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('B3').value = 'id';
      for (const [column, name] of ['rate', 'balance', 'maturity', 'open', 'note'].entries()) {
        sheet.getRow(3).getCell(3 + column).value = name;
      }
      const rows = [
        [5, '007', 0.0525, 1000.5, new Date(Date.UTC(2024, 1, 29)), true, 'a "b",\nc'],
        [8, 42, 0.07, -2, new Date(Date.UTC(1970, 0, 1, 12)), false, { richText: [{ text: 'x' }] }],
      ] satisfies [number, ...CellValue[]][];
      for (const [row, ...cells] of rows) {
        for (const [column, value] of cells.entries()) {
          sheet.getRow(row).getCell(2 + column).value = value;
        }
        sheet.getRow(row).getCell(3).numFmt = '0.00%';
        sheet.getRow(row).getCell(5).numFmt = 'yyyy-mm-dd';
      }
    });
    const tape = given(await bench.open('loans.xlsx', bytes));
    const rows = given(
      await tape.read([
        { name: 'id', as: 'text' },
        { name: 'rate', as: 'text' },
        { name: 'balance', as: 'number' },
        { name: 'maturity', as: 'text' },
        { name: 'open', as: 'boolean' },
        { name: 'note', as: 'text' },
      ]),
    );
    expect(rows.columns.map(cellsIn)).toEqual([
      ['007', '42'],
      ['5.25%', '7%'],
      [1000.5, -2],
      ['2024-02-29', '1970-01-01T12:00:00'],
      [true, false],
      ['a "b",\nc', 'x'],
    ]);
    expect([...rows.row]).toEqual([5, 8]);
    const rate = { name: 'rate', as: 'number', scale: 0.01, percentSign: true } as const;
    expect(given(await tape.read([rate])).columns.map(cellsIn)).toEqual([[0.0525, 0.07]]);
  });

  it('TAPE-11: formulas, errors and merged cells are issues that name the cell', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRows([
        ['id', 'rate'],
        ['A', 1],
        ['B', 2],
      ]);
      sheet.getCell('B2').value = { formula: 'SUM(C1:C9)', result: 7 };
      sheet.getCell('B3').value = { error: '#N/A' };
      sheet.mergeCells('A3:A4');
    });
    expect(told(await bench.open('loans.xlsx', bytes))).toEqual([
      'loans.xlsx sheet "Loans" cell A3:A4 | one value in each cell | merged cells A3:A4',
      'loans.xlsx sheet "Loans" row 2 cell B2 | a value | the formula =SUM(C1:C9) (last result 7)',
      'loans.xlsx sheet "Loans" row 3 cell B3 | a value | the error #N/A',
    ]);
    expect(bench.left()).toEqual([]);
  });

  it('TAPE-11: of several sheets with cells one is stated', async () => {
    const bytes = await workbook((sheet, made) => {
      sheet.addRows([['id'], ['A']]);
      made.addWorksheet('Empty');
      made.addWorksheet('Notes').addRows([['text'], ['B'], ['C', 'D']]);
    });
    expect(told(await bench.open('a.xlsx', bytes))).toEqual([
      'a.xlsx | a stated sheet | cells in "Loans", "Notes"',
    ]);
    expect(told(await bench.open('a.xlsx', bytes, { sheet: 'Other' }))).toEqual([
      'a.xlsx | one of the sheets "Loans", "Notes" | "Other"',
    ]);
    const notes = { sheet: 'Notes', mostRefusedShare: 0.5 };
    const tape = given(await bench.open('a.xlsx', bytes, notes));
    expect([tape.rowCount, tape.refused.map(({ row, got }) => [row, got])]).toEqual([
      1,
      [[3, 'a cell in B3']],
    ]);
  });

  it('TAPE-11: columns count A to Z, then AA', () => {
    const columns = [1, 26, 27, 52, 53, 702, 703];
    const letters = columns.map((column) => cellAddress(1, column).replace('1', ''));
    expect(letters).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('an archive that is no workbook', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const LIMITS = { mostBytes: 1 << 20, mostEntries: 100, keep: () => true };

  /** A zip of one packed part that says it unpacks to `declared` bytes. */
  function packed(bytes: Uint8Array, declared: number): Buffer {
    const zip = Buffer.from(plainZip([{ name: SHEET, bytes: deflateRawSync(bytes) }]));
    const directory = zip.indexOf(Buffer.from('504b0102', 'hex'));
    zip.writeUInt16LE(8, 8);
    zip.writeUInt16LE(8, directory + 10);
    zip.writeUInt32LE(crc32(bytes), 14);
    zip.writeUInt32LE(crc32(bytes), directory + 16);
    zip.writeUInt32LE(declared, 22);
    zip.writeUInt32LE(declared, directory + 24);
    return zip;
  }

  it('TAPE-11: a zip bomb is refused by what it declares', async () => {
    const most = 64 * 1024 * 1024;
    const zeros = packed(new Uint8Array(1000), most + 1);
    expect(told(await bench.open('bomb.xlsx', zeros))).toEqual([
      `bomb.xlsx | at most ${most} bytes unpacked; save larger sheets as CSV | ` +
        `${most + 1} declared`,
    ]);
    expect(bench.left()).toEqual([]);
  });

  it('TAPE-11: a zip bomb that declares too little is caught at its first byte too many', () => {
    const bomb = packed(new Uint8Array(50_000_000), 1000);
    expect(bomb.length).toBeLessThan(60_000);
    expect(told(zipEntries(bomb, 'bomb.xlsx', LIMITS))).toEqual([
      `bomb.xlsx part ${SHEET} | 1000 bytes, as declared | more bytes`,
    ]);
  });

  it('TAPE-11: no zip, a truncated one, other bytes than declared, a name twice', async () => {
    const whole = await workbook((sheet) => sheet.addRows([['id'], ['A']]));
    const text = await bench.open('a.xlsx', 'id,rate\nA,1\n');
    expect(told(text)).toEqual(['a.xlsx | a whole workbook (.xlsx) | no zip archive']);
    for (const length of [10, 200, whole.length - 1, whole.length - 30]) {
      const cut = told(await bench.open('a.xlsx', whole.subarray(0, length)));
      expect(cut).toEqual(['a.xlsx | a whole workbook (.xlsx) | no zip archive']);
    }
    const compound = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');
    expect(told(await bench.open('a.xlsx', compound))).toEqual([
      'a.xlsx | a whole workbook (.xlsx) | ' +
        'a compound file: a workbook with a password, or an old one (.xls)',
    ]);
    const stored = Buffer.from(plainZip([{ name: SHEET, bytes: Buffer.from('<sheet/>') }]));
    stored[stored.indexOf('<sheet/>')] = 0;
    expect(told(zipEntries(stored, 'a.xlsx', LIMITS))).toEqual([
      `a.xlsx part ${SHEET} | 8 bytes, as declared | bytes with another checksum`,
    ]);
    const entry = { name: SHEET, bytes: new Uint8Array(1) };
    expect(told(zipEntries(plainZip([entry, entry]), 'a.xlsx', LIMITS))).toEqual([
      'a.xlsx | parts with names of their own | one name twice',
    ]);
    const noise = plainZip([
      { name: SHEET, bytes: Uint8Array.from({ length: 99 }, (_, at) => at) },
    ]);
    expect(told(await bench.open('a.xlsx', noise))).toHaveLength(1);
    expect(bench.left()).toEqual([]);
  });

  it('TAPE-11: what was packed comes back', () => {
    const text = Buffer.from('<sheet>'.repeat(1000));
    const [back] = given(zipEntries(packed(text, text.length), 'a.xlsx', LIMITS));
    expect(Buffer.from(back?.bytes ?? []).equals(text)).toBe(true);
  });

  it('TAPE-11: macros and links are not opened; a document type is refused', async () => {
    const whole = await workbook((sheet) => sheet.addRows([['id'], ['A']]));
    const entries = given(zipEntries(whole, 'a.xlsx', LIMITS));
    const more = ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/media/image1.png'];
    const junk = more.map((name) => ({ name, bytes: Buffer.from('<!DOCTYPE junk') }));
    const tape = given(await bench.open('a.xlsx', plainZip([...entries, ...junk])));
    expect(tape.rowCount).toBe(1);
    const typed = entries.map(({ name, bytes }) => {
      if (name !== SHEET) return { name, bytes };
      const text = Buffer.from(bytes).toString('utf8');
      return { name, bytes: Buffer.from(text.replace('<worksheet', '<!DOCTYPE w><worksheet')) };
    });
    expect(told(await bench.open('a.xlsx', plainZip(typed)))).toEqual([
      `a.xlsx part ${SHEET} | cells | a document type declaration`,
    ]);
  });
});
