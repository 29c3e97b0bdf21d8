import {
  type DayCount,
  type Issue,
  issue,
  type Read,
  type Result,
  read,
} from '../foundation/index.js';
import type { Compounding } from './compounding.js';
import { curveFromDiscounts, curveFromZeroRates } from './curve-from-nodes.js';
import { curveFromQuotes, type QuotedCurve } from './curve-from-quotes.js';
import type { CurveQuote } from './curve-quote.js';
import type { CurveExtrapolation, CurveInterpolation, DatedCurve } from './dated-curve.js';
import { flatCurve } from './flat-curve.js';
import { readCurveQuote } from './parse-curve-quote.js';
import {
  readCompounding,
  readDay,
  readDayCount,
  readExtrapolation,
  readFrequency,
  readInterpolation,
  readRate,
} from './parse-curve-terms.js';

const { flag, list, members, number, object, objectWith, oneOf, pointer } = read;

const MOST_NODES = 1000;
const MOST_QUOTES = 60;
const MOST_FIXINGS = 10000;

interface Joined {
  readonly referenceDate: number;
  readonly dayCount: DayCount;
  readonly interpolation: CurveInterpolation;
  readonly extrapolation: CurveExtrapolation;
}

const joined = {
  referenceDate: readDay,
  dayCount: readDayCount,
  interpolation: readInterpolation,
  extrapolation: readExtrapolation,
};

/** A curve in any of its JSON forms (rule CURVE-24), made; every problem is an issue. */
export const readDatedCurve: Read<DatedCurve> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const forms = ['flat', 'discounts', 'zero-rates', 'quotes'] as const;
  const form = oneOf<(typeof forms)[number]>(forms)(found.curve, pointer(path, 'curve'), issues);
  switch (form) {
    case undefined:
      return undefined;
    case 'flat':
      return readFlat(value, path, issues);
    case 'discounts':
      return readDiscounts(value, path, issues);
    case 'zero-rates':
      return readZeroRates(value, path, issues);
    case 'quotes': {
      const quoted = readCurveQuotes(value, path, issues);
      return quoted && madeOf(curveFromQuotes(quoted), path, issues);
    }
  }
};

/** The value, or nothing after the issues are told at the members of the JSON form. */
function madeOf(made: Result<DatedCurve>, path: string, issues: Issue[]): DatedCurve | undefined {
  if (made.ok) return made.value;
  for (const one of made.issues) {
    const steps = one.path
      .replace(/^discounts(\[\d+\])/, 'nodes$1.discount')
      .replace(/^zeroRates(\[\d+\])/, 'nodes$1.zeroRate')
      .replaceAll(/\[(\d+)\]/g, '/$1')
      .replaceAll('.', '/');
    issues.push(issue(one.code, `${path}/${steps}`, one.expected, one.got));
  }
  return undefined;
}

interface RateTerms {
  readonly compounding: Compounding;
  readonly frequency?: number;
}

/** A frequency where the compounding needs one, and nowhere else. */
function frequencyOf(terms: RateTerms, path: string, issues: Issue[]): number | undefined {
  const { compounding, frequency } = terms;
  const isNeeded = compounding !== 'simple' && compounding !== 'continuous';
  if (!isNeeded && frequency === undefined) return 0;
  if (isNeeded && frequency !== undefined && frequency > 0) return frequency;
  const expected = isNeeded
    ? `a frequency for ${compounding} rates`
    : `none for ${compounding} rates`;
  const got = frequency === undefined ? 'nothing' : `${frequency} a year`;
  issues.push(issue('curve.frequency', pointer(path, 'frequency'), expected, got));
  return undefined;
}

const readFlat: Read<DatedCurve> = (value, path, issues) => {
  const terms = objectWith(
    {
      curve: oneOf(['flat'] as const),
      referenceDate: readDay,
      rate: number({ min: -0.5, max: 1, what: 'a decimal rate' }),
      compounding: readCompounding,
      dayCount: readDayCount,
    },
    { frequency: readFrequency },
  )(value, path, issues);
  if (terms === undefined) return undefined;
  const frequencyPerYear = frequencyOf(terms, path, issues);
  if (frequencyPerYear === undefined) return undefined;
  const { compounding, dayCount, rate, referenceDate: referenceDay } = terms;
  if (rate < 0 && compounding !== 'continuous' && compounding !== 'compounded') {
    const expected = 'not negative: a simple rate would use up the whole amount one day';
    issues.push(issue('curve.rate', pointer(path, 'rate'), expected, String(rate)));
    return undefined;
  }
  return flatCurve({ referenceDay, rate, convention: { compounding, frequencyPerYear, dayCount } });
};

