import { itemAt, ok, type Result } from '../../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../../study/index.js';
import {
  aged,
  carryOf,
  monthsAtDecision,
  monthsAtMark,
  notionalMonths,
  type StruckSwap,
} from './carried-swaps.js';
import { checkReplay, type ReplayQuarter } from './replay-quarter.js';

type Swap = Study['hedges'][number];

/** What a strategy does on a decision date: new swaps, and in words why. */
export interface ReplayDecision {
  readonly swaps: readonly Swap[];
  readonly words: string;
}

export interface ReplayStrategy {
  readonly id: string;
  readonly title: string;
  /** Securities no larger than at the start: the growth since then stays in cash. */
  readonly keepsGrowthInCash: boolean;
  /** Sees the Study as the strategy has left it, with what was public that day. */
  readonly decide: (study: Study) => Promise<Result<ReplayDecision>>;
}

export interface ReplayCosts {
  /** Half bid-offer, basis points of notional a year while a swap runs. */
  readonly halfBidOfferBp: number;
  /** Cost of funding the margin of swaps that lost, over what it earns, decimal a year. */
  readonly marginFundingSpread: number;
}

export interface BackTestRequest {
  readonly quarters: readonly ReplayQuarter[];
  readonly strategies: readonly ReplayStrategy[];
  readonly costs: ReplayCosts;
  readonly evaluate: (study: Study) => Outcome;
  readonly progress: (step: string, done: number, total: number) => void;
}

/** One strategy at the end of one quarter. Amounts in USD million, losses negative, before tax. */
export interface ScoredQuarter {
  readonly date: string;
  /** Net interest income of the quarter: as reported, with what the strategy changes. */
  readonly netInterestIncome: number;
  readonly swapCarry: number;
  /** Income given up on securities not bought, net of what the cash earned. */
  readonly cashIncome: number;
  /** Dealing and margin funding, positive. */
  readonly cost: number;
  /** AFS and HTM against cost. */
  readonly marks: number;
  readonly swapValue: number;
  readonly economicE0: number;
  readonly economicE0Ratio: number;
  /** Share of uninsured deposits that cash and sales meet by day 2. */
  readonly liquidityThreshold: number;
  readonly notional: number;
}

export interface DecidedQuarter {
  readonly date: string;
  readonly onReportOf: string;
  readonly swaps: readonly Swap[];
  readonly words: string;
}

export interface StrategyScore {
  readonly id: string;
  readonly title: string;
  readonly quarters: readonly ScoredQuarter[];
  readonly decisions: readonly DecidedQuarter[];
  /** Over all quarters. */
  readonly netInterestIncome: number;
  readonly cost: number;
  /** Notional times years: each basis point of swap spread costs this / 10,000. */
  readonly notionalYears: number;
}

/** How the model of one quarter saw the next one's curve: the test of its duration. */
export interface MarkPrediction {
  readonly date: string;
  /** Change of AFS and HTM marks since the quarter before: its book on this quarter's curve. */
  readonly predicted: number;
  /** Change of the marks as reported; the book has changed as well. */
  readonly reported: number;
}

export interface BackTest {
  readonly schema: 'almfes/back-test/1';
  readonly strategies: readonly StrategyScore[];
  readonly predictions: readonly MarkPrediction[];
}

/**
 * Replays a bank quarter by quarter: decide on what was public, carry the swaps, mark at the
 * realised curve (BACKTEST-1 to BACKTEST-8). The balance sheet moves to the published one for
 * every strategy alike. Issues: those of `checkReplay` and of the strategies. Pure but for the
 * strategies' own solver.
 */
export async function backTest(request: BackTestRequest): Promise<Result<BackTest>> {
  const checked = checkReplay(request.quarters);
  if (!checked.ok) return checked;
  const strategies: StrategyScore[] = [];
  for (const strategy of request.strategies) {
    const score = await replay(request, strategy);
    if (!score.ok) return score;
    strategies.push(score.value);
  }
  const predictions = predictionsOf(request);
  return ok({ schema: 'almfes/back-test/1', strategies, predictions });
}

function predictionsOf({ quarters, evaluate }: BackTestRequest): readonly MarkPrediction[] {
  const marks = (study: Study) => {
    const outcome = evaluate(study);
    return measureOf(outcome, 'unrealised.afs', '0') + measureOf(outcome, 'unrealised.htm', '0');
  };
  return quarters.slice(1).map(({ date, marked }, index) => {
    const before = itemAt(quarters, index).marked;
    const start = marks(before);
    const predicted = marks({ ...before, market: marked.market }) - start;
    return { date, predicted, reported: marks(marked) - start };
  });
}

interface State {
  readonly swaps: StruckSwap[];
  readonly scored: ScoredQuarter[];
  readonly decisions: DecidedQuarter[];
  /** Carry and cash income less costs, since the start. */
  kept: number;
  notionalMonths: number;
}

