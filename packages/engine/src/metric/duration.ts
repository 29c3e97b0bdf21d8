import { floatAt } from '../foundation/index.js';
import type { BumpView } from './key-rate/bump.js';
import { isRefused, type MeasureResult, type MeasureValue, quotient } from './measure.js';
import { type MeasureInput, sum, valuesByGroup } from './view.js';

/** Half width of the two-sided bump (rule DUR-1). */
export const BUMP_BP = 50;

const BUMP = BUMP_BP / 10_000;

/** Value now, and after a parallel rise and fall of 50 bp (rule DUR-1). */
export interface BumpedValue {
  readonly now: number;
  readonly up: number;
  readonly down: number;
  readonly what: string;
}

/**
 * Effective duration in years (DUR-1): what a fall of the whole bump gains over a rise of it, per
 * value now. Refused where `now` is not above zero: nothing has no duration.
 */
export function effectiveDuration(
  id: string,
  fall: number,
  { now, what }: { readonly now: number; readonly what: string },
): MeasureResult {
  const measure = { id: `duration.${id}`, scenario: '' };
  const found = quotient(measure, fall, { value: now, what });
  return isRefused(found) ? found : { ...found, unit: 'years', value: fall / (2 * BUMP * now) };
}

/** Value of the hedges that are designated to the AFS book. */
function afsHedges(input: MeasureInput, view: Pick<BumpView, 'rowValues' | 'hedgeValues'>): number {
  return input.program.hedges.reduce(
    (value, hedge, index) =>
      hedge.hedgedGroup === 'afs' ? value + floatAt(view.hedgeValues, index) : value,
    0,
  );
}

/** duration.modified.* (years) and dv01.* (USD million a basis point), rules DUR-1 to DUR-3. */
export function durationMeasures(input: MeasureInput): MeasureResult[] {
  const now = valuesByGroup(input.program, input.base, 'as is');
  const up = valuesByGroup(input.program, input.up, 'as is');
  const down = valuesByGroup(input.program, input.down, 'as is');
  const hedgeUp = sum(input.up.hedgeValues);
  const hedgeDown = sum(input.down.hedgeValues);
  const perBp = (id: string, value: number): MeasureValue => ({
    id: `dv01.${id}`,
    scenario: '',
    unit: 'USD million per bp',
    value,
  });
  const years = (id: string, of: BumpedValue): MeasureResult =>
    effectiveDuration(`modified.${id}`, of.down - of.up, of);
  const groups = ['afs', 'htm', 'loans', 'deposits', 'borrowings'] as const;
  const ofGroup = (group: (typeof groups)[number]): BumpedValue => ({
    ...{ now: now[group], up: up[group], down: down[group] },
    what: `value of ${group}`,
  });
  const securities: BumpedValue = {
    now: now.afs + now.htm,
    up: up.afs + up.htm,
    down: down.afs + down.htm,
    what: 'value of securities',
  };
  const hedged = (of: BumpedValue): BumpedValue => ({
    ...of,
    up: of.up + afsHedges(input, input.up),
    down: of.down + afsHedges(input, input.down),
  });
  return [
    ...groups.map((group) => years(group, ofGroup(group))),
    years('afs.hedged', hedged(ofGroup('afs'))),
    years('securities', securities),
    years('securities.hedged', hedged(securities)),
    ...groups.map((group) => perBp(group, (up[group] - down[group]) / (2 * BUMP_BP))),
    perBp('hedges', (hedgeUp - hedgeDown) / (2 * BUMP_BP)),
  ];
}
