import type { BackTest, ScoredQuarter, StrategyScore } from '../decision/index.js';
import { itemAt } from '../foundation/index.js';
import { FAILURE_PARAMETERS } from '../stress/index.js';
import type { Answer } from './answer.js';
import { REPLAY_PRICING } from './back-test-policy.js';
import { backTestTables } from './back-test-tables.js';
import type { Picture } from './case-result.js';
import { inWords } from './table.js';

/** CET1 minimum: 12 CFR 217.10(a)(1)(i), applied to economic CET1. */
const MINIMUM = 0.045;

/** What a strategy ends with; @throws when it has no quarter. */
export function lastOf({ quarters }: StrategyScore): ScoredQuarter {
  return itemAt(quarters, quarters.length - 1);
}

/**
 * The score of a replay in words, tables and lines (BACKTEST-9). The first strategy is what the
 * bank did, the second the recommendations.
 */
export function backTestAnswer(
  bank: string,
  result: BackTest,
  assumptions: readonly string[],
): Answer {
  return {
    title: `Decision back-test of ${bank}, ${spanOf(result)}`,
    findings: findingsOf(result),
    tables: backTestTables(result),
    pictures: [ratioPicture(result), incomePicture(result)],
    sources: [
      'docs/method/back-test.md; docs/validation/svb-back-test.md',
      'Call Reports: library/data/call-report-quarters; curves: library/data/us-treasury-par',
      ...assumptions,
    ],
  };
}

function spanOf({ strategies }: BackTest): string {
  const { quarters } = itemAt(strategies, 0);
  return `${itemAt(quarters, 0).date} to ${itemAt(quarters, quarters.length - 1).date}`;
}

function findingsOf(result: BackTest): string[] {
  const [nothing, recommended] = [itemAt(result.strategies, 0), itemAt(result.strategies, 1)];
  return [
    endFinding(result.strategies),
    incomeFinding(nothing, recommended),
    rankFinding(result.strategies, recommended),
    minimumFinding(nothing, recommended),
    runFinding(result.strategies),
    relaxedFinding(recommended),
    modelFinding(result),
  ];
}

const percent = (ratio: number) => `${inWords(100 * ratio)}%`;

function endFinding(strategies: readonly StrategyScore[]): string {
  const { date } = lastOf(itemAt(strategies, 0));
  const ends = strategies.map((each) => {
    const { economicE0, economicE0Ratio } = lastOf(each);
    return `${each.title.toLowerCase()} ${inWords(economicE0)} (${percent(economicE0Ratio)})`;
  });
  return `Economic CET1 (E0) at ${date}, million and of RWA: ${ends.join('; ')}.`;
}

function incomeFinding(nothing: StrategyScore, recommended: StrategyScore): string {
  const more = recommended.netInterestIncome - nothing.netInterestIncome;
  const worst = worstGap(nothing, recommended);
  const spread = (recommended.notionalYears * 25) / 10_000;
  return (
    `The recommendations brought ${inWords(more)} million of net interest income against what ` +
    `the bank did, after ${inWords(recommended.cost)} million of dealing and margin; at the ` +
    `worst point they were ${inWords(worst)} million behind. 25 bp of swap spread would have ` +
    `cost ${inWords(spread)} million.`
  );
}

/** The deepest that cumulative income stood below that of doing nothing. */
function worstGap(nothing: StrategyScore, other: StrategyScore): number {
  return Math.max(0, ...cumulativeGap(nothing, other).map((gap) => -gap));
}

/** Income of a strategy less that of the bank, added up quarter by quarter. */
export function cumulativeGap(nothing: StrategyScore, other: StrategyScore): number[] {
  let sum = 0;
  return other.quarters.map(({ netInterestIncome }, index) => {
    sum += netInterestIncome - itemAt(nothing.quarters, index).netInterestIncome;
    return sum;
  });
}

function rankFinding(strategies: readonly StrategyScore[], recommended: StrategyScore): string {
  const rank = (of: (each: StrategyScore) => number) =>
    1 + strategies.filter((each) => of(each) > of(recommended)).length;
  const better = strategies.filter(
    (each) => lastOf(each).economicE0 > lastOf(recommended).economicE0,
  );
  const beaten =
    better.length === 0
      ? 'No other strategy kept more capital'
      : `More capital was kept by: ${better.map(({ title }) => title.toLowerCase()).join(', ')}`;
  return (
    `Of ${strategies.length} strategies the recommendations come ` +
    `number ${rank((each) => lastOf(each).economicE0)} in economic CET1 at the end and ` +
    `number ${rank(({ netInterestIncome }) => netInterestIncome)} in income. ${beaten}.`
  );
}

