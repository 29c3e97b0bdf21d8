import { describe, expect, it } from 'vitest';
import { PRESCRIBED_SHAPES, type Scenario } from '../../scenario/index.js';
import { assumed, exampleStudy } from '../../study/example-study.test-fixture.js';
import { evaluate, measureOf, type Study, viewedIn } from '../../study/index.js';
import type { StudyOption } from './index.js';

const SIGMA = 0.01;
/** What one at the money costs for each unit of sigma: root(T / 2 pi), two years of 365 days. */
const ROOT = Math.sqrt(2 / (2 * Math.PI));

const six: readonly Scenario[] = PRESCRIBED_SHAPES.map((shape) => ({
  id: shape,
  title: shape,
  kind: 'prescribed',
  rule: 'basel-d368',
  currency: 'USD',
  shape,
  floor: 'none',
}));

const option = (edit: Partial<StudyOption>): StudyOption => ({
  id: 'cap',
  kind: 'cap',
  position: 'sold',
  notionalUsdMillion: 400,
  strikeRate: 0.02,
  startMonth: 24,
  maturityMonth: 27,
  paymentMonths: 3,
  volatility: { kind: 'normal', volatility: assumed(SIGMA) },
  ...edit,
});
const NO_VOLATILITY = { kind: 'normal', volatility: assumed(0) } as const;

const studyOf = (...options: StudyOption[]): Study =>
  exampleStudy({
    scenarios: [...exampleStudy().scenarios, ...six],
    ...(options.length > 0 ? { automaticOptions: { options } } : {}),
  });

/** Discount factors in a scenario, and the simple rate of three months in two years. */
function market(scenario: string) {
  const { discount } = viewedIn(studyOf(), scenario).view.rates;
  const at = (month: number): number => discount[month] ?? Number.NaN;
  return { at, forward: 4 * (at(24) / at(27) - 1) };
}

describe('automatic options of a Study', () => {
  it('STANDARD-15: a cap sold at the money is worth 400 x 0.25 x D x sigma root(T / 2 pi)', () => {
    const { at, forward } = market('0');
    const outcome = evaluate(studyOf(option({ strikeRate: forward })));
    const byHand = -400 * 0.25 * at(27) * SIGMA * ROOT;
    expect(measureOf(outcome, 'options.value', '0')).toBeCloseTo(byHand, 9);
    expect(measureOf(outcome, 'options.change', '0')).toBe(0);
  });

  it('STANDARD-15: without volatility it is worth what it is in the money by', () => {
    const { at, forward } = market('+200');
    const par = (at(12) - at(24)) / at(24); // of one yearly period from month 12
    const one = { startMonth: 12, maturityMonth: 24, paymentMonths: 12 } as const;
    const plain = { position: 'bought', volatility: NO_VOLATILITY } as const;
    const outcome = evaluate(
      studyOf(
        option({ ...plain, id: 'cap', strikeRate: forward - 0.01 }),
        option({ ...plain, id: 'floor', kind: 'floor', strikeRate: forward + 0.02 }),
        option({ ...plain, ...one, id: 'payer', kind: 'payer-swaption', strikeRate: par - 0.01 }),
        option({ ...plain, ...one, id: 'rec', kind: 'receiver-swaption', strikeRate: par + 0.02 }),
        option({ ...plain, id: 'out', strikeRate: forward + 0.01 }),
      ),
    );
    const found = outcome.measures.find(
      ({ id, scenario }) => id === 'options.value' && scenario === '+200',
    );
    const expected: Readonly<Record<string, number>> = {
      cap: 400 * 0.25 * 0.01 * at(27),
      floor: 400 * 0.25 * 0.02 * at(27),
      payer: 400 * 0.01 * at(24),
      rec: 400 * 0.02 * at(24),
      out: 0,
    };
    for (const [id, value] of Object.entries(expected)) {
      expect(found?.parts?.[id], id).toBeCloseTo(value, 9);
    }
    const sum = Object.values(expected).reduce((total, value) => total + value, 0);
    expect(found?.value).toBeCloseTo(sum, 9);
  });

  it('STANDARD-15: a period whose rate is known at the date is no option', () => {
    const outcome = evaluate(
      studyOf(option({ startMonth: 0, maturityMonth: 3, strikeRate: 0, position: 'bought' })),
    );
    expect(measureOf(outcome, 'options.value', '0')).toBe(0);
  });

  it('STANDARD-15: options are a line of their own: no other measure moves by a bit', () => {
    const without = evaluate(studyOf());
    const others = evaluate(studyOf(option({}))).measures.filter(
      ({ id }) => !id.startsWith('options.') && id !== 'standardised.eve.addOn',
    );
    expect(others).toEqual(without.measures);
    const refused = without.refused.filter(({ id }) => id.startsWith('options.'));
    expect(refused.map(({ issue }) => issue.path)).toEqual([
      '/automaticOptions',
      '/automaticOptions',
    ]);
  });

  it('STANDARD-17: the add-on is base less shocked with volatility x 1.25; sold caps cost', () => {
    const { at, forward } = market('parallel-up');
    const outcome = evaluate(studyOf(option({ strikeRate: forward })));
    const inScenario = -400 * 0.25 * at(27) * SIGMA * ROOT;
    const value = (scenario: string) => measureOf(outcome, 'options.value', scenario);
    expect(value('parallel-up')).toBeCloseTo(inScenario, 9);
    const addOn = measureOf(outcome, 'standardised.eve.addOn', 'parallel-up');
    expect(addOn).toBeCloseTo(value('0') - 1.25 * inScenario, 9);
    expect(addOn).toBeGreaterThan(0);
  });

  it('STANDARD-17: refused in a scenario that is not prescribed', () => {
    const { refused } = evaluate(studyOf(option({})));
    const found = refused.filter(({ id }) => id === 'standardised.eve.addOn');
    expect(found.map(({ scenario, issue }) => [scenario, issue.code, issue.got])).toEqual([
      ['0', 'measure.no-scenario', 'Base'],
      ['+200', 'measure.no-scenario', 'Up 200 bp'],
    ]);
  });

  it('STANDARD-15: a Black volatility with a strike below its shift is refused', () => {
    const black = { kind: 'black', volatility: assumed(0.2), shift: assumed(0) } as const;
    const { refused } = evaluate(studyOf(option({ volatility: black, strikeRate: -0.01 })));
    const found = refused.filter(({ id }) => id === 'options.value');
    expect(found).toHaveLength(8);
  });
});
