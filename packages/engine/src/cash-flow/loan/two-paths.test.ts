import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContractTerms,
  dayOfTime,
  parseTerms,
  projectContract,
} from '../../contract/index.js';
import {
  addMonths,
  civilFromDay,
  dayFromCivil,
  isoFromDay,
  itemAt,
} from '../../foundation/index.js';
import { curveFromZeroRates, type DatedCurve, discountOnDay } from '../../market/index.js';
import { loansFromTerms } from './loans-from-terms.js';
import { valueLoans } from './value-loans.js';

const SEED = 20261123;
const RUNS = 400;
const CONTRACTS_PER_RUN = 20;
/** Longer loans at high rates lose digits in any path: an error in a balance grows with it. */
const MAX_MONTHS = 480;
/** A loan still to be paid out may be worth nearly nothing: then its notional is the measure. */
const LEAST_SHARE_OF_NOTIONAL = 1e-3;

/** The event path: every payoff after the reference day, discounted. */
function valueOfEvents(terms: ContractTerms, curve: DatedCurve): number {
  const context = { to: undefined, observed: new Map(), observedEvents: [] };
  const rows = projectContract(terms, { ...context, project: projectContract });
  if (!rows.ok) throw new Error(JSON.stringify(rows.issues));
  return rows.value.reduce((sum, { time, payoff }) => {
    const day = dayOfTime(time);
    return day > curve.referenceDay ? sum + payoff * discountOnDay(curve, day) : sum;
  }, 0);
}

const midnight = (day: number): string => `${isoFromDay(day)}T00:00:00`;

interface RandomLoan {
  readonly contractType: string;
  readonly contractRole: string;
  readonly exchange: number;
  readonly stubDays: number;
  /** Days from the exchange to the status date; undefined: the status comes before. */
  readonly seasoningDays: number | undefined;
  readonly cycleMonths: number;
  readonly payments: number;
  readonly notional: number;
  readonly rate: number;
  readonly paymentFactor: number;
  readonly hasPayment: boolean;
  readonly dayCount: string;
  readonly convention: string | undefined;
  readonly endOfMonth: string;
}

const randomLoan: fc.Arbitrary<RandomLoan> = fc.record({
  contractType: fc.constantFrom('PAM', 'LAM', 'NAM', 'ANN'),
  contractRole: fc.constantFrom('RPA', 'RPL'),
  exchange: fc.integer({ min: dayFromCivil(2015, 1, 1), max: dayFromCivil(2026, 12, 31) }),
  stubDays: fc.integer({ min: 1, max: 45 }),
  seasoningDays: fc.oneof(
    fc.integer({ min: 1, max: 4000 }),
    fc.integer({ min: 0, max: 45 }),
    fc.constant(undefined),
    fc.constant(undefined),
  ),
  cycleMonths: fc.constantFrom(1, 1, 1, 3, 6, 12),
  payments: fc.integer({ min: 1, max: 360 }),
  notional: fc.double({ min: 1, max: 1e7, noNaN: true }),
  rate: fc.double({ min: 0, max: 0.12, noNaN: true }),
  paymentFactor: fc.double({ min: 0.9, max: 1.6, noNaN: true }),
  hasPayment: fc.boolean(),
  dayCount: fc.constantFrom('AA', 'A360', 'A365', '30E360'),
  convention: fc.constantFrom('NOS', 'SCF', 'SCMF', 'CSF', 'CSMF', 'SCP', 'SCMP', 'CSP', 'CSMP'),
  endOfMonth: fc.constantFrom('SD', 'EOM'),
});

function isMonthEnd(day: number): boolean {
  return civilFromDay(day).month !== civilFromDay(day + 1).month;
}

function monthEnd(day: number): number {
  return isMonthEnd(day) ? day : monthEnd(day + 1);
}

