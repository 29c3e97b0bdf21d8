import {
  betaOutOfSample,
  cumulativeBeta,
  type DistributedLag,
  decayOutOfSample,
  type Estimate,
  estimateConstantDecay,
  estimateDistributedLag,
  estimateTwoPartDecay,
  type OutOfSample,
  type RateHistory,
  type Result,
  rateCycles,
} from '../../packages/engine/src/index.js';
import {
  type BalanceKind,
  balanceHistoryOf,
  INDUSTRY,
  libraryRows,
  NAMED_BANKS,
  rateHistoryOf,
} from './library-history.js';

const CONFIDENCE = 0.95;
const NEWEY_WEST_LAGS = 2;
const AGGREGATES = 'peer-behaviour/2026-11-22/aggregate-deposit-betas.csv';
const SIZES = ['all', '>100bn', '10-100bn', '1-10bn', '<1bn'];

const CYCLES = [
  { id: 'up_2018Q1_2019Q2', from: '2018-03-31', to: '2019-06-30' },
  { id: 'down_2019Q2_2020Q4', from: '2019-06-30', to: '2020-12-31' },
  { id: 'up_2021Q4_2022Q4', from: '2021-12-31', to: '2022-12-31' },
  { id: 'up_2021Q4_2023Q4', from: '2021-12-31', to: '2023-12-31' },
] as const;

/** The tables of docs/validation/deposit-behaviour.md, by the name in its markers. */
export function depositBehaviourTables(): Readonly<Record<string, readonly string[]>> {
  return {
    'stated cycles': statedCycles(),
    'found cycles': foundCycles(),
    'distributed lag': lagTable(),
    'beta out of sample': betaTests(),
    'named banks': namedBanks(),
    decay: decayTable(),
    'decay out of sample': decayTests(),
  };
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function found<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function industry(size: string): RateHistory {
  return rateHistoryOf(libraryRows(INDUSTRY).filter((row) => row.size === size));
}

function statedCycles(): string[] {
  const published = libraryRows(AGGREGATES);
  const rows = CYCLES.flatMap(({ id, from, to }) =>
    SIZES.map((size) => {
      const { beta } = found(cumulativeBeta(industry(size), { from, to }));
      const anchor = published.find((row) => row.cycle === id && row.size === size)?.ib ?? '';
      const difference = (beta - Number(anchor)).toFixed(3).replace('-0.000', '0.000');
      return [id, size, beta.toFixed(3), Number(anchor).toFixed(3), difference];
    }),
  );
  return markdown(['Cycle', 'Banks by assets', 'Here', 'peer-behaviour', 'Difference'], rows);
}

function foundCycles(): string[] {
  const history = industry('all');
  const terms = { smallestMove: 0.005, flatWithin: 0.001 };
  const rows = rateCycles(history.policyRate, terms).flatMap(({ direction, from, to }) => {
    const dates = { from: history.quarters[from] ?? '', to: history.quarters[to] ?? '' };
    const answer = cumulativeBeta(history, dates);
    if (!answer.ok) return [[direction, dates.from, dates.to, '', '', 'cost not known']];
    const { policyChange, depositChange, beta } = answer.value;
    const moves = [policyChange, depositChange].map((change) => (100 * change).toFixed(2));
    return [[direction, dates.from, dates.to, ...moves, beta.toFixed(3)]];
  });
  return markdown(['Direction', 'From', 'To', 'Policy, points', 'Cost, points', 'Beta'], rows);
}

function lagOf(history: RateHistory, lags: number, apart: boolean): DistributedLag {
  const terms = { lags, apart, neweyWestLags: NEWEY_WEST_LAGS, confidence: CONFIDENCE };
  return found(estimateDistributedLag(history, terms));
}

/** Value, its error and its interval in one cell. */
function shown({ value, standardError, low, high }: Estimate, decimals: number): string {
  const [a, b, c, d] = [value, standardError, low, high].map((one) => one.toFixed(decimals));
  return `${a} ± ${b} (${c} to ${d})`;
}

function lagTable(): string[] {
  const rows = SIZES.flatMap((size) =>
    [2, 3].flatMap((lags) => {
      const { sides, constant, residualStandardDeviation, degreesOfFreedom } = lagOf(
        industry(size),
        lags,
        true,
      );
      return sides.map(({ side, beta, neweyWestError, meanLagMonths }) => [
        size,
        String(lags),
        side,
        shown(beta, 3),
        neweyWestError.toFixed(3),
        meanLagMonths === null ? 'not told' : shown(meanLagMonths, 1),
        (100 * constant.value).toFixed(3),
        (100 * residualStandardDeviation).toFixed(3),
        String(degreesOfFreedom),
      ]);
    }),
  );
  const heads = [
    'Banks',
    'Lags, quarters',
    'Side',
    'Beta ± error (95%)',
    'Newey-West error',
    'Mean lag, months',
    'Constant, points a quarter',
    'Residual, points',
    'Degrees of freedom',
  ];
  return markdown(heads, rows);
}

/** Errors of the three in points or per cent, and the verdict. */
function scoreCells({ scores, beatsLinear, beatsNoChange, forecasts, refused }: OutOfSample) {
  const cells = scores.map(
    ({ rootMeanSquare, meanAbsolute }) =>
      `${(100 * rootMeanSquare).toFixed(3)} / ${(100 * meanAbsolute).toFixed(3)}`,
  );
  const yes = (beats: boolean) => (beats ? 'yes' : '**no**');
  return [...cells, yes(beatsLinear), yes(beatsNoChange), String(forecasts), String(refused)];
}

const SCORE_HEADS = [
  'Model',
  'Linear',
  'No change',
  'Beats linear',
  'Beats no change',
  'Forecasts',
  'Refused',
];

function betaTests(): string[] {
  const rows = [1, 4].flatMap((horizon) =>
    [true, false].flatMap((apart) =>
      [1, 2, 3].map((lags) => {
        const answer = betaOutOfSample(industry('all'), { lags, apart, horizon });
        const head = [String(horizon), apart ? 'apart' : 'together', String(lags)];
        if (!answer.ok) return [...head, 'too few forecasts', '', '', '', '', '', ''];
        return [...head, ...scoreCells(answer.value)];
      }),
    ),
  );
  return markdown(['Quarters ahead', 'Up and down', 'Lags', ...SCORE_HEADS], rows);
}

function namedBanks(): string[] {
  const rows = libraryRows(NAMED_BANKS);
  const names = [...new Set(rows.map(({ bank = '' }) => bank))];
  const cells = names.map((name) => {
    const history = rateHistoryOf(rows.filter(({ bank }) => bank === name));
    const betas = [CYCLES[0], CYCLES[1], CYCLES[3]].map((cycle) => {
      const answer = cumulativeBeta(history, cycle);
      return answer.ok ? answer.value.beta.toFixed(2) : 'no report';
    });
    const { sides } = lagOf(history, 2, true);
    const fitted = sides.map(
      ({ beta }) => `${beta.value.toFixed(2)} ± ${beta.standardError.toFixed(2)}`,
    );
    return [name, ...betas, ...fitted];
  });
  const heads = ['Bank', 'Up 2018-19', 'Down 2019-20', 'Up 2021-23', 'Beta up', 'Beta down'];
  return markdown(heads, cells);
}

interface DecayCase {
  readonly name: string;
  readonly idrssds: readonly string[];
  readonly kind: BalanceKind;
  readonly from: string;
  readonly to: string;
}

const SCHWAB = { name: 'Schwab, two banks', idrssds: ['3150447', '1893049'] };
const SINCE = { from: '2022-03-31', to: '2024-06-30' } as const;
const FREE: readonly (readonly [name: string, idrssd: string])[] = [
  ['Zions', '276579'],
  ['Comerica', '60143'],
  ['KeyBank', '280110'],
  ['U.S. Bank', '504713'],
  ['PNC', '817824'],
  ['Truist', '852320'],
  ['Wells Fargo', '451965'],
  ['Bank of America', '480228'],
  ['JPMorgan Chase', '852218'],
];
const DECAYS: readonly DecayCase[] = [
  { ...SCHWAB, kind: 'all but brokered', from: '2022-03-31', to: '2023-12-31' },
  { ...SCHWAB, kind: 'all but brokered', ...SINCE },
  ...FREE.map(([name, idrssd]) => {
    return { name, idrssds: [idrssd], kind: 'noninterest-bearing', ...SINCE } as const;
  }),
  {
    name: 'Silicon Valley Bank',
    idrssds: ['802866'],
    kind: 'noninterest-bearing',
    from: '2022-03-31',
    to: '2022-12-31',
  },
  {
    name: 'Bank of America',
    idrssds: ['480228'],
    kind: 'all but brokered',
    from: '2018-03-31',
    to: '2021-12-31',
  },
];

function decayHead({ name, kind, from, to }: DecayCase): string[] {
  return [name, kind, `${from} to ${to}`];
}

function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('no refusal');
  const [first] = result.issues;
  return `refused, ${first?.code}: ${first?.got}`;
}

