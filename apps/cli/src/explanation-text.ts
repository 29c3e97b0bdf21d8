import {
  type Explanation,
  type MeasureNode,
  type MonthsNode,
  monthAmounts,
  type Study,
  type ValueNode,
} from '@almfes/engine';
import { printable } from '@almfes/report';
import { type SourceEntry, sourceList } from './source-list.js';
import { treeText } from './tree-text.js';
import { fixed, valueText } from './value-text.js';
import { wrapped } from './wrapped.js';

export interface ExplanationTextOptions {
  readonly width: number;
  /** Months of each table of cash flows that is printed; 0 prints none. */
  readonly months: number;
  /** For the names of behaviour models. */
  readonly study: Study;
}

/** A whole explanation for the screen: what it is, the tree, months, and the sources by number. */
export function explanationText(
  { root, title }: Explanation,
  { width, months, study }: ExplanationTextOptions,
): string {
  const sources = sourceList(root, (path) => ownerTitle(study, path));
  const scenario = root.scenario === '' ? 'at the valuation date' : `scenario ${root.scenario}`;
  const blocks = [
    [
      wrapped(root.title, '', width),
      wrapped(`${title}; ${scenario}; ${root.unit}`, '', width),
    ].join('\n'),
    definitionText(root, width),
    treeText(root, { width, marks: sources.marks, hasMonths: months > 0 }),
    bucketsText(root),
    ...(months === 0 ? [] : monthTables(root, months, width)),
    sourcesText(sources.entries, width),
  ];
  return printable(`${blocks.filter((block) => block !== '').join('\n\n')}\n`);
}

function definitionText({ definition }: MeasureNode, width: number): string {
  const { definition: words, sign, source, limits } = definition;
  const rows = [
    ['is', words],
    ['sign', sign],
    ['rule', source],
    ['limits', limits],
  ];
  return rows.map(([name = '', text = '']) => wrapped(text, name.padEnd(8), width)).join('\n');
}

/** The same value by tenor or bucket, where the measure has such a split beside its tree. */
function bucketsText({ byTenor, children, unit }: MeasureNode): string {
  const told = Object.entries(byTenor ?? {}).filter(([, amount]) => amount !== 0);
  if (told.length === 0 || told.length === children.length) return '';
  const rows = told.map(([name, amount]) => [name, valueText(amount, unit)] as const);
  const names = Math.max(...rows.map(([name]) => name.length));
  const amounts = Math.max(...rows.map(([, amount]) => amount.length));
  const lines = rows.map(([name, amount]) => `${name.padEnd(names)}  ${amount.padStart(amounts)}`);
  return ['BY TENOR', ...lines].join('\n');
}

const MODELS: Readonly<Record<string, string>> = {
  deposits: 'deposit',
  prepayments: 'prepayment',
  redemptions: 'redemption',
  drawdowns: 'drawdown',
  rollovers: 'rollover',
};

/** What a parameter belongs to, as a person calls it. */
function ownerTitle({ behaviour }: Study, path: string): string {
  const [, part = '', kind = '', index] = path.split('/');
  const models = Object.entries(behaviour).find(([name]) => name === kind)?.[1];
  const id = models?.[Number(index)]?.id;
  return part === 'behaviour' && id !== undefined
    ? `${MODELS[kind] ?? kind} model ${id}`
    : `${spaced(part)} of the Study`;
}

const spaced = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

function sourcesText(entries: readonly SourceEntry[], width: number): string {
  if (entries.length === 0) return '';
  const marks = Math.max(...entries.map(({ mark }) => mark.length));
  const lines = entries.flatMap(({ mark, title, lines: beneath }) => [
    wrapped(title, `${mark.padEnd(marks)} `, width),
    ...beneath.map((line) => wrapped(line, `${' '.repeat(marks)}   `, width)),
  ]);
  return ['RESTS ON', ...lines].join('\n');
}

/** The first months of every months node that is shown. */
function monthTables(root: ValueNode, months: number, width: number): string[] {
  const found: { readonly node: MonthsNode; readonly owner: string }[] = [];
  const walk = (of: ValueNode, owner: string): void => {
    const name = 'id' in of ? of.id : owner;
    if (of.kind === 'months') found.push({ node: of, owner: name });
    for (const child of of.children) walk(child, name);
  };
  walk(root, '');
  return found.map(({ node, owner }) => monthTable(node, owner, months, width));
}

function monthTable(node: MonthsNode, owner: string, months: number, width: number): string {
  const count = Math.min(months, node.months);
  const amounts = monthAmounts(node);
  const heads = ['month', ...node.columns.map(({ name }) => name), 'adds'];
  const rows = Array.from({ length: count }, (_, t) => [
    String(t + 1),
    ...node.columns.map(({ values, first, unit }) => cell(values[first + t], unit)),
    cell(amounts[t], 'USD million'),
  ]);
  const rest = amounts.subarray(count).reduce((sum, amount) => sum + amount, 0);
  if (count < node.months) {
    const blank = node.columns.map(() => '');
    rows.push([`${count + 1}\u2013${node.months}`, ...blank, cell(rest, 'USD million')]);
  }
  const formula = node.formula?.kind === 'months' ? node.formula.text : '';
  const title = `${owner}, ${node.title}: the sum of ${formula}`;
  return [wrapped(title, '', width), ...aligned([heads, ...rows], width)].join('\n');
}

function cell(value: number | undefined, unit: string): string {
  if (value === undefined) return '';
  return unit === 'USD million' ? fixed(value, 2) : fixed(value, 6);
}

/** Columns set to the right; heads of two words stand on two lines. */
function aligned(rows: readonly (readonly string[])[], width: number): string[] {
  const [heads = [], ...body] = rows;
  const upper = heads.map((head) => head.split(' ').slice(0, -1).join(' '));
  const lower = heads.map((head) => head.split(' ').at(-1) ?? '');
  const all = [upper, lower, ...body];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  const room = widths.reduce((sum, each) => sum + each, 0);
  const gap = room + 3 * (widths.length - 1) <= width ? '   ' : ' ';
  const line = (row: readonly string[]) =>
    widths
      .map((each, at) => (row[at] ?? '').padStart(each))
      .join(gap)
      .trimEnd();
  return [...all.map(line)].filter((text) => text !== '');
}
