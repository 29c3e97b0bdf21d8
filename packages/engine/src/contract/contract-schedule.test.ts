import { describe, expect, it } from 'vitest';
import { eventsOf, loan } from './composed-contract.test-fixture.js';
import { dayOfTime, timeFromIso } from './date-time.js';
import { yearsOf } from './day-count.js';

type Json = Readonly<Record<string, unknown>>;

/** Dates of the events of one kind. */
function datesOf(type: string, more: Json, observed = {}): unknown {
  const events = eventsOf({ terms: loan(more), observed });
  if (typeof events === 'string') return events;
  return events
    .filter(({ eventType }) => eventType === type)
    .map(({ eventDate }) => eventDate.slice(0, 10));
}

function day(iso: string): number {
  const time = timeFromIso(iso, 'day');
  if (!time.ok) throw new Error(iso);
  return dayOfTime(time.value);
}

describe('day counts', () => {
  it('CONTRACT-3: 28E336 counts 28 days a month, A336 actual days', () => {
    const [start, end] = [day('2021-01-31'), day('2021-03-30')];
    expect(yearsOf('28E336', undefined)(start, end)).toBe(56 / 336);
    expect(yearsOf('A336', undefined)(start, end)).toBe(58 / 336);
    expect(yearsOf('28E336', undefined)(day('2020-02-29'), day('2021-02-14'))).toBe(322 / 336);
  });

  it('CONTRACT-3: 30E360ISDA spares the end of February at the maturity alone', () => {
    const [start, end] = [day('2021-01-31'), day('2021-02-28')];
    expect(yearsOf('30E360ISDA', undefined)(start, end)).toBe(30 / 360);
    expect(yearsOf('30E360ISDA', end)(start, end)).toBe(28 / 360);
    expect(yearsOf('30E360', undefined)(start, end)).toBe(28 / 360);
  });

  it('CONTRACT-3: B252 counts the days of the calendar; AA splits at the year', () => {
    // 2021-01-01 was a Friday: 1, 4, 5, 6, 7 and 8 January before the 9th; TARGET keeps New Year.
    const [start, end] = [day('2021-01-01'), day('2021-01-09')];
    expect(yearsOf('B252', undefined)(start, end)).toBe(6 / 252);
    expect(yearsOf('B252', undefined, 'NC')(start, end)).toBe(6 / 252);
    expect(yearsOf('B252', undefined, 'target')(start, end)).toBe(5 / 252);
    const events = eventsOf({
      terms: loan({
        dayCountConvention: 'B252',
        calendar: 'target',
        cycleOfInterestPayment: undefined,
        cycleAnchorDateOfInterestPayment: '2021-01-09',
      }),
    });
    if (typeof events === 'string') throw new Error(events);
    expect(events.find(({ eventType }) => eventType === 'IP')?.payoff).toBeCloseTo(
      (120 * 5) / 252,
      12,
    );
    expect(yearsOf('AA', undefined)(day('2020-12-31'), day('2021-01-03'))).toBeCloseTo(
      1 / 366 + 2 / 365,
      16,
    );
  });
});

