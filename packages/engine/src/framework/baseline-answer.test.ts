import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../foundation/index.js';
import { ALL_PARTS } from '../study/all-parts.test-fixture.js';
import { evaluate, measureOf, parseStudy, type Study } from '../study/index.js';
import { assumptionRanges, type Choice } from './assumption-range.js';
import type { BankBaseline, OpenAssumption, PeerRatio } from './bank-baseline.js';
import { baselineAnswer } from './baseline-answer.js';
import { BASELINE_FAMILIES, baselineMeasures } from './baseline-measures.js';
import type { Cell, Table } from './case-result.js';

const parsed = parseStudy(ALL_PARTS);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const study: Study = { ...parsed.value, scenarios: parsed.value.scenarios.slice(0, 2) };
const [base, shocked] = study.scenarios.map(({ id }) => id);
if (base !== '0' || shocked === undefined) throw new Error('the example has moved');

const UNINSURED = { low: 300, central: 600, high: 900 } as const;
const IDLE = { low: 0, central: 1, high: 2 } as const;

const open = (name: string, values: Readonly<Record<Choice, number>>): OpenAssumption => ({
  ...{ name, title: `Open ${name}`, unit: 'USD million', ...values },
  ...{ source: 'made', drives: 'the example', amountUsdMillion: name === 'idle' ? 0 : 600 },
});
const ASSUMPTIONS = [open('uninsured', UNINSURED), open('idle', IDLE)];

const withUninsured = (uninsuredUsdMillion: number): Study => ({
  ...study,
  liquidity: { ...study.liquidity, uninsuredUsdMillion },
});

const ranged = assumptionRanges({
  assumptions: ASSUMPTIONS,
  measures: baselineMeasures(study.scenarios),
  studyOf: ({ uninsured = 'central' }): Result<Study> => ok(withUninsured(UNINSURED[uninsured])),
  evaluate,
  families: BASELINE_FAMILIES,
  progress: () => undefined,
});
if (!ranged.ok) throw new Error(JSON.stringify(ranged.issues));

const ratio = (title: string, standing: number | null): PeerRatio => ({
  ...{ id: title, title, unit: '%', value: 12.5, banks: 9, standing },
  percentiles: [1, 2, 3, 4, 5, 6, 7],
});

const BASELINE: BankBaseline = {
  bank: {
    ...{ idrssd: '1', name: 'FIRST STATE BANK', city: 'MADE', state: 'TX' },
    quarterEnd: '2021-12-31',
  },
  ...{ decisionDate: '2022-02-04', submittedOn: '2022-06-10' },
  lines: [
    { title: 'Total assets', reported: 1000, built: 998, difference: -2 },
    { title: 'Total liabilities', reported: 900, built: 900.001, difference: 0.001 },
  ],
  missing: ['schedule RC-O, part 1'],
  ...{ replacedRates: ['loans-other', 'borrowings'], movedToHtm: -132 },
  assumptions: ASSUMPTIONS,
  ranged: ranged.value,
  peers: {
    ...{ group: 'USD 1 to 10 billion', banks: 10 },
    ratios: [ratio('Cash', 95), ratio('Loans', 50), ratio('Time deposits', null)],
  },
};
const answer = baselineAnswer(BASELINE);

