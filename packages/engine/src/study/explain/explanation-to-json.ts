import { itemAt } from '../../foundation/index.js';
import type {
  Explanation,
  ExplanationNode,
  MonthsNode,
  RatePathNode,
  SourceNode,
  ValueNode,
} from './explanation.js';
import { monthAmounts } from './months.js';

export interface ExplanationJsonOptions {
  /** Months written of each array, from month 1; all when left out. */
  readonly months?: number;
}

/**
 * An Explanation as plain data (rule EXPL-7): arrays as lists, of each column the months of its
 * node, what each month adds as `amounts`. A source stands once, under `sources`; `restsOn` holds
 * its place in that list.
 */
export function explanationToJson(
  explanation: Explanation,
  { months = Number.POSITIVE_INFINITY }: ExplanationJsonOptions = {},
): unknown {
  const sources: unknown[] = [];
  const places = new Map<SourceNode, number>();
  const placeOf = (source: SourceNode): number => {
    const known = places.get(source);
    if (known !== undefined) return known;
    const place = sources.push(null) - 1;
    places.set(source, place);
    sources[place] = withPlaces(
      source,
      source.kind === 'rate-path' ? pathList(source, months) : {},
    );
    return place;
  };
  const withPlaces = (of: ExplanationNode, more: object): object =>
    'restsOn' in of ? { ...of, ...more, restsOn: of.restsOn.map(placeOf) } : { ...of, ...more };
  const valueJson = (of: ValueNode): object =>
    withPlaces(of, {
      ...(of.kind === 'months' ? monthLists(of, months) : {}),
      ...(of.kind === 'element' ? { values: [of.value] } : {}),
      children: of.children.map(valueJson),
    });
  const root = valueJson(explanation.root);
  return { ...explanation, root, sources };
}

function monthLists(of: MonthsNode, months: number) {
  const count = Math.min(months, of.months);
  return {
    columns: of.columns.map(({ values, first, ...column }) => ({
      ...column,
      values: [...values.subarray(first, first + count)],
    })),
    amounts: [...monthAmounts(of).subarray(0, count)],
  };
}

/** A path from the valuation date on: month 0 and the months asked for. */
function pathList({ values }: RatePathNode, months: number) {
  const count = Math.min(months + 1, values.length);
  return { values: Array.from({ length: count }, (_, at) => itemAt(values, at)) };
}
