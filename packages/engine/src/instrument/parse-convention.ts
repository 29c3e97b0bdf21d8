import {
  BUSINESS_DAY_CONVENTIONS,
  type BusinessDayCalendar,
  type BusinessDayConvention,
  businessDayCalendar,
  CALENDAR_IDS,
  DAY_COUNTS,
  type DayCount,
  type Period,
  parsePeriod,
  type Read,
  read,
} from '../foundation/index.js';

const LONGEST_TENOR_TEXT = 8;

/** A positive tenor such as `3M` or `10Y`. */
export const readPeriod: Read<Period> = (value, path, issues) => {
  const text = read.text({ min: 2, max: LONGEST_TENOR_TEXT })(value, path, issues);
  if (text === undefined) return undefined;
  const period = parsePeriod(text, path);
  if (!period.ok) {
    issues.push(...period.issues);
    return undefined;
  }
  const count = read.number({ what: 'the count of a tenor', min: 1 });
  return count(period.value.count, path, issues) === undefined ? undefined : period.value;
};

/** A calendar by its id. */
export const readCalendar: Read<BusinessDayCalendar> = (value, path, issues) => {
  const id = read.oneOf(CALENDAR_IDS)(value, path, issues);
  return id === undefined ? undefined : businessDayCalendar(id);
};

export const readDayCount: Read<DayCount> = read.oneOf(DAY_COUNTS);

export const readBusinessDayConvention: Read<BusinessDayConvention> =
  read.oneOf(BUSINESS_DAY_CONVENTIONS);

/** A decimal rate: 4 for 4 per cent is refused. */
export const readRate: Read<number> = read.number({
  what: 'a decimal rate (0.04 is 4 per cent)',
  min: -0.5,
  max: 1,
});

const LARGEST_AMOUNT = 1e15;

/** An amount of money, one cent at least: ratios of smaller ones overflow. */
export const readNotional: Read<number> = read.number({
  what: 'an amount',
  min: 0.01,
  max: LARGEST_AMOUNT,
});

/** A whole number of business days. */
export const readBusinessDays: Read<number> = read.number({
  what: 'business days',
  integer: true,
  min: 0,
  max: 30,
});

/** Reads `value` by the reader that its member `key` names; issue `enum` for any other name. */
export function byMember<T>(key: string, readers: Readonly<Record<string, Read<T>>>): Read<T> {
  return (value, path, issues) => {
    const found = read.members(value, path, issues);
    if (found === undefined) return undefined;
    const name = read.oneOf(Object.keys(readers))(found[key], read.pointer(path, key), issues);
    return name === undefined ? undefined : readers[name]?.(value, path, issues);
  };
}
