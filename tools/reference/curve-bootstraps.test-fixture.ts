import type {
  CalendarId,
  CurveInterpolation,
  CurveQuote,
  DayCount,
  DepositConvention,
  IrsConvention,
  OisConvention,
  Period,
} from '@almfes/engine';
import { dayOf, periodOf } from './date.test-fixture.js';
import { parYieldsOf } from './par-yields.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

/** A bootstrap of the reference file, as far as its fields are known; all but the id may miss. */
export interface BootstrapCase {
  readonly id: string;
  readonly inputs: {
    readonly evaluationDate: string;
    readonly settlement?: string;
    readonly deposits?: readonly TenorQuote[];
    readonly fras?: readonly TenorQuote[];
    readonly ois?: readonly TenorQuote[];
    readonly swaps?: readonly TenorQuote[];
    readonly quotes?: readonly FutureRow[];
    readonly conventions?: string;
    readonly curve?: string;
    readonly note?: string;
    readonly fixings?: Readonly<Record<string, number>>;
  };
  readonly expected?: unknown;
  readonly tolerance?: number;
  readonly computed_ql129_nodes?: readonly NodeRow[];
  readonly computed_ql129?: Readonly<Record<string, NodeSet>>;
  readonly swaps?: readonly SwapRow[];
}

export interface TenorQuote {
  readonly tenor: string;
  readonly rate: number;
  readonly start?: string;
  readonly settlementDays?: number;
}

export interface FutureRow {
  readonly freq: string;
  readonly month: string | number;
  readonly year: number;
  readonly price: number;
  readonly convexity?: number;
}

export interface NodeRow {
  readonly date: string;
  readonly df: number;
  readonly zeroContA365?: number | null;
}

interface NodeSet {
  readonly nodes?: readonly NodeRow[];
  readonly offNode?: readonly NodeRow[];
}

export interface SwapRow {
  readonly tenor: string;
  readonly fixedRate: number;
  readonly side: string;
  readonly notional: number;
  readonly start: string;
  readonly end: string;
  readonly npv: number;
  readonly parRate: number;
  readonly fixedLegBPS?: number;
  readonly keyRateDV01_parQuoteBump_central?: Readonly<Record<string, number>>;
  readonly sumKeyRateDV01?: number;
  readonly parallelParBumpDV01_central?: number;
  readonly parallelZeroBumpDV01_central?: number;
}

/** The bootstraps of the file that stand on dates; the others are par yields by length alone. */
export function bootstrapCases(): readonly BootstrapCase[] {
  if (!hasReference) return [];
  const { bootstraps } = reference<{ bootstraps: readonly BootstrapCase[] }>('curves_swaps.json');
  return bootstraps.filter(({ inputs }) => inputs.evaluationDate !== undefined);
}

const TOLD_ELSEWHERE = ['evaluationDate', 'settlement', 'conventions', 'curve', 'note'];

/** Conventions in words, with every further term that is a word or a number: `payment lag 2`. */
export function textOf({ inputs }: BootstrapCase): string {
  const terms = Object.entries(inputs).flatMap(([name, told]) => {
    if (TOLD_ELSEWHERE.includes(name) || typeof told === 'object') return [];
    return [`${name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()} ${told}`];
  });
  return [inputs.conventions, inputs.curve, ...terms].filter((part) => part).join('; ');
}

function need(found: string | undefined, what: string, text: string): string {
  if (found === undefined) throw new Error(`no ${what} in "${text}"`);
  return found;
}

export function calendarOf(text: string): CalendarId {
  if (/TARGET/.test(text)) return 'target';
  if (/fed(eral)? ?(funds|reserve)/i.test(text)) return 'us-federal-reserve';
  if (/SOFR/.test(text)) return 'us-sofr';
  if (/government ?bond/i.test(text)) return 'us-government-bond';
  if (/UnitedStates|\bUS\b/.test(text)) return 'us-settlement';
  if (/SONIA|London|\bUK\b/i.test(text)) return 'uk-settlement';
  throw new Error(`no calendar in "${text}"`);
}

