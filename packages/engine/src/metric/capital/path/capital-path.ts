import { itemAt } from '../../../foundation/index.js';
import type { Capital } from '../input.js';
import { cet1After } from '../ratios.js';
import { cet1BeforeDeduction, thresholdDeduction } from '../threshold-deduction.js';
import type { CapitalPlan } from './plan.js';
import { type DeferredTax, deferredAtDate, taxQuarter } from './quarter-tax.js';

/** Marks at the end of a quarter against cost, before tax, USD million; a loss is negative. */
export interface QuarterMarks {
  /** On what is left of the AFS securities of the date, sales not yet counted. */
  readonly afs: number;
  /** With what AOCI keeps of securities moved to HTM (CAP-16). */
  readonly htm: number;
  /** Swaps that hedge AFS at fair value: their result stands in AOCI with the securities. */
  readonly afsHedges: number;
  /** Swaps whose result CET1 does not see: cash flow hedges, fair value hedges at cost. */
  readonly unseenHedges: number;
  /** Undesignated swaps, whose result is income. */
  readonly incomeHedges: number;
}

/** What a quarter brings, USD million. */
export interface QuarterFlows {
  readonly netInterestIncome: number;
  readonly provision: number;
  /** Growth of the allowance: provision less what was charged off. */
  readonly allowanceGrowth: number;
  readonly mortgageBanking: number;
  /** Mortgage servicing assets at the end of the quarter. */
  readonly servicingAsset: number;
  readonly marks: QuarterMarks;
}

export interface PathTerms {
  readonly capital: Capital;
  readonly plan: CapitalPlan;
  /** Share of CET1 above which an item is deducted (`RegimeRule.thresholdShare`). */
  readonly thresholdShare: number;
  /** Share of AOCI that CET1 takes, by year of the path; empty without a phase-in. */
  readonly phaseIn: readonly number[];
  /** AFS carrying amount minus cost in the accounts of the date. */
  readonly accountsAfsMark: number;
  readonly servicingAsset: number;
  /** Denominator of the supplementary leverage ratio at the date; null where there is none. */
  readonly totalLeverageExposure: number | null;
}

/** Why CET1 moved in a quarter; the items add up to the move. Losses and payments negative. */
export interface CapitalBridge {
  readonly netInterestIncome: number;
  readonly growthIncome: number;
  readonly nonInterestIncome: number;
  readonly nonInterestExpense: number;
  readonly provision: number;
  readonly realised: number;
  readonly hedges: number;
  readonly mortgageBanking: number;
  readonly tax: number;
  readonly taxDistribution: number;
  readonly dividend: number;
  readonly buyback: number;
  readonly carryforward: number;
  readonly aoci: number;
  readonly threshold: number;
}

/** Capital at the end of a quarter; quarter 0 is the date, the scenario's shock having come. */
export interface CapitalPoint {
  readonly quarter: number;
  /** As the bank elected. */
  readonly cet1: number;
  readonly cet1NoOptOut: number;
  readonly cet1PhaseIn: number | null;
  readonly riskWeightedAssets: number;
  readonly riskWeightedAssetsNoOptOut: number;
  readonly leverageAssets: number;
  readonly totalLeverageExposure: number | null;
  readonly tangibleCommonEquity: number;
  readonly tangibleAssets: number;
  /** E0 before tax on the marks (rule CPATH-8). */
  readonly economicCet1: number;
  readonly netIncome: number;
  /** True where net income covers what is paid to owners in the quarter. */
  readonly distributionsCovered: boolean;
  readonly bridge: CapitalBridge;
}

/** Weight of tax and servicing assets that are not deducted. */
const KEPT_ITEM_WEIGHT = 2.5;

interface State {
  readonly quarter: number;
  /** CET1 before the AOCI that the election decides on and before threshold deductions. */
  readonly core: number;
  readonly deferred: DeferredTax;
  /** Share of the AFS securities of the date that is not sold. */
  readonly unsold: number;
  readonly marks: QuarterMarks;
  readonly servicingAsset: number;
  /** Result of income hedges that has gone through income. */
  readonly bookedHedges: number;
  readonly retained: number;
}

/** Points of quarters 0 to the plan's last (rules CPATH-1 to CPATH-9). */
export function capitalPath(
  terms: PathTerms,
  opening: QuarterMarks,
  quarters: readonly QuarterFlows[],
): CapitalPoint[] {
  const start = startingState(terms, opening);
  const points = [pointOf(terms, start, NOTHING, start)];
  let state = start;
  for (const flows of quarters) {
    const { next, items } = quarterStep(terms, state, flows);
    points.push(pointOf(terms, next, items, state));
    state = next;
  }
  return points;
}