function decayTable(): string[] {
  const rows = DECAYS.map((one) => {
    const history = balanceHistoryOf(one.idrssds, one.kind, one);
    const head = [...decayHead(one), String(history.months.length)];
    const terms = { neweyWestLags: NEWEY_WEST_LAGS, confidence: CONFIDENCE };
    const answer = estimateConstantDecay(history, terms);
    if (!answer.ok) return [...head, refusal(answer), '', '', ''];
    const { hazardAYear, hazardFromChangesAYear, averageLife: life } = answer.value;
    const end = life.highYears === null ? 'no end' : life.highYears.toFixed(1);
    const lifeText =
      `${life.valueYears.toFixed(2)} ± ${life.standardErrorYears.toFixed(2)} ` +
      `(${life.lowYears.toFixed(1)} to ${end})`;
    const two = estimateTwoPartDecay(history, CONFIDENCE);
    const parts = two.ok ? `core ${shown(two.value.coreShare, 2)}` : refusal(two);
    return [...head, shown(hazardAYear, 3), shown(hazardFromChangesAYear, 3), lifeText, parts];
  });
  const heads = [
    'Bank',
    'Deposits',
    'Dates',
    'Balances',
    'Hazard a year ± error (95%)',
    'From changes',
    'Average life, years',
    'Two parts',
  ];
  return markdown(heads, rows);
}

function decayTests(): string[] {
  const rows = DECAYS.flatMap((one) => {
    const history = balanceHistoryOf(one.idrssds, one.kind, one);
    const answer = decayOutOfSample(history, { model: 'constant', horizon: 1 });
    return answer.ok ? [[...decayHead(one), ...scoreCells(answer.value)]] : [];
  });
  return markdown(['Bank', 'Deposits', 'Dates', ...SCORE_HEADS], rows);
}