function tableOf(id: string): Table {
  const found = answer.tables.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

const row = (id: string, at: number): readonly Cell[] => tableOf(id).rows[at] ?? [];

/** The smallest of the three thresholds within two days, per cent, as the engine gives each. */
function threshold(uninsured: number, scenario: string): number {
  const outcome = evaluate(withUninsured(uninsured), ['liquidity']);
  const shares = ['liquidity', 'cet1', 'tce'].map((limit) =>
    measureOf(outcome, `runThreshold.${limit}.2d`, scenario),
  );
  return 100 * Math.min(...shares);
}

describe('the baseline of a bank, told', () => {
  it('CALL-84: the threshold is the smallest of three limits, in per cent', () => {
    const id = 'baseline-range-runThreshold-smallest-2d';
    expect(tableOf(id).rows.length).toBe(2);
    const [low, central, high] = [900, 600, 300].map((amount) => threshold(amount, '0'));
    expect(row(id, 0).slice(1, 4)).toEqual([low, central, high]);
    expect(row(id, 0)[4]).toBe('Open uninsured');
    expect(low).toBeLessThan(central ?? 0); // more that can run: a smaller share breaks the bank
  });

  it('CALL-84: base levels and changes elsewhere are those of the central Study', () => {
    const outcome = evaluate(study, BASELINE_FAMILIES);
    const [first, second] = tableOf('baseline-scenarios').rows;
    expect(first?.slice(1, 4)).toEqual([
      measureOf(outcome, 'eve.value', '0'),
      null,
      measureOf(outcome, 'nii.12m', '0'),
    ]);
    const change = measureOf(outcome, 'eve.change', shocked);
    expect(second?.[1]).toBe(change);
    expect(second?.[2]).toBeCloseTo((100 * change) / measureOf(outcome, 'eve.value', '0'), 12);
    expect(second?.[3]).toBe(measureOf(outcome, 'nii.12m.change', shocked));
    expect(second?.[6]).toBe(measureOf(outcome, 'capital.economic.e0', shocked));
  });

  it('CALL-84: a measure that nothing moves is told as one number', () => {
    const cet1 = measureOf(evaluate(study, ['capital']), 'capital.cet1');
    expect(answer.findings).toContain(`CET1 is ${cet1.toFixed(1)} million.`);
  });

  it('CALL-81: a measure that no assumption moves says so', () => {
    expect(row('baseline-range-eve-value', 0).slice(4)).toEqual(['nothing moves it', null]);
    const pictures = answer.pictures.map(({ id }) => id);
    expect(pictures).toContain('baseline-tornado-runThreshold-smallest-2d');
    expect(pictures).not.toContain('baseline-tornado-eve-value');
  });

  it('CALL-85: lines that differ by more than rounding are counted, the largest named', () => {
    expect(answer.findings).toContain(
      '1 of 2 lines of the balance sheet differ from what was reported; most: total assets, ' +
        'by −2.0 million.',
    );
    expect(row('baseline-balance-sheet', 0)).toEqual(['Total assets', 1000, 998, -2]);
    const same = { ...BASELINE, lines: BASELINE.lines.slice(1) };
    expect(baselineAnswer(same).findings).toContain('All 1 lines of the balance sheet agree.');
  });

  it('CALL-85: what the file lacks and how much is left open stand in the findings', () => {
    expect(answer.findings).toContain('Not in the file: schedule RC-O, part 1.');
    const open = answer.findings.filter((each) => each.startsWith('Public data leave 1 '));
    expect(open.length).toBe(1); // the idle one bears on nothing
  });

  it('CALL-85: a difference of two thousand dollars is not told as 0.0 million', () => {
    const lines = [{ title: 'Total assets', reported: 90, built: 90.002, difference: 0.002 }];
    const [told] = baselineAnswer({ ...BASELINE, lines }).findings.filter((each) =>
      each.startsWith('1 of 1 lines'),
    );
    expect(told).toMatch(/by 2\.0 thousand\.$/);
  });

  it('CALL-41: a report last submitted after the decision date is told, and claims no less', () => {
    expect(answer.findings).toContain(
      'The report was last submitted on 2022-06-10, after the decision date 2022-02-04: what was ' +
        'amended was not known then, and the file does not tell what it is.',
    );
    expect(answer.sources[1]).toMatch(/2022-02-04 feeds the Study, but for what was amended/);
    for (const submittedOn of ['2022-02-04', null]) {
      const first = baselineAnswer({ ...BASELINE, submittedOn });
      expect(first.findings.length).toBe(answer.findings.length - 1);
      expect(first.sources[1]).toBe('Nothing known after 2022-02-04 feeds the Study.');
    }
  });

  it('CALL-31: rows that carry a rate of the market are named, and nothing is said of none', () => {
    expect(answer.findings).toContain(
      "The bank's own income gives no rate for rows loans-other, borrowings: loans take the " +
        'two-year mean and 3%, deposits nothing, borrowings the federal funds rate (CALL-31).',
    );
    const own = baselineAnswer({ ...BASELINE, replacedRates: [] });
    expect(own.findings.length).toBe(answer.findings.length - 1);
  });

  it('CALL-34: losses moved to HTM that stand in E0 and in neither mark are told', () => {
    const [told] = answer.findings.filter((each) => each.startsWith('In economic CET1 (E0) and'));
    expect(told).toContain('−132 million of AOCI, before tax, on securities moved to HTM');
    const none = baselineAnswer({ ...BASELINE, movedToHtm: 0 });
    expect(none.findings.length).toBe(answer.findings.length - 1);
  });

  it('CALL-85: what has one value, or bears on nothing, is not open', () => {
    const one = open('settled', { low: 3, central: 3, high: 3 });
    for (const assumptions of [ASSUMPTIONS, [...ASSUMPTIONS, one]]) {
      const told = baselineAnswer({ ...BASELINE, assumptions }).findings;
      expect(told.find((each) => each.startsWith('Public data leave 1 '))).toBeDefined();
    }
  });

  it('CALL-87: ratios in the outer tenths are named, and no peers are no table', () => {
    expect(answer.findings).toContain(
      'In the outer tenths of 10 banks of USD 1 to 10 billion: cash high (12.5%).',
    );
    expect(row('baseline-peers', 0)).toEqual(['Cash', '%', 12.5, 95, 2, 3, 4, 5, 6, 9]);
    const alone = baselineAnswer({ ...BASELINE, peers: null });
    expect(alone.tables.map(({ id }) => id)).not.toContain('baseline-peers');
  });
});
