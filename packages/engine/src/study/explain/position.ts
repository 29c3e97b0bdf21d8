import {
  GROUPS,
  type Group,
  isFuture,
  isOption,
  positionAt,
  textAt,
} from '../../balance-sheet/index.js';
import { HORIZON_MONTHS, optionMonthValues } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { groupOf, type ScenarioView } from '../../metric/index.js';
import { hedgePaths } from '../hedge-parts.js';
import type { Explaining } from './context.js';
import type {
  BookNode,
  DifferenceNode,
  HedgeNode,
  PositionNode,
  SourceNode,
  ValueNode,
} from './explanation.js';
import { discountColumn, monthsNode, receiptColumn, valueColumn } from './months.js';
import { node, stated, step, sumOf, weighted } from './node.js';

type Context = Pick<Explaining, 'input' | 'sources' | 'study'>;

/** The rows of a group, in the order of the book; of one side alone where it is said. */
export function rowsOf({ input }: Context, group: Group, side?: 1 | -1): number[] {
  const rows = [...input.program.book.id.keys()];
  return rows.filter(
    (row) =>
      groupOf(input.program, row) === group &&
      (side === undefined || itemAt(input.program.book.side, row) === side),
  );
}

/** Figures behind the terms of a row, where it is known which. */
function termFigures(context: Context, row: number, terms: readonly string[]): SourceNode[] {
  return context.sources.cited(...terms.map((term) => termPath(context, row, term)));
}

/** Positions are named by id: rows of a Book stand in id order, whatever the document's order. */
function termPath({ input }: Context, row: number, term: string): string {
  return `/positions/${itemAt(input.program.book.id, row)}/${term}`;
}

/** What a position rests on: its behaviour models, and the pages its terms were read from. */
function rowSources(context: Context, row: number): SourceNode[] {
  const { behaviour } = context.study;
  const { program } = context.input;
  const models = [
    ['deposits', program.depositOf[row]],
    ['deposits', program.migrationOf[row]?.model],
    ['prepayments', program.prepaymentOf[row]],
    ['redemptions', program.redemptionOf[row]],
    ['drawdowns', program.drawdownOf[row]],
  ] as const;
  const parameters = models.flatMap(([kind, model]) => {
    if (model === null || model === undefined) return [];
    const index = (behaviour[kind] ?? []).findIndex(({ id }) => id === model.id);
    return context.sources.parametersOf(model, `/behaviour/${kind}/${index}`);
  });
  return [...termFigures(context, row, FIGURED_TERMS), ...parameters];
}

const FIGURED_TERMS = ['notionalUsdMillion', 'carryingUsdMillion', 'rate', 'couponRate'];

/** The paths of rates that a row's cash flows answer to in a scenario. */
function ratesBehind(context: Context, view: ScenarioView, row: number): SourceNode[] {
  const { program } = context.input;
  const { book } = program;
  const paths: SourceNode[] = [context.sources.ratePath(view, 'discount')];
  if (itemAt(book.floats, row) === 1 || textAt(book.principal, row) === 'decay') {
    paths.push(context.sources.ratePath(view, 'oneMonth'));
  }
  if (program.prepaymentOf[row] !== null) paths.push(context.sources.ratePath(view, 'mortgage'));
  return paths;
}

/** Value of a row in one scenario, from the flows and factors that made it (EVE-2, EXPL-3). */
export function rowValueNode(context: Context, view: ScenarioView, row: number): ValueNode {
  const { program } = context.input;
  if (textAt(program.book.principal, row) === 'none') return carryingNode(context, row);
  const { principal, interest, servicing } = itemAt(view.flows.byRow, row);
  const { spreadFactor } = itemAt(program.fixed, row);
  return monthsNode({
    title: `cash flows, ${view.id === '0' ? 'base' : view.id}`,
    value: floatAt(view.rowValues, row),
    rule: 'present-value',
    months: HORIZON_MONTHS,
    columns: [
      { name: 'principal', unit: 'USD million', values: principal, first: 0 },
      { name: 'interest', unit: 'USD million', values: interest, first: 0 },
      { name: 'servicing', unit: 'USD million', values: servicing, first: 0 },
      { name: 'spread factor', unit: 'factor', values: spreadFactor, first: 0 },
      discountColumn(view.rates.discount),
    ],
    restsOn: ratesBehind(context, view, row),
  });
}

/** What stands in the accounts. */
export function carryingNode(context: Context, row: number): ValueNode {
  const carrying = floatAt(context.input.program.book.carryingUsdMillion, row);
  const path = termPath(context, row, 'carryingUsdMillion');
  return context.sources.amount(path, 'carrying amount', carrying, 'USD million');
}

/** Amortised cost. */
export function costNode(context: Context, row: number): ValueNode {
  const cost = floatAt(context.input.program.book.notionalUsdMillion, row);
  const path = termPath(context, row, 'notionalUsdMillion');
  return context.sources.amount(path, 'amortised cost', cost, 'USD million');
}

