import { type Issue, isoFromDay, issue, type Read, read } from '../../foundation/index.js';
import { readCalendar, readDayCount, readRate } from '../parse-convention.js';
import { OVERNIGHT_INDICES } from '../swap/index-table.js';
import { readOvernightIndex, readTermIndex } from '../swap/parse-rate-index.js';
import type { RateIndex } from '../swap/rate-index.js';
import type { OvernightAveraging } from '../swap/swap-terms.js';
import { type Amortisation, balancesOf } from './amortisation.js';
import type { CallableBond, ExerciseRight } from './callable-bond.js';
import { type CouponSchedule, couponPeriods } from './coupon-periods.js';
import type { FixedRateBond } from './fixed-rate-bond.js';
import type { FloatingRateBond } from './floating-rate-bond.js';
import {
  MOST_PERIODS,
  readCouponSchedule,
  readFace,
  readPrice,
  readSettlement,
  readYield,
} from './parse-bond-terms.js';
import type { BondPosition } from './value-bond.js';
import type { YieldConvention } from './yield-convention.js';

const anything: Read<unknown> = (value) => value;

const COMMON = {
  face: readFace,
  schedule: readCouponSchedule,
  dayCount: readDayCount,
  settlement: readSettlement,
  yield: anything,
};

const COMMON_OPTIONAL = {
  redemption: readPrice,
  issueDate: read.day,
  dayCountCalendar: readCalendar,
  cleanPrice: readPrice,
};

const RATES = { rates: read.list(readRate, MOST_PERIODS, 1) };
const RATES_OPTIONAL = { couponCompounding: read.oneOf(['simple', 'annual'] as const) };

const share = read.number({ what: 'a share of the face', min: 0, max: 1 });

const AMORTISATIONS: Readonly<Record<string, Read<Amortisation>>> = {
  bullet: read.object({ kind: read.oneOf(['bullet'] as const) }),
  'level-payment': read.object({ kind: read.oneOf(['level-payment'] as const) }),
  'equal-principal': read.object({ kind: read.oneOf(['equal-principal'] as const) }),
  sinking: read.object({
    kind: read.oneOf(['sinking'] as const),
    repayments: read.list(share, MOST_PERIODS, 1),
  }),
  balances: read.object({
    kind: read.oneOf(['balances'] as const),
    balances: read.list(share, MOST_PERIODS, 1),
  }),
};

const readAmortisation: Read<Amortisation> = (value, path, issues) => {
  const found = read.members(value, path, issues);
  if (found === undefined) return undefined;
  const name = read.oneOf(Object.keys(AMORTISATIONS))(found.kind, `${path}/kind`, issues);
  return name === undefined ? undefined : AMORTISATIONS[name]?.(value, path, issues);
};

const periodsPerYear = (schedule: CouponSchedule): number => 12 / schedule.terms.tenor.count;

function readsYield(
  { schedule, dayCount }: Common,
  value: unknown,
  path: string,
  issues: Issue[],
): YieldConvention | undefined {
  return readYield(periodsPerYear(schedule), dayCount)(value, `${path}/yield`, issues);
}

interface Common {
  readonly schedule: CouponSchedule;
  readonly dayCount: FixedRateBond['dayCount'];
  readonly settlement: FixedRateBond['settlement'];
  readonly redemption?: number;
  readonly issueDate?: number;
  readonly dayCountCalendar?: NonNullable<FixedRateBond['dayCountCalendar']>;
}

/** The keys that fixed and floating bonds have alike; redemption is at par unless told. */
function commonTerms(found: Common) {
  return {
    coupons: found.schedule,
    dayCount: found.dayCount,
    redemption: found.redemption ?? 100,
    settlement: found.settlement,
    ...(found.issueDate === undefined ? {} : { issueDay: found.issueDate }),
    ...(found.dayCountCalendar === undefined ? {} : { dayCountCalendar: found.dayCountCalendar }),
  };
}

function positionOf<B>(
  bond: B,
  found: { readonly face: number; readonly cleanPrice?: number },
  yieldConvention: YieldConvention,
): BondPosition<B> {
  const quoted = found.cleanPrice === undefined ? {} : { cleanPrice: found.cleanPrice };
  return { bond, face: found.face, yieldConvention, ...quoted };
}

