import { describe, expect, it } from 'vitest';
import { base, eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';

/** Paid at the end of the quarter instead of monthly. */
const quarterly = { cycleAnchorDateOfInterestPayment: '2021-04-01', contractID: 'second' };

function part(referenceRole: string, object: unknown, referenceType = 'CNT') {
  return { object, referenceType, referenceRole };
}

function swap(role: string, more: object = {}) {
  const contractStructure = [
    part('FIL', loan()),
    part('SEL', loan({ ...quarterly, notionalPrincipal: 800, nominalInterestRate: 0.1 })),
  ];
  return base('SWAPS', role, { contractStructure, ...more });
}

describe('contracts made of contracts', () => {
  it.each([
    ['no second leg', [part('FIL', loan())], 'missing contractStructure 0'],
    [
      'two first legs',
      [part('FIL', loan()), part('FIL', loan()), part('SEL', loan())],
      'contradiction contractStructure 2',
    ],
    [
      'a leg that is no contract',
      [part('FIL', { marketObjectCode: 'X' }, 'MOC'), part('SEL', loan())],
      'type contractStructure MOC',
    ],
  ])('COMPOSED-6: %s is an issue', (_, contractStructure, expected) => {
    expect(flowsOf({ terms: base('SWAPS', 'RFL', { contractStructure }) })).toBe(expected);
  });

  it('COMPOSED-6: parts within parts, four deep and no deeper', () => {
    let terms: object = loan();
    for (let depth = 1; depth <= 4; depth += 1) {
      terms = base('SWAPS', 'RFL', {
        contractStructure: [part('FIL', terms), part('SEL', loan())],
      });
    }
    expect(flowsOf({ terms: { ...terms } })).toMatch(/^depth .*one deeper/);
  });

  it('COMPOSED-7: both legs in order, first leg first; the second is paid', () => {
    expect(flowsOf({ terms: swap('RFL') })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-01-01', 'IED', 800],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'IP', 10],
      ['2021-04-01', 'IP', 10],
      ['2021-04-01', 'IP', -20],
      ['2021-04-01', 'MD', 1000],
      ['2021-04-01', 'MD', -800],
    ]);
  });

  it('COMPOSED-7: who pays the first leg sees the same flows with the other sign', () => {
    const received = eventsOf({ terms: swap('RFL') });
    const paid = eventsOf({ terms: swap('PFL') });
    if (typeof received === 'string' || typeof paid === 'string') throw new Error('no events');
    expect(paid.map(({ payoff }) => payoff)).toEqual(received.map(({ payoff }) => -payoff));
    expect(flowsOf({ terms: swap('RPA') })).toBe('enum /terms/contractRole RPA');
  });

  it('COMPOSED-8: congruent events are netted, those of one leg alone stay', () => {
    const reset = {
      cycleAnchorDateOfRateReset: '2021-03-01',
      cycleOfRateReset: 'P1YL1',
      marketObjectCodeOfRateReset: 'INDEX',
    };
    const contractStructure = [
      part('FIL', loan(reset)),
      part('SEL', loan({ ...quarterly, notionalPrincipal: 800, maturityDate: '2021-05-01' })),
    ];
    const terms = base('SWAPS', 'RFL', { contractStructure, deliverySettlement: 'S' });
    const events = eventsOf({ terms, observed: { INDEX: { '2021-03-01': 0.24 } } });
    // 800 at 12 per cent: 8 a month, three months to April, one to May.
    expect(events).toMatchObject([
      { eventType: 'IED', payoff: -200, notionalPrincipal: 200, nominalInterestRate: 0 },
      {
        eventType: 'IP',
        payoff: expect.closeTo(10, 9),
        notionalPrincipal: 1000,
        nominalInterestRate: 0.12,
      },
      { eventType: 'IP', payoff: expect.closeTo(10, 9) },
      { eventType: 'RR', payoff: 0, notionalPrincipal: 1000, nominalInterestRate: 0.24 },
      {
        eventType: 'IP',
        payoff: expect.closeTo(-4, 9),
        notionalPrincipal: 200,
        nominalInterestRate: 0,
      },
      { eventType: 'MD', payoff: 1000, notionalPrincipal: 0 },
      { eventType: 'IP', payoff: expect.closeTo(-8, 9) },
      { eventType: 'MD', payoff: -800 },
    ]);
  });

  it('COMPOSED-8: two flows of one time in two currencies stay two', () => {
    const forward = (more: object) =>
      base('FXOUT', 'RPA', {
        maturityDate: '2021-02-01',
        currency2: 'EUR',
        notionalPrincipal: 100,
        notionalPrincipal2: 90,
        ...more,
      });
    const contractStructure = [
      part('FIL', forward({})),
      part('SEL', forward({ notionalPrincipal: 30, notionalPrincipal2: 25 })),
    ];
    const terms = base('SWAPS', 'RFL', { contractStructure, deliverySettlement: 'S' });
    const events = eventsOf({ terms });
    expect(events).toMatchObject([
      { eventType: 'MD', payoff: 70, currency: 'USD' },
      { eventType: 'MD', payoff: -65, currency: 'EUR' },
    ]);
  });

  it('COMPOSED-9: bought and terminated at prices with their own sign', () => {
    const deal = {
      purchaseDate: '2021-02-01',
      priceAtPurchaseDate: 30,
      terminationDate: '2021-03-01',
      priceAtTerminationDate: 40,
    };
    for (const role of ['RFL', 'PFL']) {
      const sign = role === 'RFL' ? 1 : -1;
      expect(flowsOf({ terms: swap(role, deal) })).toEqual([
        ['2021-02-01', 'PRD', 30],
        ['2021-03-01', 'IP', sign * 10],
        ['2021-03-01', 'TD', 40],
      ]);
    }
  });

  const floater = loan({
    maturityDate: '2021-05-01',
    cycleAnchorDateOfRateReset: '2021-02-01',
    cycleOfRateReset: 'P1ML1',
    marketObjectCodeOfRateReset: 'INDEX',
  });
  // Resets of February, March and April to 24, 6 and 12 per cent on a thousand.
  const observed = { INDEX: { '2021-02-01': 0.24, '2021-03-01': 0.06, '2021-04-01': 0.12 } };

  it.each([
    ['BUY', { lifeCap: 0.18 }, [0, 5, 0, 0]],
    ['SEL', { lifeFloor: 0.09 }, [0, -0, -2.5, -0]],
    ['BUY', { lifeCap: 0.18, lifeFloor: 0.09 }, [0, 5, 2.5, 0]],
  ])('COMPOSED-10: %s with %j: what the limits change', (role, limits, payoffs) => {
    const terms = base('CAPFL', role, { ...limits, contractStructure: [part('UDL', floater)] });
    const flows = eventsOf({ terms, observed });
    if (typeof flows === 'string') throw new Error(flows);
    expect(flows.map(({ eventType }) => eventType)).toEqual(['IP', 'IP', 'IP', 'IP']);
    flows.forEach(({ payoff }, index) => {
      expect(payoff).toBeCloseTo(payoffs[index] ?? Number.NaN, 12);
    });
  });

  it('COMPOSED-10: bought, terminated; without a limit there is nothing to pay for', () => {
    const contractStructure = [part('UDL', floater)];
    const deal = {
      purchaseDate: '2021-02-15',
      priceAtPurchaseDate: 3,
      terminationDate: '2021-03-15',
      priceAtTerminationDate: 1,
    };
    const terms = base('CAPFL', 'SEL', { lifeCap: 0.18, contractStructure, ...deal });
    expect(flowsOf({ terms, observed })).toMatchObject([
      ['2021-02-15', 'PRD', 3],
      ['2021-03-01', 'IP', expect.closeTo(-5, 12)],
      ['2021-03-15', 'TD', -1],
    ]);
    expect(flowsOf({ terms: base('CAPFL', 'SEL', { contractStructure }), observed })).toBe(
      'missing lifeCap nothing',
    );
  });
});
