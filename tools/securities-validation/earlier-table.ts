import { securityRows } from '../../packages/intake/src/index.js';
import { type EarlierBank, earlierBanks, type Period } from './earlier-years.js';
import { CENTRAL, quarterEndMarkets, reportsOf } from './judged-banks.js';
import { markdownTable } from './markdown-table.js';
import { type MarketPath, predictMarks } from './predict-marks.js';
import { rankCorrelation } from './rank-correlation.js';

const PERIODS: readonly (Period & { readonly middles: readonly string[] })[] = [
  {
    ...{ from: '2017-12-31', to: '2018-12-31', source: 'named' },
    middles: ['2018-03-31', '2018-09-30'],
  },
  {
    ...{ from: '2018-12-31', to: '2019-12-31', source: 'cross-section' },
    middles: ['2019-03-31', '2019-09-30'],
  },
  {
    ...{ from: '2020-12-31', to: '2021-12-31', source: 'named' },
    middles: ['2021-03-31', '2021-09-30'],
  },
  {
    ...{ from: '2019-12-31', to: '2021-12-31', source: 'cross-section' },
    middles: ['2020-03-31', '2020-09-30', '2021-03-31', '2021-09-30'],
  },
];

/** The same prediction over years before 2022: the move of loss over cost, and its ranks. */
export function earlierTable(): readonly string[] {
  const types = reportsOf('2021-12-31');
  const market = quarterEndMarkets();
  const rows = PERIODS.map((period) => {
    const path = {
      ...{ start: market(period.from), end: market(period.to) },
      middles: period.middles.map(market),
    };
    return [`${period.from} to ${period.to}`, ...cellsOf(earlierBanks(period, types), path)];
  });
  return markdownTable(
    [
      ...['period', 'banks', 'median move predicted', 'reported', 'rank of the ratio'],
      'rank of the move',
    ],
    rows,
  );
}

function cellsOf(banks: readonly EarlierBank[], path: MarketPath): string[] {
  const ratios = banks.map(({ report, before, after }) => {
    const rows = securityRows({ report, market: path.start, assumptions: CENTRAL });
    const made = predictMarks({ rows, path, poolSpeed: CENTRAL.poolSpeed });
    const start = before.loss / before.cost;
    return {
      predicted: -made.unrealisedUsdMillion / made.costUsdMillion,
      ...{ start, reported: after.loss / after.cost },
    };
  });
  type Ratio = (typeof ratios)[number];
  const all = (of: (ratio: Ratio) => number) => ratios.map(of);
  const [predicted, reported] = [
    all((ratio) => ratio.predicted - ratio.start),
    all((ratio) => ratio.reported - ratio.start),
  ];
  const rank = rankCorrelation(
    all((ratio) => ratio.predicted),
    all((ratio) => ratio.reported),
  );
  return [
    ...[`${banks.length}`, percent(median(predicted)), percent(median(reported))],
    ...[rank.toFixed(2), rankCorrelation(predicted, reported).toFixed(2)],
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
