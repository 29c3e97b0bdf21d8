import type { Book } from '../balance-sheet/index.js';
import {
  compile,
  type IncomeTable,
  type IndexBasis,
  type ProductPlan,
  type Program,
  plannedIncome,
  projectRows,
  projectSwaps,
  type RowFlows,
  rampedRates,
  rowValues,
  type ScenarioRates,
  scenarioRates,
  swapValues,
} from '../cash-flow/index.js';
import { canonicalJson, decimalFromBp } from '../foundation/index.js';
import type { ScenarioView } from '../metric/index.js';
import { parZeroCurve, rampShare, type Scenario, scenarioCurve } from '../scenario/index.js';
import type { Market, Study } from './study.js';

/** Rows in one scenario: the part of a view that the swaps do not touch. */
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
}

/**
 * A Change touches only its part of a Study: rates depend on market and scenario alone; cash flows
 * and values of the rows on those, the book, its behaviour and plan. Both are immutable and are
 * kept with the objects they come from, bit for bit (rule EVAL-3), and vanish with them. Nothing
 * can be seen of this but time.
 */
const keptRates = new WeakMap<Market, Map<string, ScenarioRates>>();
const keptViews = new WeakMap<Book, Map<string, RowView>>();

/** Entries kept for one market or book; the oldest goes first. */
const MOST_KEPT = 64;

export function viewer(study: Study): Viewer {
  const program = compileStudy(study);
  const plan = productPlans(study);
  const { parQuotes, mortgageRate } = study.market;
  const shared = canonicalJson([
    parQuotes,
    mortgageRate.value,
    study.behaviour,
    study.plan ?? null,
  ]);
  return {
    program,
    viewIn: (scenario) => {
      const shock = canonicalJson({ ...scenario, id: '', title: '' });
      const rates = remember(keptRates, study.market, shock, () => ratesIn(program, scenario));
      const view = remember(keptViews, study.book, `${shared}${shock}`, () =>
        rowView(program, plan, rates),
      );
      return withSwaps(program, scenario.id, view);
    },
  };
}

function remember<K extends object, V>(
  kept: WeakMap<K, Map<string, V>>,
  owner: K,
  key: string,
  make: () => V,
): V {
  const entries = kept.get(owner) ?? new Map<string, V>();
  kept.set(owner, entries);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  const oldest = entries.keys().next();
  if (entries.size > MOST_KEPT && oldest.done !== true) entries.delete(oldest.value);
  return made;
}

function compileStudy({ book, behaviour, hedges, market }: Study): Program {
  return compile({
    book,
    behaviour,
    swaps: hedges,
    curve: parZeroCurve({ dateIso: market.curveDate, quotes: market.parQuotes }),
    mortgageRate: market.mortgageRate.value,
  });
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
  const flows = projectRows(program, rates);
  const planned = plan === null ? null : plannedIncome({ program, rates, flows }, plan);
  return { rates, flows, values: rowValues(program, rates, flows), planned };
}

/** The rates of a scenario: at once or on a ramp, with what moves apart from the curve. */
function ratesIn(program: Program, scenario: Scenario): ScenarioRates {
  const curve = scenarioCurve(program.curve, scenario);
  const terms = { mortgageSpread: program.mortgageSpread, basis: basisOf(scenario) };
  if (scenario.kind === 'replay' || scenario.rampMonths === undefined) {
    return scenarioRates(curve, terms);
  }
  const shareAt = (month: number) => rampShare(scenario, month);
  return rampedRates({ ...terms, base: program.curve, shocked: curve, shareAt });
}

function basisOf(scenario: Scenario): IndexBasis {
  const shock = scenario.kind === 'replay' ? {} : (scenario.basisBp ?? {});
  return {
    prime: decimalFromBp(shock.prime ?? 0),
    sofr: decimalFromBp(shock.sofr ?? 0),
    treasury: decimalFromBp(shock.treasury ?? 0),
    mortgage: decimalFromBp(shock.mortgage ?? 0),
  };
}

function withSwaps(program: Program, id: string, view: RowView): ScenarioView {
  const { rates, planned, values } = view;
  const flows = { ...view.flows, swapNet: projectSwaps(program.swaps, rates) };
  const swaps = swapValues(program, rates, flows);
  return { id, rates, flows, planned, rowValues: values, swapValues: swaps };
}
