import { describe, expect, it } from 'vitest';
import { base, eventsOf, flowsOf } from './composed-contract.test-fixture.js';

describe('contracts without parts', () => {
  it('COMPOSED-1: cash is seen on each analysis date, signed by its role', () => {
    const input = {
      terms: base('CSH', 'RPL', { notionalPrincipal: '1200' }),
      to: '2021-12-31',
      eventsObserved: [
        { time: '2021-06-30', type: 'AD', value: 0 },
        { time: '2021-03-31', type: 'AD', contractId: 'one' },
        { time: '2021-03-31', type: 'AD', contractId: 'another' },
        { time: '2022-03-31', type: 'AD' },
      ],
    };
    expect(flowsOf(input)).toEqual([
      ['2021-03-31', 'AD', 0],
      ['2021-06-30', 'AD', 0],
    ]);
    expect(eventsOf(input)).toMatchObject([
      { notionalPrincipal: -1200 },
      { notionalPrincipal: -1200 },
    ]);
  });

  it.each([
    ['STK', 'RPA', -3300, 3600],
    ['STK', 'RPL', 3300, -3600],
    ['COM', 'RPA', -3300, 3600],
    ['COM', 'RPL', 3300, -3600],
  ])('COMPOSED-2: %s as %s: three pieces bought at 1100, sold at 1200', (type, role, paid, got) => {
    const deal = {
      quantity: 3,
      purchaseDate: '2021-02-01',
      priceAtPurchaseDate: '1100',
      terminationDate: '2021-08-01',
      priceAtTerminationDate: 1200,
    };
    expect(flowsOf({ terms: base(type, role, deal), to: '2021-12-31' })).toEqual([
      ['2021-02-01', 'PRD', paid],
      ['2021-08-01', 'TD', got],
    ]);
    // One piece where no quantity is written; what lies up to the status date has happened.
    const one = base(type, role, { ...deal, quantity: null, statusDate: '2021-02-01' });
    expect(flowsOf({ terms: one, to: '2021-12-31' })).toEqual([['2021-08-01', 'TD', got / 3]]);
  });

  const dividends = {
    cycleAnchorDateOfDividendPayment: '2021-05-01',
    cycleOfDividendPayment: 'P6ML0',
    marketObjectCodeOfDividends: 'DV',
    calendar: 'MF',
    businessDayConvention: 'SCF',
  };
  const observed = { DV: { '2021-05-01': 25, '2021-11-01': 30, '2022-05-01': 35 } };

  it('COMPOSED-3: dividends of their scheduled day are paid on a business day', () => {
    // 2021-05-01 was a Saturday, 2022-05-01 a Sunday; the horizon leaves no stub out.
    const terms = base('STK', 'RPL', dividends);
    expect(flowsOf({ terms, to: '2022-05-02', observed })).toEqual([
      ['2021-05-03', 'DV', -25],
      ['2021-11-01', 'DV', -30],
      ['2022-05-02', 'DV', -35],
    ]);
  });

  it('COMPOSED-3: a known first dividend, the time of holding, a missing horizon', () => {
    const terms = base('STK', 'RPA', { ...dividends, nextDividendPaymentAmount: 20 });
    expect(flowsOf({ terms, to: '2021-12-31', observed })).toEqual([
      ['2021-05-03', 'DV', 20],
      ['2021-11-01', 'DV', 30],
    ]);
    const held = {
      ...terms,
      purchaseDate: '2021-06-01',
      priceAtPurchaseDate: 900,
      terminationDate: '2022-01-03',
      priceAtTerminationDate: 950,
    };
    expect(flowsOf({ terms: held, observed })).toEqual([
      ['2021-06-01', 'PRD', -900],
      ['2021-11-01', 'DV', 30],
      ['2022-01-03', 'TD', 950],
    ]);
    // Observed on the day of the sale, off the cycle: a last one, joined to a long period (L0).
    const last = { DV: { '2021-11-01': 30, '2022-01-03': 8 } };
    expect(flowsOf({ terms: held, observed: last })).toEqual([
      ['2021-06-01', 'PRD', -900],
      ['2022-01-03', 'DV', 8],
      ['2022-01-03', 'TD', 950],
    ]);
    expect(flowsOf({ terms, observed })).toBe('missing to nothing');
    expect(flowsOf({ terms, to: '2022-12-31', observed })).toBe(
      'fixing.missing marketObjectCodeOfDividends nothing',
    );
  });

  const exchange = {
    currency2: 'EUR',
    notionalPrincipal: 2000,
    notionalPrincipal2: 1000,
    maturityDate: '2021-05-01',
  };

  it('COMPOSED-4: two amounts change hands, each in its currency', () => {
    expect(eventsOf({ terms: base('FXOUT', 'RPL', exchange), to: '2021-12-31' })).toMatchObject([
      { eventDate: '2021-05-01T00:00:00', eventType: 'MD', payoff: -2000, currency: 'USD' },
      { eventDate: '2021-05-01T00:00:00', eventType: 'MD', payoff: 1000, currency: 'EUR' },
    ]);
  });

  it('COMPOSED-4: each amount is settled at the rate of its own currency', () => {
    const terms = base('FXOUT', 'RPA', { ...exchange, settlementCurrency: 'CHF' });
    const rates = { 'USD/CHF': { '2021-05-01': 0.9 }, 'EUR/CHF': { '2021-05-01': 1.1 } };
    expect(flowsOf({ terms, to: '2021-12-31', observed: rates })).toEqual([
      ['2021-05-01', 'MD', 1800],
      ['2021-05-01', 'MD', -1100],
    ]);
  });

  it('COMPOSED-4: settled in cash after the settlement period, at the rate of maturity', () => {
    const cash = { deliverySettlement: 'S', settlementPeriod: 'P2D' };
    const terms = base('FXOUT', 'RPA', { ...exchange, ...cash });
    const observed = { 'EUR/USD': { '2021-05-01': 1.25 } };
    // 2000 - 1.25 x 1000
    expect(flowsOf({ terms, observed })).toEqual([['2021-05-03', 'STD', 750]]);
    expect(flowsOf({ terms })).toBe('fixing.missing currency2 nothing');
  });

  it('COMPOSED-4: bought, and terminated at a price with its own sign', () => {
    const deal = {
      purchaseDate: '2021-02-01',
      priceAtPurchaseDate: 50,
      terminationDate: '2021-03-01',
      priceAtTerminationDate: 100,
    };
    expect(flowsOf({ terms: base('FXOUT', 'RPL', { ...exchange, ...deal }) })).toEqual([
      ['2021-02-01', 'PRD', 50],
      ['2021-03-01', 'TD', 100],
    ]);
  });

  const swap = {
    initialExchangeDate: '2021-01-01',
    maturityDate: '2022-01-01',
    notionalPrincipal: 1000,
    nominalInterestRate: 0.06,
    nominalInterestRate2: 0.04,
    dayCountConvention: '30E360',
    cycleAnchorDateOfInterestPayment: '2021-07-01',
    cycleOfInterestPayment: 'P6ML1',
    cycleAnchorDateOfRateReset: '2021-10-01',
    cycleOfRateReset: 'P1YL1',
    rateSpread: 0.01,
    rateMultiplier: 2,
    marketObjectCodeOfRateReset: 'INDEX',
  };
  const index = { INDEX: { '2021-10-01': 0.035 } };

  it('COMPOSED-5: legs paid apart; a reset within a period splits it', () => {
    const terms = base('SWPPV', 'RF', { ...swap, deliverySettlement: 'D' });
    const events = eventsOf({ terms, observed: index });
    // Half a year of 60 less half a year of 40; then a quarter at 4 % and one at 2 x 3.5 % + 1 %.
    expect(events).toMatchObject([
      { eventType: 'IED', payoff: 0, notionalPrincipal: 1000, nominalInterestRate: 0.04 },
      { eventType: 'IPFX', payoff: 30 },
      { eventType: 'IPFL', payoff: -20 },
      { eventType: 'RR', payoff: 0, nominalInterestRate: 0.08, accruedInterest: 15 },
      { eventType: 'IPFX', payoff: 30 },
      { eventType: 'IPFL', payoff: -30 },
      { eventType: 'MD', payoff: 0, notionalPrincipal: 0, nominalInterestRate: 0.08 },
    ]);
  });

  it('COMPOSED-5: net for the payer of the fixed leg, begun before the status date', () => {
    const terms = base('SWPPV', 'PF', {
      ...swap,
      deliverySettlement: 'S',
      statusDate: '2021-08-15',
      nextResetRate: 0.1,
    });
    // Accrued since the payment of July: three months of 4 %, three of the rate known already.
    expect(flowsOf({ terms })).toEqual([
      ['2021-10-01', 'RRF', 0],
      ['2022-01-01', 'IP', 5],
      ['2022-01-01', 'MD', 0],
    ]);
  });

  it('COMPOSED-5: bought and terminated', () => {
    const terms = base('SWPPV', 'PF', {
      ...swap,
      purchaseDate: '2021-02-01',
      priceAtPurchaseDate: 7,
      terminationDate: '2021-09-01',
      priceAtTerminationDate: 9,
    });
    expect(eventsOf({ terms })).toMatchObject([
      { eventType: 'PRD', payoff: 7, notionalPrincipal: -1000 },
      { eventType: 'IPFX', payoff: -30 },
      { eventType: 'IPFL', payoff: 20 },
      { eventType: 'TD', payoff: 9, notionalPrincipal: 0, nominalInterestRate: 0.04 },
    ]);
  });
});
