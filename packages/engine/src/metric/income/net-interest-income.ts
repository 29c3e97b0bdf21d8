import { GROUPS, type Group } from '../../balance-sheet/index.js';
import {
  hasCashFlow,
  type IncomeTable,
  type Program,
  perFlow,
  perFlows,
} from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { type MeasureResult, type MeasureValue, refusedWithout } from '../measure.js';
import {
  groupOf,
  type MeasureInput,
  minus,
  type ScenarioView,
  type Split,
  total,
} from '../view.js';
import { hedgeIncome } from './hedge-income.js';
import {
  addIncome,
  INCOME_PARTS,
  type Income,
  type IncomeParts,
  incomeParts,
  noIncome,
  runOffParts,
} from './income-parts.js';
import { fundingOfGrowth } from './planned-funding.js';

/** Horizons of net interest income, months. */
export const NII_HORIZONS = [12, 24, 36, 60] as const;

/** What happens to the balance sheet: rules NII-2 (constant), NII-8 (run-off), NII-9 (planned). */
export const NII_MODES = ['constant', 'runOff', 'planned'] as const;
export type NiiMode = (typeof NII_MODES)[number];

/** Id of a net interest income: the constant balance sheet is the one without a word. */
export function niiId(mode: NiiMode, months: number): string {
  return mode === 'constant' ? `nii.${months}m` : `nii.${mode}.${months}m`;
}

interface SplitIncome {
  readonly by: Split;
  readonly parts: IncomeParts;
}

/** Income of one row in a mode, one entry a horizon, positive for assets and liabilities alike. */
export function rowIncome(
  { program }: Pick<MeasureInput, 'program'>,
  view: ScenarioView,
  row: number,
  mode: NiiMode,
): Income[] {
  if (!hasCashFlow(program.book, row)) return NII_HORIZONS.map(noIncome);
  if (mode === 'planned') return newRowIncome(program, view, row, mode);
  const flow = itemAt(view.flows.byRow, row);
  return incomeOfFlow[mode](flow, view.rates, () => newRowIncome(program, view, row, mode));
}

const incomeOfFlow = { constant: perFlow<Income[]>(), runOff: perFlow<Income[]>() };

function newRowIncome(program: Program, view: ScenarioView, row: number, mode: NiiMode): Income[] {
  const of = { program, rates: view.rates, table: incomeTable(view, mode), row };
  return mode === 'runOff'
    ? runOffParts(of, NII_HORIZONS, itemAt(view.flows.byRow, row).principal)
    : incomeParts(of, NII_HORIZONS);
}

/** The balances and rates of a mode; a run-off reads the rates of the constant balance sheet. */
export function incomeTable(view: ScenarioView, mode: NiiMode): IncomeTable {
  if (mode !== 'planned') return view.flows.income;
  if (view.planned === null) throw new Error('no planned income was projected');
  return view.planned;
}

/** Rows of a view add up to the same whatever the hedges are: kept with what they are made from. */
const keptRows = new WeakMap<object, Partial<Record<NiiMode, readonly RowsIncome[]>>>();

interface RowsIncome {
  readonly by: Readonly<Record<Group, number>>;
  readonly income: Income;
}

function knownRowsIncome(
  input: MeasureInput,
  view: ScenarioView,
  mode: NiiMode,
): readonly RowsIncome[] {
  const owner = mode === 'planned' ? incomeTable(view, mode) : view.flows.byRow;
  const kept = keptRows.get(owner) ?? {};
  const rows = kept[mode] ?? rowsIncome(input, view, mode);
  keptRows.set(owner, { ...kept, [mode]: rows });
  return rows;
}

/** All rows by book and by part (rules NII-1, NII-7), one entry a horizon. */
function rowsIncome(input: MeasureInput, view: ScenarioView, mode: NiiMode): RowsIncome[] {
  const { program } = input;
  const sums = new Float64Array(NII_HORIZONS.length * NUMBERS);
  const byGroup = new Float64Array(NII_HORIZONS.length * GROUPS.length);
  for (const [row, numbers] of rowNumbers(input, view, mode).entries()) {
    if (numbers === null) continue;
    const side = itemAt(program.book.side, row);
    const group = GROUPS.indexOf(groupOf(program, row));
    for (let at = 0; at < sums.length; at += 1) {
      sums[at] = floatAt(sums, at) + side * floatAt(numbers, at);
    }
    for (let horizon = 0; horizon < NII_HORIZONS.length; horizon += 1) {
      const at = horizon * GROUPS.length + group;
      byGroup[at] = floatAt(byGroup, at) + side * floatAt(numbers, horizon * NUMBERS);
    }
  }
  return NII_HORIZONS.map((_, horizon) => ({
    by: splitAt(byGroup, horizon),
    income: incomeAt(sums, horizon),
  }));
}