/** The day count in which the curve counts its time. */
export function curveDayCount(text: string): DayCount {
  const stated = /(?:curve time|curve in|time in|\bdf\b)[^,;]*?(ACT\/\d+F?)/i.exec(text)?.[1];
  const all = [...text.matchAll(/ACT\/\d+F?/gi)].map(([found]) => found);
  return dayCountOf(need(stated ?? all.at(-1), 'day count of the curve', text));
}

function dayCountOf(text: string): DayCount {
  if (/30\/360/.test(text)) return '30/360';
  if (/^ACT\/365/i.test(text)) return 'ACT/365F';
  if (/^ACT\/360/i.test(text)) return 'ACT/360';
  throw new Error(`unknown day count ${text}`);
}

export function referenceDayOf({ inputs }: BootstrapCase): number {
  const text = inputs.conventions ?? '';
  const isSettlement = /reference\s*=\s*settlement/i.test(text) && inputs.settlement !== undefined;
  return dayOf(isSettlement ? (inputs.settlement ?? '') : inputs.evaluationDate);
}

const INTERPOLATIONS: Readonly<Record<string, CurveInterpolation>> = {
  LogLinearDiscount: 'log-linear-discount',
  LinearDiscount: 'linear-discount',
  LinearZero: 'linear-zero',
  FlatForward: 'flat-forward',
  LinearForward: 'linear-forward',
  CubicZero: 'harmonic-cubic-zero',
  KrugerZero: 'harmonic-cubic-zero',
  NaturalCubicZero: 'natural-cubic-zero',
  LogCubicDiscount: 'monotone-cubic-log-discount',
  KrugerLogDiscount: 'harmonic-cubic-log-discount',
  NaturalLogCubicDiscount: 'natural-cubic-log-discount',
  SplineCubicDiscount: 'natural-cubic-discount',
};

export function interpolationByName(name: string): CurveInterpolation {
  const found = INTERPOLATIONS[name.replace(/^Piecewise/, '')];
  if (found === undefined) throw new Error(`unknown interpolation ${name}`);
  return found;
}

/** The interpolation that the conventions tell in words. */
export function interpolationOf(text: string): CurveInterpolation {
  const names = Object.keys(INTERPOLATIONS).filter((name) => text.includes(name));
  // The longest: one name may be the end of another.
  const [name] = names.toSorted((a, b) => b.length - a.length);
  if (name !== undefined) return interpolationByName(name);
  if (/log-?cubic/i.test(text) && !/natural/i.test(text)) return 'monotone-cubic-log-discount';
  if (/log-?linear/i.test(text)) return 'log-linear-discount';
  if (/flat[- ]?forward|forward[- ]?flat|backward[- ]?flat|constant forward/i.test(text))
    return 'flat-forward';
  if (/linear[- ]?forward/i.test(text)) return 'linear-forward';
  if (/linear[- ]?zero|zero[^;]*linear/i.test(text)) return 'linear-zero';
  if (/discount, linear|linear (df|discount)/i.test(text)) return 'linear-discount';
  if (/natural cubic/i.test(text)) return 'natural-cubic-zero';
  throw new Error(`no interpolation in "${text}"`);
}

const MONTHS_OF_WORD = { annual: 12, semiannual: 6, quarterly: 3, monthly: 1 } as const;

function tenorOfWord(text: string): Period {
  const word = /semi-?annual|annual|quarterly|monthly/i.exec(text)?.[0];
  const name = need(word, 'frequency', text).toLowerCase().replace('-', '');
  const found = Object.entries(MONTHS_OF_WORD).find(([known]) => known === name);
  return { count: found?.[1] ?? Number.NaN, unit: 'M' };
}

function spotDaysOf(text: string): number {
  return Number(/spot (\d)/.exec(text)?.[1] ?? 2);
}

function depositConvention(text: string): DepositConvention {
  return {
    calendar: calendarOf(text),
    spotDays: spotDaysOf(text),
    dayCount: dayCountOf(need(/ACT\/\d+F?/i.exec(text)?.[0], 'day count', text)),
    businessDay: 'ModifiedFollowing',
    endOfMonth: /EOM/.test(text),
  };
}

