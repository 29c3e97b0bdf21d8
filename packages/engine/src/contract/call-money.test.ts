import { describe, expect, it } from 'vitest';
import { eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';

const clm = (more: Readonly<Record<string, unknown>>) =>
  loan({ contractType: 'CLM', xDayNotice: 'P1M', ...more });

describe('call money', () => {
  it('CONTRACT-20: capitalizes to the maturity and pays all there', () => {
    expect(flowsOf({ terms: clm({}) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IPCI', 0],
      ['2021-03-01', 'IPCI', 0],
      ['2021-04-01', 'IP', 10.201],
      ['2021-04-01', 'MD', 1020.1],
    ]);
  });

  const called = { eventsObserved: [{ time: '2021-02-16', type: 'XD', value: 0 }] };

  it('CONTRACT-20: a call stops interest; it is settled after the notice, past the horizon', () => {
    const terms = clm({ maturityDate: undefined });
    // 1010 from 1 February; 15 of 30 days at 1 per cent a month: 5.05.
    expect(flowsOf({ terms, to: '2021-02-20', ...called })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IPCI', 0],
      ['2021-02-16', 'XD', 0],
      ['2021-03-16', 'IP', 5.05],
      ['2021-03-16', 'STD', 1010],
    ]);
  });

  it('CONTRACT-20: the row of the call shows what accrued only without a cycle', () => {
    const rows = (more: Readonly<Record<string, unknown>>) => {
      const terms = clm({ maturityDate: undefined, ...more });
      const events = eventsOf({ terms, to: '2021-04-01', ...called });
      if (typeof events === 'string') return events;
      return events
        .filter(({ eventType }) => eventType === 'XD' || eventType === 'IP')
        .map(({ payoff, accruedInterest }) => [payoff, accruedInterest]);
    };
    expect(rows({})).toEqual([
      [0, 0],
      [expect.closeTo(5.05, 9), 0],
    ]);
    // One month and a half of 10 a month.
    expect(rows({ cycleOfInterestPayment: undefined, xDayNotice: 'P0D' })).toEqual([
      [0, expect.closeTo(15, 9)],
      [expect.closeTo(15, 9), 0],
    ]);
  });

  it('CONTRACT-20: a call whose notice ends after the maturity changes nothing', () => {
    const terms = clm({ xDayNotice: 'P2M' });
    expect(flowsOf({ terms, ...called })).toEqual(flowsOf({ terms }));
    const onTheDay = clm({ xDayNotice: 'P44D' });
    expect(flowsOf({ terms: onTheDay, ...called })).toContainEqual(['2021-04-01', 'STD', 1010]);
  });
});

describe('undefined maturity', () => {
  it('CONTRACT-22: capitalizes before the horizon, which must be given', () => {
    const terms = loan({ contractType: 'UMP', maturityDate: undefined });
    expect(flowsOf({ terms, to: '2021-03-01' })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IPCI', 0],
    ]);
    expect(eventsOf({ terms })).toContain('missing to');
  });

  it('CONTRACT-22: withdrawals and deposits are observed, at most the balance goes', () => {
    const terms = loan({ contractType: 'UMP', contractRole: 'RPL', maturityDate: undefined });
    const observed = (type: string, value: number) => ({
      terms,
      to: '2021-03-02',
      eventsObserved: [{ time: '2021-02-16', type, value }],
    });
    // 1,010 after the first interest; half a month at 1% before and after the withdrawal.
    expect(flowsOf(observed('PR', 400))).toEqual([
      ['2021-01-01', 'IED', 1000],
      ['2021-02-01', 'IPCI', 0],
      ['2021-02-16', 'PR', -400],
      ['2021-03-01', 'IPCI', 0],
    ]);
    const balanceOf = (type: string, value: number) => {
      const events = eventsOf(observed(type, value));
      return typeof events === 'string' ? events : events.at(-1)?.notionalPrincipal;
    };
    expect(balanceOf('PR', 400)).toBeCloseTo(-(610 + 5.05 + 3.05), 9);
    expect(balanceOf('PI', 400)).toBeCloseTo(-(1410 + 5.05 + 7.05), 9);
    expect(balanceOf('PR', 5000)).toBeCloseTo(-5.05, 9);
    expect(balanceOf('PR', -1)).toBe('negative eventsObserved -1');
  });
});