function startingState(terms: PathTerms, opening: QuarterMarks): State {
  const { capital, plan, thresholdShare, servicingAsset, accountsAfsMark } = terms;
  const deferred = deferredAtDate(plan);
  const own = capital.aociOptOut ? 0 : afsTax(terms, accountsAfsMark);
  const items = [deferred.temporary + own, servicingAsset];
  return {
    quarter: 0,
    core: cet1BeforeDeduction(cet1After(capital, capital.taxRate), items, thresholdShare),
    deferred,
    unsold: 1,
    marks: opening,
    servicingAsset,
    bookedHedges: 0,
    retained: 0,
  };
}

type Items = Omit<CapitalBridge, 'aoci' | 'threshold'>;

/** Amounts paid are taken from 0, so that nothing paid is 0 and not minus 0. */
const NOTHING: Items = {
  netInterestIncome: 0,
  growthIncome: 0,
  nonInterestIncome: 0,
  nonInterestExpense: 0,
  provision: 0,
  realised: 0,
  hedges: 0,
  mortgageBanking: 0,
  tax: 0,
  taxDistribution: 0,
  dividend: 0,
  buyback: 0,
  carryforward: 0,
};

function quarterStep(terms: PathTerms, state: State, flows: QuarterFlows) {
  const { plan, capital } = terms;
  const quarter = state.quarter + 1;
  const sold = state.unsold * soldShare(plan, quarter);
  const earned = {
    netInterestIncome: flows.netInterestIncome,
    growthIncome: growthIncome(terms, state.quarter),
    nonInterestIncome: plan.nonInterestIncomeUsdMillion.value,
    nonInterestExpense: 0 - plan.nonInterestExpenseUsdMillion.value,
    provision: 0 - flows.provision,
    realised: sold * flows.marks.afs,
    hedges: flows.marks.incomeHedges - state.bookedHedges,
    mortgageBanking: flows.mortgageBanking,
  };
  const income = sumOf(earned);
  const { allowanceGrowth } = flows;
  const taxed = taxQuarter(plan, capital.taxRate, state.deferred, { income, allowanceGrowth });
  const items: Items = {
    ...earned,
    tax: 0 - taxed.expense,
    taxDistribution: 0 - taxed.distribution,
    dividend: 0 - plan.dividendUsdMillion.value,
    buyback: 0 - plan.buybackUsdMillion.value,
    carryforward: state.deferred.carryforward - taxed.deferred.carryforward,
  };
  const next: State = {
    quarter,
    core: state.core + sumOf(items),
    deferred: taxed.deferred,
    unsold: state.unsold - sold,
    marks: flows.marks,
    servicingAsset: flows.servicingAsset,
    bookedHedges: flows.marks.incomeHedges,
    retained: state.retained + sumOf(items) - items.carryforward,
  };
  return { next, items };
}

/** Sum of a record's values, in the order of its keys. */
function sumOf(items: object): number {
  return Object.values(items).reduce((total: number, item: number) => total + item, 0);
}

function soldShare(plan: CapitalPlan, quarter: number): number {
  return plan.sales.find((sale) => sale.quarter === quarter)?.share.value ?? 0;
}

/** Earned in the quarter after `quarters` on what risk-weighted assets had grown by then. */
function growthIncome({ capital, plan }: PathTerms, quarters: number): number {
  const grown = (capital.riskWeightedAssetsUsdMillion * plan.growthRate.value * quarters) / 4;
  return (grown * plan.growthMargin.value) / 4;
}

/** Deferred tax on an unrealised loss of AFS; a gain makes none. */
function afsTax({ capital }: PathTerms, mark: number): number {
  return Math.max(0, -capital.taxRate * mark);
}

/** AFS mark with its hedges, sales counted. */
function afsMark({ unsold, marks }: State): number {
  return unsold * marks.afs + marks.afsHedges;
}

/** Change of AOCI since the accounts, after tax. */
function aociSinceAccounts(terms: PathTerms, state: State): number {
  return (1 - terms.capital.taxRate) * (afsMark(state) - terms.accountsAfsMark);
}

interface Basis {
  readonly cet1: number;
  readonly aoci: number;
  readonly deducted: number;
  readonly kept: number;
}

