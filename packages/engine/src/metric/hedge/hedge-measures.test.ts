import { describe, expect, it } from 'vitest';
import type { Swap } from '../../balance-sheet/index.js';
import { assumed, exampleStudy, row } from '../../study/example-study.test-fixture.js';
import { hedgeFuture, hedgeOption } from '../../study/hedge-part.test-fixture.js';
import { evaluate, measureOf, type Study } from '../../study/index.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { isRefused } from '../measure.js';
import { hedgeAccountingMeasures } from './accounting-measures.js';
import { hedgeMarginMeasures } from './margin-measures.js';

const swap = (id: string, edit: Partial<Swap> = {}): Swap => ({
  id,
  notionalUsdMillion: 100,
  fixedRate: 0.02,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 60,
  model: 'undesignated',
  hedgedGroup: 'none',
  ...edit,
});

/** Two swaps: 4 and -1 now; 9 and -6 after a rise; -3 and 2 after a fall. */
const TWO = handMade({
  positions: [],
  swaps: [swap('a'), swap('b', { notionalUsdMillion: -50, maturityMonth: 24 })],
  scenarios: [
    { id: '0', values: {}, swaps: [4, -1] },
    { id: '+200', values: {}, swaps: [9, -6] },
    { id: '-200', values: {}, swaps: [-3, 2] },
  ],
});

