import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventsOf } from './composed-contract.test-fixture.js';
import { dayOfTime, timeFromIso } from './date-time.js';

interface Vectors {
  readonly source: string;
  readonly cases: readonly {
    readonly terms: Readonly<Record<string, unknown>>;
    readonly flows: readonly (readonly [number, number, number])[];
  }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/contract-loans.json', import.meta.url), 'utf8'),
);

type Flows = Map<number, readonly [number, number]>;

/** Interest and principal by day; the events of a day in one sum. */
function sums(flows: readonly (readonly [number, number, number])[]): Flows {
  const byDay: Map<number, readonly [number, number]> = new Map();
  for (const [day, interest, principal] of flows) {
    const [otherInterest, otherPrincipal] = byDay.get(day) ?? [0, 0];
    byDay.set(day, [otherInterest + interest, otherPrincipal + principal]);
  }
  return byDay;
}

function flowsOf(terms: Readonly<Record<string, unknown>>): Flows {
  const events = eventsOf({ terms });
  if (typeof events === 'string') throw new Error(events);
  return sums(
    events
      .filter(({ eventType }) => ['IP', 'PR', 'MD'].includes(eventType))
      .map(({ eventDate, eventType, payoff }) => {
        const day = timeFromIso(eventDate, 'eventDate');
        if (!day.ok) throw new Error(eventDate);
        const isInterest = eventType === 'IP';
        return [dayOfTime(day.value), isInterest ? payoff : 0, isInterest ? 0 : payoff];
      }),
  );
}

describe(`loans of ${vectors.source}`, () => {
  const rows = vectors.cases.map(({ terms, flows }, index) => {
    const { contractType, dayCountConvention, businessDayConvention, cycleOfInterestPayment } =
      terms;
    const kind = [contractType, dayCountConvention, businessDayConvention, cycleOfInterestPayment];
    return [`${index} ${kind.join(' ')}`, terms, flows] as const;
  });
  it.each(rows)(
    'CONTRACT-4, CONTRACT-6: %s, each flow to 1e-10 of the notional',
    (_title, terms, flows) => {
      const found = flowsOf(terms);
      const expected = sums(flows);
      const close = 1e-10 * Number(terms.notionalPrincipal);
      for (const day of new Set([...found.keys(), ...expected.keys()])) {
        const [interest, principal] = found.get(day) ?? [0, 0];
        const [otherInterest, otherPrincipal] = expected.get(day) ?? [0, 0];
        expect(Math.abs(interest - otherInterest)).toBeLessThanOrEqual(close);
        expect(Math.abs(principal - otherPrincipal)).toBeLessThanOrEqual(close);
      }
    },
  );
});
