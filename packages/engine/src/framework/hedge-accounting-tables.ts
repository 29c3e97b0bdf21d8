import type { HedgeAssessment, HedgePath } from '../hedge/index.js';
import type { Cell, Table } from './case-result.js';
import type { HedgeQuestion } from './evaluate-hedges.js';
import { treatmentInWords } from './hedge-words.js';
import { columns, table } from './table.js';

export function effectivenessTable({ hedges }: HedgeAssessment, { history }: HedgeQuestion): Table {
  const words = (passes: boolean): string => (passes ? 'effective' : 'not effective');
  const first = history[0]?.id ?? '';
  const last = history.at(-1)?.id ?? '';
  return table(
    'hedge-effectiveness',
    'Accounting effectiveness as a fair value hedge of AFS, by the convention of 80% to 125%',
    columns(
      'hedge | Hedge |',
      'slope | Slope | ratio',
      'fit | R squared | ratio',
      't | t of the slope | ratio',
      'regression | By regression |',
      'offset | Dollar offset in sum | ratio',
      'dollar | By dollar offset |',
      'within | Moves within 80% to 125% | %',
    ),
    hedges.map(({ comparison, effectiveness: found }) =>
      found === null
        ? [comparison.title, null, null, null, 'no such hedge', null, '', null]
        : [
            comparison.title,
            found.slope,
            found.rSquared,
            found.tStatistic,
            words(found.regressionPasses),
            found.cumulativeOffset,
            words(found.offsetPasses),
            100 * found.shareOfPeriodsWithin,
          ],
    ),
    [
      `${history.length} moves, ${first} … ${last}, each laid on the curve of the date. The ` +
        `bounds ` +
        'are a convention; ASC 815-20-25-75 says highly effective. The whole of the item is ' +
        'revalued; ' +
        'a benchmark component would fit better.',
    ],
  );
}

/** The paths of the first hedge alone; every hedge has them in the JSON. */
export function pathTables({ hedges: [hedge], scenario }: HedgeAssessment): Table[] {
  if (hedge === undefined) return [];
  return [
    table(
      'hedge-path',
      `${hedge.comparison.title} at ${scenario}, by quarter`,
      columns(
        'treatment | Accounting |',
        'quarter | Quarter |',
        'nii | NII of the quarter | USD million',
        'other | Other income | USD million',
        'oci | OCI of the quarter | USD million',
        'aoci | AOCI | USD million',
        'cet1 | Reported CET1 | USD million',
        'tce | Tangible common equity | USD million',
        'e0 | Economic CET1 | USD million',
      ),
      hedge.paths.flatMap((path) => shownQuarters(path)),
      [
        'With the hedge minus without it. Income before tax; OCI, AOCI, CET1 and equity after ' +
          'tax; economic CET1 takes what is ' +
          'deferred ' +
          'before tax. A cash flow hedge asks for as much ' +
          'variable-rate funding that is probable. A quarter of loss is taken to be covered by ' +
          'other income (no carry-forward).',
      ],
    ),
  ];
}

const SHOWN_QUARTERS = [0, 1, 2, 3, 4, 8];

function shownQuarters(path: HedgePath): Cell[][] {
  return path.quarters
    .filter(({ quarter }) => SHOWN_QUARTERS.includes(quarter))
    .map((row, at) => [
      at === 0 ? treatmentInWords(path) : '',
      String(row.quarter),
      row.netInterestIncome,
      row.otherIncome,
      row.oci,
      row.aoci,
      row.cet1,
      row.tangibleCommonEquity,
      row.economicCet1,
    ]);
}
