import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  FILERS,
  fileName,
  filesOf,
  issuesOf,
  porText,
  RC_CODES,
  RC_ROWS,
  reportsOf,
  scheduleText,
  zipOf,
} from './bulk-zip.test-fixture.js';
import { callReportOf } from './call-report-of.js';

const ZERO_MEGABYTE = new Uint8Array(2 ** 20);

function place(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === signature) return at;
  }
  throw new Error('no such signature');
}

/** The zip with one 32-bit number of its first directory entry changed. */
function withEntryNumber(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const at = place(changed, 0x02014b50) + offset;
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}

describe('CALL-3: a zip that is none, is cut, damaged, or a bomb', () => {
  const good = zipOf(filesOf());

  it.each([
    ['an empty file', new Uint8Array(0), 'zip.not-a-zip', 'an empty file'],
    ['a text', strToU8('IDRSSD,RCON2170'), 'zip.not-a-zip', '49 44 52 53'],
    ['the first half', good.subarray(0, good.length >> 1), 'zip.truncated', 'no directory'],
    ['without its last byte', good.subarray(0, good.length - 1), 'zip.truncated', 'no directory'],
    ['another check sum', withEntryNumber(good, 16, 1), 'zip.damaged', 'check sum'],
    ['a wrong place', withEntryNumber(good, 42, 7), 'zip.truncated', 'no header'],
  ])('CALL-3: %s is refused', (_, bytes, code, got) => {
    const [first] = issuesOf(bytes);
    expect(first?.code).toBe(code);
    expect(first?.path).toMatch(/^q\.zip/);
    expect(first?.got).toContain(got);
  });

  it('CALL-3: a file that declares more than 400 bytes for each packed one is not unpacked', () => {
    const [first] = issuesOf(zipOf(filesOf({ 'zeros.bin': ZERO_MEGABYTE })));
    expect(first?.code).toBe('zip.bomb');
    expect(first?.path).toBe('q.zip zeros.bin');
    expect(first?.got).toMatch(/^1048576 bytes from \d{4} *$/); // 1 MiB of zeros: 1,032 to 1
  });

  it('CALL-3: a file that unpacks to more than it declares is stopped', () => {
    const bytes = withEntryNumber(zipOf(filesOf()), 24, 9); // the declared size of POR
    const [first] = issuesOf(bytes);
    expect(first?.code).toBe('zip.bomb');
    expect(first?.expected).toContain('9 bytes');
  });

  it('CALL-3: more than 500 files, the same name twice, a password, another method', () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}.txt`, 'x']));
    expect(issuesOf(zipOf(many))[0]?.code).toBe('zip.bomb');
    const two = zipOf({ 'a.txt': 'x', 'b.txt': 'x' });
    const same = two.map((byte, at) => (byte === 98 && two[at + 1] === 46 ? 97 : byte));
    expect(issuesOf(same)[0]?.code).toBe('zip.duplicate');
    expect(issuesOf(withEntryNumber(good, 8, 1))[0]?.code).toBe('zip.unsupported');
    expect(issuesOf(withEntryNumber(good, 10, 9))[0]?.code).toBe('zip.unsupported');
  });
});

describe('CALL-6: what is wrong with the file refuses the file', () => {
  const rows = RC_ROWS.map((row) => row.slice(1));

  it.each([
    ['no Call Report', { 'readme.md': 'hello' }, 'call-report.not-one', 'q.zip'],
    ['no schedule RC', { [fileName('POR')]: porText(FILERS) }, 'call-report.not-one', 'q.zip'],
    [
      'no column IDRSSD',
      filesOf({ [fileName('RC')]: scheduleText(RC_CODES, rows).replace('IDRSSD', 'BANK') }),
      'call-report.key',
      `q.zip ${fileName('RC')} row 1`,
    ],
    [
      'a key that is no number',
      filesOf({ [fileName('RC')]: scheduleText(RC_CODES, [['ten', '1', '2', '3']]) }),
      'call-report.key',
      `q.zip ${fileName('RC')} row 3 column IDRSSD`,
    ],
    [
      'a schedule of another date',
      filesOf({ [fileName('RCK', '09302021')]: scheduleText(['RCON3368'], [['20', '1']]) }),
      'call-report.date',
      `q.zip ${fileName('RCK', '09302021')}`,
    ],
    [
      'UTF-16',
      filesOf({ [fileName('RC')]: new Uint8Array([0xff, 0xfe, 0x22, 0, 0x49, 0]) }),
      'call-report.encoding',
      `q.zip ${fileName('RC')}`,
    ],
    [
      'a list without names',
      filesOf({ [fileName('POR')]: 'IDRSSD\r\n10\r\n' }),
      'call-report.column',
      `q.zip ${fileName('POR')} row 1`,
    ],
  ])('CALL-6: %s', (_, files, code, path) => {
    const [first] = issuesOf(zipOf(files));
    expect(first?.code).toBe(code);
    expect(first?.path).toBe(path);
  });
});

describe('CALL-6: what is wrong with one bank refuses that bank', () => {
  const [alpha = [], omaha = [], ames = []] = RC_ROWS;
  const rc = `q.zip ${fileName('RC')}`;

  it.each([
    {
      what: 'text in a number field',
      rows: [alpha, ['20', '', '300,000', '1'], ames],
      code: 'call-report.number',
      path: `${rc} row 4 column RCON2170`,
      expected: 'a whole number of USD thousand',
      got: '300,000',
    },
    {
      what: 'a per cent in an amount',
      rows: [alpha, ['20', '', '3%', '1'], ames],
      code: 'call-report.number',
      path: `${rc} row 4 column RCON2170`,
      expected: 'a whole number of USD thousand',
      got: '3%',
    },
    {
      what: 'a row with too few cells',
      rows: [alpha, ['20', '', '300000'], ames],
      code: 'call-report.cells',
      path: `${rc} row 4`,
      expected: '5 cells', // the key, three codes, and the blank cell after the last tab
      got: '4',
    },
    {
      what: 'a row with too many cells',
      rows: [alpha, [...omaha, '7'], ames],
      code: 'call-report.cells',
      path: `${rc} row 4`,
      expected: '5 cells',
      got: '6',
    },
    {
      what: 'an IDRSSD twice',
      rows: [alpha, omaha, omaha, ames],
      code: 'call-report.duplicate',
      path: `${rc} row 5 column IDRSSD`,
      expected: 'each IDRSSD once',
      got: '20 again',
    },
    {
      what: 'a bank that is not in RC',
      rows: [alpha, ames],
      code: 'call-report.absent',
      path: 'q.zip schedule RC of IDRSSD 20',
      expected: 'total assets',
      got: 'nothing',
    },
  ])('CALL-6: $what', ({ rows, code, path, expected, got }) => {
    const reports = reportsOf(filesOf({ [fileName('RC')]: scheduleText(RC_CODES, rows) }));
    expect(reports.institutions.map(({ idrssd }) => idrssd)).toEqual([10, 30]);
    expect([...reports.columns.totalAssets]).toEqual([5000, 90]);
    expect(reports.refused).toHaveLength(1);
    expect(reports.refused[0]).toMatchObject({ idrssd: 20, name: 'FARMERS STATE BANK' });
    expect(reports.refused[0]?.issues[0]).toMatchObject({ code, path, expected, got });
    const report = callReportOf(reports, 20);
    expect(report.ok ? [] : report.issues).toEqual(reports.refused[0]?.issues);
  });

  it('CALL-7: two short rows that together have the cells of one are two ragged rows', () => {
    // 2 and 4 cells: joined they would be the 5 of the header, and 20 would bear the figures of 30.
    const rows = [alpha, ['20'], ['30', '', '90000']];
    const reports = reportsOf(filesOf({ [fileName('RC')]: scheduleText(RC_CODES, rows) }));
    const told = reports.refused.map(({ idrssd, issues }) => [idrssd, issues[0]?.got]);
    expect(told).toEqual([
      [20, '2'],
      [30, '4'],
    ]);
  });

  it('CALL-6: a form that is none of three, a blank name, a name that is no UTF-8', () => {
    const text = porText([
      ['10', 'ALPHA BANK', 'RENO', 'NV', '002'],
      ['20', '', 'OMAHA', 'NE', '041'],
      ['30', 'BANK ?', 'AMES', 'IA', '051'],
    ]);
    const bytes = strToU8(text).map((byte) => (byte === 63 ? 0x92 : byte)); // Windows-1252
    const reports = reportsOf(filesOf({ [fileName('POR')]: bytes }));
    const codes = reports.refused.map(({ issues }) => issues[0]?.code);
    expect(codes).toEqual(['call-report.form', 'call-report.name', 'call-report.encoding']);
    expect(reports.institutions).toEqual([]);
  });

  it('CALL-6: a row of a bank that the list of institutions does not hold', () => {
    const reports = reportsOf(
      filesOf({ [fileName('RC')]: scheduleText(RC_CODES, [...RC_ROWS, ['99', '', '5', '6']]) }),
    );
    expect(reports.institutions).toHaveLength(3);
    expect(reports.refused).toMatchObject([{ idrssd: 99, name: '' }]);
    expect(reports.refused[0]?.issues[0]?.code).toBe('call-report.unlisted');
  });
});
