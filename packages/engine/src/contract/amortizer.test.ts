import { describe, expect, it } from 'vitest';
import { eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';

type Json = Readonly<Record<string, unknown>>;

const monthly = {
  cycleAnchorDateOfPrincipalRedemption: '2021-02-01',
  cycleOfPrincipalRedemption: 'P1ML1',
  maturityDate: undefined,
};
const lam = (more: Json) => loan({ contractType: 'LAM', ...monthly, ...more });
const nam = (more: Json) => loan({ contractType: 'NAM', ...monthly, ...more });
const ann = (more: Json) => loan({ contractType: 'ANN', ...monthly, ...more });

/** Payoffs of the events of one kind. */
function payoffsOf(
  type: string,
  terms: Json,
  rest: Omit<Parameters<typeof eventsOf>[0], 'terms'> = {},
) {
  const events = eventsOf({ terms, ...rest });
  if (typeof events === 'string') return events;
  return events.filter(({ eventType }) => eventType === type).map(({ payoff }) => payoff);
}

describe('linear amortizer', () => {
  it('CONTRACT-16: constant principal, the maturity inferred from it', () => {
    expect(flowsOf({ terms: lam({ nextPrincipalRedemptionPayment: 400 }) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'PR', 400],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'PR', 400],
      ['2021-03-01', 'IP', 6],
      ['2021-04-01', 'IP', 2],
      ['2021-04-01', 'MD', 200],
    ]);
  });

  it('CONTRACT-16: without a payment the notional is split over the dates to the maturity', () => {
    const terms = lam({ maturityDate: '2021-05-01' });
    expect(payoffsOf('PR', terms)).toEqual([250, 250, 250]);
    expect(payoffsOf('MD', terms)).toEqual([250]);
  });

  it('CONTRACT-16: a loan on its way counts the payments still to come', () => {
    const terms = lam({
      statusDate: '2021-06-15',
      notionalPrincipal: 300,
      nextPrincipalRedemptionPayment: 100,
    });
    expect(flowsOf({ terms })).toEqual([
      ['2021-07-01', 'PR', 100],
      ['2021-07-01', 'IP', 3],
      ['2021-08-01', 'PR', 100],
      ['2021-08-01', 'IP', 2],
      ['2021-09-01', 'IP', 1],
      ['2021-09-01', 'MD', 100],
    ]);
  });

  it('CONTRACT-16: the lagged base moves with IPCB alone, others with the notional', () => {
    const base = {
      nextPrincipalRedemptionPayment: 250,
      interestCalculationBaseAmount: 2000,
      cycleAnchorDateOfInterestCalculationBase: '2021-03-01',
      cycleOfInterestCalculationBase: 'P2ML1',
    };
    // 2000 until 1 March, 500 from then on.
    const lagged = payoffsOf('IP', lam({ ...base, interestCalculationBase: 'NTL' }));
    expect(lagged).toEqual([20, 20, 5, 5].map((payoff) => expect.closeTo(payoff, 9)));
    const follows = payoffsOf('IP', lam({ ...base, interestCalculationBase: 'NTIED' }));
    expect(follows).toEqual([20, 7.5, 5, 2.5].map((payoff) => expect.closeTo(payoff, 9)));
  });
});

describe('a lagged base', () => {
  it('CONTRACT-12: capitalized interest leaves a lagged base as it is', () => {
    const terms = lam({
      nextPrincipalRedemptionPayment: 500,
      maturityDate: '2021-04-01',
      cycleAnchorDateOfPrincipalRedemption: '2021-03-01',
      capitalizationEndDate: '2021-02-01',
      interestCalculationBase: 'NTL',
      interestCalculationBaseAmount: 1000,
      cycleAnchorDateOfInterestCalculationBase: '2021-04-01',
    });
    expect(payoffsOf('IP', terms)).toEqual([10, 10].map((payoff) => expect.closeTo(payoff, 9)));
    expect(payoffsOf('MD', terms)).toEqual([expect.closeTo(510, 9)]);
  });
});

