import { GROUPS, type Group, textAt } from '../balance-sheet/index.js';
import type { Flows, IncomeTable, Program, ScenarioRates } from '../cash-flow/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import type { Scenario } from '../scenario/index.js';
import type { StudyBlocks } from './blocks.js';
import type { Capital } from './capital/input.js';
import { type ByGroup, groupNamed, keptByGroup } from './kept-by-rows.js';
import type { BumpView, KeyRates } from './key-rate/bump.js';
import type { Liquidity } from './liquidity/input.js';

/** One scenario as the measures see it: its cash flows and the values made from them. */
export interface ScenarioView {
  readonly id: string;
  readonly rates: ScenarioRates;
  readonly flows: Flows;
  /** Balances and rates of the planned balance sheet; null where the Study has no plan. */
  readonly planned: IncomeTable | null;
  /** Value of each row, USD million, positive for assets and liabilities alike. */
  readonly rowValues: Float64Array;
  /** Value of each hedge to the bank, USD million. */
  readonly hedgeValues: Float64Array;
}

/** All that measures are made from. `up` and `down` are +-50 bp without a floor (rule DUR-1). */
export interface MeasureInput {
  readonly program: Program;
  readonly capital: Capital;
  readonly liquidity: Liquidity;
  /** Parts that not every Study has. */
  readonly blocks: Partial<StudyBlocks>;
  readonly valuationDate: string;
  /** Scenarios as the Study states them, in the order of `scenarios`. */
  readonly shocks: readonly Scenario[];
  readonly base: ScenarioView;
  readonly scenarios: readonly ScenarioView[];
  readonly up: BumpView;
  readonly down: BumpView;
  readonly keyRates: KeyRates;
}

export type Split = Partial<Record<Group | 'hedges', number>>;

/** Adds up a per-row amount by group; `sign` applies the side (+1 asset, -1 liability). */
export function sumByGroup(
  program: Program,
  amountOf: (row: number) => number,
  sign: 'by side' | 'as is',
): Record<Group, number> {
  const sums: Record<Group, number> = {
    cash: 0,
    afs: 0,
    htm: 0,
    loans: 0,
    deposits: 0,
    borrowings: 0,
    other: 0,
  };
  const { group, side } = program.book;
  const byCode = new Float64Array(group.names.length);
  for (let row = 0; row < group.codes.length; row += 1) {
    const code = itemAt(group.codes, row);
    const sided = sign === 'by side' ? itemAt(side, row) * amountOf(row) : amountOf(row);
    byCode[code] = floatAt(byCode, code) + sided;
  }
  for (const [code, name] of group.names.entries()) {
    sums[groupNamed(name)] += floatAt(byCode, code);
  }
  return sums;
}

const valuesKept = { 'by side': keptByGroup(), 'as is': keptByGroup() };

/** The values of the rows of a view by group. */
export function valuesByGroup(
  program: Program,
  view: Pick<ScenarioView, 'rates' | 'rowValues'>,
  sign: 'by side' | 'as is',
): ByGroup {
  const amountOf = (row: number) => floatAt(view.rowValues, row);
  return valuesKept[sign](program, view, () => sumByGroup(program, amountOf, sign));
}

export function groupOf(program: Program, row: number): Group {
  return groupNamed(textAt(program.book.group, row));
}

/** Sum of the values of a split, in the fixed order of the groups, hedges last. */
export function total(split: Split): number {
  let sum = 0;
  for (const group of GROUPS) sum += split[group] ?? 0;
  return sum + (split.hedges ?? 0);
}

/** `scenario minus base`, part by part: the one sign convention of a change. */
export function minus(scenario: Split, base: Split): Split {
  const change: Split = {};
  for (const group of GROUPS) change[group] = (scenario[group] ?? 0) - (base[group] ?? 0);
  change.hedges = (scenario.hedges ?? 0) - (base.hedges ?? 0);
  return change;
}

export function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
