import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../../balance-sheet/index.js';
import type { DepositModel } from '../../behaviour/index.js';
import { PRESCRIBED_SHAPES, type Scenario } from '../../scenario/index.js';
import {
  assumed,
  depositModel,
  exampleStudy,
  row,
  valueOrThrow,
} from '../../study/example-study.test-fixture.js';
import { evaluate, explain, measureOf, type Study, viewedIn } from '../../study/index.js';
import { TIME_BUCKETS } from './index.js';

const six: readonly Scenario[] = PRESCRIBED_SHAPES.map((shape) => ({
  id: shape,
  title: shape,
  kind: 'prescribed',
  rule: 'basel-d368',
  currency: 'USD',
  shape,
  floor: 'none',
}));

const deposit: DepositModel = {
  ...depositModel('dep'),
  category: 'wholesale',
  core: { share: assumed(0.8), averageLifeYears: assumed(6, 'years') },
};

const studyOf = (positions: readonly Position[], edit: Partial<Study> = {}): Study =>
  exampleStudy({
    book: bookFromPositions(positions),
    hedges: [],
    behaviour: {
      deposits: [deposit],
      prepayments: [{ id: 'cpr', kind: 'cpr', cpr: assumed(0.1) }],
      redemptions: [
        {
          id: 'time',
          redemptionRate: assumed(0.1),
          redemptionSensitivity: assumed(0),
          penaltyMonths: assumed(0),
        },
      ],
    },
    scenarios: [...exampleStudy().scenarios.slice(0, 1), ...six],
    ...edit,
  });

const changeOf = (study: Study, scenario: string) =>
  measureOf(evaluate(study), 'standardised.rule.eve.change', scenario);

/** Value of amounts by month (0 overnight) at the midpoints of a scenario; ln D linear. */
function bucketed(study: Study, scenario: string, amounts: readonly number[]): number {
  const { discount } = viewedIn(study, scenario).view.rates;
  const logAt = (month: number) => Math.log(discount[month] ?? Number.NaN);
  return amounts.reduce((sum, amount, month) => {
    const years = TIME_BUCKETS.find(({ toMonths }) => month <= toMonths)?.midpointYears ?? 0;
    const before = Math.floor(years * 12);
    const way = years * 12 - before;
    return sum + amount * Math.exp((1 - way) * logAt(before) + way * logAt(before + 1));
  }, 0);
}

/** Principal and interest by month of a balance that loses `leaving(month)` of itself. */
function runOff(
  balance: number,
  terms: { readonly rate: number; readonly last: number },
  leaving: (month: number, left: number) => number,
): number[] {
  const paid: number[] = [];
  let left = balance;
  for (let month = 1; month <= terms.last; month += 1) {
    const principal = month === terms.last ? left : leaving(month, left);
    paid.push(principal + (left * terms.rate) / 12);
    left -= principal;
  }
  return paid;
}

const cap = {
  id: 'cap',
  kind: 'cap',
  position: 'sold',
  notionalUsdMillion: 400,
  strikeRate: 0.02,
  startMonth: 24,
  maturityMonth: 60,
  paymentMonths: 3,
  volatility: { kind: 'normal', volatility: assumed(0.01) },
} as const;