describe('negative amortizer', () => {
  it('CONTRACT-17: a payment below the interest raises the notional', () => {
    const terms = nam({ nextPrincipalRedemptionPayment: 5, maturityDate: '2021-04-01' });
    expect(flowsOf({ terms })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'PR', -5],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'PR', -5.05],
      ['2021-03-01', 'IP', 10.05],
      ['2021-04-01', 'IP', 10.1005],
      ['2021-04-01', 'MD', 1010.05],
    ]);
  });

  it('CONTRACT-17: without dates of its own interest is paid with the payment', () => {
    const own = { cycleAnchorDateOfInterestPayment: undefined, cycleOfInterestPayment: undefined };
    for (const make of [nam, ann]) {
      const payment = { nextPrincipalRedemptionPayment: 300, maturityDate: '2021-04-01' };
      expect(flowsOf({ terms: make({ ...payment, ...own }) })).toEqual(
        flowsOf({ terms: make(payment) }),
      );
    }
  });

  it('CONTRACT-17: the inferred maturity covers the interest of a cycle first', () => {
    // 344 - 10 = 334 of principal: three payments, the last one what is left.
    const terms = nam({ nextPrincipalRedemptionPayment: 344, contractRole: 'RPL' });
    expect(payoffsOf('PR', terms)).toEqual([
      expect.closeTo(-334, 9),
      expect.closeTo(-(344 - 6.66), 9),
    ]);
    expect(payoffsOf('MD', terms)).toEqual([expect.closeTo(-(1000 - 334 - 337.34), 9)]);
  });
});

describe('annuity', () => {
  it('CONTRACT-18: level payments: 1000 over 2 months at 1 per cent', () => {
    // 1000 = x / 1.01 + x / 1.01^2: x = 1000 x 1.0201 / 2.01 = 507.512437810945…
    const level = (1000 * 1.0201) / 2.01;
    const terms = ann({ maturityDate: '2021-03-01' });
    const principal = level - 10;
    expect(flowsOf({ terms })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-01-31', 'PRF', 0],
      ['2021-02-01', 'PR', expect.closeTo(principal, 8)],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'IP', expect.closeTo((1000 - principal) / 100, 8)],
      ['2021-03-01', 'MD', expect.closeTo(1000 - principal, 8)],
    ]);
  });

  it('CONTRACT-18: a first redemption on the exchange is fixed by it, for a liability too', () => {
    // 1000 = x + x / 1.01: x = 1010 / 2.01.
    const more = {
      cycleAnchorDateOfPrincipalRedemption: '2021-01-01',
      maturityDate: '2021-02-01',
      contractRole: 'RPL',
    };
    expect(payoffsOf('PR', ann(more))).toEqual([expect.closeTo(-1010 / 2.01, 9)]);
    expect(payoffsOf('PRF', ann(more))).toEqual([]);
  });

  it('CONTRACT-18: the amortization date sets the payment, the maturity the end', () => {
    const level = (1000 * 1.0201) / 2.01;
    const terms = ann({ amortizationDate: '2021-03-01', maturityDate: '2021-02-15' });
    expect(payoffsOf('PR', terms)).toEqual([expect.closeTo(level - 10, 9)]);
    expect(payoffsOf('MD', terms)).toEqual([expect.closeTo(1010 - level, 9)]);
  });

  it('CONTRACT-18: after a reset the payment is level again at the new rate', () => {
    const terms = ann({
      maturityDate: '2021-03-01',
      cycleAnchorDateOfRateReset: '2021-02-01',
      marketObjectCodeOfRateReset: 'I',
    });
    const rest = 1000 - ((1000 * 1.0201) / 2.01 - 10);
    const interest = payoffsOf('IP', terms, { observed: { I: { '2021-02-01': 0.24 } } });
    expect(interest).toEqual([expect.closeTo(10, 9), expect.closeTo(rest * 0.02, 9)]);
  });
});

