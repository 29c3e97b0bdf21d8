import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf, loan } from './composed-contract.test-fixture.js';
import { contractEvents } from './contract-events.js';
import type { ContractEvent } from './event.js';
import { parseContractCase } from './parse-contract-case.js';
import { CONTRACT_TYPE_NAMES, TERMS } from './term-dictionary.js';

const SEED = 20130101;
type Json = Readonly<Record<string, unknown>>;

const isoDay = (first: number, last: number) =>
  fc
    .integer({ min: first, max: last })
    .map((day) => new Date(day * 86400000).toISOString().slice(0, 10));

/** Days since 1970 of 2021-01-02 and of 2031-01-01. */
const [FIRST, LAST] = [18629, 22280];

const cycle = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('D', 'W', 'M', 'Q', 'Y'), fc.boolean())
  .map(([count, unit, isLong]) => `P${unit === 'D' ? count * 20 : count}${unit}L${isLong ? 0 : 1}`);

const anyLoan: fc.Arbitrary<Json> = fc
  .record({
    maturity: isoDay(FIRST + 400, LAST),
    interestAnchor: isoDay(FIRST, FIRST + 300),
    redemptionAnchor: isoDay(FIRST, FIRST + 300),
    interestCycle: cycle,
    redemptionCycle: cycle,
    rate: fc.double({ min: 0, max: 0.2, noNaN: true }),
    notional: fc.double({ min: 1, max: 1e9, noNaN: true }),
    dayCount: fc.constantFrom('AA', 'A360', 'A365', '30E360', '30E360ISDA', '28E336'),
    endOfMonthConvention: fc.constantFrom('SD', 'EOM'),
    businessDayConvention: fc.constantFrom('NOS', 'SCF', 'SCMP', 'CSMF', 'CSP'),
    contractRole: fc.constantFrom('RPA', 'RPL'),
  })
  .map((made) =>
    loan({
      contractRole: made.contractRole,
      maturityDate: made.maturity,
      cycleAnchorDateOfInterestPayment: made.interestAnchor,
      cycleOfInterestPayment: made.interestCycle,
      cycleAnchorDateOfPrincipalRedemption: made.redemptionAnchor,
      cycleOfPrincipalRedemption: made.redemptionCycle,
      nominalInterestRate: made.rate,
      notionalPrincipal: made.notional,
      dayCountConvention: made.dayCount,
      endOfMonthConvention: made.endOfMonthConvention,
      businessDayConvention: made.businessDayConvention,
      calendar: 'MF',
    }),
  );

function run(terms: Json): readonly ContractEvent[] {
  const events = eventsOf({ terms });
  if (typeof events === 'string') throw new Error(events);
  return events;
}

function total(events: readonly ContractEvent[], types: readonly string[]): number {
  return events
    .filter(({ eventType }) => types.includes(eventType))
    .reduce((sum, { payoff }) => sum + payoff, 0);
}

/** Terms of one type from those of an amortizing loan. */
function ofType(terms: Json, contractType: string): Json {
  const { cycleAnchorDateOfPrincipalRedemption, cycleOfPrincipalRedemption, ...rest } = terms;
  if (contractType === 'PAM') return { ...rest, contractType };
  return { ...terms, contractType };
}

describe(`random loans (seed ${SEED})`, () => {
  it.each(['PAM', 'LAM', 'ANN'])('CONTRACT-23: %s pays back the notional, to the cent', (type) => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const events = run(ofType(terms, type));
        const sign = terms.contractRole === 'RPA' ? 1 : -1;
        const notional = sign * Number(terms.notionalPrincipal);
        const paid = total(events, ['PR', 'MD']) - total(events, ['IED']);
        expect(Math.abs(paid - 2 * notional)).toBeLessThanOrEqual(1e-12 * Math.abs(notional) * 500);
        expect(events.at(-1)?.notionalPrincipal).toBe(0);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each(['PAM', 'LAM', 'ANN'])('CONTRACT-7: %s is in order, after the status date', (type) => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const dates = run(ofType(terms, type)).map(({ eventDate }) => eventDate);
        expect(dates).toEqual([...dates].toSorted());
        expect(dates.every((date) => date > String(terms.statusDate))).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each(['PAM', 'LAM'])('CONTRACT-12: %s never accrues below zero for the owed side', (type) => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const sign = terms.contractRole === 'RPA' ? 1 : -1;
        for (const { accruedInterest, payoff, eventType } of run(ofType(terms, type))) {
          expect(sign * accruedInterest).toBeGreaterThanOrEqual(0);
          if (eventType === 'IP') expect(sign * payoff).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('CONTRACT-18: the payments of an annuity are level up to the last', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        // A short last stub: a long one drops a date of redemption only from the third date on.
        const cycleOfPrincipalRedemption = String(terms.cycleOfPrincipalRedemption).slice(0, -1);
        const together = {
          ...ofType(terms, 'ANN'),
          businessDayConvention: 'NOS',
          cycleOfPrincipalRedemption: `${cycleOfPrincipalRedemption}1`,
          cycleAnchorDateOfInterestPayment: terms.cycleAnchorDateOfPrincipalRedemption,
          cycleOfInterestPayment: `${cycleOfPrincipalRedemption}1`,
        };
        const events = run(together);
        const paid = new Map<string, number>();
        for (const { eventDate, eventType, payoff } of events) {
          if (!['PR', 'IP', 'MD'].includes(eventType)) continue;
          paid.set(eventDate, (paid.get(eventDate) ?? 0) + payoff);
        }
        const payments = [...paid.values()];
        const first = payments[0] ?? 0;
        for (const payment of payments) {
          expect(Math.abs(payment - first)).toBeLessThanOrEqual(1e-9 * Math.abs(first) + 1e-9);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

/** Every term with odd values: the parser answers with terms or issues, never with a crash. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  isoDay(-40000, 40000),
  cycle,
  fc.double(),
  fc.constantFrom('', 'NULL', '1e400', '-0', 'P0DL1', 'P99999YL1', '9999-12-31T23:59:59', 'NaN'),
  fc.constantFrom('NTL', 'NTIED', 'EOM', 'SCF', 'IN0', 'RPL', 'A', 'INC', 'F', 'MF'),
);

const oddTerms = fc.dictionary(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(TERMS)) },
    { weight: 1, arbitrary: fc.string() },
  ),
  oddValue,
  { maxKeys: 6 },
);

describe(`terms at random (seed ${SEED})`, () => {
  it('CONTRACT-24: any terms give finite events or issues with code, path and expectation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONTRACT_TYPE_NAMES),
        anyLoan,
        oddTerms,
        oddValue,
        (contractType, terms, odd, other) => {
          const written = { ...terms, contractType, ...odd };
          const to = typeof other === 'string' ? other : '2031-01-01';
          const parsed = parseContractCase({ terms: written, to, dataObserved: {} });
          const answer = parsed.ok ? contractEvents(parsed.value.terms, parsed.value) : parsed;
          if (answer.ok) {
            for (const { payoff, notionalPrincipal } of answer.value) {
              expect(Number.isFinite(payoff + notionalPrincipal)).toBe(true);
            }
          } else {
            expect(answer.issues.length).toBeGreaterThan(0);
            for (const { code, expected } of answer.issues) {
              expect(code).not.toBe('');
              expect(expected).not.toBe('');
            }
          }
        },
      ),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('CONTRACT-1: any JSON is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (whole, part) => {
        for (const value of [
          whole,
          { terms: whole, to: part },
          { terms: loan(), dataObserved: part },
        ]) {
          const parsed = parseContractCase(value);
          if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
        }
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});
