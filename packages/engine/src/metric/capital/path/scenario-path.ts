import {
  carriedHedge,
  HORIZON_MONTHS,
  hasCashFlow,
  INCOME_MONTHS,
} from '../../../cash-flow/index.js';
import { floatAt, type Issue, issue, itemAt } from '../../../foundation/index.js';
import { creditPath } from '../../credit-loss/credit-path.js';
import { creditRates, segmentBalances } from '../../credit-loss/segment-balances.js';
import { mortgageBankingValue } from '../../mortgage-banking/book-value.js';
import { groupOf, type MeasureInput, type ScenarioView } from '../../view.js';
import { bookOfTransferred, filteredHtmAoci } from '../filtered-htm.js';
import { REGIMES } from '../regime.js';
import {
  type CapitalPoint,
  capitalPath,
  type PathTerms,
  type QuarterFlows,
  type QuarterMarks,
} from './capital-path.js';
import { carriedMarks, costLeft } from './carried-marks.js';
import type { CapitalPlan } from './plan.js';

/** What the path takes of a Study. */
type PathInput = Pick<MeasureInput, 'program' | 'capital' | 'blocks' | 'base'>;

/** The path of one scenario of a Study, or why there is none (rules CPATH-1 to CPATH-9). */
export function scenarioPath(input: PathInput, view: ScenarioView): CapitalPoint[] | Issue {
  const { capitalPlan: plan, capitalRegime: regime } = input.blocks;
  if (plan === undefined) return missing('/capitalPlan');
  if (regime === undefined) return missing('/capitalRegime');
  const provisions = provisionsOf(input, view, plan);
  if (!Array.isArray(provisions)) return provisions;
  const mortgage = mortgageBanking(input, view);
  const terms: PathTerms = {
    capital: input.capital,
    plan,
    thresholdShare: REGIMES[regime.regime].thresholdShare,
    phaseIn: regime.aociPhaseIn.map(({ value }) => value),
    accountsAfsMark: accountsAfsMark(input),
    servicingAsset: mortgage.servicingAtDate,
    totalLeverageExposure: regime.totalLeverageExposureUsdMillion?.value ?? null,
  };
  const marks = marksByQuarter(input, view, plan.quarters);
  const income = incomeByQuarter(input, view, plan.quarters);
  const quarters = provisions.map(
    (provision, at): QuarterFlows => ({
      ...provision,
      netInterestIncome: itemAt(income, at),
      mortgageBanking: at === 0 ? mortgage.gain : 0,
      servicingAsset: mortgage.servicing,
      marks: itemAt(marks, at + 1),
    }),
  );
  return capitalPath(terms, itemAt(marks, 0), quarters);
}

const missing = (path: string): Issue =>
  issue('measure.no-input', path, 'this part of the Study', 'nothing');

type Provision = Pick<QuarterFlows, 'provision' | 'allowanceGrowth'>;

/** Stated provisions leave the allowance where it is: as much is charged off as is provided. */
function provisionsOf(
  input: PathInput,
  view: ScenarioView,
  plan: CapitalPlan,
): Provision[] | Issue {
  const stated = plan.provisionUsdMillion;
  if (stated !== null) {
    const provision = { provision: stated.value, allowanceGrowth: 0 };
    return Array.from({ length: plan.quarters }, () => provision);
  }
  const { creditLoss } = input.blocks;
  if (creditLoss === undefined) return missing('/creditLoss');
  const balances = segmentBalances(input, creditLoss);
  if (!Array.isArray(balances)) return balances;
  const path = creditPath(balances, creditRates(input, view, plan.quarters));
  return path.map(({ provision, chargeOff }) => ({
    provision,
    allowanceGrowth: provision - chargeOff,
  }));
}

/** A Study without the part has no such business: its gain is nothing, not unknown. */
function mortgageBanking({ blocks, base }: PathInput, view: ScenarioView) {
  if (blocks.mortgageBanking === undefined) return { gain: 0, servicing: 0, servicingAtDate: 0 };
  const before = mortgageBankingValue(blocks.mortgageBanking, base.rates);
  const after = mortgageBankingValue(blocks.mortgageBanking, view.rates);
  return {
    gain: after.rateLocks + after.servicing - before.rateLocks - before.servicing,
    servicing: after.servicing,
    servicingAtDate: before.servicing,
  };
}

function accountsAfsMark({ program, capital }: PathInput): number {
  const { book } = program;
  let mark = bookOfTransferred(book) === 'afs' ? filteredHtmAoci(capital) : 0;
  for (let row = 0; row < book.id.length; row += 1) {
    if (groupOf(program, row) !== 'afs') continue;
    mark += floatAt(book.carryingUsdMillion, row) - floatAt(book.notionalUsdMillion, row);
  }
  return mark;
}

