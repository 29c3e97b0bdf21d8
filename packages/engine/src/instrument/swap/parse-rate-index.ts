import { type Read, read } from '../../foundation/index.js';
import {
  readBusinessDayConvention,
  readBusinessDays,
  readCalendar,
  readDayCount,
  readPeriod,
} from '../parse-convention.js';
import { OVERNIGHT_INDICES, TERM_INDICES } from './index-table.js';
import type { OvernightIndex, TermIndex } from './rate-index.js';

const termObject: Read<TermIndex> = read.object<TermIndex>({
  kind: read.oneOf(['term']),
  id: read.identifier,
  tenor: readPeriod,
  fixingLagDays: readBusinessDays,
  calendar: readCalendar,
  convention: readBusinessDayConvention,
  endOfMonth: read.flag,
  dayCount: readDayCount,
});

const overnightObject: Read<OvernightIndex> = read.object<OvernightIndex>({
  kind: read.oneOf(['overnight']),
  id: read.identifier,
  calendar: readCalendar,
  dayCount: readDayCount,
  publicationLagDays: readBusinessDays,
});

/** A term index: a name of the table, or all its terms. */
export const readTermIndex: Read<TermIndex> = byNameOr(TERM_INDICES, termObject);

/** An overnight index: a name of the table, or all its terms. */
export const readOvernightIndex: Read<OvernightIndex> = byNameOr(
  OVERNIGHT_INDICES.map((convention) => convention.index),
  overnightObject,
);

function byNameOr<T extends { readonly id: string }>(
  known: readonly T[],
  readObject: Read<T>,
): Read<T> {
  return (value, path, issues) => {
    if (typeof value !== 'string') return readObject(value, path, issues);
    const name = read.oneOf(known.map((index) => index.id))(value, path, issues);
    return known.find((index) => index.id === name);
  };
}