describe('schedules', () => {
  it('CONTRACT-4: a short last period is kept with L1 and joined with L0', () => {
    const more = { maturityDate: '2021-04-15' };
    expect(datesOf('IP', more)).toEqual(['2021-02-01', '2021-03-01', '2021-04-01', '2021-04-15']);
    expect(datesOf('IP', { ...more, cycleOfInterestPayment: 'P1ML0' })).toEqual([
      '2021-02-01',
      '2021-03-01',
      '2021-04-15',
    ]);
  });

  it('CONTRACT-4: one date before the end is not dropped', () => {
    const more = { maturityDate: '2021-02-15', cycleOfInterestPayment: 'P1ML0' };
    expect(datesOf('IP', more)).toEqual(['2021-02-01', '2021-02-15']);
  });

  it('CONTRACT-4: without an anchor the cycle starts at the exchange', () => {
    expect(datesOf('IP', { cycleAnchorDateOfInterestPayment: undefined })).toEqual([
      '2021-01-01',
      '2021-02-01',
      '2021-03-01',
      '2021-04-01',
    ]);
  });

  it('CONTRACT-4: an anchor without a cycle is one date and the end', () => {
    const more = { cycleOfInterestPayment: undefined };
    expect(datesOf('IP', more)).toEqual(['2021-02-01', '2021-04-01']);
  });

  it('CONTRACT-4: weeks, quarters and years', () => {
    const dates = (cycleOfInterestPayment: string, maturityDate: string) =>
      datesOf('IP', { cycleOfInterestPayment, maturityDate });
    expect(dates('P2WL1', '2021-03-01')).toEqual(['2021-02-01', '2021-02-15', '2021-03-01']);
    expect(dates('P1QL1', '2021-08-01')).toEqual(['2021-02-01', '2021-05-01', '2021-08-01']);
    expect(dates('P1YL1', '2023-02-01')).toEqual(['2021-02-01', '2022-02-01', '2023-02-01']);
  });

  it('CONTRACT-5: from a month end the 31st is remembered, EOM stays on month ends', () => {
    const end = { maturityDate: '2021-05-31', cycleAnchorDateOfInterestPayment: '2021-01-31' };
    expect(datesOf('IP', end)).toEqual([
      '2021-01-31',
      '2021-02-28',
      '2021-03-31',
      '2021-04-30',
      '2021-05-31',
    ]);
    const february = { ...end, cycleAnchorDateOfInterestPayment: '2021-02-28' };
    expect(datesOf('IP', { ...february, endOfMonthConvention: 'SD' })).toEqual([
      '2021-02-28',
      '2021-03-28',
      '2021-04-28',
      '2021-05-28',
      '2021-05-31',
    ]);
    expect(datesOf('IP', { ...february, endOfMonthConvention: 'EOM' })).toEqual([
      '2021-02-28',
      '2021-03-31',
      '2021-04-30',
      '2021-05-31',
    ]);
    const weekly = { ...february, endOfMonthConvention: 'EOM', cycleOfInterestPayment: 'P13WL1' };
    expect(datesOf('IP', weekly)).toEqual(['2021-02-28', '2021-05-30', '2021-05-31']);
  });

  // 2021-05-01 is a Saturday, 2021-05-31 a Monday, 2021-07-31 a Saturday.
  const SHIFTS: readonly (readonly [string, string, string])[] = [
    ['SCF', '2021-05-03', '2021-08-02'],
    ['SCMF', '2021-05-03', '2021-07-30'],
    ['SCP', '2021-04-30', '2021-07-30'],
    ['SCMP', '2021-05-03', '2021-07-30'],
    ['CSF', '2021-05-03', '2021-08-02'],
    ['CSMF', '2021-05-03', '2021-07-30'],
    ['CSP', '2021-04-30', '2021-07-30'],
    ['CSMP', '2021-05-03', '2021-07-30'],
    ['NOS', '2021-05-01', '2021-07-31'],
  ];
  it.each(SHIFTS)(
    'CONTRACT-6: %s on Saturdays at both ends of a month',
    (convention, first, last) => {
      const shift = {
        calendar: 'MF',
        businessDayConvention: convention,
        maturityDate: '2021-09-01',
      };
      const one = (cycleAnchorDateOfInterestPayment: string) =>
        datesOf('IP', {
          ...shift,
          cycleAnchorDateOfInterestPayment,
          cycleOfInterestPayment: undefined,
        });
      expect(one('2021-05-01')).toEqual([first, '2021-09-01']);
      expect(one('2021-07-31')).toEqual([last, '2021-09-01']);
    },
  );

  it('CONTRACT-6: SC accrues to the shifted day, CS to the scheduled one', () => {
    const interest = (businessDayConvention: string) => {
      const shift = { calendar: 'MF', businessDayConvention, maturityDate: '2021-06-01' };
      const events = eventsOf({ terms: loan({ ...shift, cycleOfInterestPayment: 'P3ML1' }) });
      return typeof events === 'string' ? events : events.map(({ payoff }) => payoff);
    };
    const anchored = interest('SCF');
    expect(anchored).toHaveLength(5);
    const may = { cycleAnchorDateOfInterestPayment: '2021-05-01', maturityDate: '2021-06-01' };
    const payoffs = (businessDayConvention: string) => {
      const terms = loan({ ...may, calendar: 'MF', businessDayConvention });
      const events = eventsOf({ terms });
      if (typeof events === 'string') return events;
      return events.filter(({ eventType }) => eventType === 'IP').map(({ payoff }) => payoff);
    };
    // 122 or 120 days of 30E/360 to 3 or 1 May, then 28 or 30 to 1 June; a day is 1/3.
    expect(payoffs('SCF')).toEqual([expect.closeTo(122 / 3, 9), expect.closeTo(28 / 3, 9)]);
    expect(payoffs('CSF')).toEqual([expect.closeTo(120 / 3, 9), expect.closeTo(30 / 3, 9)]);
  });

  it('CONTRACT-6: the last second of a business day is shifted with its day, not the next', () => {
    // Friday 2021-04-30 23:59:59 stays; it counts as Saturday 1 May, not as Monday 3 May.
    const terms = loan({
      cycleAnchorDateOfInterestPayment: '2021-04-30T23:59:59',
      cycleOfInterestPayment: undefined,
      maturityDate: '2021-06-01',
      dayCountConvention: 'A360',
      calendar: 'MF',
      businessDayConvention: 'SCF',
    });
    const events = eventsOf({ terms });
    if (typeof events === 'string') throw new Error(events);
    const interest = events.filter(({ eventType }) => eventType === 'IP');
    expect(interest.map(({ eventDate }) => eventDate)).toEqual([
      '2021-04-30T23:59:59',
      '2021-06-01T00:00:00',
    ]);
    // 120 days to 1 May and 31 to 1 June; a day is 1/3.
    expect(interest.map(({ payoff }) => payoff)).toEqual([
      expect.closeTo(40, 9),
      expect.closeTo(31 / 3, 9),
    ]);
  });

  it('CONTRACT-6: a calendar of the foundation may be named', () => {
    // 2021-05-31 was Memorial Day.
    const more = {
      calendar: 'us-federal-reserve',
      businessDayConvention: 'SCF',
      cycleAnchorDateOfInterestPayment: '2021-05-31',
      cycleOfInterestPayment: undefined,
      maturityDate: '2021-09-01',
    };
    expect(datesOf('IP', more)).toEqual(['2021-06-01', '2021-09-01']);
  });

  it('CONTRACT-7: order of one moment, and the window from status date to horizon', () => {
    const terms = loan({
      contractType: 'LAM',
      maturityDate: '2021-05-01',
      cycleAnchorDateOfPrincipalRedemption: '2021-02-01',
      cycleOfPrincipalRedemption: 'P1ML1',
      nextPrincipalRedemptionPayment: 250,
      cycleAnchorDateOfRateReset: '2021-02-01',
      marketObjectCodeOfRateReset: 'I',
      feeRate: 1,
      feeBasis: 'A',
      cycleAnchorDateOfFee: '2021-02-01',
      cycleOfFee: 'P1ML1',
      interestCalculationBase: 'NTL',
      interestCalculationBaseAmount: 1000,
      cycleAnchorDateOfInterestCalculationBase: '2021-02-01',
      terminationDate: '2021-02-01',
      priceAtTerminationDate: 1,
      scalingEffect: 'I00',
      cycleAnchorDateOfScalingIndex: '2021-02-01',
      marketObjectCodeOfScalingIndex: 'I',
      scalingIndexAtContractDealDate: 1,
    });
    const kinds = (more: Json, to?: string) => {
      const input = { terms: { ...terms, ...more }, observed: { I: { '2021-02-01': 0.1 } } };
      const events = eventsOf(to === undefined ? input : { ...input, to });
      return typeof events === 'string' ? events : events.map(({ eventType }) => eventType);
    };
    const first = ['PR', 'IP', 'FP', 'RR', 'SC', 'IPCB', 'TD'];
    expect(kinds({})).toEqual(['IED', ...first]);
    expect(kinds({ statusDate: '2021-01-01', accruedInterest: 0 })).toEqual(first);
    const known = ['PR', 'IP', 'FP', 'RRF', 'SC', 'IPCB', 'TD'];
    expect(kinds({ nextResetRate: 0.1 })).toEqual(['IED', ...known]);
    expect(kinds({}, '2021-01-31')).toEqual(['IED']);
    expect(kinds({ statusDate: '2021-02-01' })).toEqual([]);
  });
});
