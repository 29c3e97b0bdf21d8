import type { MeasureDefinition, MeasureValue, RefusedMeasure } from '@almfes/engine';
import { valueText } from './value-text.js';
import { wrapped } from './wrapped.js';

export interface MeasureTableInput {
  readonly measures: readonly MeasureValue[];
  readonly refused: readonly RefusedMeasure[];
  readonly scenarios: readonly string[];
  readonly width: number;
  /** Shows how a measure of the date is split over tenors or buckets, beneath its family. */
  readonly withTenors?: boolean;
}

const GAP = '  ';

/** The family of a measure: the first word of its id. */
export function familyOf(id: string): string {
  return id.split('.')[0] ?? id;
}

/** Every measure by family, by scenario and at the date, then what has no value and why. */
export function measureTable(input: MeasureTableInput): string {
  const { measures, refused, scenarios, width } = input;
  const families = [...new Set(measures.map(({ id }) => familyOf(id)))];
  const blocks = families.flatMap((family) => {
    const own = measures.filter(({ id }) => familyOf(id) === family);
    const ofDate = own.filter(({ scenario }) => scenario === '');
    return [
      ...scenarioBlocks(family, own, scenarios, width),
      ...dateBlock(family, ofDate),
      ...(input.withTenors === true ? tenorBlocks(ofDate, width) : []),
    ];
  });
  const why = refusedText(refused, width);
  return `${[...blocks, ...(why === '' ? [] : [why])].join('\n\n')}\n`;
}

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly cells: readonly string[];
}

/** One table, or more beneath one another where the scenarios do not fit side by side. */
function scenarioBlocks(
  family: string,
  measures: readonly MeasureValue[],
  scenarios: readonly string[],
  width: number,
): string[] {
  const own = scenarios.filter((id) => measures.some(({ scenario }) => scenario === id));
  if (own.length === 0) return [];
  const ids = [...new Set(measures.filter(({ scenario }) => scenario !== '').map(({ id }) => id))];
  const rows = ids.map((id): Row => {
    const found = measures.filter((each) => each.id === id);
    const unit = found[0]?.unit ?? '';
    const cells = own.map((scenario) => {
      const value = found.find((each) => each.scenario === scenario)?.value;
      return value === undefined ? '\u2013' : valueText(value, unit);
    });
    return { id, unit, cells };
  });
  return chunks(rows, own, width).map((columns) => block(family, rows, own, columns));
}

function dateBlock(family: string, measures: readonly MeasureValue[]): string[] {
  if (measures.length === 0) return [];
  const rows = measures.map(({ id, unit, value }) => ({
    id,
    unit,
    cells: [valueText(value, unit)],
  }));
  return [block(family, rows, ['at the date'], [0])];
}

/** Measures with the same tenors or buckets side by side, a tenor a line. */
function tenorBlocks(measures: readonly MeasureValue[], width: number): string[] {
  const bySet = new Map<string, MeasureValue[]>();
  for (const measure of measures) {
    if (measure.byTenor === undefined) continue;
    const tenors = Object.keys(measure.byTenor).join('\n');
    bySet.set(tenors, [...(bySet.get(tenors) ?? []), measure]);
  }
  return [...bySet].flatMap(([tenors, alike]) => {
    const rows = tenors.split('\n').map(
      (tenor): Row => ({
        id: tenor,
        unit: '',
        cells: alike.map(({ byTenor, unit }) => valueText(byTenor?.[tenor] ?? 0, unit)),
      }),
    );
    const heads = alike.map(({ id }) => id);
    return chunks(rows, heads, width).map((columns) => {
      const units = columns.map((column) => alike[column]?.unit ?? '');
      return block(`by tenor, ${[...new Set(units)].join(', ')}`, rows, heads, columns);
    });
  });
}

/** Columns that fit into the width, in their order. */
function chunks(rows: readonly Row[], heads: readonly string[], width: number): number[][] {
  const fixedWidth =
    longest(rows.map(({ id }) => id)) + GAP.length + longest(rows.map(({ unit }) => unit));
  const found: number[][] = [];
  let room = 0;
  for (const [column, head] of heads.entries()) {
    const size = GAP.length + columnWidth(rows, head, column);
    const last = found.at(-1);
    if (last === undefined || room + size > width) {
      found.push([column]);
      room = fixedWidth + size;
    } else {
      last.push(column);
      room += size;
    }
  }
  return found;
}

function block(
  family: string,
  rows: readonly Row[],
  heads: readonly string[],
  columns: readonly number[],
): string {
  const ids = Math.max(family.length, longest(rows.map(({ id }) => id)));
  const units = longest(rows.map(({ unit }) => unit));
  const widths = columns.map((column) => columnWidth(rows, heads[column] ?? '', column));
  const line = (first: string, unit: string, cells: readonly string[]): string =>
    [first.padEnd(ids), unit.padEnd(units), ...cells].join(GAP).trimEnd();
  const padded = (cells: readonly string[]): string[] =>
    columns.map((column, at) => (cells[column] ?? '').padStart(widths[at] ?? 0));
  const head = line(family.toUpperCase(), '', padded(heads));
  return [
    head,
    '-'.repeat(Math.max(head.length, line('', '', padded(heads)).length)),
    ...rows.map(({ id, unit, cells }) => line(id, unit, padded(cells))),
  ].join('\n');
}

function columnWidth(rows: readonly Row[], head: string, column: number): number {
  return Math.max(head.length, longest(rows.map(({ cells }) => cells[column] ?? '')));
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

/** Measures without a value, together under each reason. */
function refusedText(refused: readonly RefusedMeasure[], width: number): string {
  if (refused.length === 0) return '';
  const byReason = new Map<string, string[]>();
  for (const { id, scenario, issue } of refused) {
    const { path, expected, got } = issue;
    const reason = `${path}: expected ${expected}, got ${got}`;
    const name = scenario === '' ? id : `${id} (${scenario})`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  const lines = [...byReason].flatMap(([reason, names]) => [
    wrapped(reason, '', width),
    wrapped(names.join(', '), '  ', width),
  ]);
  const noun = refused.length === 1 ? 'measure' : 'measures';
  const title = `WITHOUT A VALUE: ${refused.length} ${noun}`;
  return [title, '-'.repeat(title.length), ...lines].join('\n');
}

/** The registry: id, unit, title, what the sign means, and rule. */
export function registryList(definitions: readonly MeasureDefinition[], width: number): string {
  const ids = longest(definitions.map(({ id }) => id));
  const lines = definitions.flatMap(({ id, unit, title, sign, source }) => [
    `${id.padEnd(ids)}${GAP}${unit}`,
    wrapped(`${title}. ${capitalised(sign)}. ${source}.`, '    ', width),
  ]);
  return `${lines.join('\n')}\n`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
