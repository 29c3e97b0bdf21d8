import type { Book } from '../balance-sheet/index.js';
import {
  type BumpedRows,
  compile,
  hedgeValues,
  type IncomeTable,
  type IndexBasis,
  knownRows,
  type ProductPlan,
  type Program,
  pathRates,
  plannedIncome,
  projectHedges,
  type RowFlows,
  type RowList,
  type RowVariants,
  rampedRates,
  rowLists,
  rowVariants,
  type ScenarioRates,
  scenarioRates,
  withHedges,
} from '../cash-flow/index.js';
import {
  canonicalJson,
  decimalFromBp,
  keyOf,
  type Recent,
  recall,
  recent,
} from '../foundation/index.js';
import type { ZeroCurve } from '../market/index.js';
import type { ScenarioView } from '../metric/index.js';
import {
  parZeroCurve,
  rampShare,
  type Scenario,
  type ShockTerms,
  scenarioCurve,
} from '../scenario/index.js';
import { bumpViews, type ProjectedHedges } from './bump-views.js';
import { hedgeLinesOf } from './hedge-parts.js';
import { keeper, remember } from './kept.js';
import type { Market, Study } from './study.js';

/** Rows in one scenario: the part of a view that the hedges do not touch. */
interface RowView {
  readonly rates: ScenarioRates;
  readonly flows: RowFlows;
  readonly values: Float64Array;
  readonly planned: IncomeTable | null;
}

/** A Study made ready: its program, and how it looks in any scenario. */
export interface Viewer {
  readonly program: Program;
  readonly viewIn: (scenario: Scenario) => ScenarioView;
  readonly bumps: ReturnType<typeof bumpViews>;
}

/** All hedges of a Study, and what they pay and are worth in any scenario. */
interface KeptHedges {
  readonly lines: Pick<Program, 'hedges' | 'futurePricesNow'>;
  readonly in: (rates: ScenarioRates) => ProjectedHedges;
}

/** What is kept for rows under one market, behaviour and plan, by shock. */
interface KeptRows {
  /** Without hedges: rows do not look at them. */
  readonly rowProgram: Program;
  readonly views: Recent<string, RowView>;
  readonly bumps: Recent<string, BumpedRows>;
}

/**
 * A Change touches only its part of a Study: rates depend on market and scenario alone; cash flows
 * and values of the rows on those, the book, its behaviour and plan (rule EVAL-3). Two Books that
 * say the same are one (rule EVAL-10).
 */
const keptRates = keeper<Market, ScenarioRates>(128);
const keptRows = keeper<Book, KeptRows>(6);
/** Sets of hedges kept of one market: about 3 kB a hedge and scenario. */
const MOST_HEDGES = 8;
/** Lists of rows kept of one market: what measures make of them ends with them. */
const MOST_LISTS = 32;

export function viewer(study: Study): Viewer {
  const { book, market } = study;
  const plan = productPlans(study);
  const knownRates = (scenario: Scenario): ScenarioRates =>
    remember(keptRates, market, shockOf(scenario), () => ratesIn(program, scenario));
  const rows = remember(keptRows, book, rowsKey(study), () => rowsOf(study));
  const hedges = hedgesOf(study, rows.rowProgram);
  const program = { ...rows.rowProgram, ...hedges.lines };
  return {
    program,
    viewIn: (scenario) => {
      const view = recall(rows.views, shockOf(scenario), () =>
        rowView(program, plan, knownRates(scenario)),
      );
      return scenarioView(scenario.id, view, hedges.in(view.rates));
    },
    bumps: bumpViews({
      program,
      ratesIn: knownRates,
      hedgesIn: hedges.in,
      remember: (scenario, make) => recall(rows.bumps, shockOf(scenario), make),
    }),
  };
}

/** What rows depend on besides the book and the shock. */
function rowsKey({ market, behaviour, plan }: Study): string {
  return `${keyOf(market)}${keyOf(behaviour)}${planKey(plan)}`;
}

function planKey(plan: Study['plan']): string {
  return plan === undefined ? '' : keyOf(plan);
}

/** The hedges of a Study, those of another where they say the same: rows do not look at them. */
function hedgesOf(study: Study, rowProgram: Program): KeptHedges {
  const lines = hedgeLinesOf(study);
  return recall(termsOf(study.market).hedges, lines.map(keyOf).join(), () => {
    const { hedges, futurePricesNow } = withHedges(rowProgram, lines);
    const of = { hedges, futurePricesNow };
    const projected = new WeakMap<ScenarioRates, ProjectedHedges>();
    return {
      lines: of,
      in: (rates) => {
        const known = projected.get(rates);
        if (known !== undefined) return known;
        const flows = projectHedges(of, rates);
        const made = { flows, values: hedgeValues(of, rates, flows) };
        projected.set(rates, made);
        return made;
      },
    };
  });
}

