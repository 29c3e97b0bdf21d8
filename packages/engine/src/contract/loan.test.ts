import { describe, expect, it } from 'vitest';
import { eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';

const floating = {
  cycleAnchorDateOfRateReset: '2021-02-01',
  cycleOfRateReset: 'P1ML1',
  marketObjectCodeOfRateReset: 'LIBOR',
};
const fixings = { LIBOR: { '2021-02-01': 0.03, '2021-03-01': 0.06 } };

/** Rate after each event of a kind. */
function ratesOf(more: Readonly<Record<string, unknown>>): unknown {
  const events = eventsOf({ terms: loan({ ...floating, ...more }), observed: fixings });
  if (typeof events === 'string') return events;
  return events
    .filter(({ eventType }) => eventType.startsWith('RR'))
    .map(({ eventType, nominalInterestRate }) => `${eventType} ${nominalInterestRate.toFixed(4)}`);
}

describe('a bullet loan', () => {
  it('CONTRACT-10: pays out notional and premium, by the sign of the role', () => {
    const flows = (role: string) =>
      flowsOf({ terms: loan({ contractRole: role, premiumDiscountAtIED: -20 }) });
    expect(flows('RPA')).toEqual([
      ['2021-01-01', 'IED', -980],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'IP', 10],
      ['2021-04-01', 'IP', 10],
      ['2021-04-01', 'MD', 1000],
    ]);
    expect(flows('RPL')).toEqual([
      ['2021-01-01', 'IED', 980],
      ['2021-02-01', 'IP', -10],
      ['2021-03-01', 'IP', -10],
      ['2021-04-01', 'IP', -10],
      ['2021-04-01', 'MD', -1000],
    ]);
  });

  it('CONTRACT-10: interest accrues from an anchor before the exchange, or as given', () => {
    const first = (more: object) => {
      const events = eventsOf({ terms: loan({ ...more, cycleOfInterestPayment: 'P3ML1' }) });
      return typeof events === 'string' ? events : events[1]?.payoff;
    };
    // 15 December to 15 March: three months of 10.
    expect(first({ cycleAnchorDateOfInterestPayment: '2020-12-15' })).toBeCloseTo(30, 9);
    expect(first({ accruedInterest: 7, cycleAnchorDateOfInterestPayment: '2021-02-01' })).toBe(17);
  });

  it('CONTRACT-11: after the exchange the loan stands with what has accrued', () => {
    const running = { statusDate: '2021-02-16' };
    // 15 of 30 days since the payment of 1 February: 5, as the rest of the month.
    const events = eventsOf({ terms: loan({ ...running, statusDate: '2021-02-16' }) });
    expect(typeof events === 'string' ? events : events[0]?.payoff).toBeCloseTo(10, 9);
    const given = eventsOf({ terms: loan({ ...running, accruedInterest: 2 }) });
    expect(typeof given === 'string' ? given : given[0]?.payoff).toBeCloseTo(7, 9);
    const before = eventsOf({ terms: loan({ statusDate: '2021-01-16' }) });
    expect(typeof before === 'string' ? before : before[0]?.payoff).toBeCloseTo(5, 9);
  });

  it('CONTRACT-11: a payment that a weekend moves past the status date is still to come', () => {
    const payments = (businessDayConvention: string) =>
      flowsOf({
        terms: loan({
          statusDate: '2021-05-02',
          cycleAnchorDateOfInterestPayment: '2021-04-01',
          maturityDate: '2021-06-01',
          calendar: 'MF',
          businessDayConvention,
        }),
      });
    // 1 May is a Saturday: 32 or 30 days are paid on Monday the 3rd, 28 or 30 on 1 June.
    expect(payments('SCF')).toEqual([
      ['2021-05-03', 'IP', 10.666666667],
      ['2021-06-01', 'IP', 9.333333333],
      ['2021-06-01', 'MD', 1000],
    ]);
    expect(payments('CSF')).toEqual([
      ['2021-05-03', 'IP', 10],
      ['2021-06-01', 'IP', 10],
      ['2021-06-01', 'MD', 1000],
    ]);
  });

  it('CONTRACT-12: interest is added to the notional up to the capitalization end', () => {
    // 1000 + 10, then 1010 at 1 per cent a month on 2021-03-01: no payment before April.
    expect(flowsOf({ terms: loan({ capitalizationEndDate: '2021-03-01' }) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IPCI', 0],
      ['2021-03-01', 'IPCI', 0],
      ['2021-04-01', 'IP', 10.201],
      ['2021-04-01', 'MD', 1020.1],
    ]);
    // Off the cycle: 14 days of interest are added on 15 February, on 14 days more are paid.
    expect(flowsOf({ terms: loan({ capitalizationEndDate: '2021-02-16' }) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IPCI', 0],
      ['2021-02-16', 'IPCI', 0],
      ['2021-03-01', 'IP', 5.07525],
      ['2021-04-01', 'IP', 10.1505],
      ['2021-04-01', 'MD', 1015.05],
    ]);
  });

  it('CONTRACT-13: the observed rate times multiplier plus spread', () => {
    expect(ratesOf({})).toEqual(['RR 0.0300', 'RR 0.0600']);
    expect(ratesOf({ rateMultiplier: 2, rateSpread: 0.01 })).toEqual(['RR 0.0700', 'RR 0.1300']);
  });

  it('CONTRACT-13: caps and floors of the rate and of its change', () => {
    expect(ratesOf({ lifeFloor: 0.04, lifeCap: 0.05 })).toEqual(['RR 0.0400', 'RR 0.0500']);
    // From 12 per cent at most 2 per cent down, and again.
    expect(ratesOf({ periodFloor: 0.02 })).toEqual(['RR 0.1000', 'RR 0.0800']);
    expect(ratesOf({ periodFloor: 0.2, periodCap: 0.01 })).toEqual(['RR 0.0300', 'RR 0.0400']);
    expect(ratesOf({ periodFloor: 0.02, lifeCap: 0.09 })).toEqual(['RR 0.0900', 'RR 0.0700']);
  });

  it('CONTRACT-13: a known next rate is taken as it is', () => {
    expect(ratesOf({ nextResetRate: 0.05, rateSpread: 0.01 })).toEqual(['RRF 0.0500', 'RR 0.0700']);
    const late = { nextResetRate: 0.05, statusDate: '2021-02-01' };
    expect(ratesOf(late)).toEqual(['RRF 0.0500']);
  });

  it('CONTRACT-8: a missing fixing names term, code and date; none is carried forward', () => {
    const terms = loan(floating);
    expect(eventsOf({ terms, observed: { LIBOR: { '2021-02-01': 0.03 } } })).toBe(
      'fixing.missing marketObjectCodeOfRateReset nothing',
    );
    expect(eventsOf({ terms, observed: { OTHER: fixings.LIBOR } })).toContain('fixing.missing');
    const early = { LIBOR: { '2021-01-30': 0.03, '2021-02-27': 0.06 } };
    const lagged = { ...terms, fixingPeriod: 'P2D' };
    expect(eventsOf({ terms: lagged, observed: early })).toHaveLength(7);
  });

  it('CONTRACT-14: multipliers scale payments, not states', () => {
    const terms = loan({
      scalingEffect: 'IN0',
      cycleAnchorDateOfScalingIndex: '2021-03-01',
      marketObjectCodeOfScalingIndex: 'CPI',
      scalingIndexAtContractDealDate: 100,
    });
    const observed = { CPI: { '2021-03-01': 150 } };
    expect(flowsOf({ terms, observed })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'IP', 10],
      ['2021-03-01', 'SC', 0],
      ['2021-04-01', 'IP', 15],
      ['2021-04-01', 'MD', 1500],
    ]);
    const interestAlone = flowsOf({ terms: { ...terms, scalingEffect: 'IOO' }, observed });
    expect(interestAlone).toContainEqual(['2021-04-01', 'IP', 15]);
    expect(interestAlone).toContainEqual(['2021-04-01', 'MD', 1000]);
    const notionalAlone = flowsOf({ terms: { ...terms, scalingEffect: '0N0' }, observed });
    expect(notionalAlone).toContainEqual(['2021-04-01', 'IP', 10]);
    expect(notionalAlone).toContainEqual(['2021-04-01', 'MD', 1500]);
  });

  it('CONTRACT-15: a fee is an amount (A) or a yearly rate on the notional (N)', () => {
    const fee = { cycleAnchorDateOfFee: '2021-02-01', cycleOfFee: 'P1ML1', feeRate: 2 };
    const fees = (more: object) => {
      const flows = flowsOf({ terms: loan({ ...fee, ...more }) });
      return Array.isArray(flows) ? flows.filter(([, type]) => type === 'FP') : flows;
    };
    expect(fees({ feeBasis: 'A' })).toEqual([
      ['2021-02-01', 'FP', 2],
      ['2021-03-01', 'FP', 2],
      ['2021-04-01', 'FP', 2],
    ]);
    // 1.2 per cent a year on 1000 is 1 a month.
    expect(fees({ feeBasis: 'N', feeRate: 0.012, contractRole: 'RPL' })).toEqual([
      ['2021-02-01', 'FP', -1],
      ['2021-03-01', 'FP', -1],
      ['2021-04-01', 'FP', -1],
    ]);
  });

  it('CONTRACT-23: what went before a purchase is not shown; a termination ends all', () => {
    const trade = {
      purchaseDate: '2021-01-16',
      priceAtPurchaseDate: 990,
      terminationDate: '2021-03-16',
      priceAtTerminationDate: 980,
    };
    expect(flowsOf({ terms: loan(trade) })).toEqual([
      ['2021-01-16', 'PRD', -995],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'IP', 10],
      ['2021-03-16', 'TD', 985],
    ]);
    // A liability: the price is received, its accrued interest (negative) taken off.
    expect(flowsOf({ terms: loan({ ...trade, contractRole: 'RPL' }) })).toEqual([
      ['2021-01-16', 'PRD', 985],
      ['2021-02-01', 'IP', -10],
      ['2021-03-01', 'IP', -10],
      ['2021-03-16', 'TD', -975],
    ]);
  });

  it('CONTRACT-23: without an interest schedule the maturity pays the interest', () => {
    const none = { cycleAnchorDateOfInterestPayment: undefined, cycleOfInterestPayment: undefined };
    expect(flowsOf({ terms: loan(none) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-04-01', 'MD', 1030],
    ]);
  });

  it('CONTRACT-24: another settlement currency takes the observed rate of exchange', () => {
    const dates = ['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-01'];
    const observed = { 'USD/EUR': Object.fromEntries(dates.map((date) => [date, 0.5])) };
    const terms = loan({ settlementCurrency: 'EUR' });
    expect(flowsOf({ terms, observed })).toContainEqual(['2021-04-01', 'MD', 500]);
    expect(eventsOf({ terms })).toBe('fixing.missing settlementCurrency nothing');
  });

  it('CONTRACT-24: too many dates, years past 9999 and overflow are issues', () => {
    const daily = loan({ maturityDate: '9999-01-01', cycleOfInterestPayment: 'P1DL1' });
    expect(eventsOf({ terms: daily })).toContain('cycle.too-many');
    const slow = loan({
      contractType: 'LAM',
      maturityDate: undefined,
      cycleAnchorDateOfPrincipalRedemption: '2021-02-01',
      cycleOfPrincipalRedemption: 'P50YL1',
      cycleOfInterestPayment: 'P50YL1',
      nextPrincipalRedemptionPayment: 1,
    });
    expect(eventsOf({ terms: slow })).toContain('date.range');
    const exploding = loan({
      capitalizationEndDate: '2121-01-01',
      maturityDate: '2121-01-01',
      nominalInterestRate: 1e18,
    });
    expect(eventsOf({ terms: exploding })).toContain('not-finite');
  });
});
