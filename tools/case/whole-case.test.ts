import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { assumptionChangeTable } from '../../packages/engine/src/framework/assumption-change.js';
import { withChanges } from '../../packages/engine/src/framework/engine.js';
import { baselineOf, stepBaseline } from '../../packages/engine/src/framework/step-baseline.js';
import {
  type CaseResult,
  type Change,
  evaluate,
  measureOf,
  originAt,
  type Result,
  runCase,
  type Table,
} from '../../packages/engine/src/index.js';
import { caseSlugs, libraryCase } from './library-case.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const effects = { hash, progress: () => {} };

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function known<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new Error(`no ${what}`);
  return found;
}

const tableOf = (tables: readonly Table[], id: string): Table =>
  known(
    tables.find((each) => each.id === id),
    `table ${id}`,
  );

describe('a case run without a solver', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = value(await runCase(libraryCase('svb-2022'), effects));
  });

  it('CASE-10: step 4 says that no solver was given and offers no plan', () => {
    const last = result.steps.at(-1);
    expect(last?.step).toBe(4);
    expect(last?.findings).toEqual(['No solver was given: the programme was not solved.']);
    expect(last?.tables).toEqual([]);
  });

  it('CASE-10: the other four steps stand, each with a finding and a table', () => {
    expect(result.steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    for (const { findings, tables } of result.steps.slice(0, 4)) {
      expect(findings.length).toBeGreaterThan(0);
      expect(tables.length).toBeGreaterThan(0);
    }
  });

  it('CASE-10: a second run of the files, parsed again, is the same to the last bit', async () => {
    const again = value(await runCase(libraryCase('svb-2022'), effects));
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
  });

  it('CASE-10: no number of any table is NaN or infinite, and every row fits its columns', () => {
    for (const { tables } of result.steps) {
      for (const { id, columns, rows } of tables) {
        for (const row of rows) {
          expect(row.length, id).toBe(columns.length);
          const numbers = row.filter((cell) => typeof cell === 'number');
          expect(numbers.every(Number.isFinite), `${id}: ${row.join(' | ')}`).toBe(true);
        }
      }
    }
  });
});

describe.each(caseSlugs())('a shock of zero on %s', (slug) => {
  const zero: Change = {
    kind: 'shock',
    id: 'zero',
    title: 'zero shock',
    rationale: 'a shock of nothing changes nothing',
    sources: [],
    size: 1,
    scenario: { id: 'zero', title: 'zero', kind: 'parallel', shockBp: 0, floorRate: 0 },
  };
  const outcome = evaluate(value(withChanges(libraryCase(slug).study, [zero])));

  it.each(['eve.change', 'eve.changeShare', 'nii.12m.change', 'nii.24m.change'])(
    '%s is exactly zero',
    (measure) => {
      expect(measureOf(outcome, measure, 'zero')).toBe(0);
    },
  );

  it('every measure stands as in the base, to the last bit', () => {
    const shocked = outcome.measures.filter(({ scenario }) => scenario === 'zero');
    expect(shocked.length).toBeGreaterThan(10);
    for (const { id, value: found } of shocked) expect(found, id).toBe(measureOf(outcome, id, '0'));
  });
});

