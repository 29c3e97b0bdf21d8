/** Times the two paths of contracts: `npm run bench`. Figures go into RESULTS.md by hand. */
import { cpus } from 'node:os';
import { loansFromTerms, valueLoans } from '../packages/engine/src/cash-flow/index.js';
import {
  type ContractTerms,
  parseTerms,
  projectContract,
} from '../packages/engine/src/contract/index.js';
import { dayFromIso, isoFromDay } from '../packages/engine/src/foundation/index.js';
import { flatCurve } from '../packages/engine/src/market/index.js';

const COLUMN_LOANS = 200_000;
const EVENT_LOANS = 4_000;
const RUNS = 5;

/** A 30-year monthly annuity; day of the month, notional and rate vary with the number. */
function mortgage(number: number): ContractTerms {
  const exchange = dayOf('2020-01-01') + (number % 1500);
  const midnight = (day: number): string => `${isoFromDay(day)}T00:00:00`;
  const first = dayOf(isoFromDay(exchange + 35).replace(/\d\d$/, '15'));
  const last = isoFromDay(first).replace(/^\d{4}/, (year) => String(Number(year) + 30));
  const terms = parseTerms(
    {
      contractType: 'ANN',
      contractID: `mortgage-${number}`,
      contractRole: 'RPA',
      currency: 'USD',
      contractDealDate: midnight(exchange - 5),
      statusDate: midnight(exchange - 1),
      initialExchangeDate: midnight(exchange),
      maturityDate: `${last}T00:00:00`,
      notionalPrincipal: 100_000 + 50 * (number % 4000),
      nominalInterestRate: 0.03 + 0.0001 * (number % 400),
      dayCountConvention: '30E360',
      cycleAnchorDateOfInterestPayment: midnight(first),
      cycleOfInterestPayment: 'P1ML1',
      cycleAnchorDateOfPrincipalRedemption: midnight(first),
      cycleOfPrincipalRedemption: 'P1ML1',
    },
    'terms',
  );
  if (!terms.ok) throw new Error(JSON.stringify(terms.issues));
  return terms.value;
}

function dayOf(iso: string): number {
  const day = dayFromIso(iso);
  if (!day.ok) throw new Error(iso);
  return day.value;
}

/** Best of several runs, items a second: what the machine can do when nothing disturbs it. */
function bestPerSecond(items: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return Math.round((items / best) * 1000);
}

const print = (what: string, perSecond: number): void => {
  process.stdout.write(`| ${what} | ${perSecond.toLocaleString('en-US')} a second |\n`);
};

process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}\n`,
);
const terms = Array.from({ length: COLUMN_LOANS }, (_, number) => mortgage(number));
const events = terms.slice(0, EVENT_LOANS);
const context = {
  to: undefined,
  observed: new Map(),
  observedEvents: [],
  project: projectContract,
};
const curve = flatCurve({
  referenceDay: dayOf('2024-06-30'),
  rate: 0.04,
  convention: { compounding: 'continuous', frequencyPerYear: 1, dayCount: 'ACT/365F' },
});
const { loans } = loansFromTerms(terms);
print(
  'events of a monthly 30-year annuity (terms to some 720 events with states)',
  bestPerSecond(EVENT_LOANS, () => {
    for (const one of events) projectContract(one, context);
  }),
);
print(
  'terms to columns',
  bestPerSecond(COLUMN_LOANS, () => loansFromTerms(terms)),
);
print(
  'columns to a value on one curve, one thread',
  bestPerSecond(COLUMN_LOANS, () => valueLoans(loans, curve)),
);