/** The terms as a user would write them. */
function termsOf(random: RandomLoan): Record<string, unknown> {
  const loan = { ...random, payments: Math.min(random.payments, MAX_MONTHS / random.cycleMonths) };
  const anchor = loan.exchange + loan.stubDays;
  const last = addMonths(anchor, loan.cycleMonths * (loan.payments - 1));
  const staysAtEnd = loan.endOfMonth === 'EOM' && isMonthEnd(anchor);
  const status = loan.exchange + (loan.seasoningDays ?? -1);
  const periodRate = (loan.rate * loan.cycleMonths) / 12;
  const level =
    periodRate < 1e-9
      ? loan.notional / loan.payments
      : (loan.notional * periodRate) / (1 - (1 + periodRate) ** -loan.payments);
  const part = loan.contractType === 'LAM' ? loan.notional / loan.payments : level;
  const isLevel = loan.contractType === 'ANN' && !loan.hasPayment;
  const cycle = `P${loan.cycleMonths}ML1`;
  const redemption = {
    cycleAnchorDateOfPrincipalRedemption: midnight(anchor),
    cycleOfPrincipalRedemption: cycle,
    ...(isLevel ? {} : { nextPrincipalRedemptionPayment: part * loan.paymentFactor }),
  };
  return {
    contractType: loan.contractType,
    contractID: 'random',
    contractRole: loan.contractRole,
    currency: 'USD',
    contractDealDate: midnight(loan.exchange - 10),
    statusDate: midnight(status),
    initialExchangeDate: midnight(loan.exchange),
    maturityDate: midnight(staysAtEnd ? monthEnd(last) : last),
    notionalPrincipal: loan.notional,
    nominalInterestRate: loan.rate,
    dayCountConvention: loan.dayCount,
    calendar: 'MF',
    businessDayConvention: loan.convention,
    endOfMonthConvention: loan.endOfMonth,
    cycleAnchorDateOfInterestPayment: midnight(anchor),
    cycleOfInterestPayment: cycle,
    ...(loan.contractType === 'PAM' ? {} : redemption),
  };
}

function parsed(loan: RandomLoan): ContractTerms {
  const terms = parseTerms(termsOf(loan), 'terms');
  if (!terms.ok) throw new Error(JSON.stringify(terms.issues));
  return terms.value;
}

function curveOn(referenceDay: number, zeroRates: readonly number[]): DatedCurve {
  const curve = curveFromZeroRates({
    referenceDay,
    dayCount: 'ACT/365F',
    interpolation: 'linear-zero',
    times: [0.25, 1, 5, 30],
    zeroRates,
  });
  if (!curve.ok) throw new Error(JSON.stringify(curve.issues));
  return curve.value;
}

const randomRates = fc.array(fc.double({ min: 0.001, max: 0.08, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});

describe(`loans in columns against their events, seed ${SEED}`, () => {
  it(`LOAN-7: ${RUNS * CONTRACTS_PER_RUN} random loans have one value by both paths`, () => {
    let compared = 0;
    let refused = 0;
    const loans = fc.array(randomLoan, {
      minLength: CONTRACTS_PER_RUN,
      maxLength: CONTRACTS_PER_RUN,
    });
    fc.assert(
      fc.property(loans, randomRates, fc.integer({ min: 0, max: 5000 }), (random, rates, later) => {
        const terms = random.map(parsed);
        const curve = curveOn(dayFromCivil(2014, 12, 31) + later, rates);
        const selection = loansFromTerms(terms);
        const values = valueLoans(selection.loans, curve);
        selection.contracts.forEach((contract, row) => {
          const expected = valueOfEvents(itemAt(terms, contract), curve);
          const scale = Math.max(
            LEAST_SHARE_OF_NOTIONAL * itemAt(random, contract).notional,
            Math.abs(expected),
          );
          const difference = Math.abs(itemAt(values, row) - expected);
          expect(
            difference / scale,
            JSON.stringify(termsOf(itemAt(random, contract))),
          ).toBeLessThan(1e-9);
        });
        compared += selection.contracts.length;
        refused += selection.refused.length;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(5000);
    expect(compared + refused).toBe(RUNS * CONTRACTS_PER_RUN);
  });
});