/** Contradictions between terms that are each possible alone. */
function contradictions(found: Common & { readonly rates?: readonly number[] }, path: string) {
  const issues: Issue[] = [];
  if (found.dayCount === 'BUS/252' && found.dayCountCalendar === undefined) {
    issues.push(issue('missing', `${path}/dayCountCalendar`, 'a calendar for BUS/252', 'nothing'));
  }
  const periods = couponPeriods(found.schedule);
  if (!periods.ok) {
    return [...issues, ...periods.issues.map((one) => ({ ...one, path: `${path}/schedule` }))];
  }
  const count = periods.value.length;
  if (found.rates !== undefined && found.rates.length > count) {
    issues.push(issue('rates', `${path}/rates`, `1 to ${count} rates`, `${found.rates.length}`));
  }
  return issues;
}

const readFixedObject = read.objectWith(
  { instrument: read.oneOf(['fixed-rate-bond'] as const), ...COMMON, ...RATES },
  { ...COMMON_OPTIONAL, ...RATES_OPTIONAL },
);

/** The door of fixed-rate bonds, JSON `"instrument": "fixed-rate-bond"` (docs/method/bonds.md). */
export const readFixedRateBond: Read<BondPosition<FixedRateBond>> = (value, path, issues) => {
  const found = readFixedObject(value, path, issues);
  if (found === undefined) return undefined;
  const yields = readsYield(found, found.yield, path, issues);
  const wrong = contradictions(found, path);
  issues.push(...wrong);
  if (yields === undefined || wrong.length > 0) return undefined;
  const { rates, couponCompounding = 'simple' } = found;
  return positionOf({ ...commonTerms(found), rates, couponCompounding }, found, yields);
};

const readAmortisingObject = read.objectWith(
  {
    instrument: read.oneOf(['amortising-bond'] as const),
    ...COMMON,
    ...RATES,
    amortisation: readAmortisation,
  },
  { ...COMMON_OPTIONAL, ...RATES_OPTIONAL },
);

/** The door of bonds that repay in parts, JSON `"instrument": "amortising-bond"`. */
export const readAmortisingBond: Read<BondPosition<FixedRateBond>> = (value, path, issues) => {
  const found = readAmortisingObject(value, path, issues);
  if (found === undefined) return undefined;
  const yields = readsYield(found, found.yield, path, issues);
  const wrong = [...contradictions(found, path), ...amortisationIssues(found, path)];
  issues.push(...wrong);
  if (yields === undefined || wrong.length > 0) return undefined;
  const { rates, couponCompounding = 'simple' } = found;
  const balances = balancesOfTerms(found);
  return positionOf({ ...commonTerms(found), rates, couponCompounding, balances }, found, yields);
};

interface Amortised {
  readonly schedule: CouponSchedule;
  readonly amortisation: Amortisation;
  readonly rates: readonly number[];
}

function balancesOfTerms({ schedule, amortisation, rates }: Amortised): number[] {
  const periods = couponPeriods(schedule);
  return balancesOf(amortisation, {
    periods: periods.ok ? periods.value.length : 1,
    periodsPerYear: periodsPerYear(schedule),
    rate: rates[0] ?? 0,
  });
}

function amortisationIssues(found: Amortised, path: string): Issue[] {
  const at = `${path}/amortisation`;
  const { amortisation, rates } = found;
  if (amortisation.kind === 'level-payment' && new Set(rates).size > 1) {
    return [issue('amortisation', at, 'one rate for level payments', `${rates.length} rates`)];
  }
  const periods = couponPeriods(found.schedule);
  const count = periods.ok ? periods.value.length : 0;
  const balances = balancesOfTerms(found);
  if (balances.length > count && periods.ok) {
    return [issue('amortisation', at, `at most ${count} periods`, `${balances.length}`)];
  }
  return balances.some((balance) => !(balance > 0))
    ? [issue('amortisation', at, 'balances above zero until maturity', 'a balance of zero or less')]
    : [];
}

const readRight: Read<ExerciseRight> = read.object({
  kind: read.oneOf(['call', 'put'] as const),
  day: read.day,
  cleanPrice: readPrice,
});

