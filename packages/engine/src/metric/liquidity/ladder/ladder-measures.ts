import type { Program } from '../../../cash-flow/index.js';
import { itemAt } from '../../../foundation/index.js';
import { type ByGroup, keptByGroup } from '../../kept-by-rows.js';
import type { MeasureValue } from '../../measure.js';
import { groupOf, type MeasureInput, type ScenarioView, total } from '../../view.js';
import { hedgeCashOf } from './maturity-ladder.js';
import { cashByDay, cashFiller, type LadderKind, MONTH_DAYS } from './row-cash.js';

const KINDS: readonly LadderKind[] = ['contractual', 'behavioural'];

/** Horizons of the cumulative gap: 30 days and a year. */
const HORIZONS = [
  { name: '30d', months: 1 },
  { name: '12m', months: 12 },
] as const;

const MOST_MONTHS = 12;

/** liquidity.gap.*: cumulative gap of both ladders, every scenario, by book (LADDER-5). */
export function ladderMeasures(input: Pick<MeasureInput, 'program' | 'scenarios'>): MeasureValue[] {
  const { program, scenarios } = input;
  return KINDS.flatMap((kind) => {
    const inView = (view: ScenarioView): MeasureValue[] => {
      const sums = HORIZONS.map((_, at) => {
        const make = () => itemAt(rowCash(program, kind, view), at);
        return itemAt(cashOfGroups[kind], at)(program, view, make);
      });
      return HORIZONS.map(({ name, months }, at): MeasureValue => {
        const by = { ...itemAt(sums, at), hedges: hedgeCashOf(program, view, months) };
        const id = `liquidity.gap.${kind}.${name}`;
        return { id, scenario: view.id, unit: 'USD million', value: total(by), by };
      });
    };
    return scenarios.flatMap(inView);
  });
}

const cashOfGroups = {
  contractual: HORIZONS.map(keptByGroup),
  behavioural: HORIZONS.map(keptByGroup),
};

/** Cash of the rows by group, one entry a horizon. */
function rowCash(program: Program, kind: LadderKind, view: ScenarioView): readonly ByGroup[] {
  const fill = cashFiller(program, kind);
  const monthly = new Float64Array(MOST_MONTHS);
  const sums = HORIZONS.map(() => noCash());
  program.book.id.forEach((_, row) => {
    const group = groupOf(program, row);
    const onDemand = fill(view, row, monthly);
    const side = itemAt(program.book.side, row);
    HORIZONS.forEach(({ months }, at) => {
      itemAt(sums, at)[group] += side * cashByDay({ onDemand, monthly }, months * MONTH_DAYS);
    });
  });
  return sums;
}

function noCash() {
  return { cash: 0, afs: 0, htm: 0, loans: 0, deposits: 0, borrowings: 0, other: 0 };
}
