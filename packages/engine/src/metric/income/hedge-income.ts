import { type HedgeLine, isSwap, swapNotionalAt } from '../../balance-sheet/index.js';
import { fixedIncome, HORIZON_MONTHS } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { addIncome, type Income, noIncome } from './income-parts.js';

/**
 * Income of all hedges in the first `months` months in parts (rule NII-7): base at the one-month
 * rate of the date, market rate what it has moved since, both while a hedge runs.
 */
export function hedgeIncome(
  { program }: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'flows'>,
  months: number,
): Income {
  const { hedgeIncome: owner } = view.flows;
  const known = kept.get(owner) ?? new Map<number, Income>();
  kept.set(owner, known);
  const income = known.get(months) ?? newHedgeIncome(program, view, months);
  known.set(months, income);
  return income;
}

/** By the incomes that they were made from, which belong to one list of hedges. */
const kept = new WeakMap<Float64Array, Map<number, Readonly<Income>>>();

function newHedgeIncome(
  program: MeasureInput['program'],
  view: Pick<ScenarioView, 'flows'>,
  months: number,
): Income {
  const income = noIncome();
  for (const index of program.hedges.keys()) {
    addIncome(income, incomeOfHedge({ program }, view, index, months), 1);
  }
  return income;
}

/** One hedge by itself, so that a swap and its mirror cancel to the last bit (EVAL-4). */
export function incomeOfHedge(
  { program }: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'flows'>,
  index: number,
  months: number,
): Income {
  const start = index * HORIZON_MONTHS;
  const net = view.flows.hedgeIncome.subarray(start, start + HORIZON_MONTHS);
  const baseAt = baseIncome(itemAt(program.hedges, index), program.oneMonthRateNow);
  const income = noIncome();
  for (let t = 0; t < months; t += 1) {
    const base = baseAt(t);
    income.parts.base += base;
    income.parts.marketRate += floatAt(net, t) - base;
    income.total += floatAt(net, t);
  }
  return income;
}

/** What a month would bring if the rate of the date stayed; of an option its premium alone. */
function baseIncome(hedge: HedgeLine, oneMonthNow: number): (month: number) => number {
  if (!isSwap(hedge)) return (month) => fixedIncome(hedge, month);
  const { floatSpread, fixedRate, startMonth, maturityMonth } = hedge;
  return (t) =>
    t >= startMonth && t < maturityMonth
      ? (swapNotionalAt(hedge, t) * (oneMonthNow + floatSpread - fixedRate)) / 12
      : 0;
}