/** Some ten years of months: the time of a valuation grows with the square of their number. */
const MOST_RIGHTS = 130;

const readCallableObject = read.objectWith(
  {
    instrument: read.oneOf(['callable-bond'] as const),
    ...COMMON,
    ...RATES,
    rights: read.list(readRight, MOST_RIGHTS, 1),
    noticeDays: read.number({ what: 'days', min: 0, max: 366, integer: true }),
  },
  COMMON_OPTIONAL,
);

/** The door of callable and puttable bonds, JSON `"instrument": "callable-bond"`. */
export const readCallableBond: Read<BondPosition<CallableBond>> = (value, path, issues) => {
  const found = readCallableObject(value, path, issues);
  if (found === undefined) return undefined;
  const yields = readsYield(found, found.yield, path, issues);
  const { start, end } = found.schedule.terms;
  const wrong = contradictions(found, path);
  found.rights.forEach(({ day }, at) => {
    const before = found.rights[at - 1]?.day ?? start;
    if (day > before && day < end) return;
    const expected = 'rising days between start and maturity';
    wrong.push(issue('order', `${path}/rights/${at}/day`, expected, isoFromDay(day)));
  });
  issues.push(...wrong);
  if (yields === undefined || wrong.length > 0) return undefined;
  const { rates, rights, noticeDays } = found;
  const bond: FixedRateBond = { ...commonTerms(found), rates, couponCompounding: 'simple' };
  return positionOf({ bond, rights, noticeDays }, found, yields);
};

/** A term or an overnight index: a name of the tables, or all its terms with its `kind`. */
const readIndex: Read<RateIndex> = (value, path, issues) => {
  const isNamed = OVERNIGHT_INDICES.some(({ index }) => index.id === value);
  const isObject = value !== null && typeof value === 'object' && 'kind' in value;
  const isOvernight = isNamed || (isObject && value.kind === 'overnight');
  return (isOvernight ? readOvernightIndex : readTermIndex)(value, path, issues);
};

const lag = read.number({ what: 'business days', min: 0, max: 30, integer: true });

const readAveraging: Read<OvernightAveraging> = read.object({
  method: read.oneOf(['compounded', 'averaged', 'averaged-log'] as const),
  lookbackDays: lag,
  observationShift: read.flag,
  lockoutDays: lag,
});

const readFloatingObject = read.objectWith(
  {
    instrument: read.oneOf(['floating-rate-bond'] as const),
    ...COMMON,
    index: readIndex,
    spreads: read.list(readRate, MOST_PERIODS, 1),
  },
  {
    ...COMMON_OPTIONAL,
    gearing: read.number({ what: 'a factor', min: -100, max: 100 }),
    fixingLagDays: lag,
    averaging: readAveraging,
  },
);

/** The door of floating-rate bonds, JSON `"instrument": "floating-rate-bond"`. */
export const readFloatingRateBond: Read<BondPosition<FloatingRateBond>> = (value, path, issues) => {
  const found = readFloatingObject(value, path, issues);
  if (found === undefined) return undefined;
  const yields = readsYield(found, found.yield, path, issues);
  const wrong = [...contradictions(found, path), ...indexIssues(found, path)];
  issues.push(...wrong);
  if (yields === undefined || wrong.length > 0) return undefined;
  const { index, spreads, gearing = 1, averaging } = found;
  const lagOfIndex = index.kind === 'term' ? index.fixingLagDays : 0;
  const bond = {
    ...commonTerms(found),
    index,
    spreads,
    gearing,
    fixingLagDays: found.fixingLagDays ?? lagOfIndex,
    ...(averaging === undefined ? {} : { averaging }),
  };
  return positionOf(bond, found, yields);
};

/** Nights are averaged and terms are fixed in advance: keys of the other kind are refused. */
function indexIssues(
  found: {
    readonly index: RateIndex;
    readonly averaging?: OvernightAveraging;
    readonly fixingLagDays?: number;
  },
  path: string,
): Issue[] {
  const { kind } = found.index;
  const key = kind === 'term' ? 'averaging' : 'fixingLagDays';
  if (found[key] === undefined) return [];
  return [issue('contradiction', `${path}/${key}`, `none for an index of kind ${kind}`, 'given')];
}