/** The rows of a Study, those of another Book where that one says the same. */
function rowsOf(study: Study): KeptRows {
  const { kept, listOf } = termsOf(study.market);
  const compiled = compileStudy(study);
  const rows = listOf(compiled);
  return recall(kept, `${rows.text}${planKey(study.plan)}`, () => ({
    rowProgram: { ...compiled, rows },
    views: recent<string, RowView>(128),
    bumps: recent<string, BumpedRows>(64),
  }));
}

const shocks = new WeakMap<Scenario, string>();

/** What of a scenario moves rates: not its id, not its title. */
function shockOf(scenario: Scenario): string {
  const known = shocks.get(scenario);
  if (known !== undefined) return known;
  const shock = canonicalJson({ ...scenario, id: '', title: '' });
  shocks.set(scenario, shock);
  return shock;
}

/** What every Study on a market shares: its curve, and the rows that were met on it. */
interface MarketTerms {
  readonly curve: ZeroCurve;
  readonly variants: RowVariants;
  readonly listOf: (program: Program) => RowList;
  readonly kept: Recent<string, KeptRows>;
  readonly hedges: Recent<string, KeptHedges>;
}

const marketTerms = new WeakMap<Market, MarketTerms>();

function termsOf(market: Market): MarketTerms {
  const known = marketTerms.get(market);
  if (known !== undefined) return known;
  const curve = parZeroCurve({ dateIso: market.curveDate, quotes: market.parQuotes });
  const terms = {
    ...{ curve, variants: rowVariants() },
    ...{ listOf: rowLists(), kept: recent<string, KeptRows>(MOST_LISTS) },
    hedges: recent<string, KeptHedges>(MOST_HEDGES),
  };
  marketTerms.set(market, terms);
  return terms;
}

function compileStudy({ book, behaviour, market }: Study): Program {
  const mortgageRate = market.mortgageRate.value;
  const { curve, variants } = termsOf(market);
  return compile({ book, behaviour, hedges: [], mortgageRate, curve, variants });
}

function productPlans({ plan }: Study): ReadonlyMap<string, ProductPlan> | null {
  if (plan === undefined) return null;
  return new Map(
    plan.products.map(({ product, growthRate, newTenorMonths, newSpread }) => [
      product,
      {
        growthRate: growthRate.value,
        tenorMonths: newTenorMonths.value,
        spread: newSpread.value,
      },
    ]),
  );
}

function rowView(
  program: Program,
  plan: ReadonlyMap<string, ProductPlan> | null,
  rates: ScenarioRates,
): RowView {
  const { flows, values } = knownRows(program, rates);
  const planned = plan === null ? null : plannedIncome({ program, rates, flows }, plan);
  return { rates, flows, values, planned };
}

/** The rates of a scenario: at once, on a ramp or a path, with what moves apart from the curve. */
function ratesIn({ curve: base, mortgageSpread }: Program, scenario: Scenario): ScenarioRates {
  if (scenario.kind === 'replay') {
    return scenarioRates(scenarioCurve(base, scenario), { mortgageSpread });
  }
  if (scenario.kind === 'path') {
    const later = scenario.steps.map(({ month, curve }) => ({ month, curve: parZeroCurve(curve) }));
    return pathRates({ mortgageSpread, curves: [{ month: 0, curve: base }, ...later] });
  }
  const volatilityChange = decimalFromBp(scenario.volatilityBp ?? 0);
  const terms = { mortgageSpread, basis: basisOf(scenario), volatilityChange };
  const shocked = scenarioCurve(base, scenario);
  if (scenario.rampMonths === undefined) return scenarioRates(shocked, terms);
  const shareAt = (month: number) => rampShare(scenario, month);
  return rampedRates({ ...terms, base, shocked, shareAt });
}

function basisOf({ basisBp = {} }: ShockTerms): IndexBasis {
  return {
    prime: decimalFromBp(basisBp.prime ?? 0),
    sofr: decimalFromBp(basisBp.sofr ?? 0),
    treasury: decimalFromBp(basisBp.treasury ?? 0),
    mortgage: decimalFromBp(basisBp.mortgage ?? 0),
  };
}

function scenarioView(id: string, view: RowView, hedges: ProjectedHedges): ScenarioView {
  const { rates, planned, values } = view;
  const flows = {
    byRow: view.flows.byRow,
    get income() {
      return view.flows.income;
    },
    ...hedges.flows,
  };
  return { id, rates, flows, planned, rowValues: values, hedgeValues: hedges.values };
}
