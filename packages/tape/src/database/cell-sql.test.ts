import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnRequest } from '../column-request.js';
import { cellsIn, given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

type Cell = string | number | boolean | null;
const UNFIT = 'does not fit';

/** Each cell of a one-column file as it is read, or UNFIT. */
async function readCells(cells: readonly string[], request: ColumnRequest): Promise<Cell[]> {
  const text = ['x', ...cells.map((cell) => `"${cell}"`)].join('\n');
  const tape = given(await bench.open('x.csv', text, { mostRefusedShare: 1 }));
  const rows = given(await tape.read([request], { mostRefusedShare: 1 }));
  const read: Cell[] = cells.map(() => 'lost');
  const [column] = rows.columns;
  const values = column === undefined ? [] : cellsIn(column);
  rows.row.forEach((row, index) => {
    read[row - 2] = values[index] ?? null;
  });
  for (const { row } of rows.refused) read[row - 2] = UNFIT;
  return read;
}

const table = (rows: readonly (readonly [string, Cell])[]) => {
  return { written: rows.map(([cell]) => cell), expected: rows.map(([, value]) => value) };
};

describe('numbers', () => {
  it.each<
    [string, Omit<Extract<ColumnRequest, { as: 'number' }>, 'name' | 'as'>, [string, Cell][]]
  >([
    [
      'plain',
      {},
      [
        ...([
          ['1', 1],
          ['-1.50', -1.5],
          ['+.5', 0.5],
          ['5.', 5],
        ] as [string, Cell][]),
        ...([
          ['1e3', 1000],
          ['1E-2', 0.01],
          [' 7 ', 7],
          ['\t8\u00A0', 8],
        ] as [string, Cell][]),
        ...([
          ['', null],
          ['   ', null],
          ['-0', -0],
        ] as [string, Cell][]),
        ...[
          '1,000',
          '1 000',
          '1_000',
          'abc',
          'nan',
          'inf',
          '-Infinity',
          '1e999',
          '0x10',
          '--1',
        ].map((cell): [string, Cell] => [cell, UNFIT]),
        ...['5%', '$5', '(5)', '5-', '1.2.3', '٣', '1e', '.', '+', 'true', '2021-01-01'].map(
          (cell): [string, Cell] => [cell, UNFIT],
        ),
      ],
    ],
    [
      'with groups',
      { groupMark: ',' },
      [
        ...([
          ['1,234.5', 1234.5],
          ['1234.5', 1234.5],
          ['1,234,567', 1234567],
        ] as [string, Cell][]),
        ...['1,23', '12,34,567', ',123', '1,2345', '1.234,5'].map((c): [string, Cell] => [
          c,
          UNFIT,
        ]),
      ],
    ],
    [
      'of the continent',
      { groupMark: '.', decimalMark: ',' },
      [
        ['1.234,5', 1234.5],
        ['0,05', 0.05],
        ['1.234', 1234],
        ['1.5', UNFIT],
      ],
    ],
    [
      'with blanks between groups',
      { groupMark: ' ', decimalMark: ',' },
      [
        ['1 234,5', 1234.5],
        ['1\u00A0234,5', 1234.5],
        ['1\u202F234', 1234],
        ['1  234', UNFIT],
      ],
    ],
    [
      'per cent: a sign says the unit, without one the scale does',
      { scale: 0.01, percentSign: true },
      [
        ['5.25', 0.0525],
        ['5.25%', 0.0525],
        ['5.25 %', 0.0525],
        ['%', UNFIT],
        ['5%%', UNFIT],
      ],
    ],
    [
      'a decimal rate that may carry a sign',
      { percentSign: true },
      [
        ['0.0525', 0.0525],
        ['5.25%', 0.0525],
      ],
    ],
    [
      'basis points',
      { scale: 1e-4 },
      [
        ['525', 0.0525],
        ['-25', -0.0025],
      ],
    ],
    [
      'dollars to millions',
      { scale: 1e-6 },
      [
        ['1234567.89', 1.23456789],
        ['1', 1e-6],
      ],
    ],
    [
      'accounts',
      { accounting: true, groupMark: ',', currency: '$' },
      [
        ...([
          ['(1,234.50)', -1234.5],
          ['12-', -12],
          ['$5', 5],
          ['$ 5', 5],
        ] as [string, Cell][]),
        ...([
          ['($5.00)', -5],
          ['-$5', -5],
          ['$-5', -5],
          ['5 $', 5],
        ] as [string, Cell][]),
        ...['(-5)', '-5-', '(5', '5)', '€5', '$'].map((c): [string, Cell] => [c, UNFIT]),
      ],
    ],
    [
      'words for nothing',
      { nothing: ['N/A', '-', '999999'] },
      [
        ['N/A', null],
        [' - ', null],
        ['999999', null],
        ['n/a', UNFIT],
        ['99999', 99999],
      ],
    ],
  ])('TAPE-8: %s', async (_, request, rows) => {
    const { written, expected } = table(rows);
    expect(await readCells(written, { ...request, name: 'x', as: 'number' })).toEqual(expected);
  });

  it('TAPE-8: a required cell that holds nothing is refused', async () => {
    const tape = given(await bench.open('x.csv', 'x,y\n1,a\n,b\n', { mostRefusedShare: 1 }));
    const asked = [{ name: 'x', as: 'number', required: true }] as const;
    const rows = given(await tape.read(asked, { mostRefusedShare: 1 }));
    expect(rows.refused).toEqual([
      { row: 3, column: 'x', code: 'tape.cell', expected: 'a number like 1234.5', got: 'nothing' },
    ]);
  });

  it('TAPE-8: a request that means nothing is refused', async () => {
    const tape = given(await bench.open('x.csv', 'x\n1\n'));
    expect(told(await tape.read([{ name: 'x', as: 'number', scale: 0 }]))).toEqual([
      'x.csv column "x" | a scale that is a number and not 0 | 0',
    ]);
    const marks = { decimalMark: ',', groupMark: ',' } as const;
    expect(told(await tape.read([{ name: 'x', as: 'number', ...marks }]))).toEqual([
      'x.csv column "x" | two different marks | \',\' twice',
    ]);
    expect(
      told(
        await tape.read([
          { name: 'z', as: 'text' },
          { name: 'X', as: 'text' },
        ]),
      ),
    ).toEqual([
      'x.csv column "z" | one of x | no such column',
      'x.csv column "X" | one of x | no such column',
    ]);
  });
});

describe('days, flags and texts', () => {
  // 2024-02-29 is day 19,782: 54 years with 13 leap days are 19,723, and 59 more.
  it.each<[string, [string, Cell][]]>([
    [
      'YYYY-MM-DD',
      [
        ...([
          ['2024-02-29', 19782],
          ['1970-01-01', 0],
          ['1969-12-31', -1],
        ] as [string, Cell][]),
        ...[
          '2023-02-29',
          '2024-13-01',
          '2024-1-1',
          '24-02-29',
          '29/02/2024',
          '2024-02-29x',
          '0',
        ].map((cell): [string, Cell] => [cell, UNFIT]),
      ],
    ],
    [
      'MM/DD/YYYY',
      [
        ['02/29/2024', 19782],
        ['29/02/2024', UNFIT],
        ['2/29/2024', UNFIT],
      ],
    ],
    [
      'M/D/YYYY',
      [
        ['2/29/2024', 19782],
        ['02/29/2024', 19782],
        ['2/30/2024', UNFIT],
      ],
    ],
    [
      'DD.MM.YYYY',
      [
        ['29.02.2024', 19782],
        ['29-02-2024', UNFIT],
      ],
    ],
    [
      'YYYYMMDD',
      [
        ['20240229', 19782],
        ['2024022', UNFIT],
        ['20240230', UNFIT],
      ],
    ],
    [
      'DD-MMM-YYYY',
      [
        ['29-Feb-2024', 19782],
        ['29-FEB-2024', 19782],
        ['29-Fev-2024', UNFIT],
      ],
    ],
    [
      'YYYY-MM-DDTHH:mm:ssZ',
      [
        ['2024-02-29T23:59:59Z', 19782],
        ['2024-02-29T24:61:00Z', UNFIT],
        ['2024-02-29', UNFIT],
      ],
    ],
  ])('TAPE-9: %s', async (pattern, rows) => {
    const { written, expected } = table(rows);
    expect(await readCells(written, { name: 'x', as: 'date', pattern })).toEqual(expected);
  });

  it('TAPE-9: flags are the words stated, in any case', async () => {
    const { written, expected } = table([
      ...([
        ['Yes', true],
        ['n', false],
        ['1', true],
        ['FALSE', false],
      ] as [string, Cell][]),
      ...([
        ['', null],
        ['2', UNFIT],
        ['ja', UNFIT],
      ] as [string, Cell][]),
    ]);
    expect(await readCells(written, { name: 'x', as: 'boolean' })).toEqual(expected);
    const own = { name: 'x', as: 'boolean', yes: ['ja'], no: ['nein'] } as const;
    expect(await readCells(['Ja', 'NEIN', 'yes'], own)).toEqual([true, false, UNFIT]);
  });

  it('TAPE-9: texts are kept as written but for the blanks around them', async () => {
    const { written, expected } = table([
      ...([
        ['007', '007'],
        [' x y ', 'x y'],
        ['NULL', 'NULL'],
        ['', null],
      ] as [string, Cell][]),
      ['é\u0301', 'é\u0301'],
    ]);
    expect(await readCells(written, { name: 'x', as: 'text' })).toEqual(expected);
  });
});
