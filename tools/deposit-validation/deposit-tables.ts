import { AVERAGE, EXPENSE, RATE_NAMES, type RateName } from './actual-year.js';
import { DEPOSIT_TYPES, SIZES } from './deposit-response.js';
import { industryBetas, industryChange } from './naive-rule.js';
import { namedQuarters } from './named-quarter.js';
import { PAID_TYPES } from './predict-year.js';
import { type PredictedAndActual, score } from './score.js';
import {
  type BankYear,
  CHOSEN,
  type Known,
  type LeftOut,
  METHODS,
  type MethodName,
} from './year-of-banks.js';

type Tables = Readonly<Record<string, readonly string[]>>;
type Group = readonly [title: string, holds: (bank: BankYear) => boolean];

const BILLION = 1000;
/** A bank that grew or shrank by less than a tenth: little was bought, sold or merged. */
const isSteady = ({ growth }: BankYear): boolean => Math.abs(growth - 1) < 0.1;
const GROUPS: readonly Group[] = [
  ['all banks', () => true],
  ['below 1 billion', ({ assetsUsdMillion }) => assetsUsdMillion < BILLION],
  ['1 billion and more', ({ assetsUsdMillion }) => assetsUsdMillion >= BILLION],
  ['of these, assets within 10%', (bank) => bank.assetsUsdMillion >= BILLION && isSteady(bank)],
];

const RATE_TITLES: Readonly<Record<RateName, string>> = {
  costInterestBearing: 'cost of interest-bearing deposits',
  costTotal: 'cost of all deposits',
  margin: 'net interest margin',
};

const METHOD_TITLES: Readonly<Record<MethodName, string>> = {
  'at once': "the Study's median betas, without its lags",
  study: 'Study as it stands: median betas, lags of the size',
  lag: 'betas and lags by size; time deposits by bucket',
  'lag and time': 'the same; time deposits by beta and lag',
  own: "the same with the bank's own betas (chosen)",
};

/** The tables of the section, by the name in its markers. */
export function depositTables(
  facts: Known,
  banks: readonly BankYear[],
  leftOut: readonly LeftOut[],
): Tables {
  return {
    'deposit responses': responseTable(facts),
    'deposit own betas': ownTable(facts),
    ...Object.fromEntries(
      RATE_NAMES.map((name) => [`change of ${RATE_TITLES[name]}`, rateTable(banks, name)]),
    ),
    'deposit types': typeTable(banks),
    'named banks by quarter': quarterTable(banks),
    'largest misses of cost': missTable(banks, 'costInterestBearing'),
    'largest misses of margin': missTable(banks, 'margin'),
    'banks left out': leftOutTable(leftOut),
  };
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}

const bp = (value: number): string => value.toFixed(1).replace(/^-(0\.0)$/, '$1');

function responseTable({ responses }: Known): string[] {
  return markdown(
    ['Banks by assets', 'Deposits', 'Beta', 'Lag, months', 'Left, bp'],
    SIZES.flatMap((size) =>
      DEPOSIT_TYPES.map((type) => {
        const { beta, lagMonths, residualBp } = responses[size][type];
        return [size, type, beta.toFixed(3), String(lagMonths), bp(residualBp)];
      }),
    ),
  );
}

function ownTable({ own }: Known): string[] {
  return markdown(
    ['Deposits', "Kept of a bank's distance from its peers"],
    DEPOSIT_TYPES.map((type) => [type, own.kept[type].toFixed(2)]),
  );
}

/** Every method and both naive rules, in every group of banks. */
export function rateTable(banks: readonly BankYear[], name: RateName): string[] {
  const naive = industryChange(industryBetas(), name);
  const rules: readonly (readonly [string, (bank: BankYear) => number])[] = [
    ['no change', () => 0],
    ['one industry beta for all', () => naive],
    ...METHODS.map((method): [string, (bank: BankYear) => number] => [
      METHOD_TITLES[method],
      ({ predicted, before }) => predicted[method].rates[name] - before[name],
    ]),
  ];
  const heads = ['Banks', 'Rule', 'Count', 'Actual', 'Bias', 'Mean absolute error', 'Rank'];
  return markdown(
    heads,
    GROUPS.flatMap(([title, holds]) => {
      const own = banks.filter(holds);
      if (own.length === 0) return [];
      return rules.map(([rule, predict]) => [
        title,
        rule,
        ...scoreCells(
          own.map((bank) => ({
            predicted: predict(bank),
            actual: bank.after[name] - bank.before[name],
          })),
        ),
      ]);
    }),
  );
}