/** The day count said of the legs, or the first one said. */
function legDayCount(text: string): string {
  const ofLegs = /(ACT\/\d+F?)[^,;]*\blegs?\b/i.exec(text)?.[1];
  return need(ofLegs ?? /ACT\/\d+F?/i.exec(text)?.[0], 'day count', text);
}

function paymentLagOf(text: string): number {
  const after = /payment lag[^,;\d]*(\d)/i.exec(text)?.[1];
  const before = /(\d) ?-?(?:bd|d|days?|business days?) payment lag/i.exec(text)?.[1];
  return Number(after ?? before ?? 0);
}

export function oisConvention(text: string): OisConvention {
  return {
    calendar: calendarOf(text),
    spotDays: spotDaysOf(text),
    dayCount: dayCountOf(legDayCount(text)),
    // Once a year where nothing is said: the usual term of overnight swaps.
    paymentTenor: /annual|quarterly|monthly/i.test(text) ? tenorOfWord(text) : periodOf('1Y'),
    paymentLagDays: paymentLagOf(text),
    averaging: /averag|arithmetic/i.test(text) ? 'simple' : 'compounded',
    businessDay: 'ModifiedFollowing',
    endOfMonth: true,
    pillar: /pillar[^,;]*maturity/i.test(text) ? 'maturity' : 'last-payment',
  };
}

function irsConvention(text: string): IrsConvention {
  const fixed = need(/fixed[^;]*?vs/i.exec(text)?.[0], 'fixed leg', text);
  const floating = need(/vs[^;]*/i.exec(text)?.[0], 'floating leg', text);
  const dayCount = need(/30\/360|ACT\/\d+F?/i.exec(fixed)?.[0], 'day count', fixed);
  const index = need(/(\d+)M/.exec(floating)?.[1], 'index tenor', floating);
  return {
    calendar: calendarOf(text),
    spotDays: spotDaysOf(text),
    endOfMonth: false,
    paymentBusinessDay: 'ModifiedFollowing',
    fixed: {
      tenor: tenorOfWord(fixed),
      dayCount: dayCountOf(dayCount),
      businessDay: /unadjusted/i.test(fixed) ? 'Unadjusted' : 'ModifiedFollowing',
    },
    floating: {
      tenor: { count: Number(index), unit: 'M' },
      dayCount: dayCountOf(need(/ACT\/\d+F?/i.exec(floating)?.[0], 'day count', floating)),
      businessDay: 'ModifiedFollowing',
    },
  };
}

const settled = (row: TenorQuote) =>
  row.settlementDays === undefined ? {} : { settlementDays: row.settlementDays };

/** All quotes of a case but futures, in the order deposits, FRAs, overnight swaps, swaps. */
export function quotesOf(one: BootstrapCase): readonly CurveQuote[] {
  const text = textOf(one);
  const { deposits = [], fras = [], ois = [], swaps = [] } = one.inputs;
  return [
    ...deposits.map((row): CurveQuote => {
      const convention = depositConvention(text);
      const tenor = periodOf(row.tenor);
      return { kind: 'deposit', rate: row.rate, tenor, ...settled(row), convention };
    }),
    ...fras.map((row): CurveQuote => {
      const start = periodOf(need(row.start, 'start', row.tenor));
      const convention = depositConvention(text);
      return { kind: 'fra', rate: row.rate, start, tenor: periodOf(row.tenor), convention };
    }),
    ...ois.map((row): CurveQuote => {
      const convention = oisConvention(text);
      const tenor = periodOf(row.tenor);
      return { kind: 'ois', rate: row.rate, tenor, ...settled(row), convention };
    }),
    ...swaps.map((row): CurveQuote => {
      const convention = irsConvention(text);
      return { kind: 'irs', rate: row.rate, tenor: periodOf(row.tenor), convention };
    }),
    ...parYieldsOf(one.inputs),
  ];
}
