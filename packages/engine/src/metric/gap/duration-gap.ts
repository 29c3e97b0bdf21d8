import { GROUPS } from '../../balance-sheet/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { BUMP_BP, type BumpedValue, effectiveDuration } from '../duration.js';
import type { BumpView } from '../key-rate/bump.js';
import { isRefused, type MeasureResult, quotient } from '../measure.js';
import { type MeasureInput, sum, valuesByGroup } from '../view.js';

const BUMP = BUMP_BP / 10_000;

type Values = Pick<BumpView, 'rates' | 'rowValues' | 'hedgeValues'>;

/** duration.assets, .liabilities, .gap and convexity.* (rules DUR-4, DUR-5). */
export function durationGapMeasures(input: MeasureInput): MeasureResult[] {
  const assets = bumpedValue(input, 'value of assets', (view) => sideValue(input, view, 1));
  const liabilities = bumpedValue(input, 'value of liabilities', (view) =>
    sideValue(input, view, -1),
  );
  const equity = bumpedValue(
    input,
    'base EVE',
    (view) => sideValue(input, view, 1) - sideValue(input, view, -1) + sum(view.hedgeValues),
  );
  return [
    effectiveDuration('assets', slope(assets), assets),
    effectiveDuration('liabilities', slope(liabilities), liabilities),
    effectiveDuration('gap', slope(assets) - slope(liabilities), assets),
    ...convexities(input),
    convexity('eve', equity),
  ];
}

/** What a fall of the whole bump gains over a rise of it. */
function slope({ up, down }: BumpedValue): number {
  return down - up;
}

function convexities(input: MeasureInput): MeasureResult[] {
  const byGroup = (view: Values) => valuesByGroup(input.program, view, 'as is');
  const now = byGroup(input.base);
  const up = byGroup(input.up);
  const down = byGroup(input.down);
  return GROUPS.filter((group) => group !== 'cash' && group !== 'other').map((group) =>
    convexity(group, {
      now: now[group],
      up: up[group],
      down: down[group],
      what: `value of ${group}`,
    }),
  );
}

/** (V(+h) + V(-h) - 2 V) / (h^2 V), years squared. */
function convexity(id: string, { now, up, down, what }: BumpedValue): MeasureResult {
  const measure = { id: `convexity.${id}`, scenario: '' };
  const bend = up + down - 2 * now;
  const found = quotient(measure, bend, { value: now, what });
  if (isRefused(found)) return found;
  return { ...found, unit: 'years squared', value: bend / (BUMP * BUMP * now) };
}

function bumpedValue(
  input: MeasureInput,
  what: string,
  amountOf: (view: Values) => number,
): BumpedValue {
  return { now: amountOf(input.base), up: amountOf(input.up), down: amountOf(input.down), what };
}

function sideValue({ program }: MeasureInput, view: Values, side: 1 | -1): number {
  let value = 0;
  for (let row = 0; row < program.book.id.length; row += 1) {
    if (itemAt(program.book.side, row) === side) value += floatAt(view.rowValues, row);
  }
  return value;
}