function scoreCells(pairs: readonly PredictedAndActual[]): string[] {
  const { banks, biasBp, meanAbsoluteErrorBp, rankCorrelation } = score(pairs);
  const actual = (10_000 * pairs.reduce((sum, pair) => sum + pair.actual, 0)) / pairs.length;
  const rank = rankCorrelation === null ? 'none' : rankCorrelation.toFixed(2);
  return [String(banks), bp(actual), bp(biasBp), bp(meanAbsoluteErrorBp), rank];
}

/** All banks together by type, each dollar counting once: where the miss comes from. */
function typeTable(banks: readonly BankYear[]): string[] {
  const sum = (of: (bank: BankYear) => number) => banks.reduce((all, bank) => all + of(bank), 0);
  const cells = PAID_TYPES.map((type) => {
    const paidBefore = sum(({ report }) => report.amount(EXPENSE[type]) ?? 0);
    const averageBefore = sum(({ report }) => report.amount(AVERAGE[type]) ?? 0);
    const paid = sum(({ later }) => later.amount(EXPENSE[type]) ?? 0);
    const average = (averageBefore + sum(({ later }) => later.amount(AVERAGE[type]) ?? 0)) / 2;
    const predictedPaid = sum(({ predicted }) =>
      predicted[CHOSEN].year.paid[type].reduce((a, b) => a + b, 0),
    );
    const balance = sum(({ predicted }) => predicted[CHOSEN].year.balance[type]);
    const rates = [paidBefore / averageBefore, paid / average, predictedPaid / balance];
    return [
      type,
      ...rates.map((rate) => (100 * rate).toFixed(2)),
      paid.toFixed(0),
      predictedPaid.toFixed(0),
    ];
  });
  return markdown(
    ['Deposits', '2021, %', '2022, %', 'Predicted, %', 'Paid 2022', 'Predicted'],
    cells,
  );
}

function quarterTable(banks: readonly BankYear[]): string[] {
  const heads = ['Quarter', 'Rate', 'Count', 'Actual', 'Bias', 'Mean absolute error', 'Rank'];
  return markdown(
    heads,
    [...namedQuarters(banks)].flatMap(([date, found]) => [
      [date, 'cost, interest-bearing', ...scoreCells(found.map(({ cost }) => cost))],
      [date, 'margin', ...scoreCells(found.map(({ margin }) => margin))],
    ]),
  );
}

const LARGE = 10 * BILLION;
const SHOWN_MISSES = 10;

/** Banks of 10 billion and more that were missed by most. */
function missTable(banks: readonly BankYear[], name: RateName): string[] {
  const miss = ({ predicted, after }: BankYear) => predicted[CHOSEN].rates[name] - after[name];
  const shown = banks
    .filter(({ assetsUsdMillion }) => assetsUsdMillion >= LARGE)
    .toSorted((a, b) => Math.abs(miss(b)) - Math.abs(miss(a)))
    .slice(0, SHOWN_MISSES);
  return markdown(
    ['Bank', 'Assets, billion', 'Growth', '2021, %', '2022, %', 'Predicted, %'],
    shown.map((bank) => [
      bank.report.institution.name,
      (bank.assetsUsdMillion / BILLION).toFixed(0),
      `${(100 * (bank.growth - 1)).toFixed(0)}%`,
      ...[bank.before[name], bank.after[name], bank.predicted[CHOSEN].rates[name]].map((rate) =>
        (100 * rate).toFixed(2),
      ),
    ]),
  );
}

function leftOutTable(leftOut: readonly LeftOut[]): string[] {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))].toSorted();
  return markdown(
    ['Reason', 'Banks'],
    reasons.map((reason) => {
      const count = leftOut.filter((each) => each.reason === reason).length;
      return [reason, String(count)];
    }),
  );
}
