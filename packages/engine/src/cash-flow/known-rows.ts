import { floatAt, type Recent, recent } from '../foundation/index.js';
import {
  type FixedParts,
  INCOME_MONTHS,
  type IncomeTable,
  type Program,
  type RowFlow,
  type RowFlows,
} from './program.js';
import { projectRow } from './project.js';
import { emptyIncome } from './row-income.js';
import type { ScenarioRates } from './scenario-rates.js';
import { rowValue } from './value.js';

/** Rows kept for one scenario: some 10 kB each, and some 16 bytes of a bumped one. */
const MOST_ROWS = 1_000;

/** A row as it was projected and valued. */
interface KnownRow {
  readonly flow: RowFlow;
  /** old, oldRate, fresh and freshRate of months 1 to 60, one after the other. */
  readonly income: Float64Array;
  readonly value: number;
}

/** Rows by variant, and those of the last book, of which most stand again in the next. */
interface RowMemory<V> {
  readonly recent: Recent<FixedParts, V>;
  variants: readonly FixedParts[];
  rows: readonly V[];
}

const known = new WeakMap<ScenarioRates, RowMemory<KnownRow>>();

/**
 * Rows projected and valued; what was made on the very same rates for a row of the same variant
 * is taken from there, the same to the last bit (rule EVAL-10).
 * @param rates made from the market of `program`, and from no other
 */
export function knownRows(
  program: Program,
  rates: ScenarioRates,
): { readonly flows: RowFlows; readonly values: Float64Array } {
  const memory = memoryOf(known, rates);
  const rows = rowsFrom(memory, program, (row) => newRow(program, rates, row));
  let income: IncomeTable | undefined;
  const flows = {
    byRow: rows.map(({ flow }) => flow),
    /** Put together when a measure first reads it: most incomes are known row by row. */
    get income() {
      income ??= incomeTable(rows);
      return income;
    },
  };
  return { flows, values: Float64Array.from(rows, ({ value }) => value) };
}

function newRow(program: Program, rates: ScenarioRates, row: number): KnownRow {
  const table = clearedWorkspace(program.book.id.length, row);
  const flow = projectRow(program, rates, { row, income: table, months: INCOME_MONTHS });
  return { flow, income: takeIncome(table, row), value: rowValue(program, rates, { flow, row }) };
}

/** Values of all rows, and income of months 1 to 12 of every row (rule NII-2), under a bump. */
export interface BumpedRows {
  readonly values: Float64Array;
  readonly income: Float64Array;
}

interface BumpedRow {
  readonly value: number;
  readonly income: number;
}

const YEAR_MONTHS = 12;
const bumped = new WeakMap<ScenarioRates, RowMemory<BumpedRow>>();

/** As `knownRows`, for what sensitivities are made from. */
export function knownBumpedRows(program: Program, rates: ScenarioRates): BumpedRows {
  const memory = memoryOf(bumped, rates);
  const values = new Float64Array(program.book.id.length);
  const income = new Float64Array(program.book.id.length);
  const rows = rowsFrom(memory, program, (row) => newBumpedRow(program, rates, row));
  for (const [row, made] of rows.entries()) {
    values[row] = made.value;
    income[row] = made.income;
  }
  return { values, income };
}

function newBumpedRow(program: Program, rates: ScenarioRates, row: number): BumpedRow {
  const table = clearedWorkspace(program.book.id.length, row);
  const flow = projectRow(program, rates, { row, income: table, months: YEAR_MONTHS });
  const value = rowValue(program, rates, { flow, row });
  let sum = 0;
  for (let t = 0; t < YEAR_MONTHS; t += 1) {
    const at = row * INCOME_MONTHS + t;
    sum += floatAt(table.old, at) * floatAt(table.oldRate, at);
    sum += floatAt(table.fresh, at) * floatAt(table.freshRate, at);
  }
  return { value, income: sum / 12 };
}

/** One table for all bumps: a row is read before the next one is written. */
let workspace = emptyIncome(0);

function clearedWorkspace(rows: number, row: number): IncomeTable {
  if (workspace.old.length < rows * INCOME_MONTHS) workspace = emptyIncome(rows);
  const start = row * INCOME_MONTHS;
  for (const part of PARTS) workspace[part].fill(0, start, start + INCOME_MONTHS);
  return workspace;
}

const PARTS = ['old', 'oldRate', 'fresh', 'freshRate'] as const;

function takeIncome(table: IncomeTable, row: number): Float64Array {
  const start = row * INCOME_MONTHS;
  const income = new Float64Array(PARTS.length * INCOME_MONTHS);
  PARTS.forEach((part, at) => {
    income.set(table[part].subarray(start, start + INCOME_MONTHS), at * INCOME_MONTHS);
  });
  return income;
}

function incomeTable(rows: readonly KnownRow[]): IncomeTable {
  const table = emptyIncome(rows.length);
  for (const [row, { income }] of rows.entries()) putIncome(table, row, income);
  return table;
}

function putIncome(table: IncomeTable, row: number, income: Float64Array): void {
  const start = row * INCOME_MONTHS;
  for (let t = 0; t < INCOME_MONTHS; t += 1) {
    table.old[start + t] = floatAt(income, t);
    table.oldRate[start + t] = floatAt(income, INCOME_MONTHS + t);
    table.fresh[start + t] = floatAt(income, 2 * INCOME_MONTHS + t);
    table.freshRate[start + t] = floatAt(income, 3 * INCOME_MONTHS + t);
  }
}

function memoryOf<V>(
  memories: WeakMap<ScenarioRates, RowMemory<V>>,
  rates: ScenarioRates,
): RowMemory<V> {
  const memory = memories.get(rates) ?? { recent: recent(MOST_ROWS), variants: [], rows: [] };
  memories.set(rates, memory);
  return memory;
}

function rowsFrom<V>(
  memory: RowMemory<V>,
  { fixed }: Program,
  make: (row: number) => V,
): readonly V[] {
  const { variants, rows: last } = memory;
  const rows = fixed.map((variant, row) => {
    const found = variants[row] === variant ? last[row] : memory.recent.get(variant);
    if (found !== undefined) return found;
    const made = make(row);
    memory.recent.set(variant, made);
    return made;
  });
  memory.variants = fixed;
  memory.rows = rows;
  return rows;
}
