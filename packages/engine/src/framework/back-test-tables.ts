import type { BackTest, StrategyScore } from '../decision/index.js';
import { itemAt } from '../foundation/index.js';
import type { Cell, Table } from './case-result.js';
import { columns, inWords, table } from './table.js';

/** All tables of a replay (BACKTEST-9). */
export function backTestTables(result: BackTest): readonly Table[] {
  const [nothing, ...others] = result.strategies;
  if (nothing === undefined) return [];
  return [
    summaryTable(nothing, result.strategies),
    efficiencyTable(nothing, others),
    quarterTable(result, 'e0', 'Economic CET1 (E0) after costs', (each) => each.economicE0),
    quarterTable(
      result,
      'nii',
      'Net interest income of the quarter, after costs',
      (each) => each.netInterestIncome,
    ),
    quarterTable(
      result,
      'marks',
      'Marks of AFS, HTM and the strategy’s swaps',
      (each) => each.marks + each.swapValue,
    ),
    ...others.filter(hasSwaps).map(decisionTable),
    predictionTable(result),
  ];
}

function hasSwaps({ decisions }: StrategyScore): boolean {
  return decisions.some(({ swaps }) => swaps.length > 0);
}

function summaryTable(nothing: StrategyScore, strategies: readonly StrategyScore[]): Table {
  return table(
    'back-test-score',
    'Score at the end',
    columns(
      'strategy | Strategy |',
      'nii | Net interest income, all quarters | USD million',
      'more | Against the bank | USD million',
      'cost | Dealing and margin in it | USD million',
      'marks | Marks of securities | USD million',
      'swaps | Value of swaps | USD million',
      'e0 | Economic CET1 E0 | USD million',
      'ratio | E0 to RWA | %',
      'least | Lowest E0 to RWA on the way | %',
      'liquidity | Cash and sales by day 2, of uninsured deposits | %',
    ),
    strategies.map((each): Cell[] => {
      const last = itemAt(each.quarters, each.quarters.length - 1);
      return [
        each.title,
        each.netInterestIncome,
        each.netInterestIncome - nothing.netInterestIncome,
        each.cost,
        last.marks,
        last.swapValue,
        last.economicE0,
        100 * last.economicE0Ratio,
        100 * Math.min(...each.quarters.map(({ economicE0Ratio }) => economicE0Ratio)),
        100 * last.liquidityThreshold,
      ];
    }),
    [
      'The bank alone, not its holding company; before tax; RWA as reported for every strategy.',
      'Income as reported, plus swap receipts at the one-month rates that were set, less costs.',
    ],
  );
}

/** Below this share of income a cost is too small to divide by (HEDGE-8). */
const SMALLEST_COST_SHARE = 0.001;

function efficiencyTable(nothing: StrategyScore, others: readonly StrategyScore[]): Table {
  return table(
    'back-test-efficiency',
    'Capital efficiency as realised, against what the bank did',
    columns(
      'strategy | Strategy |',
      'kept | E0 kept at the end | USD million',
      'given | Net interest income given up, costs included | USD million',
      'ratio | E0 kept for a dollar given up |',
    ),
    others.map((each): Cell[] => {
      const at = each.quarters.length - 1;
      const kept = itemAt(each.quarters, at).economicE0 - itemAt(nothing.quarters, at).economicE0;
      const given = nothing.netInterestIncome - each.netInterestIncome;
      const smallest = SMALLEST_COST_SHARE * Math.abs(nothing.netInterestIncome);
      return [each.title, kept, given, given > smallest ? kept / given : null];
    }),
    [
      'On the path that was realised: a strategy that earned more than the bank gave nothing up, ' +
        'and has no ratio. Another path would have another answer.',
    ],
  );
}

function quarterTable(
  { strategies }: BackTest,
  id: string,
  title: string,
  of: (each: StrategyScore['quarters'][number]) => number,
): Table {
  const { quarters } = itemAt(strategies, 0);
  return table(
    `back-test-${id}`,
    title,
    columns('date | Quarter |', ...strategies.map((s) => `${s.id} | ${s.title} | USD million`)),
    quarters.map(({ date }, index): Cell[] => [
      date,
      ...strategies.map((each) => of(itemAt(each.quarters, index))),
    ]),
  );
}

function decisionTable({ id, title, decisions }: StrategyScore): Table {
  return table(
    `back-test-decisions-${id}`,
    `${title}: what was decided`,
    columns('date | Decided on |', 'report | Report of |', 'swaps | New swaps |', 'why | Why |'),
    decisions.map(({ date, onReportOf, swaps, words }): Cell[] => [
      date,
      onReportOf,
      swaps.length === 0 ? 'none' : swaps.map(swapInWords).join('; '),
      words,
    ]),
  );
}

function swapInWords({
  notionalUsdMillion,
  fixedRate,
  maturityMonth,
}: StrategyScore['decisions'][number]['swaps'][number]): string {
  const side = notionalUsdMillion > 0 ? 'pay' : 'receive';
  const amount = inWords(Math.round(Math.abs(notionalUsdMillion)));
  const rate = (100 * fixedRate).toFixed(2);
  return `${side} ${rate}% on ${amount} million, ${maturityMonth / 12} years`;
}

function predictionTable({ predictions }: BackTest): Table {
  return table(
    'back-test-model',
    'The model against what was reported: change of AFS and HTM marks in the quarter',
    columns(
      'date | Quarter |',
      'predicted | The book before, on this curve | USD million',
      'reported | As reported | USD million',
      'difference | Difference | USD million',
    ),
    predictions.map(({ date, predicted, reported }): Cell[] => [
      date,
      predicted,
      reported,
      predicted - reported,
    ]),
    ['The book changed in the quarter as well: purchases at the new rates carry no mark.'],
  );
}
