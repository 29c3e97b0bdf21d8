import { type Issue, isoFromDay, issue, itemAt, type Read, read } from '../../foundation/index.js';
import { readInterestRateSwap, readSwap } from '../swap/parse-swap.js';
import type { SwapLeg, SwapTerms } from '../swap/swap-terms.js';
import type { SwaptionTerms } from './swaption.js';

/** Some ten years of months: the time of a valuation grows with the square of their number. */
const MOST_EXERCISE_DATES = 130;

/** A swap in its short or its full form. */
const readUnderlying: Read<SwapTerms> = (value, path, issues) => {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  const door = found.instrument === 'swap' ? readSwap : readInterestRateSwap;
  return door(value, path, issues);
};

const COMMON = {
  position: read.oneOf<SwaptionTerms['position']>(['long', 'short']),
  swap: readUnderlying,
};
const OPTIONAL = { straddle: read.flag };

const readEuropeanObject = read.objectWith(
  {
    instrument: read.oneOf<'european-swaption'>(['european-swaption']),
    ...COMMON,
    exerciseDate: read.day,
    settlement: read.oneOf<SwaptionTerms['settlement']>(['physical', 'cash']),
  },
  OPTIONAL,
);

const readBermudanObject = read.objectWith(
  {
    instrument: read.oneOf<'bermudan-swaption'>(['bermudan-swaption']),
    ...COMMON,
    exerciseDates: read.list(read.day, MOST_EXERCISE_DATES, 1),
  },
  {},
);

interface Found {
  readonly position: SwaptionTerms['position'];
  readonly swap: SwapTerms;
  readonly straddle?: boolean;
}

interface Exercise extends Pick<SwaptionTerms, 'exerciseDays' | 'settlement'> {
  /** The key that the days are told under. */
  readonly key: 'exerciseDate' | 'exerciseDates';
}

/** Payer or receiver by the side of the fixed leg; a straddle is both. */
function termsOf(
  found: Found,
  exercise: Exercise,
  path: string,
  issues: Issue[],
): SwaptionTerms | undefined {
  const { legs } = found.swap;
  const at = read.pointer(path, 'swap');
  const fixed = legs.find((leg) => leg.rate.kind === 'fixed');
  const floating = legs.find((leg) => leg.rate.kind === 'term' || leg.rate.kind === 'overnight');
  const isPair = legs.length === 2 && fixed !== undefined && floating !== undefined;
  if (!isPair || fixed.side === floating.side) {
    const expected = 'a fixed leg against a floating one';
    issues.push(issue('swaption.legs', at, expected, legs.map(({ rate }) => rate.kind).join(', ')));
    return undefined;
  }
  if (startIssues(fixed, exercise, path, issues)) return undefined;
  const { exerciseDays, settlement } = exercise;
  const side = fixed.side === 'pay' ? 'payer' : 'receiver';
  const right = found.straddle === true ? 'straddle' : side;
  return { right, position: found.position, fixed, floating, exerciseDays, settlement };
}

function startIssues(
  fixed: SwapLeg,
  { exerciseDays, key }: Exercise,
  path: string,
  issues: Issue[],
): boolean {
  const { startDay, endDay } = fixed.schedule;
  const before = issues.length;
  for (const [index, day] of exerciseDays.entries()) {
    const least = index === 0 ? Number.NEGATIVE_INFINITY : itemAt(exerciseDays, index - 1);
    const isLate = exerciseDays.length === 1 ? day > startDay : day >= endDay;
    if (day > least && !isLate) continue;
    const expected =
      exerciseDays.length === 1
        ? 'a day not after the swap starts'
        : 'rising days before the swap ends';
    const keyAt = read.pointer(path, key);
    const at = key === 'exerciseDate' ? keyAt : read.pointer(keyAt, index);
    issues.push(issue('swaption.exercise', at, expected, isoFromDay(day)));
  }
  return issues.length > before;
}

/**
 * The door of European swaptions, JSON `"instrument": "european-swaption"` with the swap as
 * `interest-rate-swap` or `swap` (rule OPTION-10).
 */
export const readEuropeanSwaption: Read<SwaptionTerms> = (value, path, issues) => {
  const found = readEuropeanObject(value, path, issues);
  if (found === undefined) return undefined;
  const { settlement } = found;
  return termsOf(
    found,
    { exerciseDays: [found.exerciseDate], settlement, key: 'exerciseDate' },
    path,
    issues,
  );
};

/** The door of Bermudan swaptions, JSON `"instrument": "bermudan-swaption"`, settled in swaps. */
export const readBermudanSwaption: Read<SwaptionTerms> = (value, path, issues) => {
  const found = readBermudanObject(value, path, issues);
  if (found === undefined) return undefined;
  const exerciseDays = found.exerciseDates;
  return termsOf(
    found,
    { exerciseDays, settlement: 'physical', key: 'exerciseDates' },
    path,
    issues,
  );
};
