import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate, measureOf } from '../../packages/engine/src/index.js';
import { CENTRAL_ASSUMPTIONS, callReportStudy, reportAt } from '../../packages/intake/src/index.js';
import { predictYear } from './predict-year.js';
import { sampleTables } from './sample-tables.js';
import { hasShared } from './shared-file.js';
import { CALL_REPORT_PAGE } from './write-deposit-cost.js';
import { DATE, known, twoDecembers } from './year-of-banks.js';

const page = readFileSync(CALL_REPORT_PAGE, 'utf8');

/** Cells of a table of the page, without its two head lines. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const start = page.indexOf(`<!-- table: ${name} -->`);
  const end = page.indexOf('<!-- end -->', start);
  if (start < 0) throw new Error(`no table ${name}`);
  return cellsOf(page.slice(start, end).split('\n').slice(1));
}

function cellsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.filter((line) => line.startsWith('| ')).slice(1);
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const NO_CHANGE = 'no change';
const ONE_BETA = 'one industry beta for all';
const CHOSEN_RULE = "the same with the bank's own betas (chosen)";

/** Mean absolute error and rank correlation of a rule in a group of banks, as the page has them. */
function scoreOf(table: string, group: string, rule: string) {
  const row = rowsOf(table).find(([banks, name]) => banks === group && name === rule);
  if (row === undefined) throw new Error(`${table}: no row ${group}, ${rule}`);
  return { error: Number(row[5]), rank: Number(row[6]) };
}

describe('the section "Deposit cost and margin" of docs/validation/call-report.md', () => {
  const large = '1 billion and more';

  it('at large banks the prediction is nearer than both naive rules, and orders the banks', () => {
    for (const table of ['cost of interest-bearing deposits', 'cost of all deposits']) {
      const chosen = scoreOf(`change of ${table}`, large, CHOSEN_RULE);
      expect(chosen.error).toBeLessThan(scoreOf(`change of ${table}`, large, NO_CHANGE).error);
      expect(chosen.error).toBeLessThan(scoreOf(`change of ${table}`, large, ONE_BETA).error / 2);
      expect(chosen.rank).toBeGreaterThan(0.25);
    }
    const margin = scoreOf('change of net interest margin', large, CHOSEN_RULE);
    expect(margin.error).toBeLessThan(
      scoreOf('change of net interest margin', large, NO_CHANGE).error,
    );
    expect(margin.error).toBeLessThan(
      scoreOf('change of net interest margin', large, ONE_BETA).error,
    );
  });

  it('at small banks the cost is missed: no change is nearer, and ranks say nothing', () => {
    const chosen = scoreOf('change of cost of all deposits', 'below 1 billion', CHOSEN_RULE);
    const still = scoreOf('change of cost of all deposits', 'below 1 billion', NO_CHANGE);
    expect(chosen.error).toBeGreaterThan(still.error);
    expect(chosen.rank).toBeLessThan(0.1);
  });
});

describe.runIf(hasShared)('made again from the public files (runs with ../shared)', () => {
  let facts: ReturnType<typeof known>;
  let files: ReturnType<typeof twoDecembers>;
  beforeAll(() => {
    facts = known();
    files = twoDecembers();
  }, 240_000);

  it('the tables of cost of a sample are those of the page, the margin is near', () => {
    const tables = sampleTables(facts, files);
    for (const name of ['sample costInterestBearing', 'sample costTotal']) {
      expect(cellsOf(tables[name] ?? []), name).toEqual(rowsOf(name));
    }
    cellsOf(tables['sample margin'] ?? []).forEach((cells, at) => {
      const written = rowsOf('sample margin')[at] ?? [];
      expect(cells.slice(0, 4)).toEqual(written.slice(0, 4));
      for (const column of [4, 5]) {
        expect(Math.abs(Number(cells[column]) - Number(written[column]))).toBeLessThan(3);
      }
    });
  }, 240_000);

  it("a predicted year is the engine's own net interest income of twelve months", () => {
    const report = reportAt(files[0], 0);
    expect(report.quarterEnd).toBe(DATE);
    const { market, path } = facts;
    const built = callReportStudy({ report, market, assumptions: CENTRAL_ASSUMPTIONS });
    if (!built.ok) throw new Error(JSON.stringify(built.issues));
    const { study } = built.value;
    const scenarios = [...study.scenarios.filter(({ id }) => id === '0'), path];
    const outcome = evaluate({ ...study, scenarios }, ['income']);
    const year = predictYear(study, path, { responses: null, timeByBeta: false });
    const sum = year.netInterestIncome.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(measureOf(outcome, 'nii.12m', path.id), 9);
    const paid = Object.values(year.paid)
      .flat()
      .reduce((a, b) => a + b, 0);
    const income = outcome.measures.find(
      ({ id, scenario }) => id === 'nii.12m' && scenario === path.id,
    );
    expect(paid).toBeCloseTo(-(income?.by?.deposits ?? 0), 9);
  }, 240_000);
});
