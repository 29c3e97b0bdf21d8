import { floatAt } from '../../foundation/index.js';
import { keptByGroup } from '../kept-by-rows.js';
import type { MeasureResult, MeasureValue } from '../measure.js';
import { type MeasureInput, minus, type Split, sum, sumByGroup, total } from '../view.js';
import { type BumpView, KEY_BUMP_BP, type TwoSided } from './bump.js';

const WIDTH_BP = 2 * KEY_BUMP_BP;

/** What is moved by the bumps: a value or an income of rows and of hedges. */
interface Moved {
  readonly id: string;
  readonly rows: (view: BumpView) => Float64Array;
  readonly hedges: (view: BumpView) => Float64Array;
  /** The rows' part by the two views that it was made from. */
  readonly kept: ReturnType<typeof keptByGroup>;
}

const EVE: Moved = {
  id: 'keyRate.eve',
  rows: (view) => view.rowValues,
  hedges: (view) => view.hedgeValues,
  kept: keptByGroup(),
};
const NII: Moved = {
  id: 'keyRate.nii.12m',
  rows: (view) => view.rowIncome,
  hedges: (view) => view.hedgeIncome,
  kept: keptByGroup(),
};

/**
 * keyRate.eve and keyRate.nii.12m by key tenor, each with what all tents together leave of the
 * parallel move (rules KEY-1 to KEY-4), USD million for a rise of one basis point.
 */
export function keyRateMeasures(input: MeasureInput): MeasureResult[] {
  return [EVE, NII].flatMap((moved): MeasureValue[] => {
    const tents = input.keyRates.tents.map((tent) => ({
      tenor: `${tent.tenorMonths}m`,
      by: perBp(input, moved, tent),
    }));
    const by = tents.reduce<Split>((all, tent) => plus(all, tent.by), {});
    const parallel = total(perBp(input, moved, input.keyRates.parallel));
    const unit = 'USD million per bp';
    return [
      {
        id: moved.id,
        scenario: '',
        unit,
        value: total(by),
        by,
        byTenor: Object.fromEntries(tents.map((tent) => [tent.tenor, total(tent.by)])),
      },
      { id: `${moved.id}.parallel`, scenario: '', unit, value: parallel },
      { id: `${moved.id}.residual`, scenario: '', unit, value: parallel - total(by) },
    ];
  });
}

/** The difference between up and down, for a rise of one basis point (KEY-2). */
function perBp(input: MeasureInput, { rows, hedges, kept }: Moved, { up, down }: TwoSided): Split {
  const { program } = input;
  const ofRows = () => {
    const [risen, fallen] = [rows(up), rows(down)];
    const change = (row: number) => (floatAt(risen, row) - floatAt(fallen, row)) / WIDTH_BP;
    return sumByGroup(program, change, 'by side');
  };
  const split = kept(program, up, ofRows, down);
  return { ...split, hedges: (sum(hedges(up)) - sum(hedges(down))) / WIDTH_BP };
}

/** Part by part; a missing part is zero. */
function plus(one: Split, other: Split): Split {
  return minus(one, minus({}, other));
}