describe.each(['svb-2021', 'svb-2022'])('step 0 of %s', (slug) => {
  const input = libraryCase(slug);
  const plan = known(input.baseline, 'baseline');
  const baseline = value(baselineOf(input, plan));
  const { tables } = value(stepBaseline(input, plan, baseline));

  it('CASE-4: the profile shows both Studies as evaluated', () => {
    const { rows } = tableOf(tables, 'baseline-profile');
    const own = evaluate(input.study);
    for (const { id } of input.study.scenarios) {
      const title = id === '0' ? 'base' : `${id} bp`;
      const row = known(
        rows.find(([name]) => name === title),
        title,
      );
      expect(row[1]).toBe(measureOf(baseline.outcome, 'eve.value', id));
      expect(row[5]).toBe(measureOf(own, 'eve.value', id));
    }
  });

  it('CASE-4: benchmarks that disagree are all shown; the chosen one is the baseline', () => {
    const { rows } = tableOf(tables, 'baseline-range');
    expect(rows.length).toBe(plan.range.length);
    expect(rows.length).toBeGreaterThan(2);
    const chosen = rows.find(([title]) => String(title).startsWith('Chosen'));
    expect(chosen?.[1]).toBe(measureOf(baseline.outcome, 'eve.value', '0'));
    // a longer life of deposits gives a higher base EVE, so the range is a range
    const values = rows.map(([, eve]) => Number(eve));
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(1000);
  });

  it('CASE-4: a benchmark that does not fit is an issue, not an empty row', () => {
    const parameter = 'averageLifeYears' as const;
    const misfit = { model: 'no-such-model', parameter, value: 3 };
    const range = [{ title: 'misfit', edits: [misfit] }];
    expect(stepBaseline(input, { ...plan, range }, baseline).ok).toBe(false);
  });

  it('CASE-4: all nine run thresholds stand, each as evaluated', () => {
    const { rows } = tableOf(tables, 'capital-and-liquidity');
    const own = evaluate(input.study);
    const words = { liquidity: 'liquidity', cet1: 'CET1 under 4.5%', tce: 'tangible equity 2%' };
    for (const [id, name] of Object.entries(words)) {
      for (const days of [1, 2, 30]) {
        const title = `Run threshold, ${name}, ${days} ${days === 1 ? 'day' : 'days'}`;
        const row = rows.find(([line]) => line === title);
        expect(row?.[2], title).toBe(100 * measureOf(own, `runThreshold.${id}.${days}d`, '0'));
      }
    }
  });

  it('CASE-4: funding sources add up to the one-day threshold and to 30-day coverage', () => {
    const { rows } = tableOf(tables, 'funding-sources');
    expect(rows.map(([title]) => title)).toEqual(
      input.study.liquidity.sources.map(({ title }) => title),
    );
    const own = evaluate(input.study);
    const { uninsuredUsdMillion, outflowShare } = input.study.liquidity;
    const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(total(6) / uninsuredUsdMillion).toBeCloseTo(
      measureOf(own, 'runThreshold.liquidity.1d', '0'),
      7,
    );
    expect(total(8) / (uninsuredUsdMillion * outflowShare)).toBeCloseTo(
      measureOf(own, 'liquidity.coverage', '0'),
      9,
    );
    for (const [title, , committed, , , , ...cash] of rows) {
      if (committed === 'no') expect(cash, String(title)).toEqual([0, 0, 0]);
    }
  });
});

describe('the assumption change of April 2022', () => {
  const { study, assumptionChange } = libraryCase('svb-2021');
  const plan = known(assumptionChange, 'assumption change');
  const { rows, origins, noteNumbers } = value(assumptionChangeTable(study, plan));

  it.each(rows)('CASE-6: %s: the life found gives the reading, evaluated on its own', (...row) => {
    const [, published, life] = row;
    const change: Change = {
      kind: 'replace-assumption',
      id: 'life',
      title: 'life',
      rationale: 'test',
      sources: [],
      size: 1,
      edits: plan.models.map((model) => ({
        model,
        parameter: 'averageLifeYears',
        value: Number(life),
      })),
    };
    const outcome = evaluate(value(withChanges(study, [change])));
    const reached = 100 * measureOf(outcome, 'eve.changeShare', '+100');
    expect(reached).toBeCloseTo(Number(published), 4);
  });

  it('CASE-6: a reading leads to its figure, in its cell and in the note', () => {
    const start = { figure: 'svb-2021/irr.2021.eve_pct.+100' };
    const march = { figure: 'svb-2021/irr.eve_at_risk_100.2022-03' };
    const april = { figure: 'svb-2021/irr.eve_at_risk_100.2022-04' };
    expect(rows.map((_, at) => originAt(origins, at, 1))).toEqual([start, march, april]);
    // "+100bp EVE −16.4% to −6.1%": the shock is a name
    const told = noteNumbers?.[0]?.map(({ origin }) => origin);
    expect(told?.slice(0, 2)).toEqual([march, april]);
  });

  it('CASE-6: the first reading is the fit itself, 1.73 years', () => {
    expect(Number(rows[0]?.[2])).toBeCloseTo(
      study.behaviour.deposits[0]?.averageLifeYears.value ?? 0,
      3,
    );
  });

  it('CASE-6: a lower exposure takes a longer life: -16.4, -13.9, -6.1 in this order', () => {
    const life = new Map(rows.map(([, published, years]) => [Number(published), Number(years)]));
    const at = (percent: number) =>
      known(
        [...life].find(([published]) => Math.abs(published - percent) < 1e-9)?.[1],
        String(percent),
      );
    expect(at(-16.4)).toBeLessThan(at(-13.9));
    expect(at(-13.9)).toBeLessThan(at(-6.1));
  });
});
