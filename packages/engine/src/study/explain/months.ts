import { HORIZON_MONTHS, INCOME_MONTHS, type IncomeTable } from '../../cash-flow/index.js';
import { floatAt } from '../../foundation/index.js';
import type { MonthColumn, MonthRule, MonthsNode, SourceNode } from './explanation.js';
import { node } from './node.js';

const TEXT: Readonly<Record<MonthRule, string>> = {
  'present-value': '(principal + interest + servicing) x spread factor x discount factor',
  'swap-value': 'net receipts x discount factor',
  'hedge-value': 'value of what is paid in the month',
  'hedge-income': 'income',
  income: '(old balance x its rate + new balance x its rate) / 12',
  'run-off-income': 'what is left x rate / 12',
};

export interface MonthsParts {
  readonly title: string;
  readonly value: number;
  readonly rule: MonthRule;
  readonly months: number;
  readonly columns: readonly MonthColumn[];
  readonly start?: MonthsNode['start'];
  readonly restsOn: readonly SourceNode[];
}

/** A node over arrays: `value` is the one that the measure used, the residual is checked here. */
export function monthsNode(parts: MonthsParts): MonthsNode {
  const { rule, months, columns, start = null } = parts;
  const formula = { kind: 'months', text: TEXT[rule] } as const;
  const made: MonthsNode = {
    kind: 'months',
    ...node({ ...parts, unit: 'USD million', formula }),
    rule,
    months,
    columns,
    start,
  };
  return { ...made, residual: parts.value - total(monthAmounts(made)) };
}

function total(amounts: Float64Array): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** What each month of a node adds to its value, USD million (rule EXPL-3). */
export function monthAmounts(months: MonthsNode): Float64Array {
  const column = reader(months.columns);
  const amounts = new Float64Array(months.months);
  let left = months.start?.notionalUsdMillion ?? 0;
  for (let t = 0; t < amounts.length; t += 1) {
    amounts[t] = amountOf(months.rule, left, (name) => column(name, t));
    if (months.start !== null) left -= column('principal', t) * months.start.perPar;
  }
  return amounts;
}

function amountOf(rule: MonthRule, left: number, of: (name: string) => number): number {
  switch (rule) {
    case 'present-value': {
      const paid = of('principal') + of('interest') + of('servicing');
      return paid * of('spread factor') * of('discount factor');
    }
    case 'swap-value':
      return of('net receipts') * of('discount factor');
    case 'hedge-value':
      return of('value');
    case 'hedge-income':
      return of('income');
    case 'income':
      return (of('old balance') * of('old rate') + of('new balance') * of('new rate')) / 12;
    case 'run-off-income':
      return (left * of('rate')) / 12;
  }
}

function reader(columns: readonly MonthColumn[]): (name: string, month: number) => number {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return (name, t) => {
    const column = byName.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return floatAt(column.values, column.first + t);
  };
}

/** Balances and rates of one row of an income table. */
export function incomeColumns(table: IncomeTable, row: number): MonthColumn[] {
  const first = row * INCOME_MONTHS;
  return [
    { name: 'old balance', unit: 'USD million', values: table.old, first },
    { name: 'old rate', unit: 'rate', values: table.oldRate, first },
    { name: 'new balance', unit: 'USD million', values: table.fresh, first },
    { name: 'new rate', unit: 'rate', values: table.freshRate, first },
  ];
}

/** Net receipts of one hedge. */
export function receiptColumn(hedgeCash: Float64Array, hedge: number): MonthColumn {
  const first = hedge * HORIZON_MONTHS;
  return { name: 'net receipts', unit: 'USD million', values: hedgeCash, first };
}

/** What net interest income counts of one hedge. */
export function hedgeIncomeColumn(hedgeIncome: Float64Array, hedge: number): MonthColumn {
  const first = hedge * HORIZON_MONTHS;
  return { name: 'income', unit: 'USD million', values: hedgeIncome, first };
}

/** Values by month; index 0 is the valuation date. */
export function valueColumn(values: Float64Array): MonthColumn {
  return { name: 'value', unit: 'USD million', values, first: 1 };
}

/** Discount factors; index 0 is the valuation date. */
export function discountColumn(discount: Float64Array): MonthColumn {
  return { name: 'discount factor', unit: 'factor', values: discount, first: 1 };
}
