import type { Position, Swap } from '../balance-sheet/index.js';
import { HORIZON_MONTHS, INCOME_MONTHS, type IncomeTable } from '../cash-flow/index.js';
import { toyProgram, toyProjection } from '../cash-flow/toy-program.test-fixture.js';
import type { Scenario } from '../scenario/index.js';
import type { BumpView, Capital, Liquidity, MeasureInput, ScenarioView } from './index.js';
import { isRefused, type MeasureResult, type MeasureValue } from './measure.js';

/** Silicon Valley Bank's case of METHOD section 1: CET1 13,697, RWA 113,628, opted out. */
export function capital(edit: Partial<Capital> = {}): Capital {
  return {
    cet1UsdMillion: 13_697,
    additionalTier1UsdMillion: 0,
    tier2UsdMillion: 0,
    riskWeightedAssetsUsdMillion: 113_628,
    leverageAssetsUsdMillion: 200_000,
    aociOptOut: true,
    aociAddBackUsdMillion: 1900,
    tangibleCommonEquityUsdMillion: 12_000,
    tangibleAssetsUsdMillion: 209_000,
    taxRate: 0.25,
    realisedLossUsdMillion: 0,
    raisedUsdMillion: 0,
    ...edit,
  };
}

/** Values given by hand, by position id, in place of projected ones. */
interface HandView {
  readonly id: string;
  /** As the Study states it; absent: 0 bp. */
  readonly shock?: Scenario;
  readonly values: Readonly<Record<string, number>>;
  readonly swaps?: readonly number[];
  /** Income of every month from 1, by position id. */
  readonly incomes?: Readonly<Record<string, readonly number[]>>;
}

export interface HandMade {
  readonly positions: readonly Position[];
  readonly swaps?: readonly Swap[];
  readonly capital?: Partial<Capital>;
  readonly liquidity?: Partial<Liquidity>;
  readonly scenarios: readonly HandView[];
  readonly up?: HandView;
  readonly down?: HandView;
}

const unshocked = (id: string): Scenario => ({
  id,
  title: id,
  kind: 'parallel',
  shockBp: 0,
  floorRate: null,
});

/** A MeasureInput whose values a reader has set; the first scenario is the base. */
export function handMade(terms: HandMade): MeasureInput {
  const program = toyProgram(terms.positions, { hedges: terms.swaps ?? [] });
  const viewOf = ({ id, values, swaps = [], incomes = {} }: HandView): ScenarioView => {
    const { rates, flows } = toyProjection(program);
    const off = new Float64Array(swaps.length * HORIZON_MONTHS);
    return {
      id,
      rates,
      planned: null,
      flows: { ...flows, income: incomeTable(program, incomes), hedgeCash: off, hedgeIncome: off },
      rowValues: Float64Array.from(program.book.id, (name) => values[name] ?? 0),
      hedgeValues: Float64Array.from(swaps),
    };
  };
  const scenarios = terms.scenarios.map(viewOf);
  const [base] = scenarios;
  if (base === undefined) throw new Error('a base scenario is needed');
  const bumpOf = (hand: HandView | undefined): BumpView => ({
    ...(hand === undefined ? base : viewOf(hand)),
    rowIncome: new Float64Array(program.book.id.length),
    hedgeIncome: new Float64Array(program.hedges.length),
  });
  return {
    program,
    capital: capital(terms.capital),
    blocks: {},
    valuationDate: '2021-12-31',
    shocks: terms.scenarios.map(({ id, shock }) => shock ?? unshocked(id)),
    liquidity: { sources: [], uninsuredUsdMillion: 100, outflowShare: 0.5, ...terms.liquidity },
    base,
    scenarios,
    up: bumpOf(terms.up),
    down: bumpOf(terms.down),
    keyRates: { tents: [], parallel: { up: bumpOf(undefined), down: bumpOf(undefined) } },
  };
}

/** A table whose income of each month is the one given: a balance of 12 at that rate. */
function incomeTable(
  program: MeasureInput['program'],
  incomes: Readonly<Record<string, readonly number[]>>,
): IncomeTable {
  const size = program.book.id.length * INCOME_MONTHS;
  const table: IncomeTable = {
    old: new Float64Array(size).fill(12),
    oldRate: new Float64Array(size),
    fresh: new Float64Array(size),
    freshRate: new Float64Array(size),
  };
  program.book.id.forEach((name, row) => {
    table.oldRate.set(incomes[name] ?? [], row * INCOME_MONTHS);
  });
  return table;
}

/** One value out of a list of measures. */
export function pick(found: readonly MeasureResult[], id: string, scenario = ''): MeasureValue {
  const hit = found.find((each) => each.id === id && each.scenario === scenario);
  if (hit === undefined || isRefused(hit)) throw new Error(`no ${id} in "${scenario}"`);
  return hit;
}