async function replay(
  request: BackTestRequest,
  strategy: ReplayStrategy,
): Promise<Result<StrategyScore>> {
  const { quarters, progress } = request;
  const state: State = { swaps: [], scored: [], decisions: [], kept: 0, notionalMonths: 0 };
  for (const [index, quarter] of quarters.entries()) {
    progress(strategy.title, index, quarters.length);
    if (index > 0) score(request, strategy, state, index);
    if (quarter.decided === null || index === quarters.length - 1) continue;
    const decided = await decide(request, strategy, state, index);
    if (!decided.ok) return decided;
  }
  const { id, title } = strategy;
  const { scored, decisions } = state;
  const total = (of: (each: ScoredQuarter) => number) =>
    scored.reduce((sum, each) => sum + of(each), 0);
  return ok({
    id,
    title,
    quarters: scored,
    decisions,
    netInterestIncome: total((each) => each.netInterestIncome),
    cost: total((each) => each.cost),
    notionalYears: state.notionalMonths / 12,
  });
}

/** Undesignated swaps stand in earnings: CET1 moves by their value and by what was kept. */
function withSwaps(
  { evaluate }: BackTestRequest,
  study: Study,
  swaps: readonly Swap[],
  kept: number,
): { readonly study: Study; readonly swapValue: number } {
  const hedged = { ...study, hedges: [...study.hedges, ...swaps] };
  const value = (of: Study) => measureOf(evaluate(of), 'eve.value', '0');
  const swapValue = swaps.length === 0 ? 0 : value(hedged) - value(study);
  const { capital } = study;
  const cet1UsdMillion = capital.cet1UsdMillion + swapValue + kept;
  return { study: { ...hedged, capital: { ...capital, cet1UsdMillion } }, swapValue };
}

function score(
  request: BackTestRequest,
  strategy: ReplayStrategy,
  state: State,
  index: number,
): void {
  const { quarters, evaluate, costs } = request;
  const quarter = itemAt(quarters, index);
  const swapCarry = carryOf(state.swaps, quarters, index);
  const cashIncome = strategy.keepsGrowthInCash ? cashIncomeOf(quarters, index) : 0;
  const ran = notionalMonths(state.swaps, index);
  const cost = ran * (costs.halfBidOfferBp / 120_000) + marginCost(state, costs);
  state.kept += swapCarry + cashIncome - cost;
  state.notionalMonths += ran;
  const base = strategy.keepsGrowthInCash ? quarter.markedCashShort : quarter.marked;
  const swaps = aged(state.swaps, (struck) => monthsAtMark(struck, index));
  const { study, swapValue } = withSwaps(request, base, swaps, state.kept);
  const outcome = evaluate(study);
  const read = (id: string) => measureOf(outcome, id, '0');
  state.scored.push({
    date: quarter.date,
    netInterestIncome: quarter.netInterestIncome + swapCarry + cashIncome - cost,
    swapCarry,
    cashIncome,
    cost,
    marks: read('unrealised.afs') + read('unrealised.htm'),
    swapValue,
    economicE0: read('capital.economic.e0'),
    economicE0Ratio: read('capital.economicRatio.e0'),
    liquidityThreshold: read('runThreshold.liquidity.2d'),
    notional: swaps.reduce((sum, { notionalUsdMillion }) => sum + notionalUsdMillion, 0),
  });
}

/** Margin is what the swaps had lost at the quarter's start, funded for the quarter. */
function marginCost({ scored }: State, { marginFundingSpread }: ReplayCosts): number {
  return (Math.max(0, -(scored.at(-1)?.swapValue ?? 0)) * marginFundingSpread) / 4;
}

/** Part of the securities of a quarter that was bought since the first (BACKTEST-7). */
function grownShare(quarters: readonly ReplayQuarter[], index: number): number {
  const start = itemAt(quarters, 0).securitiesCost;
  return Math.max(0, 1 - start / itemAt(quarters, index).securitiesCost);
}

function cashIncomeOf(quarters: readonly ReplayQuarter[], index: number): number {
  const { resets, securitiesIncome } = itemAt(quarters, index);
  const grown = (at: number) => grownShare(quarters, at) * itemAt(quarters, at).securitiesCost;
  const share = (grownShare(quarters, index - 1) + grownShare(quarters, index)) / 2;
  const amount = (grown(index - 1) + grown(index)) / 2;
  const earned = (resets ?? []).reduce((sum, { rate }) => sum + (amount * rate) / 12, 0);
  return earned - share * securitiesIncome;
}

async function decide(
  request: BackTestRequest,
  strategy: ReplayStrategy,
  state: State,
  index: number,
): Promise<Result<null>> {
  const { date, decided } = itemAt(request.quarters, index);
  if (decided === null) return ok(null);
  const swaps = aged(state.swaps, (struck) => monthsAtDecision(struck, index));
  const made = await strategy.decide(withSwaps(request, decided, swaps, state.kept).study);
  if (!made.ok) return made;
  const day = decided.valuationDate;
  const struck = made.value.swaps.map((swap) => ({ ...swap, id: `${swap.id}-${day}` }));
  for (const swap of struck) state.swaps.push({ swap, quarter: index });
  state.decisions.push({ date: day, onReportOf: date, swaps: struck, words: made.value.words });
  return ok(null);
}