function minimumFinding(nothing: StrategyScore, recommended: StrategyScore): string {
  const ratio = lastOf(recommended).economicE0Ratio;
  const bank = percent(lastOf(nothing).economicE0Ratio);
  const verdict =
    ratio >= MINIMUM
      ? `would have kept economic CET1 above ${percent(MINIMUM)} of RWA`
      : `would not have kept economic CET1 at ${percent(MINIMUM)} of RWA`;
  return (
    `Following the recommendations ${verdict}: ${percent(ratio)} at the end ` +
    `(the bank: ${bank}).`
  );
}

function runFinding(strategies: readonly StrategyScore[]): string {
  const asked = FAILURE_PARAMETERS.severe.uninsuredOutflowDayTwo;
  const met = strategies.map(
    (each) => `${each.title.toLowerCase()} ${percent(lastOf(each).liquidityThreshold)}`,
  );
  const survives = strategies.some((each) => lastOf(each).liquidityThreshold >= asked);
  const verdict = survives ? 'Some would have met' : 'None would have met';
  return (
    `${verdict} a run of ${percent(asked)} of uninsured deposits in two days, as was asked of ` +
    `the bank in March 2023, from cash and the sale of all securities: ${met.join('; ')}. ` +
    'Swaps bring no cash in a run.'
  );
}

function relaxedFinding({ decisions }: StrategyScore): string {
  const relaxed = decisions.filter(({ words }) => words.startsWith('relaxed')).length;
  return (
    `In ${relaxed} of ${decisions.length} decisions no plan met every limit and the smallest ` +
    'relaxation was followed; the table names it.'
  );
}

function modelFinding({ predictions }: BackTest): string {
  const fall = predictions.filter(({ reported }) => reported < 0);
  const sum = (of: (each: (typeof predictions)[number]) => number) =>
    fall.reduce((total, each) => total + of(each), 0);
  return (
    `In the ${fall.length} quarters in which marks fell, they fell by ` +
    `${inWords(-sum((p) => p.reported))} million; the book of the quarter before loses ` +
    `${inWords(-sum((p) => p.predicted))} million on the new curves: the test of the duration ` +
    'decided on.'
  );
}

function ratioPicture({ strategies }: BackTest): Picture {
  return {
    kind: 'lines',
    id: 'back-test-e0',
    title: 'Economic CET1 (E0) after costs, of risk-weighted assets',
    unit: '%',
    points: itemAt(strategies, 0).quarters.map(({ date }) => date),
    series: strategies.map(({ title, quarters }) => ({
      name: title,
      values: quarters.map(({ economicE0Ratio }) => 100 * economicE0Ratio),
    })),
  };
}

function incomePicture({ strategies }: BackTest): Picture {
  const nothing = itemAt(strategies, 0);
  return {
    kind: 'lines',
    id: 'back-test-income',
    title: 'Net interest income against what the bank did, after costs, added up',
    unit: 'USD million',
    points: nothing.quarters.map(({ date }) => date),
    series: strategies.map((each) => ({
      name: each.title,
      values: cumulativeGap(nothing, each),
    })),
  };
}

/** What a replay assumes, for its reader. */
export function replayAssumptions(depositLifeYears: number): readonly string[] {
  const { halfBidOfferBp, marginFundingSpread } = REPLAY_PRICING;
  return [
    `Judgement: deposits without maturity live ${depositLifeYears} years on average, always`,
    `Costs: ${halfBidOfferBp} bp of notional a year, margin funded at ` +
      `${10_000 * marginFundingSpread} bp; swaps at Treasury par rates, spread 0 (-30 to +25 bp)`,
    'Limit: strategies and limits were chosen knowing how it ended; no market impact',
    'Hindsight: levers, buckets and the lowest prepayment were changed after first runs; what ' +
      'they gave stands in docs/validation/svb-back-test.md',
  ];
}
