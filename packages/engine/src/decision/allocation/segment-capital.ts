import { type Issue, issue, itemAt } from '../../foundation/index.js';
import {
  type MeasureValue,
  type Outcome,
  productWeights,
  REGIMES,
  type Study,
  WELL_CAPITALISED,
  whyNot,
} from '../../study/index.js';
import { type RiskContributions, riskContributions } from './risk-contribution.js';

/** The books of a bank, as measures are split, and its swaps. */
export const SEGMENTS = [
  'cash',
  'afs',
  'htm',
  'loans',
  'deposits',
  'borrowings',
  'other',
  'hedges',
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** A number that may be missing, with the reason. */
export type Known<T> = { readonly value: T } | { readonly missing: Issue };

/** What one segment earns and holds, USD million; null: this segment has no such amount. */
export interface SegmentCapital {
  readonly segment: Segment;
  readonly carryingUsdMillion: number;
  /** Customer margin, liquidity premium and option cost of 12 months (FTP-8 to FTP-10). */
  readonly marginUsdMillion: number | null;
  /** Amount x risk weight of its products, times the ratio that is asked for. */
  readonly regulatoryUsdMillion: number | null;
  readonly eulerUsdMillion: number;
  readonly shapleyUsdMillion: number;
  readonly aloneUsdMillion: number;
  /** What E0 loses by its marks in the worst scenario; positive = loss. */
  readonly e0LossUsdMillion: number;
}

export interface CapitalAllocation {
  readonly segments: readonly SegmentCapital[];
  readonly margin: Known<MarginTotals>;
  readonly regulatory: Known<RegulatoryTotals>;
  readonly risk: RiskContributions & {
    readonly worstValueScenario: string;
    readonly worstIncomeScenario: string;
    /** Where the scenarios and the correlation come from. */
    readonly basis: string;
  };
  readonly e0: { readonly scenario: string; readonly lossUsdMillion: number };
}

/** Margins and the books of the bank that make up its 12-month NII (FTP-13). */
export interface MarginTotals {
  readonly segmentsUsdMillion: number;
  /** Treasury, liquidity centre, equity and non-earning books: no segment's. */
  readonly centreUsdMillion: number;
  readonly niiUsdMillion: number;
}

export interface RegulatoryTotals {
  readonly ratio: number;
  readonly authority: string;
  readonly segmentsUsdMillion: number;
  /** Stated risk-weighted assets that no row stands for, times the ratio. */
  readonly otherUsdMillion: number;
}

/** What the allocation reads of an Outcome. */
export const ALLOCATION_FAMILIES = [
  'value',
  'income',
  'transferPricing',
  'marks',
  'capital',
] as const;

/**
 * Return and capital by segment (ALLOC-1 to ALLOC-5). What the Study lacks (transfer prices, a
 * regime) is missing with its reason, and nothing is put in its place.
 * @param outcome of the Study, with the families of `ALLOCATION_FAMILIES`
 */
export function capitalAllocation(study: Study, outcome: Outcome): CapitalAllocation {
  const shocks = study.scenarios.map(({ id }) => id).filter((id) => id !== '0');
  const margin = marginOf(outcome);
  const regulatory = regulatoryOf(study);
  const risk = riskOf(study, outcome, shocks);
  const e0 = worstE0(outcome, shocks);
  const segments = SEGMENTS.map((segment): SegmentCapital => {
    const found = risk.bySegment.find((each) => each.segment === segment);
    if (found === undefined) throw new Error(`no contribution of ${segment}`);
    const { eulerUsdMillion, shapleyUsdMillion, aloneUsdMillion } = found;
    return {
      segment,
      carryingUsdMillion: carryingOf(study, segment),
      marginUsdMillion: 'value' in margin ? margin.value.by(segment) : null,
      regulatoryUsdMillion: 'value' in regulatory ? regulatory.value.by(segment) : null,
      ...{ eulerUsdMillion, shapleyUsdMillion, aloneUsdMillion },
      e0LossUsdMillion: e0.scenario === '' ? 0 : -e0Change(outcome, segment, e0.scenario),
    };
  });
  return {
    segments,
    margin: 'value' in margin ? { value: margin.value.totals } : margin,
    regulatory: 'value' in regulatory ? { value: regulatory.value.totals } : regulatory,
    risk,
    e0,
  };
}

interface BySegment<T> {
  readonly by: (segment: Segment) => number;
  readonly totals: T;
}

const UNIT_LINES = ['margin', 'liquidity', 'option'] as const;
const CENTRE_LINES = ['treasury', 'centre', 'equity', 'nonEarning'] as const;

function marginOf(outcome: Outcome): Known<BySegment<MarginTotals>> {
  const lines = [...UNIT_LINES, ...CENTRE_LINES].map((line) => `ftp.${line}.12m`);
  const lacking = lines.find((id) => measureIn(outcome, id, '0') === undefined);
  if (lacking !== undefined) return { missing: whyNot(outcome, lacking, '0') };
  const of = (line: string): MeasureValue => need(outcome, `ftp.${line}.12m`, '0');
  const by = (segment: Segment): number =>
    UNIT_LINES.reduce((sum, line) => sum + (of(line).by?.[segment] ?? 0), 0);
  return {
    value: {
      by,
      totals: {
        segmentsUsdMillion: UNIT_LINES.reduce((sum, line) => sum + of(line).value, 0),
        centreUsdMillion: CENTRE_LINES.reduce((sum, line) => sum + of(line).value, 0),
        niiUsdMillion: need(outcome, 'nii.12m', '0').value,
      },
    },
  };
}

/** The CET1 ratio that is asked for, or the one leverage limit, on what each book weighs. */
function regulatoryOf(study: Study): Known<BySegment<RegulatoryTotals>> {
  const regime = study.capitalRegime;
  if (regime === undefined) {
    return { missing: issue('allocation.regime', '/capitalRegime', 'this part', 'nothing') };
  }
  const { riskBased, minimum } = REGIMES[regime.regime];
  const asked = riskBased && regime.level === 'bank' ? WELL_CAPITALISED : minimum;
  const limit = asked.find(({ ratio }) => ratio === (riskBased ? 'cet1' : 'leverage'));
  if (limit === undefined) throw new Error(`${regime.regime} has no such limit`);
  const weights = productWeights(regime);
  const { book } = study;
  const weighed = new Map<string, number>();
  for (const [row, id] of book.id.entries()) {
    if (book.side[row] !== 1) continue;
    const group = itemAt(book.group.names, itemAt(book.group.codes, row));
    const product = itemAt(book.product.names, itemAt(book.product.codes, row));
    const weight = riskBased ? weights.get(product) : 1;
    if (weight === undefined) {
      const expected = `a risk weight of product "${product}" (position ${id})`;
      const path = '/capitalRegime/riskWeights';
      return { missing: issue('allocation.weight', path, expected, 'nothing') };
    }
    const atCost = study.capital.aociOptOut && group === 'afs';
    const amount = itemAt(atCost ? book.notionalUsdMillion : book.carryingUsdMillion, row);
    weighed.set(group, (weighed.get(group) ?? 0) + weight * amount);
  }
  const by = (segment: Segment): number => limit.least * (weighed.get(segment) ?? 0);
  const other = riskBased ? regime.otherRiskWeightedAssetsUsdMillion.value : 0;
  return {
    value: {
      by,
      totals: {
        ...{ ratio: limit.least, authority: limit.source },
        segmentsUsdMillion: SEGMENTS.reduce((sum, segment) => sum + by(segment), 0),
        otherUsdMillion: limit.least * other,
      },
    },
  };
}

/** Scenarios and correlation of the Study's own part (CAP-12), else value alone over all. */
function riskOf(
  study: Study,
  outcome: Outcome,
  shocks: readonly string[],
): CapitalAllocation['risk'] {
  const block = study.interestRateCapital;
  const scenarios = block?.scenarios ?? shocks;
  const changes = SEGMENTS.map((segment) => ({
    segment,
    value: scenarios.map((at) => need(outcome, 'eve.change', at).by?.[segment] ?? 0),
    income:
      block === undefined
        ? []
        : scenarios.map((at) => need(outcome, 'nii.12m.change', at).by?.[segment] ?? 0),
  }));
  const found = riskContributions(changes, block?.correlation.value ?? 1);
  const stochastic =
    block?.stochasticValueLossUsdMillion == null && block?.stochasticIncomeLossUsdMillion == null
      ? ''
      : '; its stochastic losses have no split by segment and are left out';
  return {
    ...found,
    worstValueScenario: scenarios[found.worstValue] ?? '',
    worstIncomeScenario: scenarios[found.worstIncome] ?? '',
    basis:
      block === undefined
        ? 'loss of EVE alone, worst of all scenarios: the Study states no interestRateCapital'
        : `interestRateCapital of the Study, correlation ${block.correlation.value}${stochastic}`,
  };
}

function worstE0(outcome: Outcome, shocks: readonly string[]): CapitalAllocation['e0'] {
  const base = need(outcome, 'capital.economic.e0', '0').value;
  let worst = { scenario: '', lossUsdMillion: 0 };
  for (const scenario of shocks) {
    const lossUsdMillion = base - need(outcome, 'capital.economic.e0', scenario).value;
    if (lossUsdMillion > worst.lossUsdMillion) worst = { scenario, lossUsdMillion };
  }
  return worst;
}

/** E0 is CET1 and the marks of AFS, HTM and hedges before tax (CAP-4): its change is theirs. */
function e0Change(outcome: Outcome, segment: Segment, scenario: string): number {
  const mark = (at: string): number => {
    if (segment === 'hedges') return need(outcome, 'eve.value', at).by?.hedges ?? 0;
    if (segment !== 'afs' && segment !== 'htm') return 0;
    return need(outcome, `unrealised.${segment}`, at).value;
  };
  return mark(scenario) - mark('0');
}

/** Carrying amount, liabilities positive as well; hedges carry none. */
function carryingOf({ book }: Study, segment: Segment): number {
  return book.id.reduce((sum, _, row) => {
    const group = itemAt(book.group.names, itemAt(book.group.codes, row));
    return group === segment ? sum + itemAt(book.carryingUsdMillion, row) : sum;
  }, 0);
}

function measureIn(outcome: Outcome, id: string, scenario: string): MeasureValue | undefined {
  return outcome.measures.find((each) => each.id === id && each.scenario === scenario);
}

/** @throws when the Outcome lacks it: families and scenarios are the caller's to give. */
function need(outcome: Outcome, id: string, scenario: string): MeasureValue {
  const found = measureIn(outcome, id, scenario);
  if (found === undefined) throw new Error(whyNot(outcome, id, scenario).message);
  return found;
}
