import type { FlipComponent, LimitFlip, Move } from '../stress/index.js';
import { inWords, lowerFirst } from './table.js';

const SIGNED = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  const sign = Number(text) === 0 ? '' : value < 0 ? '−' : '+';
  return `${sign}${text}`;
};

/** An amount of a move in its own unit, for a reader. */
export function amountWords(amount: number, unit: string): string {
  switch (unit) {
    case 'bp':
      return `${SIGNED(amount, 0)} bp`;
    case 'beta':
      return SIGNED(amount, 3);
    case 'a year':
      return `${SIGNED(100 * amount, 1)} points a year`;
    case 'share of deposits':
      return `${SIGNED(100 * amount, 1)} points of deposits`;
    case 'share of uninsured':
      return `${SIGNED(100 * amount, 1)}% of uninsured deposits`;
    default:
      return `${SIGNED(100 * amount, 1)}%`;
  }
}

/** The level after a move, where a reader knows it better than the amount. */
export function levelWords({ unit, level }: FlipComponent): string {
  if (unit === 'beta') return `, to ${level.toFixed(3)}`;
  if (unit === 'a year' && level > 0) return `, to a life of ${(1 / level).toFixed(1)} years`;
  return '';
}

/** Where the level stands among peers or past years, or that no public percentiles are held. */
export function percentileWords(component: FlipComponent): string {
  const { percentile, beyond, kind } = component;
  const among = kind === 'curve' ? 'one-year changes' : 'peers';
  if (beyond === 'below') return `below the 5th percentile of ${among}`;
  if (beyond === 'above') return `above the 95th percentile of ${among}`;
  if (percentile === null) return 'no percentiles held';
  return `${ordinal(Math.round(100 * percentile))} percentile of ${among}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(value: number): string {
  const last = value % 10;
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${value}${ending}`;
}

/** The slack of a limit where things stand, in its unit. */
export function slackWords({ limit, slackNow }: LimitFlip): string {
  if (limit.unit === 'USD million') return `USD ${inWords(slackNow)} million`;
  if (limit.plusMove !== undefined) {
    const share = `${inWords(100 * slackNow)}% of uninsured deposits`;
    return slackNow === 1 ? 'no outflow up to 100%' : `an outflow of ${share}`;
  }
  return `${inWords(100 * slackNow)} points`;
}

/** The joint flip in one sentence: its distance and the move with the widest share of it. */
export function jointWords(found: LimitFlip): string {
  const { limit, direction, flip, components } = found;
  const { joint, pointsChecked, confirmed } = flip;
  const head =
    direction === 'return'
      ? `${limit.title} is breached already, by ${slackWords(found).replace('−', '')}`
      : limit.title;
  if (flip.slackNow === 0) return `${head}: it stands on the limit.`;
  if (joint === null) {
    const what = direction === 'return' ? 'no way back' : 'no flip';
    return `${head}: ${what} within the ranges, at ${pointsChecked} points.`;
  }
  const [widest] = components.toSorted((a, b) => b.share - a.share);
  const most =
    widest === undefined
      ? ''
      : `, above all by ${lowerFirst(widest.title)} ` +
        `${amountWords(widest.amount, widest.unit)}${levelWords(widest)}`;
  const verb = direction === 'return' ? 'the nearest way back lies at' : 'it flips at';
  const check = confirmed
    ? ''
    : '; a nearer one may exist: the search ended before its points were clear';
  return `${head}: ${verb} ${inDistance(joint.distance)}${most}${check}.`;
}

/** A standard distance with two digits. */
export function inDistance(distance: number): string {
  return `a standard distance of ${distance.toFixed(2)}`;
}

/** Every move alone that flips, nearest first, as `title amount`. */
export function singleWords({ flip, direction }: LimitFlip, moves: readonly Move[]): string {
  const found = flip.singles.flatMap(({ move, amount }) => {
    const of = moves.find(({ id }) => id === move);
    return amount === null || of === undefined
      ? []
      : [`${of.title} ${amountWords(amount, of.unit)}`];
  });
  if (found.length > 0) return found.join('; ');
  return direction === 'return' ? 'none brings it back' : 'none within its range';
}
