import type { Move } from '../stress/index.js';
import type { Cell, Table } from './case-result.js';
import type { DecisionFlips, LimitWatch } from './decision-flips.js';
import { distanceInWords } from './decision-words.js';
import { amountWords } from './flip-words.js';
import { columns, inWords, lowerFirst, table } from './table.js';

/** A move that, alone, breaks a limit or turns the decision; nearest = fewest standard moves. */
interface Watched {
  readonly what: string;
  readonly move: Move;
  readonly amount: number;
  readonly standardMoves: number;
}

/** What to watch, and what turns the recommendation (ANSWER-6, ANSWER-7). */
export function flipParts(flips: DecisionFlips): {
  readonly findings: readonly string[];
  readonly tables: readonly Table[];
} {
  const watched = watchedOf(flips);
  return {
    findings: [...standing(flips.limits), ...turning(flips), ...nearest(watched)],
    tables: flips.moves.length === 0 ? [] : [watchTable(watched, flips)],
  };
}

function standing(limits: readonly LimitWatch[]): string[] {
  const on = limits.filter(({ singles, room }) => room <= 0 && singles.length === 0);
  if (on.length === 0) return [];
  const names = on.map(({ limit }) => `"${limit.title}" (${limit.measure})`).join(', ');
  return [`The plan stands on ${names}: any move against it breaks it; read it first.`];
}

/** How little turns plan and runner-up round. */
function turning({ decision, moves, leftOut }: DecisionFlips): string[] {
  if (decision === null) {
    const found = leftOut.find(({ title }) => title.startsWith('The plan against'));
    return found === undefined ? [] : [`No flip point against the runner-up: ${found.reason}.`];
  }
  const { joint, slackNow, pointsChecked } = decision.flip;
  const lead = `The plan beats its runner-up by ${inWords(slackNow)} million a year`;
  if (joint === null) {
    return [
      `${lead}; no move within its range, and none of ${pointsChecked} joint ones, turns it.`,
    ];
  }
  const parts = moves.flatMap((move, index) => {
    const amount = joint.amounts[index] ?? 0;
    const share = joint.shares[index] ?? 0;
    return Math.abs(share) < TOLD_SHARE
      ? []
      : [`${lowerFirst(move.title)} ${amountWords(amount, move.unit)}`];
  });
  return [
    `${lead}; it turns at a standard distance of ${joint.distance.toFixed(2)}: ` +
      `${parts.join('; ')}.`,
  ];
}

const TOLD_SHARE = 0.01;

function nearest(watched: readonly Watched[]): string[] {
  const [first] = watched;
  if (first === undefined) return [];
  const { what, move, amount, standardMoves } = first;
  const name = lowerFirst(move.title);
  const far = `${amountWords(amount, move.unit)}, ${standardMoves.toFixed(2)} standard moves`;
  const at =
    move.kind === 'curve'
      ? `${name}: at ${far},`
      : `${name}, now ${levelWords(move, 0)}: at ${levelWords(move, amount)} (${far})`;
  return [`What to watch: ${at} ${what}. Read it in: ${move.source}.`];
}

/** Level of an assumption after a move of it. */
function levelWords(move: Move, amount: number): string {
  const level = move.levelNow + amount;
  return move.unit === 'beta' ? level.toFixed(3) : `${inWords(100 * level)}%`;
}

/** Every single flip of limits and decision, nearest first in standard moves. */
function watchedOf({ limits, decision, moves, spreads }: DecisionFlips): readonly Watched[] {
  const of = (what: string, singles: LimitWatch['singles']): Watched[] =>
    singles.flatMap(({ move: id, amount }) => {
      const index = moves.findIndex((each) => each.id === id);
      const move = moves[index];
      const spread = spreads[index] ?? 0;
      if (amount === null || move === undefined || !(spread > 0)) return [];
      return [{ what, move, amount, standardMoves: Math.abs(amount) / spread }];
    });
  return [
    ...limits.flatMap(({ limit, singles }) => of(`"${limit.title}" is broken`, singles)),
    ...of('the runner-up is the better plan', decision?.flip.singles ?? []),
  ].toSorted((a, b) => a.standardMoves - b.standardMoves);
}

function watchTable(watched: readonly Watched[], { limits, leftOut }: DecisionFlips): Table {
  const held = limits.map(({ limit, room }) => {
    const left = room <= 0 ? 'none' : distanceInWords(limit.measure, room);
    return `${limit.title}: ${left}`;
  });
  return table(
    'decision-watch',
    'What to watch: each move alone, nearest first',
    columns(
      'move | What moves |',
      'amount | By |',
      'standard | Standard moves |',
      'what | What then |',
      'source | Read it in |',
    ),
    watched
      .slice(0, MOST_ROWS)
      .map(({ what, move, amount, standardMoves }): Cell[] => [
        ...[move.title, amountWords(amount, move.unit), standardMoves],
        ...[what, move.source],
      ]),
    [
      `Room of the plan: ${held.join('; ')}.`,
      ...(watched.length > MOST_ROWS ? [`${watched.length - MOST_ROWS} farther: --json.`] : []),
      ...leftOut.map(({ title, reason }) => `Not sought: ${title}: ${reason}.`),
      'One standard move is the public spread of FLIP-4; a distance is no probability.',
    ],
  );
}

const MOST_ROWS = 12;
