import { exp, floatAt, itemAt, type Position, type Study, viewedIn } from '@almfes/engine';

/** Months of a projection (CF-1). */
const HORIZON_MONTHS = 360;

export interface BaseFlows {
  /** Payments of months 1, 2, … by position id, USD million. */
  readonly flowOf: ReadonlyMap<string, Float64Array>;
  /** Discount factors of the base curve at 0, 1, … months. */
  readonly discount: Float64Array;
}

/** What the rows of a Study pay in its base scenario. */
export function baseFlows(study: Study): BaseFlows {
  const { program, view } = viewedIn(study, '0');
  const flowOf = new Map<string, Float64Array>();
  for (const [row, id] of program.book.id.entries()) {
    const { principal, interest } = itemAt(view.flows.byRow, row);
    flowOf.set(
      id,
      principal.map((paid, t) => paid + floatAt(interest, t)),
    );
  }
  return { flowOf, discount: view.rates.discount };
}

export interface MarkTerms {
  readonly positions: readonly Position[];
  readonly flows: BaseFlows;
  readonly fairValueUsdMillion: number;
}

export interface Mark {
  /** Added to the discount rate of every row of the class, decimal a year. */
  readonly spread: number;
  readonly builtUsdMillion: number;
}

const LEAST_SPREAD = -0.05;
const GREATEST_SPREAD = 0.15;
const STEPS = 60;
const TOLERANCE = 1e-12;

/**
 * One spread over the curve at which rows are together worth their reported fair value (CALL-64):
 * Newton's method on a function that falls and is convex, started from the least spread. Beyond
 * -5% or 15% it stops there, and the value built says by how much it misses.
 */
export function markSpread(terms: MarkTerms): Mark {
  const payments = paymentsOf(terms);
  let spread = LEAST_SPREAD;
  for (let step = 0; step < STEPS; step += 1) {
    const { value, slope } = valueAt(payments, spread);
    const next = spread - (value - terms.fairValueUsdMillion) / slope;
    const held = Math.min(GREATEST_SPREAD, Math.max(LEAST_SPREAD, next));
    const moved = Math.abs(held - spread);
    spread = held;
    if (moved < TOLERANCE) break;
  }
  return { spread, builtUsdMillion: valueAt(payments, spread).value };
}

/** What all rows pay by month, discounted on the curve alone. */
function paymentsOf({ positions, flows }: MarkTerms): Float64Array {
  const payments = new Float64Array(HORIZON_MONTHS);
  for (const { id } of positions) {
    const flow = flows.flowOf.get(id);
    if (flow === undefined) throw new Error(`no flows of ${id}`);
    for (let t = 0; t < payments.length; t += 1) {
      payments[t] = floatAt(payments, t) + floatAt(flow, t) * floatAt(flows.discount, t + 1);
    }
  }
  return payments;
}

function valueAt(payments: Float64Array, spread: number) {
  const month = exp(-spread / 12);
  let factor = 1;
  let value = 0;
  let slope = 0;
  for (let t = 0; t < payments.length; t += 1) {
    factor *= month;
    const paid = floatAt(payments, t) * factor;
    value += paid;
    slope -= (paid * (t + 1)) / 12;
  }
  return { value, slope };
}
