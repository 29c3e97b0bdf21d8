import { issue, type Read, read } from '../foundation/index.js';
import {
  BASIS_CONVENTIONS,
  DEPOSIT_CONVENTIONS,
  FUTURE_CONVENTIONS,
  IRS_CONVENTIONS,
  OIS_CONVENTIONS,
  PAR_BOND_CONVENTIONS,
} from './curve-convention.js';
import type {
  BasisConvention,
  CurveQuote,
  DepositConvention,
  IrsConvention,
  LegConvention,
  OisConvention,
  OvernightFutureConvention,
  ParBondConvention,
} from './curve-quote.js';
import {
  named,
  readBusinessDay,
  readCalendar,
  readDay,
  readDayCount,
  readDays,
  readMonths,
  readRate,
  readTenor,
} from './parse-curve-terms.js';

const { flag, members, number, object, objectWith, oneOf, pointer } = read;

const readAveraging = oneOf<'compounded' | 'simple'>(['compounded', 'simple']);

const readDeposit: Read<DepositConvention> = object<DepositConvention>({
  calendar: readCalendar,
  spotDays: readDays,
  dayCount: readDayCount,
  businessDay: readBusinessDay,
  endOfMonth: flag,
});

const readOis: Read<OisConvention> = object<OisConvention>({
  calendar: readCalendar,
  spotDays: readDays,
  dayCount: readDayCount,
  paymentTenor: readMonths,
  paymentLagDays: readDays,
  averaging: readAveraging,
  businessDay: readBusinessDay,
  endOfMonth: flag,
  pillar: oneOf<'last-payment' | 'maturity'>(['last-payment', 'maturity']),
});

const readLeg: Read<LegConvention> = object<LegConvention>({
  tenor: readMonths,
  dayCount: readDayCount,
  businessDay: readBusinessDay,
});

const readIrs: Read<IrsConvention> = object<IrsConvention>({
  calendar: readCalendar,
  spotDays: readDays,
  endOfMonth: flag,
  paymentBusinessDay: readBusinessDay,
  fixed: readLeg,
  floating: readLeg,
});

const readBasis: Read<BasisConvention> = object<BasisConvention>({
  calendar: readCalendar,
  spotDays: readDays,
  endOfMonth: flag,
  paymentBusinessDay: readBusinessDay,
  solved: readLeg,
  reference: readLeg,
});

const readFuture: Read<OvernightFutureConvention> = object<OvernightFutureConvention>({
  calendar: readCalendar,
  dayCount: readDayCount,
  averaging: readAveraging,
});

const readParBond: Read<ParBondConvention> = object<ParBondConvention>({
  calendar: readCalendar,
  settlementDays: readDays,
  couponTenor: readMonths,
  simpleUpTo: readTenor,
  businessDay: readBusinessDay,
});

type QuoteOf<K extends CurveQuote['kind']> = Extract<CurveQuote, { kind: K }>;

const onRate = { rate: readRate, tenor: readTenor };
const settled = { settlementDays: readDays };
const deposits = named<DepositConvention>(DEPOSIT_CONVENTIONS, readDeposit);

const readers: { readonly [K in CurveQuote['kind']]: Read<QuoteOf<K>> } = {
  deposit: objectWith<Omit<QuoteOf<'deposit'>, 'settlementDays'>, { settlementDays: number }>(
    { kind: oneOf(['deposit']), ...onRate, convention: deposits },
    settled,
  ),
  fra: object<QuoteOf<'fra'>>({
    kind: oneOf(['fra']),
    ...onRate,
    start: readTenor,
    convention: deposits,
  }),
  ois: objectWith<Omit<QuoteOf<'ois'>, 'settlementDays'>, { settlementDays: number }>(
    {
      kind: oneOf(['ois']),
      ...onRate,
      convention: named<OisConvention>(OIS_CONVENTIONS, readOis),
    },
    settled,
  ),
  irs: object<QuoteOf<'irs'>>({
    kind: oneOf(['irs']),
    ...onRate,
    convention: named<IrsConvention>(IRS_CONVENTIONS, readIrs),
  }),
  basis: object<QuoteOf<'basis'>>({
    kind: oneOf(['basis']),
    ...onRate,
    convention: named<BasisConvention>(BASIS_CONVENTIONS, readBasis),
  }),
  future: readFutureQuote,
  'par-bond': object<QuoteOf<'par-bond'>>({
    kind: oneOf(['par-bond']),
    ...onRate,
    convention: named<ParBondConvention>(PAR_BOND_CONVENTIONS, readParBond),
  }),
};

interface FutureJson {
  readonly kind: 'future';
  readonly price: number;
  readonly convexity: number;
  readonly startDate: number;
  readonly endDate: number;
  readonly convention: OvernightFutureConvention;
}

/** A reference period longer than this is a slip of a date. */
const LONGEST_PERIOD_DAYS = 400;

function readFutureQuote(
  ...[value, path, issues]: Parameters<Read<QuoteOf<'future'>>>
): QuoteOf<'future'> | undefined {
  const found = object<FutureJson>({
    kind: oneOf(['future']),
    price: number({ min: 0, max: 200, what: 'a price per 100' }),
    convexity: readRate,
    startDate: readDay,
    endDate: readDay,
    convention: named<OvernightFutureConvention>(FUTURE_CONVENTIONS, readFuture),
  })(value, path, issues);
  if (found === undefined) return undefined;
  const { startDate: startDay, endDate: endDay, ...rest } = found;
  if (endDay > startDay && endDay - startDay <= LONGEST_PERIOD_DAYS) {
    return { ...rest, startDay, endDay };
  }
  const expected = `1 to ${LONGEST_PERIOD_DAYS} days after startDate`;
  issues.push(issue('curve.dates', pointer(path, 'endDate'), expected, `${endDay - startDay}`));
  return undefined;
}

/** A market quote of any kind (rule CURVE-24). */
export const readCurveQuote: Read<CurveQuote> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kinds = Object.keys(readers) as CurveQuote['kind'][];
  const kind = oneOf<CurveQuote['kind']>(kinds)(found.kind, pointer(path, 'kind'), issues);
  return kind === undefined ? undefined : readers[kind](value, path, issues);
};