interface DiscountNode {
  readonly date: number;
  readonly discount: number;
}

const readDiscounts: Read<DatedCurve> = (value, path, issues) => {
  const terms = objectWith(
    {
      curve: oneOf(['discounts'] as const),
      ...joined,
      nodes: list(
        object<DiscountNode>({ date: readDay, discount: number({ what: 'a discount factor' }) }),
        MOST_NODES,
      ),
    },
    { negativeForwards: flag },
  )(value, path, issues);
  if (terms === undefined) return undefined;
  const made = curveFromDiscounts({
    ...curveTerms(terms),
    days: terms.nodes.map(({ date }) => date),
    discounts: terms.nodes.map(({ discount }) => discount),
    allowsNegativeForwards: terms.negativeForwards === true,
  });
  return madeOf(made, path, issues);
};

interface ZeroNode {
  readonly date: number;
  readonly zeroRate: number;
}

const readZeroRates: Read<DatedCurve> = (value, path, issues) => {
  const terms = objectWith(
    {
      curve: oneOf(['zero-rates'] as const),
      ...joined,
      compounding: readCompounding,
      nodes: list(object<ZeroNode>({ date: readDay, zeroRate: readRate }), MOST_NODES),
    },
    { frequency: readFrequency, negativeForwards: flag },
  )(value, path, issues);
  if (terms === undefined) return undefined;
  const frequencyPerYear = frequencyOf(terms, path, issues);
  if (frequencyPerYear === undefined) return undefined;
  const { compounding, dayCount } = terms;
  const made = curveFromZeroRates({
    ...curveTerms(terms),
    days: terms.nodes.map(({ date }) => date),
    zeroRates: terms.nodes.map(({ zeroRate }) => zeroRate),
    convention: { compounding, frequencyPerYear, dayCount },
    allowsNegativeForwards: terms.negativeForwards === true,
  });
  return madeOf(made, path, issues);
};

function curveTerms({ referenceDate, dayCount, interpolation, extrapolation }: Joined) {
  return { referenceDay: referenceDate, dayCount, interpolation, extrapolation };
}

interface QuotesJson extends Joined {
  readonly curve: 'quotes';
  readonly valuationDate: number;
  readonly quotes: readonly CurveQuote[];
}

interface QuotesRest {
  readonly fixings: readonly Fixing[];
  readonly discount: DatedCurve;
  readonly reference: DatedCurve;
}

interface Fixing {
  readonly date: number;
  readonly rate: number;
}

function areRising(fixings: readonly Fixing[], path: string, issues: Issue[]): boolean {
  const late = fixings.findIndex(({ date }, i) => i > 0 && date <= (fixings[i - 1]?.date ?? date));
  if (late < 0) return true;
  const expected = 'a date after the one before it';
  issues.push(issue('curve.order', pointer(path, late), expected, 'the same or an earlier one'));
  return false;
}

/** One curve deep: a curve that discounts or is referred to may discount by another, no further. */
const readKnownCurve: Read<DatedCurve> = (value, path, issues) => {
  if (!NESTED_TWICE.test(path)) return readDatedCurve(value, path, issues);
  issues.push(issue('curve.nesting', path, 'a curve that needs no third one', 'one that does'));
  return undefined;
};

const NESTED_TWICE = /(\/(discount|reference)){3}$/;

/**
 * Quotes and the curve they are to make, not yet solved, so that they can be bumped and solved
 * again (rules CURVE-23, CURVE-24).
 */
export const readCurveQuotes: Read<QuotedCurve> = (value, path, issues) => {
  const terms = objectWith<QuotesJson, QuotesRest>(
    {
      curve: oneOf(['quotes'] as const),
      ...joined,
      valuationDate: readDay,
      quotes: list(readCurveQuote, MOST_QUOTES),
    },
    {
      fixings: list(object<Fixing>({ date: readDay, rate: readRate }), MOST_FIXINGS),
      discount: readKnownCurve,
      reference: readKnownCurve,
    },
  )(value, path, issues);
  if (terms === undefined) return undefined;
  const { fixings = [], discount, reference, quotes, valuationDate } = terms;
  if (!areRising(fixings, pointer(path, 'fixings'), issues)) return undefined;
  const observed = new Map(fixings.map(({ date, rate }) => [date, rate]));
  const curve = { ...curveTerms(terms), valuationDay: valuationDate, quotes, fixings: observed };
  return {
    ...curve,
    ...(discount === undefined ? {} : { discount }),
    ...(reference === undefined ? {} : { reference }),
  };
};