describe('array schedules', () => {
  const lax = {
    contractType: 'LAX',
    cycleAnchorDateOfInterestPayment: undefined,
    cycleOfInterestPayment: undefined,
    maturityDate: undefined,
    arrayCycleAnchorDateOfInterestPayment: ['2021-02-01'],
    arrayCycleOfInterestPayment: ['P1ML1'],
    arrayCycleAnchorDateOfPrincipalRedemption: ['2021-02-01', '2021-03-01'],
    arrayCycleOfPrincipalRedemption: ['P1ML1', 'P1ML1'],
    arrayNextPrincipalRedemptionPayment: [200, 700],
    arrayIncreaseDecrease: ['INC', 'DEC'],
  };

  it('CONTRACT-19: drawings and redemptions by part, up to where nothing is owed', () => {
    expect(flowsOf({ terms: loan(lax) })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'PI', -200],
      ['2021-02-01', 'IP', 10],
      ['2021-03-01', 'PR', 700],
      ['2021-03-01', 'IP', 12],
      ['2021-04-01', 'IP', 5],
      ['2021-04-01', 'MD', 500],
    ]);
  });

  it('CONTRACT-19: one cycle may be given for all parts', () => {
    const one = loan({ ...lax, arrayCycleOfPrincipalRedemption: 'P1ML1' });
    expect(flowsOf({ terms: one })).toEqual(flowsOf({ terms: loan(lax) }));
  });

  it('CONTRACT-19: interest is capitalized up to its end, on the cycle or off it', () => {
    const capitalized = (capitalizationEndDate: string) =>
      flowsOf({ terms: loan({ ...lax, capitalizationEndDate }), to: '2021-03-01' });
    expect(capitalized('2021-02-16')).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'PI', -200],
      ['2021-02-01', 'IPCI', 0],
      ['2021-02-16', 'IPCI', 0],
      ['2021-03-01', 'PR', 700],
      ['2021-03-01', 'IP', 6.08025],
    ]);
  });

  it('CONTRACT-9: anchors ascend, up to the maturity', () => {
    const back = ['2021-03-01', '2021-02-01'];
    const terms = loan({ ...lax, arrayCycleAnchorDateOfPrincipalRedemption: back });
    const name = 'arrayCycleAnchorDateOfPrincipalRedemption';
    expect(eventsOf({ terms })).toBe(`order ${name} 2021-02-01T00:00:00`);
    const late = loan({ ...lax, maturityDate: '2021-02-15' });
    expect(eventsOf({ terms: late })).toBe(`order ${name} 2021-03-01T00:00:00`);
  });

  it('CONTRACT-19: the last payment is the maturity, to the day', () => {
    const terms = loan({ ...lax, arrayNextPrincipalRedemptionPayment: [200, 600] });
    expect(payoffsOf('PR', terms)).toEqual([600]);
    expect(payoffsOf('MD', terms)).toEqual([600]);
  });

  it('CONTRACT-19: fixed rates and spreads on resets by part', () => {
    const terms = loan({
      ...lax,
      arrayCycleAnchorDateOfRateReset: ['2021-02-01', '2021-03-01'],
      arrayRate: [0.06, 0.01],
      arrayFixedVariable: ['FIX', 'VAR'],
      marketObjectCodeOfRateReset: 'I',
    });
    const interest = payoffsOf('IP', terms, { observed: { I: { '2021-03-01': 0.23 } } });
    expect(interest).toEqual([10, 6, 10].map((payoff) => expect.closeTo(payoff, 9)));
  });

  it('CONTRACT-19: a known next rate takes the first reset, a spread of all is added', () => {
    const terms = loan({
      ...lax,
      arrayCycleAnchorDateOfRateReset: ['2021-02-01', '2021-03-01'],
      arrayRate: [0.01, 0.01],
      arrayFixedVariable: ['VAR', 'VAR'],
      marketObjectCodeOfRateReset: 'I',
      nextResetRate: 0.06,
      rateSpread: 0.03,
    });
    // 1,200 owed in February at 6%, 500 in March at 20% + 1% + 3%.
    const interest = payoffsOf('IP', terms, { observed: { I: { '2021-03-01': 0.2 } } });
    expect(interest).toEqual([10, 6, 10].map((payoff) => expect.closeTo(payoff, 9)));
  });
});

describe('prepayment', () => {
  const paid = [{ time: '2021-02-01', type: 'PP', value: 375 }];
  const terms = (more: Json) => lam({ nextPrincipalRedemptionPayment: 250, ...more });

  it('CONTRACT-21: effect M keeps the payments, effect A lowers them', () => {
    const redeemed = (prepaymentEffect: string) =>
      payoffsOf('PR', terms({ prepaymentEffect }), { eventsObserved: paid });
    // 750 after the first payment, halved to 375 by the prepayment.
    expect(redeemed('M')).toEqual([250, 250, 125]);
    expect(redeemed('A')).toEqual([250, 125, 125]);
  });

  it('CONTRACT-21: the penalty is an amount or a share, paid first', () => {
    const flows = (penaltyType: string, penaltyRate: number) =>
      flowsOf({
        terms: terms({ prepaymentEffect: 'M', penaltyType, penaltyRate }),
        eventsObserved: paid,
      });
    expect(flows('A', 9)).toContainEqual(['2021-02-01', 'PY', 9]);
    expect(flows('R', 0.02)).toContainEqual(['2021-02-01', 'PY', 7.5]);
    expect(flows('I', 0.02)).toContain('unsupported penaltyType I');
  });

  it('CONTRACT-21: terms without prepayment refuse one', () => {
    expect(eventsOf({ terms: terms({}), eventsObserved: paid })).toBe(
      'contradiction prepaymentEffect N',
    );
  });
});
