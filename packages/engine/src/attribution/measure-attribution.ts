import { itemAt } from '../foundation/index.js';
import { harsanyiDividends } from './harsanyi.js';
import { orderSpread } from './order-spread.js';
import { memberCount, shapleyValues } from './shapley.js';
import { idsOfMask, type SubsetLattice } from './subsets.js';
import { waterfallSteps } from './waterfall.js';

export interface Contribution {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

/** A part of a group: its Owen value; the parts of a group add up to the group's Shapley value. */
export interface PartContribution extends Contribution {
  /** Ids of the groups it stands in, from the outermost. */
  readonly within: readonly string[];
}

/** A Harsanyi dividend: what these groups do together beyond what their subsets do. */
export interface Interaction {
  readonly ids: readonly string[];
  readonly value: number;
}

/** Everything about one measure, in its own unit. Change = to minus from; losses are negative. */
export interface MeasureAttribution {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** total (from two evaluations outside the lattice) minus the sum of the Shapley values. */
  readonly residual: number;
  /** The same total minus the sum of all Harsanyi dividends. */
  readonly dividendResidual: number;
  readonly waterfall: readonly Contribution[];
  readonly shapley: readonly Contribution[];
  /** Standard error of each Shapley value over sampled orders; none where it is exact. */
  readonly standardErrors: readonly Contribution[];
  /** Owen values of the parts of groups; none where groups were not taken apart. */
  readonly parts: readonly PartContribution[];
  /** Each group alone, from the start: dividends of order 1. */
  readonly main: readonly Contribution[];
  /** Dividends of order 2 and above, in mask order; the largest first where some are left out. */
  readonly compounding: readonly Interaction[];
  /** What was left out of `compounding`: how many dividends, and their sum. */
  readonly compoundingRest: { readonly count: number; readonly value: number };
  readonly compoundingTotal: number;
  readonly orderSpread: readonly {
    readonly id: string;
    readonly title: string;
    readonly min: number;
    readonly max: number;
  }[];
}

/** The two ends as evaluated outside the lattice. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/**
 * One measure of a lattice, with its two ends as evaluated outside the lattice.
 * @param interactions how many dividends of order 2 and above are listed, the largest; absent: all
 */
export function attributeMeasure(
  lattice: SubsetLattice,
  index: number,
  ends: Ends,
  interactions?: number,
): MeasureAttribution {
  const values = itemAt(lattice.values, index);
  const players = lattice.groups.length;
  const request = itemAt(lattice.measures, index);
  const shapley = shapleyValues(values, players);
  const dividends = harsanyiDividends(values);
  const total = ends.to - ends.from;
  const named = (value: (player: number) => number): Contribution[] =>
    lattice.groups.map(({ id, title }, player) => ({ id, title, value: value(player) }));
  const steps = waterfallSteps(values, players);
  const main = named((player) => itemAt(dividends, 1 << player));
  return {
    measure: request.id,
    scenario: request.scenario,
    unit: itemAt(lattice.units, index),
    from: ends.from,
    to: ends.to,
    total,
    residual: total - sum(shapley),
    dividendResidual: total - (sum(dividends) - itemAt(dividends, 0)),
    waterfall: named((player) => itemAt(steps, player)),
    shapley: named((player) => itemAt(shapley, player)),
    standardErrors: [],
    parts: [],
    main,
    ...compounding(lattice, dividends, interactions),
    compoundingTotal: total - main.reduce((subtotal, { value }) => subtotal + value, 0),
    orderSpread: lattice.groups.map(({ id, title }, player) => ({
      id,
      title,
      ...orderSpread(values, player),
    })),
  };
}

function compounding(
  { groups }: SubsetLattice,
  dividends: Float64Array,
  most: number | undefined,
): Pick<MeasureAttribution, 'compounding' | 'compoundingRest'> {
  const masks: number[] = [];
  for (let mask = 1; mask < dividends.length; mask += 1) {
    if (memberCount(mask) >= 2) masks.push(mask);
  }
  const listed = most === undefined || masks.length <= most ? masks : largest(masks, dividends);
  const kept = most === undefined ? listed : listed.slice(0, most);
  const rest = listed.slice(kept.length);
  return {
    compounding: kept.map((mask) => ({
      ids: idsOfMask(groups, mask),
      value: itemAt(dividends, mask),
    })),
    compoundingRest: {
      count: rest.length,
      value: rest.reduce((subtotal, mask) => subtotal + itemAt(dividends, mask), 0),
    },
  };
}

/** Widest first; equals in mask order. */
function largest(masks: readonly number[], dividends: Float64Array): readonly number[] {
  const size = (mask: number) => Math.abs(itemAt(dividends, mask));
  return masks.toSorted((a, b) => size(b) - size(a) || a - b);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
