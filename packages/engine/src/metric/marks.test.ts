import { describe, expect, it } from 'vitest';
import { row } from '../study/example-study.test-fixture.js';
import { handMade, pick } from './hand-made.test-fixture.js';
import { markMeasures, marksOf } from './marks.js';

const positions = [
  row('a', 'afs', { accountingClass: 'available-for-sale', carryingUsdMillion: 93 }),
  row('h', 'htm', { accountingClass: 'held-to-maturity' }),
  row('l', 'loans', { carryingUsdMillion: 98 }),
  row('sight', 'deposits', { principal: 'decay', behaviour: 'ib', notionalUsdMillion: 300 }),
  row('time', 'deposits'),
  row('fhlb', 'borrowings'),
  row('building', 'other', { principal: 'none' }),
];

const input = handMade({
  positions,
  scenarios: [
    {
      id: '0',
      values: { a: 93, h: 90, l: 97, sight: 280, time: 99, fhlb: 101, building: 100 },
      swaps: [4],
    },
    {
      id: '+100',
      values: { a: 88, h: 84, l: 95, sight: 270, time: 98, fhlb: 99, building: 100 },
      swaps: [9],
    },
  ],
});

describe('marks', () => {
  it('MARK-1: securities against amortised cost, not against what they are carried at', () => {
    const found = markMeasures(input);
    expect(pick(found, 'unrealised.afs', '0').value).toBe(-7); // 93 - 100
    expect(pick(found, 'unrealised.htm', '+100').value).toBe(-16); // 84 - 100
  });

  it('MARK-2: loans against carrying amount; debt gains when its value falls', () => {
    expect(input.scenarios.map((view) => marksOf(input, view).loans)).toEqual([-1, -3]);
    // base 100 - 99 + 100 - 101 = 0; +100: 100 - 98 + 100 - 99 = 3
    expect(input.scenarios.map((view) => marksOf(input, view).debt)).toEqual([0, 3]);
  });

  it('MARK-2, MARK-3: the same as measures', () => {
    const found = markMeasures(input);
    const at = (id: string, scenario: string) => pick(found, `unrealised.${id}`, scenario).value;
    expect([at('loans', '+100'), at('debt', '+100'), at('hedges', '+100')]).toEqual([-3, 3, 5]);
    expect([at('debt', '0'), at('hedges', '0')]).toEqual([0, 0]);
  });

  it('MARK-4: AFS since the accounts, against what they are carried at', () => {
    const since = input.scenarios.map((view) => marksOf(input, view).afsSinceAccounts);
    expect(since).toEqual([0, -5]); // 93 - 93, 88 - 93
  });

  it('MARK-3: hedges count from the base scenario on', () => {
    expect(input.scenarios.map((view) => marksOf(input, view).hedges)).toEqual([0, 5]);
  });

  it('NMD-7: franchise is balance minus value, non-maturity deposits alone', () => {
    const found = markMeasures(input);
    expect(pick(found, 'franchise', '0').value).toBe(20); // 300 - 280
    expect(pick(found, 'franchise', '+100').value).toBe(30);
  });
});
