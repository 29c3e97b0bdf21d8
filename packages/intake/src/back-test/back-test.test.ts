import { checkReplay, evaluate, measureOf, type Study } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parseTreasuryCurves } from '../case/treasury-curve.js';
import { codesOf, dataText, valueOrThrow } from './back-test-files.test-fixture.js';
import { callReportPositions } from './call-report-positions.js';
import { findReportedBank } from './find-reported-bank.js';
import { parseReportedBanks } from './parse-call-report-quarters.js';
import { parseMortgageRates } from './parse-mortgage-rates.js';
import { type ReplaySources, replayedReports, replayQuarters } from './replay-quarters.js';

const REPORTS = dataText('call-report-quarters', 'named-banks.csv');
const CURVES = valueOrThrow(
  parseTreasuryCurves(dataText('us-treasury-par', 'us-treasury-par.csv')),
);
const MORTGAGES = dataText('pmms', 'pmms.csv');
const banks = valueOrThrow(parseReportedBanks(REPORTS));
const silicon = valueOrThrow(findReportedBank(banks, 'silicon-valley-bank'));
const quarters = replayedReports(silicon.quarters, CURVES);

const sources = (edit: Partial<ReplaySources> = {}): ReplaySources => ({
  institution: 'Silicon Valley Bank',
  document: 'Call Report',
  url: 'https://cdr.ffiec.gov',
  quarters: quarters.slice(0, 2),
  curves: CURVES,
  mortgageRates: valueOrThrow(parseMortgageRates(MORTGAGES)),
  depositLifeYears: 4,
  ...edit,
});

type Rows = ReturnType<typeof callReportPositions>;

function positions(index: number, shareInCash = 0): Rows {
  const quarter = quarters[index];
  if (quarter === undefined) throw new Error('no such quarter');
  const before = quarters[index - 1];
  return callReportPositions({ quarter, before, oneMonthRate: 0.001, shareInCash });
}

function total(rows: Rows, column: string, of: (id: string, group: string) => boolean): number {
  return rows
    .filter(({ id, group }) => of(String(id), String(group)))
    .reduce((sum, row) => sum + Number(row[column]), 0);
}

describe('a Call Report as a balance sheet', () => {
  it.each(quarters.map(({ date, amounts }, index) => [date, index, amounts] as const))(
    'BACKTEST-3: %s: books, deposits and equity are those reported',
    (_date, index, amounts) => {
      const rows = positions(index);
      const carrying = (group: string) =>
        total(rows, 'carryingUsdMillion', (_id, own) => own === group);
      expect(carrying('htm')).toBeCloseTo(amounts.htmCost ?? 0, 6);
      expect(carrying('afs')).toBeCloseTo(amounts.afsFair ?? 0, 6);
      expect(total(rows, 'notionalUsdMillion', (_id, own) => own === 'afs')).toBeCloseTo(
        amounts.afsCost ?? 0,
        6,
      );
      expect(carrying('loans')).toBeCloseTo((amounts.loans ?? 0) - (amounts.allowance ?? 0), 6);
      const assets = rows.filter(({ side }) => side === 'asset');
      const liabilities = rows.filter(({ side }) => side === 'liability');
      const all = (of: Rows) => total(of, 'carryingUsdMillion', () => true);
      expect(all(assets)).toBeCloseTo(amounts.assets ?? 0, 5);
      // the form's own identity; minority interests are the rest (at most 1 % of equity)
      const equity = all(assets) - all(liabilities);
      expect(Math.abs(equity - (amounts.equity ?? 0))).toBeLessThan(0.01 * equity);
    },
  );

  it('BACKTEST-3: the buckets of securities add up to the books, within 1%', () => {
    for (const { amounts } of quarters) {
      const names = Object.keys(amounts).filter((name) => /^(bonds|pools|otherMbs)/.test(name));
      const sum = names.reduce((all, name) => all + (amounts[name] ?? 0), 0);
      const books = (amounts.htmCost ?? 0) + (amounts.afsFair ?? 0);
      expect(Math.abs(sum - books)).toBeLessThan(0.01 * books);
    }
  });

  it('BACKTEST-4: rates of 2020-03-31 by hand', () => {
    const rows = positions(1);
    const rate = (id: string) => Number(rows.find((row) => row.id === id)?.rate);
    // 4 x 153.92 / mean of (13,842.946 + 13,789.905) and (13,574.519 + 11,965.203)
    expect(rate('htm-bonds1to3y')).toBeCloseTo((4 * 153.92) / 26_586.2865, 10); // 2.32%
    // 4 x 32.917 / mean of 16,322.389 and 15,218.663
    expect(rate('deposits-paid')).toBeCloseTo((4 * 32.917) / 15_770.526, 10); // 0.83%
    // 566.498 - 153.92 - a quarter of 0.1% on the mean of 5,801.349 and 8,855.428
    const income = 566.498 - 153.92 - (0.001 * 7328.3885) / 4;
    expect(rate('loan-otherLoansLe3m')).toBeCloseTo((4 * income) / 30_314.201, 10); // 5.4%
  });

  it('BACKTEST-7: a share in cash moves that part of the cost of both books', () => {
    const moved = positions(1, 0.25);
    const cash = (rows: Rows) => total(rows, 'carryingUsdMillion', (_id, own) => own === 'cash');
    expect(cash(moved) - cash(positions(1))).toBeCloseTo(0.25 * (13_574.519 + 11_965.203), 6);
    expect(total(moved, 'notionalUsdMillion', (_id, own) => own === 'htm')).toBeCloseTo(
      0.75 * 13_574.519,
      6,
    );
  });
});

