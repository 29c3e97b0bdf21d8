import { floatAt } from '../foundation/index.js';
import type { BumpView } from './key-rate/bump.js';
import type { MeasureValue } from './measure.js';
import { type MeasureInput, sum, sumByGroup } from './view.js';

/** Half width of the two-sided bump (rule DUR-1). */
export const BUMP_BP = 50;

const BUMP = BUMP_BP / 10_000;

/** Effective duration of a value: prepayment and deposit rates answer under the bump. */
function duration(now: number, up: number, down: number): number {
  return now === 0 ? 0 : (down - up) / (2 * BUMP * now);
}

function valuesByGroup(input: MeasureInput, view: Pick<BumpView, 'rowValues' | 'swapValues'>) {
  return sumByGroup(input.program, (row) => floatAt(view.rowValues, row), 'as is');
}

/** Value of the swaps that are designated to the AFS book. */
function afsHedges(input: MeasureInput, view: Pick<BumpView, 'rowValues' | 'swapValues'>): number {
  return input.program.swaps.reduce(
    (value, swap, index) =>
      swap.hedgedGroup === 'afs' ? value + floatAt(view.swapValues, index) : value,
    0,
  );
}

/** duration.modified.* (years) and dv01.* (USD million a basis point), rules DUR-1 to DUR-3. */
export function durationMeasures(input: MeasureInput): MeasureValue[] {
  const now = valuesByGroup(input, input.base);
  const up = valuesByGroup(input, input.up);
  const down = valuesByGroup(input, input.down);
  const hedgeUp = sum(input.up.swapValues);
  const hedgeDown = sum(input.down.swapValues);
  const afsHedgeUp = afsHedges(input, input.up);
  const afsHedgeDown = afsHedges(input, input.down);
  const years = (id: string, value: number): MeasureValue => ({
    id: `duration.modified.${id}`,
    scenario: '',
    unit: 'years',
    value,
  });
  const perBp = (id: string, value: number): MeasureValue => ({
    id: `dv01.${id}`,
    scenario: '',
    unit: 'USD million per bp',
    value,
  });
  const both = now.afs + now.htm;
  const bothUp = up.afs + up.htm;
  const bothDown = down.afs + down.htm;
  const groups = ['afs', 'htm', 'loans', 'deposits', 'borrowings'] as const;
  return [
    ...groups.map((group) => years(group, duration(now[group], up[group], down[group]))),
    years('afs.hedged', duration(now.afs, up.afs + afsHedgeUp, down.afs + afsHedgeDown)),
    years('securities', duration(both, bothUp, bothDown)),
    years('securities.hedged', duration(both, bothUp + afsHedgeUp, bothDown + afsHedgeDown)),
    ...groups.map((group) => perBp(group, (up[group] - down[group]) / (2 * BUMP_BP))),
    perBp('hedges', (hedgeUp - hedgeDown) / (2 * BUMP_BP)),
  ];
}