/** An income in numbers: its total, then its parts in their order. */
const NUMBERS = 1 + INCOME_PARTS.length;

const numbersOfFlows = { constant: perFlows<Float64Array>(), runOff: perFlows<Float64Array>() };

/** The incomes of each row at all horizons, one after the other; null without cash flow. */
function rowNumbers(
  input: MeasureInput,
  view: ScenarioView,
  mode: NiiMode,
): readonly (Float64Array | null)[] {
  const { program } = input;
  const make = (row: number) => inNumbers(newRowIncome(program, view, row, mode));
  if (mode !== 'planned') return numbersOfFlows[mode](program, view, make);
  return program.book.id.map((_, row) => (hasCashFlow(program.book, row) ? make(row) : null));
}

function inNumbers(incomes: readonly Income[]): Float64Array {
  const numbers = new Float64Array(incomes.length * NUMBERS);
  incomes.forEach(({ total: all, parts }, horizon) => {
    const start = horizon * NUMBERS;
    numbers[start] = all;
    INCOME_PARTS.forEach((part, at) => {
      numbers[start + 1 + at] = parts[part];
    });
  });
  return numbers;
}

function incomeAt(numbers: Float64Array, horizon: number): Income {
  const income = noIncome();
  const start = horizon * NUMBERS;
  income.total = floatAt(numbers, start);
  INCOME_PARTS.forEach((part, at) => {
    income.parts[part] = floatAt(numbers, start + 1 + at);
  });
  return income;
}

function splitAt(byGroup: Float64Array, horizon: number): Record<Group, number> {
  const split = emptySplit();
  GROUPS.forEach((group, at) => {
    split[group] = floatAt(byGroup, horizon * GROUPS.length + at);
  });
  return split;
}

/** Net interest income: rows, what growth costs, and hedges; one entry a horizon. */
function netInterestIncome(input: MeasureInput, view: ScenarioView, mode: NiiMode): SplitIncome[] {
  return knownRowsIncome(input, view, mode).map((rows, at) => {
    const months = itemAt(NII_HORIZONS, at);
    const income = noIncome();
    addIncome(income, rows.income, 1);
    const hedges = hedgeIncome(input, view, months);
    addIncome(income, hedges, 1);
    const funding = mode === 'planned' ? fundingOfGrowth(input, view, months) : 0;
    income.parts.newBusiness += funding;
    const borrowings = rows.by.borrowings + funding;
    return { by: { ...rows.by, borrowings, hedges: hedges.total }, parts: income.parts };
  });
}

function emptySplit(): Record<Group, number> {
  return { cash: 0, afs: 0, htm: 0, loans: 0, deposits: 0, borrowings: 0, other: 0 };
}

/** Net interest income and its change, every mode, horizon and scenario (rules NII-1 to NII-9). */
export function netInterestIncomeMeasures(input: MeasureInput): MeasureResult[] {
  return NII_MODES.flatMap((mode) => incomeMeasures(input, mode));
}

/** The same in one mode: most readers look at the constant balance sheet alone. */
export function incomeMeasures(input: MeasureInput, mode: NiiMode): MeasureResult[] {
  const ids = NII_HORIZONS.map((months) => niiId(mode, months));
  if (mode === 'planned' && input.blocks.plan === undefined) {
    return refusedWithout(
      '/plan',
      ids.flatMap((id) => [id, `${id}.change`]),
    );
  }
  const bases = netInterestIncome(input, input.base, mode);
  const found = input.scenarios.map((view) => netInterestIncome(input, view, mode));
  return ids.flatMap((id, at) =>
    input.scenarios.flatMap(({ id: scenario }, index) =>
      levelAndChange(id, scenario, itemAt(itemAt(found, index), at), itemAt(bases, at)),
    ),
  );
}

function levelAndChange(
  id: string,
  scenario: string,
  found: SplitIncome,
  base: SplitIncome,
): MeasureValue[] {
  const by = minus(found.by, base.by);
  const parts = partsMinus(found.parts, base.parts);
  const unit = 'USD million';
  return [
    { id, scenario, unit, value: total(found.by), ...found },
    { id: `${id}.change`, scenario, unit, value: total(by), by, parts },
  ];
}

function partsMinus(scenario: IncomeParts, base: IncomeParts): IncomeParts {
  const change = noIncome().parts;
  for (const part of INCOME_PARTS) change[part] = scenario[part] - base[part];
  return change;
}