describe('the quarters of a replay', () => {
  const replay = valueOrThrow(replayQuarters(sources()));
  const [first, second] = replay;

  it('BACKTEST-4: both books are worth what was reported, to a thousandth of a million', () => {
    const marks = (study: Study | undefined, id: string) => {
      if (study === undefined) throw new Error('no Study');
      return measureOf(evaluate(study, ['marks']), id, '0');
    };
    expect(marks(first?.marked, 'unrealised.htm')).toBeCloseTo(14_115.273 - 13_842.946, 3);
    expect(marks(second?.marked, 'unrealised.afs')).toBeCloseTo(12_566.895 - 11_965.203, 3);
  });

  it('BACKTEST-1: marked at the end, decided on the day the report was due', () => {
    expect(first?.marked.market.curveDate).toBe('2019-12-31');
    expect(first?.decided?.valuationDate).toBe('2020-02-04');
    expect(first?.decided?.market.curveDate).toBe('2020-02-04');
    expect(second?.decided).toBeNull(); // the last one
    expect(second?.resets?.map(({ date }) => date)).toEqual([
      '2019-12-31',
      '2020-02-04',
      '2020-02-28',
    ]);
    expect(checkReplay(replay).ok).toBe(true);
  });

  it('BACKTEST-2: a report known later than its decision makes the replay refuse', () => {
    const decided = first?.decided;
    if (decided === null || decided === undefined) throw new Error('no decision');
    const [id = '', figure] = Object.entries(decided.figures)[0] ?? [];
    if (figure === undefined) throw new Error('no figure');
    const figures = { ...decided.figures, [id]: { ...figure, knownFrom: '2020-02-05' } };
    const corrupted = replay.map((quarter, at) =>
      at === 0 ? { ...quarter, decided: { ...decided, figures } } : quarter,
    );
    expect(codesOf(checkReplay(corrupted))).toEqual(['known-after-decision']);
  });

  it('BACKTEST-2: a report that came after the next quarter end decides nothing', () => {
    const [start, next] = quarters;
    if (start === undefined || next === undefined) throw new Error('no quarters');
    const late = { ...start, knownFrom: '2020-05-05' };
    const found = replayQuarters(sources({ quarters: [late, next] }));
    expect(found.ok ? codesOf(checkReplay(found.value)) : codesOf(found)).not.toEqual([]);
  });

  it('BACKTEST-5: the bank’s own swaps are in the quarters that report them', () => {
    const late = valueOrThrow(replayQuarters(sources({ quarters: quarters.slice(5, 7) })));
    const [own] = late[0]?.marked.hedges ?? [];
    expect(own?.notionalUsdMillion).toBe(10_000); // 2021-03-31, RCFDA589
    expect(first?.marked.hedges).toEqual([]);
  });

  it('BACKTEST-2: a day without a curve of the last four days is refused', () => {
    const curves = new Map([...CURVES].filter(([date]) => date < '2020-01-01'));
    expect(codesOf(replayQuarters(sources({ curves })))).toEqual(['replay.curve']);
  });

  it('BACKTEST-2: so is one without a mortgage rate', () => {
    expect(codesOf(replayQuarters(sources({ mortgageRates: new Map() })))).toEqual([
      'replay.mortgage',
    ]);
  });
});

