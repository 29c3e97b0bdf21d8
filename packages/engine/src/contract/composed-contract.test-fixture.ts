import { contractEvents } from './contract-events.js';
import type { ContractEvent } from './event.js';
import { parseContractCase } from './parse-contract-case.js';

type Json = Readonly<Record<string, unknown>>;

export interface TestInput {
  readonly terms: Json;
  readonly to?: string;
  /** Code -> date -> value. */
  readonly observed?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly eventsObserved?: readonly Json[];
}

/** The events, or the text of the issues, of terms written as a person writes them. */
export function eventsOf(input: TestInput): readonly ContractEvent[] | string {
  const { terms, to = '', observed = {}, eventsObserved = [] } = input;
  const dataObserved = Object.fromEntries(
    Object.entries(observed).map(([code, values]) => [
      code,
      { identifier: code, data: series(values) },
    ]),
  );
  const parsed = parseContractCase({ terms, to, dataObserved, eventsObserved });
  const events = parsed.ok ? contractEvents(parsed.value.terms, parsed.value) : parsed;
  if (events.ok) return events.value;
  return events.issues.map(({ code, path, got }) => `${code} ${path} ${got}`).join('\n');
}

function series(values: Readonly<Record<string, number>>): Json[] {
  return Object.entries(values).map(([timestamp, value]) => ({ timestamp, value }));
}

/** Date, kind and payoff (to nine decimals) of each event; times at midnight as dates. */
export function flowsOf(input: TestInput): unknown {
  const events = eventsOf(input);
  if (typeof events === 'string') return events;
  return events.map(({ eventDate, eventType, payoff }) => [
    eventDate.replace('T00:00:00', ''),
    eventType,
    Math.round(payoff * 1e9) / 1e9,
  ]);
}

/** Terms that every contract of the tests has, if not written otherwise. */
export function base(contractType: string, contractRole: string, more: Json): Json {
  return {
    contractType,
    contractRole,
    contractID: 'one',
    statusDate: '2020-12-31',
    contractDealDate: '2020-12-31',
    currency: 'USD',
    ...more,
  };
}

/** A loan of a thousand at 12 per cent from 2021-01-01, paid monthly, a month being a twelfth. */
export function loan(more: Json = {}): Json {
  return {
    contractType: 'PAM',
    contractRole: 'RPA',
    contractID: 'loan',
    statusDate: '2020-12-31',
    contractDealDate: '2020-12-31',
    currency: 'USD',
    initialExchangeDate: '2021-01-01',
    maturityDate: '2021-04-01',
    notionalPrincipal: 1000,
    nominalInterestRate: 0.12,
    dayCountConvention: '30E360',
    cycleAnchorDateOfInterestPayment: '2021-02-01',
    cycleOfInterestPayment: 'P1ML1',
    ...more,
  };
}
