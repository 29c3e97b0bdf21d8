/** Something that was made of data sets and is not made again by an accepted correction. */
export interface StandsOnData {
  readonly what: string;
  /** The command that makes it again, or where it is written by hand. */
  readonly how: string;
}

interface Dependent extends StandsOnData {
  /** Names of the sets that it is made of. */
  readonly of: readonly string[];
}

const TOOL = 'npx tsx --tsconfig tsconfig.test.json tools';
const MARKET = 'quarter-end-market';
const CURVES = 'us-treasury-par';

/** Read off the programs that make each; a new program gets its line here (rule CONTRIB-18). */
const DEPENDENTS: readonly Dependent[] = [
  {
    of: [CURVES, MARKET],
    what: 'docs/method/reproduction.md',
    how: `${TOOL}/expected/write-expected.ts`,
  },
  {
    of: [CURVES, MARKET],
    what: 'docs/validation/published-sensitivities.md',
    how: `${TOOL}/published-sensitivities/write-sensitivities.ts`,
  },
  {
    of: [MARKET, 'named-banks'],
    what: 'library/data/league',
    how: 'almfes league --csv FILE, with --call-report ZIP for every bank',
  },
  {
    of: [CURVES, MARKET, 'named-banks'],
    what: 'docs/validation/league.md',
    how: `${TOOL}/league/league-page.ts LEAGUE.json, after almfes league --json`,
  },
  {
    of: [CURVES, 'pmms', 'named-banks'],
    what: 'docs/validation/named-banks-back-test.md',
    how: `${TOOL}/league/named-back-test-page.ts FOLDER, of almfes backtest BANK --json`,
  },
  {
    of: [
      'fed-funds-quarterly',
      'named-bank-deposits',
      'industry-deposit-costs',
      'aggregate-deposit-betas',
    ],
    what: 'docs/validation/deposit-behaviour.md',
    how: `${TOOL}/estimation/write-deposit-behaviour.ts`,
  },
  {
    of: ['us-treasury-month-end'],
    what: 'packages/engine/src/stress/curve-dispersion.ts',
    how: 'by hand: the tests of FLIP-4 tell each number',
  },
  {
    of: ['peer-percentiles'],
    what: 'packages/engine/src/stress/peer-cycles.ts',
    how: 'by hand: the tests of FLIP-4 tell each number',
  },
  {
    of: [MARKET],
    what: 'means of 36 months in library/data/quarter-end-market',
    how: 'by hand: the mean of the two-year yields at 36 month ends; propose it as a correction',
  },
  {
    of: ['fed-funds'],
    what: 'means of the quarter in library/data/fed-funds/fed-funds-quarterly.csv',
    how: 'by hand: the mean of the three months; propose it as a correction',
  },
];

/** What stands on the old value once a correction of these sets is accepted, each once. */
export function standsOnData(sets: readonly string[]): readonly StandsOnData[] {
  return DEPENDENTS.filter(({ of }) => of.some((name) => sets.includes(name))).map(
    ({ what, how }) => ({ what, how }),
  );
}