describe('the files of a replay', () => {
  const [head = '', ...rows] = REPORTS.trimEnd().split('\n');
  const lines = [head, ...rows.filter((line) => line.startsWith('802866,'))];

  it('BACKTEST-2: reports of silicon-valley-bank: 13 quarters, known after 35 days', () => {
    expect(quarters).toHaveLength(13);
    expect(quarters[0]).toMatchObject({ date: '2019-12-31', knownFrom: '2020-02-04' });
    expect(quarters.at(-1)?.amounts.cet1).toBe(16_995);
  });

  it('BACKTEST-10: 53 banks, each quarter from the first of 2018 on that the bank filed', () => {
    expect(banks).toHaveLength(53);
    const ends = new Set(banks.map((bank) => bank.quarters.length));
    expect([...ends]).toEqual([20, 19]); // the old Flagstar ended in the third quarter of 2022
    expect(silicon.quarters[0]?.date).toBe('2018-03-31');
  });

  it.each([
    ['a report known before its date', lines[1]?.replace('2018-05-05', '2018-03-30')],
    ['a cell that is no number', lines[1]?.replace(',031,', ',031,').replace(/[^,]+$/, 'n/a')],
    ['a date that is none', lines[1]?.replace('2018-03-31', '2018-13-31')],
    ['a quarter twice', `${lines[1]}\n${lines[1]}`],
    ['an opt-out that is neither', lines[1]?.replace('2018-05-05,1,', '2018-05-05,2,')],
    ['a bank without its number', lines[1]?.replace('802866,', 'x,')],
  ])('BACKTEST-2: %s is refused at its cell', (_what, row) => {
    expect(codesOf(parseReportedBanks(`${lines[0]}\n${row}\n`))).toHaveLength(1);
  });

  it.each([
    ['802866', 'SILICON VALLEY BANK'],
    ['Frost Bank', 'FROST BANK'],
    ['jpmorgan', 'JPMORGAN CHASE BANK NATIONAL ASSOCIATION'],
    ['first tennessee', 'FIRST HORIZON BANK'], // the name it had before
    ['MANUFACTURERS & TRADERS', 'MANUFACTURERS AND TRADERS TRUST COMPANY'],
  ])('BACKTEST-10: "%s" means %s', (text, name) => {
    expect(valueOrThrow(findReportedBank(banks, text)).names[0]).toBe(name);
  });

  it.each([
    ['schwab', /2: CHARLES SCHWAB .*; CHARLES SCHWAB/],
    ['first', /\d: .*FIRST REPUBLIC BANK/],
    ['frist republic bank', /near it: FIRST REPUBLIC BANK/],
    ['nobody at all', /no such bank/],
    ['', /no such bank/],
    ['99', /no such bank/],
  ])('BACKTEST-10: "%s" is no one bank, and says which it may be', (text, words) => {
    const found = findReportedBank(banks, text);
    expect(codesOf(found)).toEqual(['replay.bank']);
    expect(found.ok ? '' : found.issues[0]?.message).toMatch(words);
  });

  it('BACKTEST-3: a bank that did not opt out has AOCI in its capital, and no add-back', () => {
    const big = valueOrThrow(findReportedBank(banks, 'jpmorgan'));
    const two = replayedReports(big.quarters, CURVES).slice(0, 2);
    const [first] = valueOrThrow(replayQuarters(sources({ quarters: two })));
    expect(first?.marked.capital).toMatchObject({ aociOptOut: false, aociAddBackUsdMillion: 0 });
  });

  it('BACKTEST-2: a mortgage survey that was not public on its date is refused', () => {
    const text = MORTGAGES.replace(
      'week,2020-12-31,2020-12-31,2.67,2020-12-31',
      'week,2020-12-31,2021-01-07,2.65,2021-01-07',
    );
    expect(codesOf(parseMortgageRates(text))).toEqual(['known-after-decision']);
  });
});
