import { issue, PUBLISHED_MEASURES, type PublishedMeasure, type Read, read } from '@almfes/engine';

const { identifier, list, number, object, objectWith, oneOf, prose, text, title } = read;

/** 'YYYY-MM' as months counted from year 0. */
export const monthNumber: Read<number> = (value, path, issues) => {
  const day = read.isoDate(typeof value === 'string' ? `${value}-01` : value, path, issues);
  if (day === undefined) return undefined;
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
};

const LONGEST_MONTHS = 360;
const months = (min: number): Read<number> =>
  number({ min, max: LONGEST_MONTHS, integer: true, what: 'months' });

interface MonthRange {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

const monthRange = (min: number): Read<MonthRange> =>
  object<MonthRange>({ low: months(min), central: months(min), high: months(min) });

export interface LengthForm {
  readonly reason: string;
  readonly months?: MonthRange;
  readonly averageLife?: string;
  readonly withinYears?: number;
}

interface NotionalForm {
  readonly month: number;
  readonly figure: string;
  readonly share?: string;
}

export interface ProgrammeForm {
  readonly id: string;
  readonly title: string;
  readonly notional: readonly NotionalForm[];
  readonly length: LengthForm;
  readonly stopped?: { readonly months: MonthRange; readonly reason: string };
}

export interface PublishedForm {
  readonly measure: PublishedMeasure;
  readonly period: string;
  readonly from: number;
  readonly to: number;
  readonly figure: string;
}

/** structural-hedge.json as it is written (form almfes/structural-hedge/1). */
export interface StructuralHedgeForm {
  readonly schema: string;
  readonly currency: string;
  readonly month: number;
  readonly programmes: readonly ProgrammeForm[];
  readonly growth: { readonly placed: 'even' | 'long'; readonly reason: string };
  readonly spread: {
    readonly swaps: readonly { readonly month: number; readonly figure: string }[];
    readonly tenorMonths: number;
    readonly reason: string;
  };
  readonly shortRate: { readonly figure: string; readonly reason: string };
  readonly published: readonly PublishedForm[];
}

/** The par rate of a swap is read with two coupons a year (STRUCT-6). */
const wholeYears: Read<number> = (value, path, issues) => {
  const found = months(12)(value, path, issues);
  if (found === undefined || found % 12 === 0) return found;
  issues.push(issue('tenor', path, 'months of whole years', String(found)));
  return undefined;
};

const reason = prose;
const notional = objectWith({ month: monthNumber, figure: identifier }, { share: identifier });
const length = objectWith(
  { reason },
  {
    months: monthRange(1),
    averageLife: identifier,
    withinYears: number({ min: 0, max: 5, what: 'years' }),
  },
);
const programme = objectWith(
  { id: identifier, title, notional: list(notional, 400, 1), length },
  { stopped: object({ months: monthRange(0), reason }) },
);
const published = object<PublishedForm>({
  measure: oneOf(PUBLISHED_MEASURES),
  period: text({ max: 40 }),
  from: monthNumber,
  to: monthNumber,
  figure: identifier,
});

/** Reads the form; an unknown key is refused. */
export const readStructuralHedgeForm: Read<StructuralHedgeForm> = object<StructuralHedgeForm>({
  schema: oneOf(['almfes/structural-hedge/1']),
  currency: oneOf(['GBP', 'USD', 'EUR', 'CHF', 'JPY']),
  month: monthNumber,
  programmes: list(programme, 20, 1),
  growth: object({ placed: oneOf(['even', 'long']), reason }),
  spread: object({
    swaps: list(object({ month: monthNumber, figure: identifier }), 20, 1),
    tenorMonths: wholeYears,
    reason,
  }),
  shortRate: object({ figure: identifier, reason }),
  published: list(published, 400, 1),
});
