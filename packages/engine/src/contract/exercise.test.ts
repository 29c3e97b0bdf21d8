import { describe, expect, it } from 'vitest';
import { base, eventsOf, flowsOf } from './composed-contract.test-fixture.js';

const observed = { SHARE: { '2021-03-01': 70, '2021-06-01': 100 } };

function derivative(type: string, role: string, more: object) {
  return base(type, role, {
    contractStructure: [
      { object: { marketObjectCode: 'SHARE' }, referenceType: 'MOC', referenceRole: 'UDL' },
    ],
    maturityDate: '2021-06-01',
    settlementPeriod: 'P4D',
    calendar: 'MF',
    businessDayConvention: 'SCF',
    ...more,
  });
}

const call = { optionType: 'C', optionStrike1: 80, optionExerciseType: 'E' };

describe('options and futures', () => {
  // 2021-06-05 was a Saturday.
  it.each([
    ['C', 80, {}, 20],
    ['C', 110, {}, 0],
    ['P', 80, {}, 0],
    ['P', 110, {}, 10],
    ['CP', 80, { optionStrike2: 130 }, 50],
    ['CP', 120, { optionStrike2: 90 }, 0],
  ])(
    'COMPOSED-11: %s struck at %d, %j, a share at 100',
    (optionType, optionStrike1, more, paid) => {
      const option = { ...call, optionType, optionStrike1, ...more };
      for (const [role, sign] of [
        ['BUY', 1],
        ['SEL', -1],
      ] as const) {
        const terms = derivative('OPTNS', role, option);
        const exercised = paid === 0 ? {} : { exerciseDate: '2021-06-01T00:00:00' };
        expect(eventsOf({ terms, observed })).toEqual([
          expect.objectContaining({ eventType: 'MD', exerciseAmount: 0, ...exercised }),
          expect.objectContaining({ eventType: 'XD', payoff: 0, exerciseAmount: paid }),
          expect.objectContaining({
            eventDate: '2021-06-07T00:00:00',
            eventType: 'STD',
            payoff: sign * paid,
            exerciseAmount: 0,
          }),
        ]);
      }
    },
  );

  it('COMPOSED-11: bought with the sign of the role, terminated at a price with its own', () => {
    const deal = {
      purchaseDate: '2021-01-04',
      priceAtPurchaseDate: 10,
      terminationDate: '2021-02-01',
      priceAtTerminationDate: 12,
    };
    expect(flowsOf({ terms: derivative('OPTNS', 'SEL', { ...call, ...deal }), observed })).toEqual([
      ['2021-01-04', 'PRD', 10],
      ['2021-02-01', 'TD', 12],
    ]);
  });

  it('COMPOSED-11: an option without its second strike, or on nothing, is an issue', () => {
    const terms = derivative('OPTNS', 'BUY', { ...call, optionType: 'CP' });
    expect(flowsOf({ terms, observed })).toBe('missing optionStrike2 nothing');
    const onNothing = derivative('OPTNS', 'BUY', { ...call, contractStructure: null });
    expect(flowsOf({ terms: onNothing, observed })).toBe('missing contractStructure 0');
    const unseen = derivative('OPTNS', 'BUY', call);
    expect(flowsOf({ terms: unseen })).toBe('fixing.missing marketObjectCode nothing');
  });

  const exercised = [{ time: '2021-03-01', type: 'XD', contractId: 'one' }];
  const put = { optionType: 'P', optionStrike1: 80 };
  const optionality = { cycleAnchorDateOfOptionality: '2021-02-01', cycleOfOptionality: 'P1ML1' };

  it.each([
    ['A', {}],
    ['B', optionality],
  ])('COMPOSED-12: a put of kind %s exercised in March on a share at 70', (kind, more) => {
    const terms = derivative('OPTNS', 'BUY', { ...put, optionExerciseType: kind, ...more });
    expect(flowsOf({ terms, observed, eventsObserved: exercised })).toEqual([
      ['2021-03-01', 'XD', 0],
      ['2021-03-05', 'STD', 10],
      ['2021-06-01', 'MD', 0],
    ]);
  });

  it.each([
    ['a European option in March', 'E', {}, '2021-03-01'],
    ['a Bermudan option between its dates', 'B', optionality, '2021-03-02'],
    ['an American option after maturity', 'A', {}, '2021-07-01'],
    ['one after its last day', 'A', { optionExerciseEndDate: '2021-02-01' }, '2021-03-01'],
  ])('COMPOSED-12: %s is an issue', (_, kind, more, time) => {
    const terms = derivative('OPTNS', 'BUY', { ...put, optionExerciseType: kind, ...more });
    const eventsObserved = [{ time, type: 'XD' }];
    expect(flowsOf({ terms, observed, eventsObserved })).toMatch(/^exercise\.time eventsObserved/);
  });

  it.each([
    [80, 20],
    [100, 0],
    [130, -30],
  ])('COMPOSED-13: a future at %d on a share at 100 pays %d, whichever sign', (price, paid) => {
    for (const [role, sign] of [
      ['BUY', 1],
      ['SEL', -1],
    ] as const) {
      const terms = derivative('FUTUR', role, { futuresPrice: price });
      const events = eventsOf({ terms, observed });
      if (typeof events === 'string') throw new Error(events);
      expect(events.map(({ eventType }) => eventType)).toEqual(['MD', 'XD', 'STD']);
      expect(events[1]?.exerciseAmount).toBe(paid);
      expect((events[2]?.payoff ?? Number.NaN) + 0).toBe(sign * paid + 0);
    }
  });

  it('COMPOSED-14: an exercise behind the status date stands in the terms', () => {
    const known = { statusDate: '2021-06-02', exerciseDate: '2021-06-01', exerciseAmount: '20.5' };
    for (const more of [call, {}]) {
      const type = more === call ? 'OPTNS' : 'FUTUR';
      const terms = derivative(type, 'BUY', {
        ...known,
        ...more,
        ...(more === call ? {} : { futuresPrice: 1 }),
      });
      expect(flowsOf({ terms })).toEqual([['2021-06-07', 'STD', 20.5]]);
    }
  });

  it('COMPOSED-14: an exercise that is told by half is refused', () => {
    const told = (more: object) =>
      eventsOf({ terms: derivative('OPTNS', 'BUY', { ...call, ...more }), observed });
    expect(told({ exerciseAmount: 20 })).toBe('missing /terms/exerciseDate nothing');
    const behind = { statusDate: '2021-03-01', exerciseDate: '2021-03-01' };
    expect(told(behind)).toBe('missing /terms/exerciseAmount nothing');
    expect(told({ ...behind, exerciseAmount: 0 })).toHaveLength(2);
  });
});
