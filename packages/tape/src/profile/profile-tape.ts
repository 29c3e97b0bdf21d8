import { ok, type Result } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import { MARKS } from '../quality/index.js';
import type { ColumnSummary, Tape, TapeColumn } from '../tape.js';
import type { CellCount, ColumnProfile, ProfileRange, TapeProfile } from './column-profile.js';
import { guessReadings, type Reading } from './guess-readings.js';

type ProfiledTape = Pick<Tape, 'fileName' | 'columns' | 'rowCount' | 'summary' | 'frequent'>;

const EXAMPLES = 25;

/**
 * What every column of a tape holds (rule TAPE-27): its most frequent cells, what they can be read
 * as, and over the whole column counts, extremes and quantiles. Columns of lists or structures are
 * told with their name alone. Issues are those of the tape.
 */
export async function profileTape(tape: ProfiledTape): Promise<Result<TapeProfile>> {
  const columns: ColumnProfile[] = [];
  for (const column of tape.columns) {
    const profile = await columnProfile(tape, column);
    if (!profile.ok) return profile;
    columns.push(profile.value);
  }
  return ok({ fileName: tape.fileName, rows: tape.rowCount, columns });
}

async function columnProfile(
  tape: ProfiledTape,
  { name, type }: TapeColumn,
): Promise<Result<ColumnProfile>> {
  const { rowCount: rows } = tape;
  const unread = { name, stored: type, rows, reads: 'text', unfit: 0 } as const;
  if (type === 'other') return ok({ ...unread, absent: 0, distinct: 0, examples: [] });
  const frequent = await tape.frequent({ columns: [name], most: EXAMPLES });
  if (!frequent.ok) return frequent;
  const examples = frequent.value.flatMap(({ cells, rows: count }): readonly CellCount[] => {
    const cell = cells[0] ?? null;
    return cell === null ? [] : [{ cell, rows: count }];
  });
  const readings = guessReadings(examples.map(({ cell }) => cell));
  const tried: { readonly reading: Reading; readonly summary: ColumnSummary }[] = [];
  for (const reading of readings) {
    const summary = await tape.summary(requestOf(name, reading));
    if (!summary.ok) return summary;
    tried.push({ reading, summary: summary.value });
  }
  const fewest = Math.min(...tried.map(({ summary }) => summary.unfit));
  const best = tried.filter(({ summary }) => summary.unfit === fewest);
  const [first] = best;
  if (first === undefined) {
    const summary = await tape.summary({ name, as: 'text' });
    if (!summary.ok) return summary;
    const { absent, distinct } = summary.value;
    return ok({ ...unread, absent, distinct, examples });
  }
  const patterns = best.flatMap(({ reading }) => (reading.as === 'date' ? [reading.pattern] : []));
  return ok({
    ...unread,
    ...readAs(first.reading, otherDays(patterns)),
    ...countsOf(first.summary),
    examples,
  });
}

/** Patterns that read other days: M/D reads what MM/DD reads, in the same way. */
function otherDays(patterns: readonly string[]): readonly string[] {
  const loose = (pattern: string): string => pattern.replace('MM', 'M').replace('DD', 'D');
  return patterns.filter(
    (pattern, at) => patterns.findIndex((other) => loose(other) === loose(pattern)) === at,
  );
}

function readAs(
  reading: Reading,
  patterns: readonly string[],
): Pick<ColumnProfile, 'reads' | 'numerals' | 'patterns'> {
  return reading.as === 'date'
    ? { reads: 'date', patterns }
    : { reads: 'number', numerals: reading.numerals };
}

function countsOf({
  absent,
  distinct,
  unfit,
  ...summary
}: ColumnSummary): Pick<ColumnProfile, 'absent' | 'distinct' | 'unfit' | 'range'> {
  const range = rangeOf(summary);
  return { absent, distinct, unfit, ...(range === undefined ? {} : { range }) };
}

function rangeOf(
  summary: Omit<ColumnSummary, 'absent' | 'distinct' | 'unfit'>,
): ProfileRange | undefined {
  const { least, p01, median, p99, most } = summary;
  const known = [least, p01, median, p99, most].every((value) => value !== undefined);
  if (!known || least === undefined || most === undefined) return undefined;
  return { least, p01: p01 ?? least, median: median ?? least, p99: p99 ?? most, most };
}

function requestOf(name: string, reading: Reading): ColumnRequest {
  if (reading.as === 'date') return { name, as: 'date', pattern: reading.pattern };
  const { decimal, group } = MARKS[reading.numerals];
  return {
    name,
    as: 'number',
    accounting: true,
    decimalMark: decimal,
    ...(group === '' ? {} : { groupMark: group }),
  };
}
