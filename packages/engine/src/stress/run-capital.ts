import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { fundingAfter, measureOf, type Outcome, type Study } from '../study/index.js';

/** The capital depositors look at (SPIRAL-3), to unchanged risk-weighted assets, before tax. */
export type CapitalView = 'cet1' | 'e1' | 'e2';

export interface RunSetting {
  readonly study: Study;
  /** Id of a scenario of the Study: it brings the marks. */
  readonly scenario: string;
  /** Day by which the outflow must be paid. */
  readonly days: number;
  readonly view: CapitalView;
  readonly evaluate: (study: Study) => Outcome;
}

/** What an outflow has cost so far, USD million. */
export interface RunCost {
  /** Paid to depositors: the outflow, as far as the sources reach. */
  readonly paid: number;
  /** Cash raised by selling securities. */
  readonly forcedSales: number;
  /** Bid-offer of those sales. */
  readonly dealingCost: number;
}

/** Capital as a run goes on, of one bank in one scenario. */
export interface RunCapital {
  readonly ratioAt: (outflowShare: number) => number;
  readonly costAt: (outflowShare: number) => RunCost;
}

/** First day of the Bank Term Funding Program. */
const BTFP_START = '2023-03-12';

/** Behind the share at which a source is used up, the first cash of the next one is raised. */
const JUST_BEHIND = 1e-9;

/**
 * The capital ratio that depositors have seen by the time a share of uninsured deposits is gone:
 * the worst on the way there, so that a realised gain calls nobody back (SPIRAL-3). Between the
 * shares at which a source is used up every view is a straight line, which is read, not sampled.
 * Issues: `run.uninsured` without uninsured deposits, `run.source` for a BTFP before its day,
 * `run.deposits` for the view e2 without non-maturity deposits.
 */
export function runCapital(setting: RunSetting): Result<RunCapital> {
  const checked = checkSetting(setting);
  if (!checked.ok) return checked;
  const sources = sourcesOf(setting);
  const costAt = (share: number): RunCost => costOf(setting, sources, share);
  const capital = viewOf(setting, costAt);
  if (!capital.ok) return capital;
  const knots = edgesOf(setting, sources).map((share) => ({ share, ratio: capital.value(share) }));
  return ok({ costAt, ratioAt: (share) => worstOnTheWay(knots, share) });
}

function checkSetting({ study }: RunSetting): Result<null> {
  const { uninsuredUsdMillion, sources } = study.liquidity;
  if (!(uninsuredUsdMillion > 0)) {
    const got = String(uninsuredUsdMillion);
    return fail(issue('run.uninsured', '/liquidity/uninsuredUsdMillion', 'above 0', got));
  }
  const early = sources.find(({ id, title }) => /btfp|bank term funding/i.test(`${id} ${title}`));
  if (early !== undefined && study.valuationDate < BTFP_START) {
    const expected = `no Bank Term Funding Program before ${BTFP_START}`;
    return fail(issue('run.source', `/liquidity/sources/${early.id}`, expected, early.title));
  }
  return ok(null);
}

interface Source {
  readonly available: number;
  /** Bid-offer per USD of cash raised; 0 for cash and lines. */
  readonly costPerCash: number;
  readonly sale: boolean;
}

/** What each source gives by the day, read off RUN-7 with one source more at a time. */
function sourcesOf({ study, scenario, days }: RunSetting): readonly Source[] {
  let before = 0;
  return study.liquidity.sources.map((source, index) => {
    const liquidity = { ...study.liquidity, sources: study.liquidity.sources.slice(0, index + 1) };
    const together = fundingAfter({ ...study, liquidity }, scenario, 0, days).availableUsdMillion;
    const available = together - before;
    before = together;
    const sale = source.kind === 'sale';
    return { available, sale, costPerCash: sale ? source.bidOffer / (1 - source.bidOffer) : 0 };
  });
}

function costOf({ study }: RunSetting, sources: readonly Source[], share: number): RunCost {
  const outflow = share * study.liquidity.uninsuredUsdMillion;
  const cost = { paid: 0, forcedSales: 0, dealingCost: 0 };
  for (const { available, sale, costPerCash } of sources) {
    const used = Math.min(outflow - cost.paid, available);
    cost.paid += used;
    if (!sale) continue;
    cost.forcedSales += used;
    cost.dealingCost += used * costPerCash;
  }
  return cost;
}

/** Shares at which a source is used up, each with the share just behind it, from 0 to 1. */
function edgesOf({ study }: RunSetting, sources: readonly Source[]): readonly number[] {
  const edges = [0, JUST_BEHIND];
  let paid = 0;
  for (const { available } of sources) {
    paid += available;
    const share = paid / study.liquidity.uninsuredUsdMillion;
    const last = itemAt(edges, edges.length - 1);
    if (share > last && share + JUST_BEHIND < 1) edges.push(share, share + JUST_BEHIND);
  }
  return [...edges, 1];
}

function viewOf(
  setting: RunSetting,
  costAt: (share: number) => RunCost,
): Result<(share: number) => number> {
  const { study, scenario, days, view, evaluate } = setting;
  const assets = study.capital.riskWeightedAssetsUsdMillion;
  if (view === 'cet1') {
    return ok((share) => fundingAfter(study, scenario, share, days).cet1Ratio);
  }
  const outcome = evaluate(study);
  const e1 = measureOf(outcome, 'capital.economic.e1', scenario);
  if (view === 'e1') return ok((share) => (e1 - costAt(share).dealingCost) / assets);
  const balance = nonMaturityBalance(study);
  if (!(balance > 0)) {
    return fail(issue('run.deposits', '/positions', 'non-maturity deposits', String(balance)));
  }
  const franchise = measureOf(outcome, 'capital.economic.e2', scenario) - e1;
  return ok((share) => {
    const { paid, dealingCost } = costAt(share);
    const lost = Math.max(0, franchise) * Math.min(1, paid / balance);
    return (e1 + franchise - lost - dealingCost) / assets;
  });
}

function nonMaturityBalance({ book }: Study): number {
  let balance = 0;
  for (let row = 0; row < book.id.length; row += 1) {
    const decays = itemAt(book.principal.names, itemAt(book.principal.codes, row)) === 'decay';
    if (decays) balance += itemAt(book.notionalUsdMillion, row);
  }
  return balance;
}

interface Knot {
  readonly share: number;
  readonly ratio: number;
}

function worstOnTheWay(knots: readonly Knot[], share: number): number {
  let worst = Number.POSITIVE_INFINITY;
  for (const [index, knot] of knots.entries()) {
    if (knot.share <= share) {
      worst = Math.min(worst, knot.ratio);
      continue;
    }
    const before = itemAt(knots, index - 1);
    const part = (share - before.share) / (knot.share - before.share);
    return Math.min(worst, before.ratio + part * (knot.ratio - before.ratio));
  }
  return worst;
}
