import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate, measureOf, type Study } from '@almfes/engine';
import {
  type CallReport,
  type CallReports,
  CENTRAL_ASSUMPTIONS,
  callReportOf,
  callReportStudy,
  parseAssumptionChoice,
  parseQuarterEndMarkets,
  reportAt,
} from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { hasCallReports, callReports as readCallReports } from './call-report.test-fixture.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MARKETS = parseQuarterEndMarkets(
  readFileSync(`${ROOT}library/data/quarter-end-market/2026-11-28/quarter-end-market.csv`, 'utf8'),
);
const SILICON_VALLEY_BANK = 802_866;
const TEN_MINUTES = 600_000;
/** Ten thousand banks take minutes: ALMFES_EVERY_BANK=1 builds each, else one in ten. */
const STEP = process.env.ALMFES_EVERY_BANK === '1' ? 1 : 10;

const title = hasCallReports ? '' : ' (skipped: ../shared/data/ffiec-bulk is not there)';

const read = new Map<number, CallReports>();

/** The reports of a year, read once. */
function callReports(year: number): CallReports {
  const reports = read.get(year) ?? readCallReports(year);
  read.set(year, reports);
  return reports;
}

function marketOf(year: number) {
  const market = MARKETS.ok ? MARKETS.value.get(`${year}-12-31`) : undefined;
  if (market === undefined) throw new Error(`no market of ${year}`);
  return market;
}

function build(report: CallReport, year: number, levels: Record<string, string> = {}) {
  const choice = parseAssumptionChoice(levels);
  const assumptions = choice.ok ? choice.value : CENTRAL_ASSUMPTIONS;
  return callReportStudy({ report, market: marketOf(year), assumptions });
}

describe.skipIf(!hasCallReports)(`every bank of two quarters${title}`, () => {
  it.each([
    [2021, 4887],
    [2022, 4756],
  ])(
    `CALL-21: %i: of %i filers, one in ${STEP}: 97 in 100 build, others tell why not`,
    (year, filers) => {
      const reports = callReports(year);
      const reasons = new Map<string, number>();
      let visited = 0;
      let built = 0;
      let worst = 0;
      for (let row = 0; row < reports.institutions.length; row += STEP) {
        visited += 1;
        const report = reportAt(reports, row);
        const found = build(report, year);
        if (found.ok) {
          built += 1;
          worst = Math.max(worst, equityMiss(found.value.study, report));
        } else for (const { code } of found.issues) reasons.set(code, (reasons.get(code) ?? 0) + 1);
      }
      const told = [...reasons].map(([code, count]) => `${code} ${count}`).join(', ');
      process.stdout.write(`${year}: ${built} of ${visited} banks built; ${told}\n`);
      expect(reports.institutions.length).toBe(filers);
      expect(built / visited).toBeGreaterThan(0.97);
      expect(worst).toBeLessThan(1e-4); // a hundred dollars: sums of floats
    },
    TEN_MINUTES,
  );
});

/** Equity of the book less that reported, USD million. */
function equityMiss({ book }: Study, report: CallReport): number {
  let equity = 0;
  book.carryingUsdMillion.forEach((amount, row) => {
    equity += amount * (book.side[row] ?? 0);
  });
  return Math.abs(equity - (report.amount('totalEquity') ?? Number.NaN));
}

const PAGE = readFileSync(`${ROOT}docs/validation/call-report-svb.md`, 'utf8');

/** Cells of a row of the page's table: group and bank, 2021 and 2022. */
function pageRow(line: string): readonly number[] {
  const row = PAGE.split('\n').find((each) => each.startsWith(`| ${line} |`)) ?? '';
  return row
    .split('|')
    .slice(2, 6)
    .map((cell) => Number(cell.replaceAll(',', '')));
}

function figureOf(year: number, id: string): number {
  const text = readFileSync(`${ROOT}library/case/svb-${year}/figures.json`, 'utf8');
  const { figures } = JSON.parse(text) as { figures: Record<string, { value: number }> };
  return figures[id]?.value ?? Number.NaN;
}

const GROUP: Readonly<Record<string, (year: number) => number>> = {
  'total assets': (year) => figureOf(year, `bs.${year}.total_assets`),
  deposits: (year) => figureOf(year, `dep.${year}.total`),
  'non-interest-bearing deposits': (year) => figureOf(year, `dep.${year}.nib`),
  'AFS amortised cost': (year) => figureOf(year, `sec.afs.${year}.total.amortised_cost`),
  'AFS mark': (year) => groupMark(year, 'afs'),
  'HTM amortised cost': (year) => figureOf(year, `sec.htm.${year}.total.amortised_cost`),
  'HTM mark': (year) => groupMark(year, 'htm'),
};