/** CET1 where the share `taken` of AOCI counts, and what is deducted and kept of the items. */
function basisAt(terms: PathTerms, state: State, taken: number): Basis {
  const { capital, thresholdShare } = terms;
  const filtered = capital.aociOptOut ? -capital.aociAddBackUsdMillion : 0;
  const aoci = taken * (filtered + aociSinceAccounts(terms, state));
  const items = [
    Math.max(0, state.deferred.temporary + taken * afsTax(terms, afsMark(state))),
    state.servicingAsset,
  ];
  const before = state.core + aoci;
  const deducted = thresholdDeduction(before, items, thresholdShare);
  return { cet1: before - deducted, aoci, deducted, kept: sumOf(items) - deducted };
}

/** The share of AOCI that counts by the bank's own election. */
const electedShare = ({ capital }: PathTerms): number => (capital.aociOptOut ? 0 : 1);

function phaseInShare({ phaseIn }: PathTerms, quarter: number): number | null {
  if (phaseIn.length === 0) return null;
  const year = Math.floor(Math.max(0, quarter - 1) / 4);
  return itemAt(phaseIn, Math.min(year, phaseIn.length - 1));
}

function pointOf(terms: PathTerms, state: State, items: Items, before: State): CapitalPoint {
  const { capital } = terms;
  const elected = basisAt(terms, state, electedShare(terms));
  const earlier = basisAt(terms, before, electedShare(terms));
  const noOptOut = basisAt(terms, state, 1);
  const share = phaseInShare(terms, state.quarter);
  const grown = 1 + (terms.plan.growthRate.value * state.quarter) / 4;
  const aoci = aociSinceAccounts(terms, state);
  const atDate = keptAtDate(terms);
  const weighted = ({ kept }: Basis) =>
    capital.riskWeightedAssetsUsdMillion * grown + KEPT_ITEM_WEIGHT * (kept - atDate.kept);
  const carryforward = state.deferred.carryforward - deferredAtDate(terms.plan).carryforward;
  const deductions = carryforward + elected.deducted - atDate.deducted;
  const netIncome = netIncomeOf(items);
  const exposure = terms.totalLeverageExposure;
  return {
    quarter: state.quarter,
    cet1: elected.cet1,
    cet1NoOptOut: noOptOut.cet1,
    cet1PhaseIn: share === null ? null : basisAt(terms, state, share).cet1,
    riskWeightedAssets: weighted(elected),
    riskWeightedAssetsNoOptOut: weighted(noOptOut),
    leverageAssets: capital.leverageAssetsUsdMillion * grown - deductions,
    totalLeverageExposure: exposure === null ? null : exposure * grown - deductions,
    tangibleCommonEquity: capital.tangibleCommonEquityUsdMillion + state.retained + aoci,
    tangibleAssets: capital.tangibleAssetsUsdMillion * grown + aoci,
    economicCet1: economicCet1(terms, state),
    netIncome,
    distributionsCovered: netIncome + paidToOwners(items) >= 0,
    bridge: {
      ...items,
      aoci: elected.aoci - earlier.aoci,
      threshold: earlier.deducted - elected.deducted,
    },
  };
}

/** Deducted and kept in the accounts of the date, as the bank elected. */
function keptAtDate(terms: PathTerms): Basis {
  const { accountsAfsMark } = terms;
  const marks = { afs: accountsAfsMark, htm: 0, afsHedges: 0, unseenHedges: 0, incomeHedges: 0 };
  return basisAt(terms, startingState(terms, marks), electedShare(terms));
}

function paidToOwners({ taxDistribution, dividend, buyback }: Items): number {
  return taxDistribution + dividend + buyback;
}

function netIncomeOf(items: Items): number {
  return sumOf(items) - paidToOwners(items) - items.carryforward;
}

/**
 * Economic CET1 E0 before tax on the marks: CET1 with AOCI as the accounts of the date had it, then
 * AFS (whole for a bank that opted out, since the accounts for another), HTM and hedges. Losses
 * that Changes realised count before tax, as in CAP-4.
 */
function economicCet1(terms: PathTerms, state: State): number {
  const { capital, accountsAfsMark, thresholdShare } = terms;
  const own = capital.aociOptOut ? 0 : afsTax(terms, accountsAfsMark);
  const items = [state.deferred.temporary + own, state.servicingAsset];
  const cet1 = state.core - thresholdDeduction(state.core, items, thresholdShare);
  const { htm, unseenHedges, incomeHedges } = state.marks;
  const afs = afsMark(state) - (capital.aociOptOut ? 0 : accountsAfsMark);
  const taxOnRealised = capital.taxRate * capital.realisedLossUsdMillion;
  const unbooked = incomeHedges - state.bookedHedges;
  return cet1 + taxOnRealised + afs + htm + unseenHedges + unbooked;
}
