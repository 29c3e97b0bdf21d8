import type { Book } from '../balance-sheet/index.js';
import {
  clearIncome,
  emptyIncome,
  HORIZON_MONTHS,
  hedgeValues,
  INCOME_MONTHS,
  type IncomeTable,
  type Program,
  projectHedges,
  projectRows,
  rowValues,
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

/** Rows under a bump: what is kept with the book. */
export interface BumpedRows {
  readonly values: Float64Array;
  readonly income: Float64Array;
}

export interface BumpMaker {
  readonly program: Program;
  readonly ratesIn: (scenario: Scenario) => ScenarioRates;
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

/** One table for all bumps of a book: each reads its first year before the next one fills it. */
const workspaces = new WeakMap<Book, IncomeTable>();

function workspaceOf({ book }: Program): IncomeTable {
  const table = workspaces.get(book) ?? emptyIncome(book.id.length);
  workspaces.set(book, table);
  return table;
}

function bumpView({ program, ratesIn, remember }: BumpMaker, scenario: Scenario): BumpView {
  const rates = ratesIn(scenario);
  const rows = remember(scenario, () => {
    const income = clearIncome(workspaceOf(program));
    const flows = projectRows(program, rates, { incomeMonths: YEAR_MONTHS, income });
    return { values: rowValues(program, rates, flows), income: firstYear(program, flows.income) };
  });
  const hedges = projectHedges(program, rates);
  return {
    rowValues: rows.values,
    rowIncome: rows.income,
    hedgeValues: hedgeValues(program, rates, hedges),
    hedgeIncome: Float64Array.from(program.hedges, (_, hedge) => {
      let received = 0;
      for (let t = 0; t < YEAR_MONTHS; t += 1) {
        received += floatAt(hedges.hedgeIncome, hedge * HORIZON_MONTHS + t);
      }
      return received;
    }),
  };
}

/** Income of months 1 to 12 of every row on a constant balance sheet (rule NII-2). */
function firstYear(program: Program, table: IncomeTable): Float64Array {
  const income = new Float64Array(program.book.id.length);
  for (let row = 0; row < income.length; row += 1) {
    let sum = 0;
    for (let t = 0; t < YEAR_MONTHS; t += 1) {
      const at = row * INCOME_MONTHS + t;
      sum += floatAt(table.old, at) * floatAt(table.oldRate, at);
      sum += floatAt(table.fresh, at) * floatAt(table.freshRate, at);
    }
    income[row] = sum / 12;
  }
  return income;
}
