import {
  type ChangeGroup,
  differenceOverTime,
  itemAt,
  ok,
  type Result,
  type Study,
} from '@almfes/engine';

/** A Study, the groups on it, and how the way is called. */
export interface Way {
  readonly from: Study;
  readonly groups: readonly ChangeGroup[];
  readonly title: string;
  readonly remarks: readonly string[];
  /** Where time came first: the Study before it. */
  readonly time?: { readonly start: Study; readonly months: number };
}

export interface TimeOptions {
  /** Take time first: roll the first Study to the date of the second. */
  readonly roll?: boolean;
  readonly cash?: string;
  readonly shortfall?: string;
}

/** From one Study to a later one, time first (ATTR-34). Issues: those of `differenceOverTime`. */
export function wayOverTime(from: Study, to: Study, { cash, shortfall }: TimeOptions): Result<Way> {
  const cashPositionId = cash ?? widestCash(from) ?? '';
  const over = differenceOverTime({
    ...{ from, to, cashPositionId },
    shortfallPositionId: shortfall ?? null,
  });
  if (!over.ok) return over;
  const { months, difference } = over.value;
  const short = shortfall === undefined ? '' : `, and what it is short of in ${shortfall}`;
  return ok({
    from: difference.from,
    groups: difference.groups,
    title: `From ${from.title} to ${to.title}, time first`,
    time: { start: from, months },
    remarks: [
      `Time first: ${from.title} is rolled ${months} months along its forwards; what is paid ` +
        `meanwhile is in ${cashPositionId}${short}.`,
    ],
  });
}

/** The largest row of the cash book. */
function widestCash({ book }: Study): string | undefined {
  const code = book.group.names.indexOf('cash');
  const rows = book.id.map((id, row) => ({
    id,
    amount: itemAt(book.carryingUsdMillion, row),
    row,
  }));
  const cash = rows.filter(({ row }) => book.group.codes[row] === code);
  return cash.toSorted((a, b) => b.amount - a.amount)[0]?.id;
}