/** A row as the weighted sum of what stands beneath it. */
export function positionNode(
  context: Context,
  row: number,
  children: readonly ValueNode[],
  weights: readonly number[],
): PositionNode {
  const { book } = context.input.program;
  const id = itemAt(book.id, row);
  const value = children.reduce((sum, child, at) => sum + itemAt(weights, at) * child.value, 0);
  const restsOn = rowSources(context, row);
  const formula = weighted(...weights);
  const valued = node({ title: id, value, unit: 'USD million', formula, children, restsOn });
  return { kind: 'position', ...valued, id, terms: positionAt(book, row) };
}

/** The value of a row to the bank: a liability takes away. */
export function valuedPosition(
  context: Context,
  view: ScenarioView,
  row: number,
  sign: 'by side' | 'as is' = 'by side',
): PositionNode {
  const side = sign === 'by side' ? itemAt(context.input.program.book.side, row) : 1;
  return positionNode(context, row, [rowValueNode(context, view, row)], [side]);
}

/** The value of a hedge in one scenario (EVE-4, INSTRUMENT-3, INSTRUMENT-6). */
export function valuedHedge(context: Context, view: ScenarioView, index: number): HedgeNode {
  const hedge = itemAt(context.input.program.hedges, index);
  const restsOn = [
    context.sources.ratePath(view, 'discount'),
    context.sources.ratePath(view, 'oneMonth'),
  ];
  const value = floatAt(view.hedgeValues, index);
  const where = view.id === '0' ? 'base' : view.id;
  if (isFuture(hedge)) {
    const formula = stated('notional x (price in the scenario minus price of the date)');
    const unit = 'USD million';
    const settled = step({ title: `settled, ${where}`, value, unit, formula, restsOn });
    return hedgeNode(context, index, [settled]);
  }
  const paid = isOption(hedge)
    ? { rule: 'hedge-value' as const, columns: [valueColumn(optionMonthValues(hedge, view.rates))] }
    : {
        rule: 'swap-value' as const,
        columns: [receiptColumn(view.flows.hedgeCash, index), discountColumn(view.rates.discount)],
      };
  const title = `receipts, ${where}`;
  const months = monthsNode({ title, value, months: HORIZON_MONTHS, ...paid, restsOn });
  return hedgeNode(context, index, [months]);
}

/** A hedge as the weighted sum of what stands beneath it: a plain sum where no weight is said. */
export function hedgeNode(
  { input, sources, study }: Context,
  index: number,
  children: readonly ValueNode[],
  weights: readonly number[] = children.map(() => 1),
): HedgeNode {
  const terms = itemAt(input.program.hedges, index);
  const value = children.reduce((sum, child, at) => sum + itemAt(weights, at) * child.value, 0);
  const path = itemAt(hedgePaths(study), index).path;
  const restsOn = [
    ...sources.cited(`${path}/notionalUsdMillion`),
    ...sources.parametersOf(terms, path),
  ];
  const valued = node({
    title: terms.id,
    value,
    unit: 'USD million',
    formula: weighted(...weights),
    children,
    restsOn,
  });
  return { kind: 'hedge', ...valued, id: terms.id, terms };
}

/** One view of the same thing minus another. */
export function differenceNode(id: string, scenario: ValueNode, base: ValueNode): DifferenceNode {
  const value = scenario.value - base.value;
  const formula = weighted(1, -1);
  const children = [scenario, base];
  const valued = node({ title: id, value, unit: scenario.unit, formula, children });
  return { kind: 'difference', ...valued, id };
}

export interface BookParts {
  /** Null for a row that has no part in the measure. */
  readonly position: (row: number) => ValueNode | null;
  readonly swap: ((index: number) => ValueNode) | null;
  /** What belongs to a book beside its positions. */
  readonly besides?: Partial<Record<Group, readonly ValueNode[]>>;
}

/** The books of a measure that is split by book, each the sum of its positions; empty ones out. */
export function bookNodes(
  context: Context & Pick<Explaining, 'by'>,
  { position, swap, besides = {} }: BookParts,
): BookNode[] {
  const swaps = swap === null ? [] : [...context.input.program.hedges.keys()].map(swap);
  const books = GROUPS.map((group) =>
    bookNode(context, group, [
      ...rowsOf(context, group)
        .map(position)
        .filter((found) => found !== null),
      ...(besides[group] ?? []),
    ]),
  );
  return [...books, bookNode(context, 'hedges', swaps)].filter(
    ({ children }) => children.length > 0,
  );
}

/** A book whose value is the one of the measure's split, or the sum where there is no split. */
export function bookNode(
  { by }: Pick<Explaining, 'by'>,
  group: Group | 'hedges',
  children: readonly ValueNode[],
): BookNode {
  const value = by?.[group] ?? children.reduce((sum, child) => sum + child.value, 0);
  const formula = children.length === 0 ? null : sumOf(children);
  const valued = node({ title: BOOK_TITLES[group], value, unit: 'USD million', formula, children });
  return { kind: 'book', ...valued, group };
}

const BOOK_TITLES: Readonly<Record<Group | 'hedges', string>> = {
  cash: 'cash',
  afs: 'available for sale',
  htm: 'held to maturity',
  loans: 'loans',
  deposits: 'deposits',
  borrowings: 'borrowings',
  other: 'other',
  hedges: 'hedges',
};
