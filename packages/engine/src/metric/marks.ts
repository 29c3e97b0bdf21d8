import { textAt } from '../balance-sheet/index.js';
import { floatAt } from '../foundation/index.js';
import { keptByRows } from './kept-by-rows.js';
import type { MeasureValue } from './measure.js';
import { groupOf, type MeasureInput, type ScenarioView, sum } from './view.js';

/** Value minus what stands in the accounts, by the steps of economic CET1, USD million. */
export interface Marks {
  /** AFS fair value minus (basis-adjusted) amortised cost. */
  readonly afs: number;
  /** AFS fair value minus what stands in the accounts (their fair value of the date). */
  readonly afsSinceAccounts: number;
  readonly htm: number;
  /** Change of the hedges' value since the base scenario: what stands now is in earnings. */
  readonly hedges: number;
  readonly loans: number;
  /** Borrowings and time deposits: carrying minus value. */
  readonly debt: number;
  /** Deposit franchise: non-maturity balance minus value of its cash flows. */
  readonly franchise: number;
}

/** Marks of one scenario (rules MARK-1 to MARK-3, NMD-7). */
export function marksOf(input: MeasureInput, view: ScenarioView): Marks {
  const hedges = sum(view.hedgeValues) - sum(input.base.hedgeValues);
  return { ...marksOfRows(input.program, view, () => rowMarks(input, view)), hedges };
}

const marksOfRows = keptByRows<Omit<Marks, 'hedges'>>();

function rowMarks(input: MeasureInput, view: ScenarioView): Omit<Marks, 'hedges'> {
  const { book } = input.program;
  const marks = { afs: 0, afsSinceAccounts: 0, htm: 0, loans: 0, debt: 0, franchise: 0 };
  for (let row = 0; row < book.id.length; row += 1) {
    const value = floatAt(view.rowValues, row);
    const group = groupOf(input.program, row);
    if (group === 'afs' || group === 'htm') {
      marks[group] += value - floatAt(book.notionalUsdMillion, row);
      if (group === 'afs') {
        marks.afsSinceAccounts += value - floatAt(book.carryingUsdMillion, row);
      }
    } else if (group === 'loans') {
      marks.loans += value - floatAt(book.carryingUsdMillion, row);
    } else if (textAt(book.principal, row) === 'decay') {
      marks.franchise += floatAt(book.notionalUsdMillion, row) - value;
    } else if (group === 'deposits' || group === 'borrowings') {
      marks.debt += floatAt(book.carryingUsdMillion, row) - value;
    }
  }
  return marks;
}

/** unrealised.* by book, and franchise, of every scenario. */
export function markMeasures(input: MeasureInput): MeasureValue[] {
  return input.scenarios.flatMap((view): MeasureValue[] => {
    const marks = marksOf(input, view);
    const money = (id: string, value: number): MeasureValue => ({
      id,
      scenario: view.id,
      unit: 'USD million',
      value,
    });
    return [
      money('unrealised.afs', marks.afs),
      money('unrealised.htm', marks.htm),
      money('unrealised.hedges', marks.hedges),
      money('unrealised.loans', marks.loans),
      money('unrealised.debt', marks.debt),
      money('franchise', marks.franchise),
    ];
  });
}