describe('the standardised rule on a Study', () => {
  it('STANDARD-16: wholesale: half is core of 4 years, not 0.8 of 6; the rest is overnight', () => {
    const study = studyOf([row('d', 'deposits', { principal: 'decay', behaviour: 'dep' })]);
    const core = runOff(50, { rate: 0.02, last: 360 }, (_, left) => left / 48);
    const amounts = [50, ...core];
    const byHand = bucketed(study, 'steepener', amounts) - bucketed(study, '0', amounts);
    expect(changeOf(study, 'steepener')).toBeCloseTo(-byHand, 9); // a liability
  });

  it('STANDARD-16: a core below its caps stays as it is', () => {
    const below = { ...deposit, core: { share: assumed(0.3), averageLifeYears: assumed(2) } };
    const study = studyOf([row('d', 'deposits', { principal: 'decay', behaviour: 'dep' })], {
      behaviour: { deposits: [below], prepayments: [] },
    });
    const amounts = [70, ...runOff(30, { rate: 0.02, last: 360 }, (_, left) => left / 24)];
    const byHand = bucketed(study, 'short-up', amounts) - bucketed(study, '0', amounts);
    expect(changeOf(study, 'short-up')).toBeCloseTo(-byHand, 9);
  });

  it('STANDARD-16: of a one-year deposit 1 - 0.9^(11/12) is broken in the base, x 1.2 up', () => {
    const bullet = { firstPrincipalMonth: 12, maturityMonth: 12, behaviour: 'time' };
    const study = studyOf([row('t', 'deposits', bullet)]);
    const broken = 1 - 0.9 ** (11 / 12);
    const amounts = (share: number) => [
      100 * share,
      ...runOff(100 * (1 - share), { rate: 0.02, last: 12 }, () => 0),
    ];
    for (const [shape, scalar] of [
      ['parallel-up', 1.2],
      ['parallel-down', 0.8],
    ] as const) {
      const shocked = bucketed(study, shape, amounts(scalar * broken));
      const byHand = shocked - bucketed(study, '0', amounts(broken));
      expect(changeOf(study, shape)).toBeCloseTo(-byHand, 9);
    }
  });

  it('STANDARD-16: a loan prepays at 0.8 x 10% when rates rise, 1.2 x 10% when they fall', () => {
    const level = { principal: 'level', behaviour: 'cpr', noteRate: 0.06, rate: 0.06 } as const;
    const study = studyOf([row('m', 'loans', { ...level, maturityMonth: 24 })]);
    const amounts = (cpr: number) => {
      const smm = 1 - (1 - cpr) ** (1 / 12);
      return [
        0,
        ...runOff(100, { rate: 0.06, last: 24 }, (month, left) => {
          const payment = (left * 0.005) / (1 - 1.005 ** -(24 - month + 1));
          const scheduled = payment - left * 0.005;
          return scheduled + (left - scheduled) * smm;
        }),
      ];
    };
    for (const [shape, cpr] of [
      ['parallel-up', 0.08],
      ['short-down', 0.12],
    ] as const) {
      const byHand = bucketed(study, shape, amounts(cpr)) - bucketed(study, '0', amounts(0.1));
      expect(changeOf(study, shape)).toBeCloseTo(byHand, 8);
    }
  });

  it('STANDARD-16: an S-curve takes its speed in the base for CPR0, whatever rates do', () => {
    const level = { principal: 'level', behaviour: 'mbs', noteRate: 0.06, rate: 0.06 } as const;
    const behaviour = { deposits: [], prepayments: exampleStudy().behaviour.prepayments };
    const study = studyOf([row('m', 'loans', { ...level, maturityMonth: 1 })], { behaviour });
    // one month: all is repaid, so that no speed matters: 100.5 in the bucket of a month
    const byHand = bucketed(study, 'parallel-up', [0, 100.5]) - bucketed(study, '0', [0, 100.5]);
    expect(changeOf(study, 'parallel-up')).toBeCloseTo(byHand, 9);
    const long = studyOf([row('m', 'loans', { ...level, maturityMonth: 240 })], { behaviour });
    const outcome = evaluate(long);
    const own = measureOf(outcome, 'standardised.eve.change', 'parallel-up');
    const rule = measureOf(outcome, 'standardised.rule.eve.change', 'parallel-up');
    // the S-curve all but stops at +200 bp; the rule only slows it by a fifth: it loses less
    expect(Math.abs(rule)).toBeLessThan(Math.abs(own));
  });

  it('STANDARD-16, STANDARD-8: options sold cost their add-on', () => {
    const positions = [row('bond', 'loans')];
    const plain = evaluate(studyOf(positions));
    const sold = evaluate(studyOf(positions, { automaticOptions: { options: [cap] } }));
    const id = 'standardised.rule.eve.change';
    const addOn = measureOf(sold, 'standardised.eve.addOn', 'parallel-up');
    const flows = measureOf(plain, id, 'parallel-up');
    expect(addOn).toBeGreaterThan(0);
    expect(measureOf(sold, id, 'parallel-up')).toBeCloseTo(flows - addOn, 9);
    const found = sold.measures.find((m) => m.id === id && m.scenario === 'parallel-up');
    expect(found?.parts).toEqual({ flows, options: 0 - addOn });
  });

  it('STANDARD-16, EXPL-5: each of the measures shows the parts of the Study behind it', () => {
    const option = { ...cap, position: 'bought' } as const;
    const outcome = evaluate(
      studyOf([row('bond', 'loans')], { automaticOptions: { options: [option] } }),
    );
    for (const [id, scenario] of [
      ['options.value', '0'],
      ['standardised.eve.addOn', 'steepener'],
      ['standardised.rule.eve.change', 'steepener'],
      ['standardised.rule.worst', ''],
    ] as const) {
      const { root } = valueOrThrow(explain(outcome, id, { scenario }));
      const parts = root.restsOn.map((each) => (each.kind === 'part' ? each.path : each.kind));
      expect(parts, id).toContain('/automaticOptions');
    }
  });

  it('STANDARD-18: the worst of six over Tier 1 of 95 + 10, under its name', () => {
    const outcome = evaluate(studyOf([row('bond', 'loans')]));
    const changes = six.map(({ id }) => measureOf(outcome, 'standardised.rule.eve.change', id));
    const found = outcome.measures.find(({ id }) => id === 'standardised.rule.worst');
    expect(found?.value).toBeCloseTo(-Math.min(...changes) / 105, 12);
    expect(Object.keys(found?.parts ?? {})).toEqual(['parallel-up']); // a five-year bond
  });

  it('STANDARD-16, STANDARD-18: refused: no category, no core, no shape prescribed', () => {
    const positions = [row('d', 'deposits', { principal: 'decay', behaviour: 'dep' })];
    const codes = (edit: Partial<Study>, id: string) =>
      evaluate(studyOf(positions, edit))
        .refused.filter((each) => each.id === id)
        .map(({ scenario, issue }) => `${scenario} ${issue.code}`);
    const change = 'standardised.rule.eve.change';
    expect(codes({}, change)).toEqual(['0 measure.no-scenario']);
    const { category: _, ...bare } = deposit;
    const without = { behaviour: { deposits: [bare], prepayments: [] } };
    expect(codes(without, change)).toEqual([
      '0 measure.no-scenario',
      ...six.map(({ id }) => `${id} deposit-caps.category`),
    ]);
    expect(codes(without, 'standardised.rule.worst')).toEqual([' deposit-caps.category']);
    const { core: _core, ...whole } = deposit;
    const coreless = { behaviour: { deposits: [whole], prepayments: [] } };
    expect(codes(coreless, 'standardised.rule.worst')).toEqual([' core.none']);
    const five = { scenarios: studyOf([]).scenarios.slice(0, 6) };
    expect(codes(five, 'standardised.rule.worst')).toEqual([' measure.no-scenario']);
  });
});