describe('value and margin of hedges', () => {
  const found = hedgeMarginMeasures({
    ...TWO,
    blocks: {
      hedgeMargin: {
        overTheCounter: [
          { toMonths: 24, share: assumed(0.01) },
          { toMonths: 60, share: assumed(0.02) },
        ],
      },
    },
  });

  it.each([
    // scenario, value, change, by hedge
    ['0', 3, 0, { a: 0, b: 0 }],
    ['+200', 3, 0, { a: 5, b: -5 }],
    ['-200', -1, -4, { a: -7, b: 3 }],
  ] as const)('INSTRUMENT-13, INSTRUMENT-14: in %s worth %d, moved %d', (id, value, change, by) => {
    expect(pick(found, 'hedge.value', id).value).toBe(value);
    expect(pick(found, 'hedge.change', id)).toMatchObject({ value: change, parts: by });
    expect(pick(found, 'hedge.margin.variation', id)).toMatchObject({
      value: change,
      parts: { overTheCounter: change, exchangeTraded: 0 },
    });
  });

  it('INSTRUMENT-15, INSTRUMENT-16: initial 100 x 2 % + 50 x 1 %, and a call of 4', () => {
    expect(pick(found, 'hedge.margin.initial').value).toBeCloseTo(2.5, 12);
    expect(pick(found, 'hedge.margin.need', '0').value).toBeCloseTo(2.5, 12);
    expect(pick(found, 'hedge.margin.need', '-200').value).toBeCloseTo(6.5, 12);
    const worst = pick(found, 'hedge.margin.worst');
    expect(worst.value).toBeCloseTo(6.5, 12);
    expect(Object.keys(worst.parts ?? {})).toEqual(['-200']);
  });

  it('INSTRUMENT-15: refused without the part, or where no step is long enough', () => {
    const short = { overTheCounter: [{ toMonths: 24, share: assumed(0.01) }] };
    for (const [blocks, path] of [
      [{}, '/hedgeMargin'],
      [{ hedgeMargin: short }, '/hedgeMargin/overTheCounter'],
    ] as const) {
      const refused = hedgeMarginMeasures({ ...TWO, blocks }).filter(isRefused);
      expect(refused.map(({ id, issue }) => [id, issue.path])).toEqual(
        ['initial', 'need', 'need', 'need', 'worst'].map((id) => [`hedge.margin.${id}`, path]),
      );
      // it names the hedge, and what to add
      expect(refused[0]?.issue.message).toMatch(/every-part.*\(a asks for margin|covers a, /);
    }
  });

  const study = (edit: Partial<Study>) => exampleStudy({ hedges: [], ...edit });
  it('INSTRUMENT-15: a future has its own share, a bought cap none, a sold one the part’s', () => {
    const margin = { overTheCounter: [{ toMonths: 360, share: assumed(0.03) }] };
    const parts = {
      hedgeOptions: { options: [hedgeOption(), hedgeOption({ id: 'sold', position: 'sold' })] },
      hedgeFutures: { futures: [hedgeFuture()] },
      hedgeMargin: margin,
    };
    const initial = evaluate(study(parts)).measures.find(({ id }) => id === 'hedge.margin.initial');
    expect(initial?.parts?.overTheCounter).toBeCloseTo(3, 12);
    expect(initial?.parts?.exchangeTraded).toBeCloseTo(0.5, 12);
    const bought = { hedgeOptions: { options: [hedgeOption()] } };
    expect(measureOf(evaluate(study(bought)), 'hedge.margin.initial')).toBe(0);
    expect(measureOf(evaluate(study({})), 'hedge.margin.worst')).toBe(0);
    const nothing = study({ hedges: [swap('empty', { notionalUsdMillion: 0 })] });
    expect(measureOf(evaluate(nothing), 'hedge.margin.initial')).toBe(0);
  });

  it('INSTRUMENT-16: a gain over the counter does not meet a call on the exchange', () => {
    const both = study({
      hedgeOptions: { options: [hedgeOption()] },
      hedgeFutures: { futures: [hedgeFuture({ notionalUsdMillion: 100 })] },
    });
    const outcome = evaluate(both);
    const call = outcome.measures.find(
      ({ id, scenario }) => id === 'hedge.margin.variation' && scenario === '+200',
    );
    expect(call?.parts?.overTheCounter).toBeGreaterThan(0);
    expect(call?.parts?.exchangeTraded).toBeLessThan(0);
    const need = measureOf(outcome, 'hedge.margin.need', '+200');
    expect(need).toBeCloseTo(0.5 - (call?.parts?.exchangeTraded ?? 0), 12);
  });

  it('INSTRUMENT-16: nor a gain on the exchange a call over the counter', () => {
    const outcome = evaluate(
      study({
        hedges: [swap('receiver', { notionalUsdMillion: -100 })],
        hedgeFutures: { futures: [hedgeFuture()] },
        hedgeMargin: { overTheCounter: [{ toMonths: 60, share: assumed(0.01) }] },
      }),
    );
    const call = outcome.measures.find(
      ({ id, scenario }) => id === 'hedge.margin.variation' && scenario === '+200',
    );
    expect(call?.parts?.exchangeTraded).toBeGreaterThan(0);
    const need = measureOf(outcome, 'hedge.margin.need', '+200');
    expect(need).toBeCloseTo(1 + 0.5 - (call?.parts?.overTheCounter ?? 0), 12);
  });
});

describe('accounting of hedges', () => {
  const designated = [
    swap('afs', { model: 'fair-value', hedgedGroup: 'afs' }),
    swap('loans', { model: 'fair-value', hedgedGroup: 'loans' }),
    swap('funding', { model: 'cash-flow', hedgedGroup: 'borrowings' }),
    swap('floating-afs', { model: 'cash-flow', hedgedGroup: 'afs' }),
    swap('free'),
  ];
  /** AFS of 100 in the accounts falls to 80; the swaps gain 10, 20, 40, 4 and 8. Tax 25 %. */
  const bank = (aociOptOut: boolean) =>
    hedgeAccountingMeasures(
      handMade({
        positions: [row('bond', 'afs')],
        swaps: designated,
        capital: {
          aociOptOut,
          cet1UsdMillion: 50,
          tangibleCommonEquityUsdMillion: 40,
          realisedLossUsdMillion: -4,
          taxRate: 0.25,
        },
        scenarios: [
          { id: '0', values: { bond: 100 }, swaps: [1, 1, 1, 1, 1] },
          { id: '+200', values: { bond: 80 }, swaps: [11, 21, 41, 5, 9] },
        ],
      }),
    );

  it.each([
    // id, with the opt-out, without: after tax, 0.75 x what the model takes
    ['hedge.aoci', [7.5, 0, 30, 3, 0], [7.5, 0, 30, 3, 0]],
    ['hedge.income', [0, 0, 0, 0, 6], [0, 0, 0, 0, 6]],
    ['hedge.cet1', [0, 0, 0, 0, 6], [7.5, 0, 0, 3, 6]],
    ['hedge.tce', [7.5, 0, 30, 3, 6], [7.5, 0, 30, 3, 6]],
  ])('INSTRUMENT-17: %s by hedge', (id, optedOut, not) => {
    expect(Object.values(pick(bank(true), id, '+200').parts ?? {})).toEqual(optedOut);
    expect(Object.values(pick(bank(false), id, '+200').parts ?? {})).toEqual(not);
    expect(pick(bank(true), id, '0').value).toBe(0);
  });

  it.each([
    // measure, opted out, without: CET1 of the accounts 50 - 3; AFS lost 15 after tax
    ['aoci', -15 + 7.5 + 33, -15 + 7.5 + 33],
    ['cet1', 47 + 6, 47 - 15 + 7.5 + 3 + 6],
    ['tce', 40 - 15 + 7.5 + 33 + 6, 40 - 15 + 7.5 + 33 + 6],
  ])('INSTRUMENT-18: capital.marked.%s', (id, optedOut, not) => {
    expect(pick(bank(true), `capital.marked.${id}`, '+200').value).toBeCloseTo(optedOut, 12);
    expect(pick(bank(false), `capital.marked.${id}`, '+200').value).toBeCloseTo(not, 12);
    const { value, parts = {} } = pick(bank(false), `capital.marked.${id}`, '+200');
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(value);
  });
});
