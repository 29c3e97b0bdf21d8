import type { AssessedHedge, HedgeAssessment, HedgePath } from '../hedge/index.js';
import type { Cell, Table } from './case-result.js';
import type { HedgeQuestion } from './evaluate-hedges.js';
import { treatmentInWords } from './hedge-words.js';
import { columns, scenarioName, table } from './table.js';

export function effectivenessTable({ hedges }: HedgeAssessment, { history }: HedgeQuestion): Table {
  const words = (passes: boolean): string => (passes ? 'effective' : 'not effective');
  const first = history[0]?.id ?? '';
  const last = history.at(-1)?.id ?? '';
  return table(
    'hedge-effectiveness',
    'Accounting effectiveness as a fair value hedge of AFS, by the convention of 80% to 125%',
    columns(
      'hedge | Hedge |',
      'as | As |',
      'slope | Slope | ratio',
      'fit | R squared | ratio',
      't | t of the slope | ratio',
      'regression | By regression |',
      'offset | Dollar offset in sum | ratio',
      'dollar | By dollar offset |',
      'within | Moves within 80% to 125% | %',
    ),
    hedges.map(({ comparison, designated, effectiveness: found }) =>
      found === null
        ? [comparison.title, '', null, null, null, 'no AFS book that moves', null, '', null]
        : [
            comparison.title,
            designated ? 'designated' : 'as if',
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
      'Designated: against its share of the book by notional. As if: against the share of the ' +
        'book ' +
        'with its DV01; options whole, without a part left out of the assessment.',
      `${history.length} moves, ${first} … ${last}, each laid on the curve of the date. The ` +
        `bounds ` +
        'are a convention; ASC 815-20-25-75 says highly effective. The whole of the item is ' +
        'revalued; ' +
        'a benchmark component would fit better.',
    ],
  );
}

/** One table a hedge that was asked for; the first says how the others are asked for. */
export function pathTables(
  { hedges, scenario }: HedgeAssessment,
  shown: readonly AssessedHedge[],
): Table[] {
  const others = hedges.filter((hedge) => !shown.includes(hedge));
  const more = others.map(({ comparison }) => comparison.id).join(', ');
  return shown.map((hedge, at) =>
    pathTable(hedge, scenario, [
      ...(at === 0 && others.length > 0 ? [`Paths of the others: --paths all, or ${more}.`] : []),
      ...(at === 0 ? PATH_NOTES : []),
    ]),
  );
}

const PATH_NOTES = [
  'With the hedge minus without it. Income before tax; OCI, AOCI, CET1 and equity after tax; ' +
    'economic CET1 takes what is deferred before tax. A cash flow hedge asks for as much ' +
    'variable-rate funding that is probable. A quarter of loss is taken to be covered by other ' +
    'income (no carry-forward).',
];

function pathTable(hedge: AssessedHedge, scenario: string, notes: readonly string[]): Table {
  return table(
    `hedge-path-${hedge.comparison.id}`,
    `${hedge.comparison.title} at ${scenarioName(scenario)}, by quarter`,
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
    notes,
  );
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

/** Over the counter against exchange-traded: margin, basis, convexity, roll, accounting. */
export function tradingTable({ hedges }: HedgeAssessment): Table {
  const convexities = hedges.flatMap(({ traits }) => traits.convexity ?? []);
  const [first] = convexities;
  return table(
    'hedge-trading',
    'Over the counter against exchange-traded',
    columns(
      'hedge | Hedge |',
      'traded | Traded |',
      'initial | Initial margin | USD million',
      'variation | Worst variation margin | USD million',
      'basis | A bp of swap spread | USD million',
      `convexity | Convexity${first === undefined ? '' : ` at ±${first.shockBp} bp`} | USD million`,
      'premium | Premium | USD million',
      'roll | Roll a year | USD million',
      'accounting | R squared against AFS | ratio',
    ),
    hedges.map((hedge) => [
      hedge.comparison.title,
      TRADED[hedge.tradedAs],
      hedge.comparison.initialMarginUsdMillion,
      hedge.comparison.marginUsdMillion,
      hedge.traits.swapRateNotionalUsdMillion / 10_000,
      hedge.traits.convexity?.usdMillion ?? null,
      hedge.traits.premiumUsdMillion,
      hedge.traits.rollCostAYearUsdMillion,
      hedge.effectiveness?.rSquared ?? null,
    ]),
    [
      'Convexity: half of what the widest rise and an equal fall bring together, floors ' +
        'included. A basis point ' +
        'of swap ' +
        'spread costs a year what stands here; Treasury and SOFR futures have none, and leave ' +
        'the spread ' +
        'between their rate and that of the hedged books open. On an exchange a day is settled ' +
        'in cash.',
    ],
  );
}

const TRADED = {
  cleared: 'over the counter, cleared',
  bilateral: 'over the counter, bilateral',
  exchange: 'on an exchange',
} as const;
