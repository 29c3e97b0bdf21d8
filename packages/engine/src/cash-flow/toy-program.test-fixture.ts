import { bookFromPositions, type Hedge, type Position, rowOf } from '../balance-sheet/index.js';
import type {
  DepositModel,
  DrawdownModel,
  PrepaymentModel,
  RedemptionModel,
  RolloverModel,
} from '../behaviour/index.js';
import type { ZeroCurve } from '../market/index.js';
import { depositModel, prepaymentModel } from '../study/example-study.test-fixture.js';
import {
  compile,
  type Flows,
  HORIZON_MONTHS,
  INCOME_MONTHS,
  type Program,
  project,
  scenarioRates,
} from './index.js';

/** Continuous zero rate `rate` at every tenor: D(t) = exp(-rate t / 12). */
export function flatCurve(rate: number): ZeroCurve {
  return { nodesMonths: Float64Array.of(360), logDiscount: Float64Array.of(-rate * 30) };
}

export interface ToyTerms {
  readonly curve?: ZeroCurve;
  readonly deposits?: readonly DepositModel[];
  readonly prepayments?: readonly PrepaymentModel[];
  readonly redemptions?: readonly RedemptionModel[];
  readonly drawdowns?: readonly DrawdownModel[];
  readonly rollovers?: readonly RolloverModel[];
  readonly hedges?: readonly Hedge[];
  readonly mortgageRate?: number;
}

/** Positions on a curve that is flat at 3 % continuous unless said. */
export function toyProgram(positions: readonly Position[], terms: ToyTerms = {}): Program {
  return compile({
    book: bookFromPositions(positions),
    behaviour: {
      deposits: terms.deposits ?? [depositModel('ib')],
      prepayments: terms.prepayments ?? [prepaymentModel('mbs')],
      redemptions: terms.redemptions ?? [],
      drawdowns: terms.drawdowns ?? [],
      rollovers: terms.rollovers ?? [],
    },
    hedges: terms.hedges ?? [],
    curve: terms.curve ?? flatCurve(0.03),
    mortgageRate: terms.mortgageRate ?? 0.05,
  });
}

/** Rates and flows of a program on another curve, or on its own. */
export function toyProjection(program: Program, curve = program.curve) {
  const rates = scenarioRates(curve, { mortgageSpread: program.mortgageSpread });
  return { rates, flows: project(program, rates) };
}

/** What position `id` pays in `month` (1 to 360). */
export function paid(
  program: Program,
  flows: Flows,
  what: 'principal' | 'interest' | 'servicing',
  id: string,
  month: number,
): number {
  const row = rowOf(program.book, id);
  if (row === undefined) throw new Error(`no position ${id}`);
  return flows.byRow[row]?.[what][month - 1] ?? Number.NaN;
}

/** Income of the months 1 to 60 of row 0, on a constant balance sheet. */
export function incomeOfFirst({ income }: Flows): number[] {
  return Array.from({ length: INCOME_MONTHS }, (_, t) => {
    const part = (name: keyof typeof income) => income[name][t] ?? Number.NaN;
    return (part('old') * part('oldRate') + part('fresh') * part('freshRate')) / 12;
  });
}

/** Principal of position `id` in each of months 1 to 360. */
export function principalOf(program: Program, flows: Flows, id: string): number[] {
  return Array.from({ length: HORIZON_MONTHS }, (_, t) =>
    paid(program, flows, 'principal', id, t + 1),
  );
}
