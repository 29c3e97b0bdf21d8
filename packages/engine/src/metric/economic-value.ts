import { textAt } from '../balance-sheet/index.js';
import {
  addMonthValues,
  type FixedParts,
  HORIZON_MONTHS,
  type Program,
  perFlows,
  type RowFlow,
} from '../cash-flow/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { keptByRows } from './kept-by-rows.js';
import { marksOf } from './marks.js';
import { type MeasureResult, type MeasureValue, quotient } from './measure.js';
import { slotMonths, TIME_BUCKETS } from './standardised/index.js';
import {
  type MeasureInput,
  minus,
  type ScenarioView,
  type Split,
  sum,
  total,
  valuesByGroup,
} from './view.js';

interface SplitValue {
  readonly by: Split;
  /** Value of what is paid in each of the 19 buckets; positions without cash flows stand at 0. */
  readonly byTenor: Readonly<Record<string, number>>;
  /** What the bank gains by paying depositors less than the market (NMD-7). */
  readonly franchise: number;
}

/** Economic value of equity split by book: assets plus, liabilities minus, hedges as they are. */
export function economicValue(
  { program }: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'rates' | 'rowValues' | 'hedgeValues'>,
): Split {
  return { ...valuesByGroup(program, view, 'by side'), hedges: sum(view.hedgeValues) };
}

function splitValue(input: MeasureInput, view: ScenarioView): SplitValue {
  return {
    by: economicValue(input, view),
    byTenor: byBucket(presentValues(input, view)),
    franchise: marksOf(input, view).franchise,
  };
}

/** eve.* of every scenario, and how far the deposit franchise carries it (rules EVE-1 to EVE-7). */
export function economicValueMeasures(input: MeasureInput): MeasureResult[] {
  const base = splitValue(input, input.base);
  return input.scenarios.flatMap((view): MeasureResult[] => {
    const { by, byTenor, franchise } = splitValue(input, view);
    const change = minus(by, base.by);
    const scenario = view.id;
    const money = (id: string, value: number): MeasureValue => ({
      id,
      scenario,
      unit: 'USD million',
      value,
    });
    return [
      { ...money('eve.value', total(by)), by, byTenor },
      {
        ...money('eve.change', total(change)),
        by: change,
        byTenor: bucketsMinus(byTenor, base.byTenor),
      },
      quotient({ id: 'eve.changeShare', scenario }, total(change), {
        value: total(base.by),
        what: 'base EVE',
      }),
      money('eve.atPar.value', total(by) - franchise),
      money('eve.atPar.change', total(change) - (franchise - base.franchise)),
      money('franchise.change', franchise - base.franchise),
    ];
  });
}

/** What is paid in each month, discounted, net: index 0 is the valuation date (rule EVE-6). */
function presentValues({ program }: MeasureInput, view: ScenarioView): Float64Array {
  const rows = monthsOfRows(program, view, () => rowsByMonth(program, view));
  const hedges = hedgesByMonth(program, view);
  const net = new Float64Array(HORIZON_MONTHS + 1);
  for (let month = 0; month < net.length; month += 1) {
    net[month] = floatAt(rows, month) + floatAt(hedges, month);
  }
  return net;
}

const monthsOfRows = keptByRows<Float64Array>();

function rowsByMonth(program: Program, view: ScenarioView): Float64Array {
  const { book } = program;
  const net = new Float64Array(HORIZON_MONTHS + 1);
  const flows = presentFlows(program, view, (row) =>
    presentFlow(itemAt(program.fixed, row), itemAt(view.flows.byRow, row), view.rates.discount),
  );
  for (let row = 0; row < book.id.length; row += 1) {
    const side = itemAt(book.side, row);
    if (textAt(book.principal, row) === 'none') {
      net[0] = floatAt(net, 0) + side * floatAt(view.rowValues, row);
      continue;
    }
    const present = itemAt(flows, row);
    if (present === null) continue;
    for (let t = 0; t < present.length; t += 1) {
      net[t + 1] = floatAt(net, t + 1) + side * floatAt(present, t);
    }
  }
  return net;
}

const presentFlows = perFlows<Float64Array>();

/** What a row pays in months 1 to its last, discounted with its spread. */
function presentFlow(
  { weighted, spreadFactor, lastMonth }: FixedParts,
  { principal, interest, servicing }: RowFlow,
  discount: Float64Array,
): Float64Array {
  const present = new Float64Array(lastMonth);
  for (let t = 0; t < lastMonth; t += 1) {
    const paid =
      weighted === null
        ? (floatAt(principal, t) + floatAt(interest, t) + floatAt(servicing, t)) *
          floatAt(spreadFactor, t)
        : floatAt(weighted, t);
    present[t] = paid * floatAt(discount, t + 1);
  }
  return present;
}

/** Hedges by themselves first, so that a swap and its mirror cancel to the last bit (EVAL-4). */
function hedgesByMonth(program: Program, view: ScenarioView): Float64Array {
  const known = monthsOfHedges.get(view.hedgeValues);
  if (known !== undefined) return known;
  const net = new Float64Array(HORIZON_MONTHS + 1);
  for (const index of program.hedges.keys()) addMonthValues(net, program, index, view);
  monthsOfHedges.set(view.hedgeValues, net);
  return net;
}

/** By the values of the hedges on the same rates. */
const monthsOfHedges = new WeakMap<Float64Array, Float64Array>();

function byBucket(values: Float64Array): Record<string, number> {
  const slotted = slotMonths(values);
  return Object.fromEntries(
    TIME_BUCKETS.map(({ label }, bucket) => [label, floatAt(slotted, bucket)]),
  );
}

function bucketsMinus(
  scenario: Readonly<Record<string, number>>,
  base: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scenario).map(([label, value]) => [label, value - (base[label] ?? 0)]),
  );
}
