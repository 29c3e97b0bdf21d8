import type { Limit, TradeOffPoint } from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import type { Cell, Picture, Table } from './case-result.js';
import type { DecisionFrontier, DecisionResult } from './decide.js';
import { amountInWords } from './decision-words.js';
import { shownScale } from './limit-scale.js';
import { columns, inWords, lowerFirst, table } from './table.js';

/** Cost of protection against EVE and capital, told, drawn and tabled (ANSWER-4). */
export function frontierParts(
  result: DecisionResult,
  frontier: DecisionFrontier,
): {
  readonly findings: readonly string[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
} {
  const [first, second] = frontier.moved.map(({ limit }) => limitOf(result, limit));
  if (first === undefined || second === undefined) throw new Error('a frontier moves two limits');
  const { points } = frontier;
  const meeting = points.filter(({ meets }) => meets);
  const efficient = meeting.filter(({ dominated, sameAs }) => !dominated && sameAs === null);
  return {
    findings: [
      `Frontier: of ${points.length} pairs of floors ${meeting.length} can be met, ` +
        `by ${efficient.length} different efficient plans${dearestStep(efficient, first)}.`,
    ],
    tables: [frontierTable(frontier, first, second)],
    pictures: efficient.length < 2 ? [] : [frontierPicture(frontier, first, second)],
  };
}

function limitOf({ limits }: DecisionResult, id: string): Limit | undefined {
  return limits.find((each) => each.id === id);
}

/** What the ends of the efficient points say: income given up between them. */
function dearestStep(efficient: readonly TradeOffPoint[], first: Limit): string {
  const sorted = efficient.toSorted((a, b) => a.costUsdMillion - b.costUsdMillion);
  const [cheapest, dearest] = [sorted[0], sorted.at(-1)];
  if (cheapest === undefined || dearest === undefined || cheapest === dearest) return '';
  const more = inWords(dearest.costUsdMillion - cheapest.costUsdMillion);
  const at = (point: TradeOffPoint): string => amountInWords(first.measure, point.reached[0]);
  return (
    `; from the cheapest (${first.measure} ${at(cheapest)}) to the dearest (${at(dearest)}) ` +
    `income falls by ${more} million a year (nii.12m and yearly costs)`
  );
}

function frontierTable(frontier: DecisionFrontier, first: Limit, second: Limit): Table {
  return table(
    'decision-frontier',
    `Least cost for each pair of floors: first "${first.title}", second "${second.title}"`,
    columns(
      'point | Point |',
      `first | First floor | ${unitOf(first)}`,
      `second | Second floor | ${unitOf(second)}`,
      `reached | First reached | ${unitOf(first)}`,
      `reachedSecond | Second reached | ${unitOf(second)}`,
      'cost | Cost | USD million a year',
      'income | 12-month NII less yearly costs | USD million',
      'status | Status |',
    ),
    frontier.points.map((point, index): Cell[] => [
      index + 1,
      ...[shownScale(first) * point.floors[0], shownScale(second) * point.floors[1]],
      ...[shownScale(first) * point.reached[0], shownScale(second) * point.reached[1]],
      ...[point.costUsdMillion, frontier.baseNiiUsdMillion - point.costUsdMillion],
      statusOf(point),
    ]),
    [
      'Each point is a plan of its own, valued in full, every other limit unchanged. Dominated: ' +
        'another point costs no more, reaches no less in both and is better in one. A point ' +
        'whose limits were relaxed or whose rounds did not agree stands on no frontier.',
    ],
  );
}

function statusOf({ meets, dominated, sameAs, plan }: TradeOffPoint): string {
  if (meets && sameAs !== null) return `the plan of ${sameAs + 1}`;
  if (meets) return dominated ? 'dominated' : 'efficient';
  return plan.status === 'relaxed' ? 'cannot be met' : 'did not agree';
}

function unitOf(limit: Limit): string {
  return shownScale(limit) === 100 ? '%' : 'USD million';
}

/** One line for each floor of the second limit; dominated points stand apart from the lines. */
function frontierPicture(frontier: DecisionFrontier, first: Limit, second: Limit): Picture {
  const points = frontier.points.filter(({ meets }) => meets);
  return {
    kind: 'frontier',
    id: 'decision-frontier',
    title: `Income against ${named(first)}, one line for each floor of ${named(second)}`,
    xTitle: `Worst ${named(first)}, ${unitOf(first)}`,
    yTitle: '12-month NII less yearly costs, USD million',
    points: points.map((point) => ({
      label: amountInWords(second.measure, point.floors[1]),
      x: shownScale(first) * point.reached[0],
      y: frontier.baseNiiUsdMillion - point.costUsdMillion,
      line: `${named(second)} at least ${amountInWords(second.measure, point.floors[1])}`,
      dominated: point.dominated,
    })),
  };
}

function named({ measure }: Limit): string {
  return lowerFirst(measureDefinition(measure).title);
}