/** Net interest income of each quarter on the constant balance sheet, hedges included (NII-1). */
function incomeByQuarter({ program }: PathInput, view: ScenarioView, quarters: number) {
  const { book, hedges } = program;
  const { income, hedgeIncome } = view.flows;
  const sums = new Float64Array(quarters);
  for (let month = 0; month < 3 * quarters; month += 1) {
    let earned = 0;
    for (let row = 0; row < book.id.length; row += 1) {
      if (!hasCashFlow(book, row)) continue;
      const at = row * INCOME_MONTHS + month;
      const old = floatAt(income.old, at) * floatAt(income.oldRate, at);
      const fresh = floatAt(income.fresh, at) * floatAt(income.freshRate, at);
      earned += (itemAt(book.side, row) * (old + fresh)) / 12;
    }
    for (let hedge = 0; hedge < hedges.length; hedge += 1) {
      earned += floatAt(hedgeIncome, hedge * HORIZON_MONTHS + month);
    }
    const quarter = Math.floor(month / 3);
    sums[quarter] = floatAt(sums, quarter) + earned;
  }
  return [...sums];
}

/** Marks at the date and at the end of each quarter. */
function marksByQuarter(input: PathInput, view: ScenarioView, quarters: number): QuarterMarks[] {
  const months = Array.from({ length: quarters + 1 }, (_, quarter) => 3 * quarter);
  const sums = months.map(() => ({
    afs: 0,
    htm: 0,
    afsHedges: 0,
    unseenHedges: 0,
    incomeHedges: 0,
  }));
  for (let row = 0; row < input.program.book.id.length; row += 1) {
    const group = groupOf(input.program, row);
    if (group !== 'afs' && group !== 'htm') continue;
    rowMarks(input, view, row, months).forEach((mark, at) => {
      itemAt(sums, at)[group] += mark;
    });
  }
  filteredByQuarter(input, view, months).forEach((left, at) => {
    itemAt(sums, at)[bookOfTransferred(input.program.book)] += left;
  });
  const { program } = input;
  program.hedges.forEach((hedge, index) => {
    const now = floatAt(input.base.hedgeValues, index);
    months.forEach((month, at) => {
      const value = carriedHedge(program, index, view, month);
      itemAt(sums, at)[hedgePlace(hedge)] += value - now;
    });
  });
  return sums;
}

/** What AOCI keeps of securities moved to HTM falls with the cost of their book (CAP-16). */
function filteredByQuarter(
  { program, capital }: PathInput,
  view: ScenarioView,
  months: readonly number[],
): number[] {
  const { book } = program;
  const filtered = filteredHtmAoci(capital);
  const left = new Float64Array(months.length);
  let cost = 0;
  if (filtered === 0) return [];
  for (let row = 0; row < book.id.length; row += 1) {
    if (groupOf(program, row) !== bookOfTransferred(book)) continue;
    const costUsdMillion = floatAt(book.notionalUsdMillion, row);
    cost += costUsdMillion;
    const of = hasCashFlow(book, row)
      ? costLeft({ ...itemAt(view.flows.byRow, row), costUsdMillion }, months)
      : months.map(() => costUsdMillion);
    of.forEach((each, at) => {
      left[at] = floatAt(left, at) + each;
    });
  }
  return [...left].map((each) => (cost === 0 ? filtered : (filtered * each) / cost));
}

type HedgePlace = 'afsHedges' | 'unseenHedges' | 'incomeHedges';

/** Where the result of a hedge goes (rule CPATH-4). */
function hedgePlace({ model, hedgedGroup }: { model: string; hedgedGroup: string }): HedgePlace {
  if (model === 'undesignated') return 'incomeHedges';
  return model === 'fair-value' && hedgedGroup === 'afs' ? 'afsHedges' : 'unseenHedges';
}

/** A security without cash flows keeps the mark of the date. */
function rowMarks(
  { program }: PathInput,
  view: ScenarioView,
  row: number,
  months: readonly number[],
): number[] {
  const { book } = program;
  const costUsdMillion = floatAt(book.notionalUsdMillion, row);
  if (!hasCashFlow(book, row)) {
    const mark = floatAt(view.rowValues, row) - costUsdMillion;
    return months.map(() => mark);
  }
  const { principal, interest } = itemAt(view.flows.byRow, row);
  const { spreadFactor } = itemAt(program.fixed, row);
  const position = { principal, interest, spreadFactor, costUsdMillion };
  return carriedMarks(position, view.rates.discount, months);
}