function groupMark(year: number, book: 'afs' | 'htm'): number {
  const of = (name: string) => figureOf(year, `sec.${book}.${year}.total.${name}`);
  return of('fair_value') - of('amortised_cost');
}

function bankLines({ book, ...study }: Study): Readonly<Record<string, number>> {
  const group = book.group;
  const sum = (column: Float64Array, of: (id: string, name: string) => boolean) =>
    book.id.reduce((all, id, row) => {
      return of(id, group.names[group.codes[row] ?? -1] ?? '') ? all + (column[row] ?? 0) : all;
    }, 0);
  const cost = (name: string) => sum(book.notionalUsdMillion, (_id, own) => own === name);
  const outcome = evaluate({ ...study, book }, ['marks']);
  const mark = (name: string) => measureOf(outcome, `unrealised.${name}`, '0');
  return {
    'total assets': book.id.reduce(
      (all, _id, row) => (book.side[row] === 1 ? all + (book.carryingUsdMillion[row] ?? 0) : all),
      0,
    ),
    deposits: cost('deposits'),
    'non-interest-bearing deposits': sum(book.notionalUsdMillion, (id) => /-free$/.test(id)),
    'AFS amortised cost': cost('afs'),
    'AFS mark': mark('afs'),
    'HTM amortised cost': cost('htm'),
    'HTM mark': mark('htm'),
  };
}

/** How far bank and group may be apart: a share, or USD million for marks and HTM. */
const HELD: Readonly<Record<string, { readonly share?: number; readonly most?: number }>> = {
  'total assets': { share: 0.02 },
  deposits: { share: 0.02 },
  'non-interest-bearing deposits': { share: 0.03 },
  'AFS amortised cost': { share: 0.01 },
  'AFS mark': { most: 10 },
  'HTM amortised cost': { most: 1.5 },
  'HTM mark': { most: 1.5 },
};

describe.skipIf(!hasCallReports)(`Silicon Valley Bank beside its group${title}`, () => {
  it.each([2021, 2022])(
    'CALL-21: %i: assets, deposits and marks agree with the 10-K and with the page',
    (year) => {
      const report = callReportOf(callReports(year), SILICON_VALLEY_BANK);
      if (!report.ok) throw new Error('no report');
      const found = build(report.value, year);
      if (!found.ok) throw new Error(found.issues[0]?.message);
      const bank = bankLines(found.value.study);
      for (const [line, { share = 0, most = 0 }] of Object.entries(HELD)) {
        const group = GROUP[line]?.(year) ?? Number.NaN;
        const [group2021, bank2021, group2022, bank2022] = pageRow(line);
        expect(group, line).toBe(year === 2021 ? group2021 : group2022);
        expect(Math.round(bank[line] ?? Number.NaN), line).toBe(
          year === 2021 ? bank2021 : bank2022,
        );
        const miss = Math.abs((bank[line] ?? Number.NaN) - group);
        expect(miss, line).toBeLessThan(most + share * Math.abs(group));
      }
    },
    TEN_MINUTES,
  );

  it(
    'CALL-36: 2022: uninsured deposits are a range that holds what the 10-K gives',
    () => {
      const report = callReportOf(callReports(2022), SILICON_VALLEY_BANK);
      if (!report.ok) throw new Error('no report');
      const [low = 0, central = 0, high = 0] = ['low', 'central', 'high'].map((level) => {
        const found = build(report.value, 2022, { uninsuredShare: level });
        return found.ok ? found.value.study.liquidity.uninsuredUsdMillion / 1000 : Number.NaN;
      });
      const disclosed = figureOf(2022, 'dep.2022.uninsured_us');
      const abroad = figureOf(2022, 'dep.2022.foreign_not_insured');
      expect((disclosed + abroad) / 1000).toBe(165.4);
      expect(high).toBeGreaterThan(165.4);
      const range = `range, ${low.toFixed(1)} to ${high.toFixed(1)} billion`;
      expect(PAGE.replaceAll('\n', ' ')).toContain(range);
      expect(PAGE).toContain(`the central ${central.toFixed(1)}`);
    },
    TEN_MINUTES,
  );
});
