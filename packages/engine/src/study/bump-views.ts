import {
  type BumpedRows,
  type HedgeFlows,
  HORIZON_MONTHS,
  knownBumpedRows,
  type Program,
  type ScenarioRates,
} from '../cash-flow/index.js';
import { floatAt } from '../foundation/index.js';
import {
  BUMP_BP,
  type BumpView,
  KEY_BUMP_BP,
  KEY_TENORS_MONTHS,
  type KeyRates,
  type TwoSided,
} from '../metric/index.js';
import type { Scenario } from '../scenario/index.js';

const YEAR_MONTHS = 12;

/** What hedges pay and are worth on the rates of a scenario. */
export interface ProjectedHedges {
  readonly flows: HedgeFlows;
  readonly values: Float64Array;
}

export interface BumpMaker {
  readonly program: Program;
  readonly ratesIn: (scenario: Scenario) => ScenarioRates;
  readonly hedgesIn: (rates: ScenarioRates) => ProjectedHedges;
  /** Keeps what rows depend on besides scenario and book (rule EVAL-3). */
  readonly remember: (scenario: Scenario, make: () => BumpedRows) => BumpedRows;
}

/** The two-sided moves that sensitivities are made from (rules DUR-1, KEY-1). */
export function bumpViews(maker: BumpMaker): {
  readonly wide: () => TwoSided;
  readonly keyRates: () => KeyRates;
} {
  const bothWays = ({ up, down }: Bump): TwoSided => ({
    up: bumpView(maker, up),
    down: bumpView(maker, down),
  });
  return {
    wide: () => bothWays(WIDE),
    keyRates: () => ({
      parallel: bothWays(PARALLEL),
      tents: TENTS.map((bump) => ({ tenorMonths: bump.tenorMonths, ...bothWays(bump) })),
    }),
  };
}

interface Bump {
  readonly up: Scenario;
  readonly down: Scenario;
}

const WIDE: Bump = { up: parallelBump(BUMP_BP), down: parallelBump(-BUMP_BP) };
const PARALLEL: Bump = { up: parallelBump(KEY_BUMP_BP), down: parallelBump(-KEY_BUMP_BP) };
const TENTS = KEY_TENORS_MONTHS.map((tenorMonths) => ({
  tenorMonths,
  up: tent(tenorMonths, KEY_BUMP_BP),
  down: tent(tenorMonths, -KEY_BUMP_BP),
}));

function parallelBump(shockBp: number): Scenario {
  return { id: 'bump', title: 'bump', kind: 'parallel', shockBp, floorRate: null };
}

/** The bump at a key tenor, none at the others, linear between and flat outside (KEY-1). */
function tent(atMonths: number, shockBp: number): Scenario {
  const nodes = KEY_TENORS_MONTHS.map((tenorMonths) => ({
    tenorMonths,
    shockBp: tenorMonths === atMonths ? shockBp : 0,
  }));
  return { id: 'tent', title: 'tent', kind: 'nodes', nodes, floorRate: null };
}

function bumpView(
  { program, ratesIn, hedgesIn, remember }: BumpMaker,
  scenario: Scenario,
): BumpView {
  const rates = ratesIn(scenario);
  const rows = () => remember(scenario, () => knownBumpedRows(program, rates));
  const hedges = hedgesIn(rates);
  return {
    rates,
    get rowValues() {
      return rows().values;
    },
    get rowIncome() {
      return rows().income;
    },
    hedgeValues: hedges.values,
    hedgeIncome: Float64Array.from(program.hedges, (_, hedge) => {
      let received = 0;
      for (let t = 0; t < YEAR_MONTHS; t += 1) {
        received += floatAt(hedges.flows.hedgeIncome, hedge * HORIZON_MONTHS + t);
      }
      return received;
    }),
  };
}
