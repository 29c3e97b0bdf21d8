import { floatAt, itemAt, powInteger } from '../foundation/index.js';
import type { Coalition, CoalitionColumn } from './coalition-values.js';
import type { GroupNode } from './group-tree.js';
import type {
  Contribution,
  Ends,
  MeasureAttribution,
  PartContribution,
} from './measure-attribution.js';
import type { CoalitionPlan } from './plan.js';
import { type SampledStep, type StepPlace, sampledStep } from './sampling.js';

/** Where in the values every node's steps lie, found once for all measures. */
export interface SampledPlaces {
  readonly nodes: readonly { readonly node: GroupNode; readonly steps: readonly StepPlace[] }[];
  readonly parts: readonly {
    readonly node: GroupNode;
    readonly within: readonly string[];
    readonly steps: readonly StepPlace[];
  }[];
  readonly none: number;
  readonly all: number;
  readonly waterfall: readonly StepPlace[];
  readonly alone: readonly number[];
  readonly pairs: readonly { readonly of: readonly [number, number]; readonly at: number }[];
}

/** The places of a plan whose orders are sampled. */
export function sampledPlaces(
  { tree }: CoalitionPlan,
  orders: readonly (readonly number[])[],
  placeOf: (coalition: Coalition) => number,
): SampledPlaces {
  const { nodes } = tree;
  const at = (units: readonly number[]) => placeOf(units.toSorted((a, b) => a - b));
  const stepsOf = (node: GroupNode) => orders.map((order) => stepOf(order, node, at));
  const parts: { node: GroupNode; within: readonly string[]; steps: readonly StepPlace[] }[] = [];
  const descend = (level: readonly GroupNode[], within: readonly string[]): void => {
    for (const node of level) {
      if (within.length > 0) parts.push({ node, within, steps: stepsOf(node) });
      descend(node.parts, [...within, node.group.id]);
    }
  };
  descend(nodes, []);
  const canonical = [...tree.units.keys()];
  return {
    nodes: nodes.map((node) => ({ node, steps: stepsOf(node) })),
    parts,
    none: placeOf([]),
    all: placeOf(canonical),
    waterfall: nodes.map((node) => stepOf(canonical, node, at)),
    alone: nodes.map(({ units }) => placeOf(units)),
    pairs: nodes.flatMap((a, first) =>
      nodes.slice(first + 1).map((b, offset) => ({
        of: [first, first + 1 + offset] as const,
        at: placeOf([...a.units, ...b.units]),
      })),
    ),
  };
}

/** The coalitions before a node's units come and after: they stand together in every order. */
function stepOf(
  order: readonly number[],
  { units }: GroupNode,
  at: (units: readonly number[]) => number,
): StepPlace {
  const first = Math.min(...units.map((unit) => order.indexOf(unit)));
  return { before: at(order.slice(0, first)), after: at(order.slice(0, first + units.length)) };
}

/** One measure from sampled orders (ATTR-12); dividends of order 1 and 2 are exact. */
export function sampledMeasure(
  { id, scenario, unit, values }: CoalitionColumn,
  places: SampledPlaces,
  ends: Ends,
): MeasureAttribution {
  const valueAt = (place: number) => floatAt(values, place);
  const base = valueAt(places.none);
  const steps = places.nodes.map(({ steps: ofNode }) => sampledStep(ofNode, values));
  const named = (value: (step: SampledStep, index: number) => number): Contribution[] =>
    places.nodes.map(({ node }, index) => ({
      id: node.group.id,
      title: node.group.title,
      value: value(itemAt(steps, index), index),
    }));
  const total = ends.to - ends.from;
  const shapley = named((step) => step.value);
  const main = named((_, index) => valueAt(itemAt(places.alone, index)) - base);
  const pairs = places.pairs.map(({ of: [a, b], at }) => ({
    ids: [itemAt(main, a).id, itemAt(main, b).id],
    value: valueAt(at) - base - itemAt(main, a).value - itemAt(main, b).value,
  }));
  const compoundingTotal = total - sumOf(main);
  return {
    ...{ measure: id, scenario, unit, from: ends.from, to: ends.to, total },
    residual: total - sumOf(shapley),
    dividendResidual: total - (valueAt(places.all) - base),
    waterfall: named((_, index) => difference(itemAt(places.waterfall, index), valueAt)),
    shapley,
    standardErrors: named((step) => step.standardError),
    parts: partsOf(places, values),
    main,
    compounding: pairs,
    compoundingRest: {
      count: powInteger(2, main.length) - 1 - main.length - pairs.length,
      value: compoundingTotal - sumOf(pairs),
    },
    compoundingTotal,
    orderSpread: places.nodes.map(({ node }, index) => ({
      id: node.group.id,
      title: node.group.title,
      min: itemAt(steps, index).min,
      max: itemAt(steps, index).max,
    })),
  };
}

function partsOf({ parts }: SampledPlaces, values: Float64Array): PartContribution[] {
  return parts.map(({ node, within, steps }) => ({
    ...{ id: node.group.id, title: node.group.title, within },
    value: sampledStep(steps, values).value,
  }));
}

function difference({ before, after }: StepPlace, valueAt: (place: number) => number): number {
  return valueAt(after) - valueAt(before);
}

function sumOf(items: readonly { readonly value: number }[]): number {
  return items.reduce((sum, { value }) => sum + value, 0);
}
