import { costOf, hasCashFlow } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import {
  fundingOfGrowth,
  type Income,
  incomeOfHedge,
  incomeTable,
  NII_HORIZONS,
  type NiiMode,
  rowIncome,
  type ScenarioView,
} from '../../metric/index.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { HedgeNode, MonthColumn, PositionNode, SourceNode, ValueNode } from './explanation.js';
import { hedgeIncomeColumn, incomeColumns, monthsNode } from './months.js';
import { stated, step, sumOf } from './node.js';
import { bookNodes, differenceNode, hedgeNode, positionNode } from './position.js';

interface Horizon {
  readonly mode: NiiMode;
  readonly months: (typeof NII_HORIZONS)[number];
  readonly isChange: boolean;
}

/** nii.*: books, positions, then balances and rates by month (rules NII-1 to NII-9). */
export const INCOME_EXPLAINER: Explainer = {
  prefix: 'nii.',
  parts: ['market', 'behaviour', 'plan'],
  beneath: (context) => {
    const horizon = horizonOf(context.id);
    return horizon === null ? null : income(context, horizon);
  },
};

function horizonOf(id: string): Horizon | null {
  const [, word, digits, change] = /^nii\.(?:(runOff|planned)\.)?(\d+)m(\.change)?$/.exec(id) ?? [];
  const months = NII_HORIZONS.find((each) => String(each) === digits);
  if (months === undefined) return null;
  const mode = word === 'runOff' || word === 'planned' ? word : 'constant';
  return { mode, months, isChange: change !== undefined };
}

function income(context: Explaining, horizon: Horizon): Beneath {
  const { view, input } = context;
  const { program } = input;
  const minusBase = (id: string, of: (view: ScenarioView) => ValueNode): ValueNode =>
    horizon.isChange ? differenceNode(id, of(view), of(input.base)) : of(view);
  const funding = () =>
    minusBase('funding of growth', (each) => fundingNode(context, each, horizon));
  const children = bookNodes(context, {
    position: (row) =>
      hasCashFlow(program.book, row)
        ? minusBase(itemAt(program.book.id, row), (each) => rowNode(context, each, row, horizon))
        : null,
    swap: (index) =>
      minusBase(itemAt(program.hedges, index).id, (each) =>
        receiptsNode(context, each, index, horizon),
      ),
    besides: horizon.mode === 'planned' ? { borrowings: [funding()] } : {},
  });
  return { formula: sumOf(children), children };
}

function rowNode(
  context: Explaining,
  view: ScenarioView,
  row: number,
  { mode, months }: Horizon,
): PositionNode {
  const side = itemAt(context.input.program.book.side, row);
  const at = NII_HORIZONS.indexOf(months);
  const earned = itemAt(rowIncome(context.input, view, row, mode), at);
  const child = monthsNode({
    title: `interest of ${months} months, ${view.id === '0' ? 'base' : view.id}`,
    value: earned.total,
    months,
    ...incomeArrays(context, view, row, mode),
    restsOn: ratesBehind(context, view, row),
  });
  return { ...positionNode(context, row, [child], [side]), parts: signed(earned, side) };
}

function incomeArrays(context: Explaining, view: ScenarioView, row: number, mode: NiiMode) {
  const columns = incomeColumns(incomeTable(view, mode), row);
  if (mode !== 'runOff') return { rule: 'income', columns } as const;
  const { book } = context.input.program;
  const { principal } = itemAt(view.flows.byRow, row);
  const repaid: MonthColumn = {
    name: 'principal',
    unit: 'USD million',
    values: principal,
    first: 0,
  };
  return {
    rule: 'run-off-income',
    columns: [repaid, { ...itemAt(columns, 1), name: 'rate' }],
    start: {
      notionalUsdMillion: costOf(book, row),
      perPar: 1 + floatAt(book.premium, row),
    },
  } as const;
}

/** The one-month rate, and the market rate at which what is repaid is placed again. */
function ratesBehind({ input, sources }: Explaining, view: ScenarioView, row: number) {
  const tenor = floatAt(input.program.book.reinvestTenorMonths, row);
  const paths: SourceNode[] = [sources.ratePath(view, 'oneMonth')];
  if (tenor > 0) paths.push(sources.parPath(view, tenor));
  if (input.program.prepaymentOf[row] !== null) paths.push(sources.ratePath(view, 'mortgage'));
  return paths;
}

function signed({ parts }: Income, side: number): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, side * value]));
}

function receiptsNode(
  context: Explaining,
  view: ScenarioView,
  index: number,
  { months }: Horizon,
): HedgeNode {
  const earned = incomeOfHedge(context.input, view, index, months);
  const child = monthsNode({
    title: `income of ${months} months, ${view.id === '0' ? 'base' : view.id}`,
    value: earned.total,
    rule: 'hedge-income',
    months,
    columns: [hedgeIncomeColumn(view.flows.hedgeIncome, index)],
    restsOn: [context.sources.ratePath(view, 'oneMonth')],
  });
  return { ...hedgeNode(context, index, [child]), parts: { ...earned.parts } };
}

/** What the growth of a plan costs (NII-9), as the measure has it. */
function fundingNode(context: Explaining, view: ScenarioView, { months }: Horizon): ValueNode {
  const { plan } = context.study;
  return step({
    title: `funding of growth, ${view.id === '0' ? 'base' : view.id}`,
    value: fundingOfGrowth(context.input, view, months),
    unit: 'USD million',
    formula: stated(
      'each month: minus growth of assets over liabilities x max(0, one-month rate + spread) / 12',
    ),
    restsOn: [
      context.sources.ratePath(view, 'oneMonth'),
      ...context.sources.parametersOf(plan, '/plan'),
    ],
  });
}
