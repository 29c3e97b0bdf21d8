import { itemAt } from '../../foundation/index.js';
import {
  type Behaviour,
  bookFromPositions,
  type Position,
  positionsFromBook,
  type Study,
} from '../../study/index.js';

/** Two Studies that name the same rows, swaps, models and figures. */
export interface AlignedStudies {
  readonly from: Study;
  readonly to: Study;
}

type Swap = Study['hedges'][number];

interface Named {
  readonly id: string;
}

/**
 * Both Studies with the rows, swaps, models and figures of the other as well: a row or swap that a
 * Study has not stands in it with an amount of zero, a model with nothing that follows it. No
 * measure moves (ATTR-20). The decision date is the later of the two, when both are known.
 */
export function alignedStudies(a: Study, b: Study): AlignedStudies {
  return { from: widened(a, { a, b }), to: widened(b, { a, b }) };
}

interface Pair {
  readonly a: Study;
  readonly b: Study;
}

function widened(study: Study, { a, b }: Pair): Study {
  const decisionDate = itemAt([a.decisionDate, b.decisionDate].sort(), 1);
  const rows = merged(positionsFromBook(a.book), positionsFromBook(b.book));
  const own = positionsFromBook(study.book);
  return {
    ...study,
    decisionDate,
    figures: { ...a.figures, ...b.figures, ...study.figures },
    book: bookFromPositions(filled(rows, own, emptyRow)),
    hedges: filled(merged(a.hedges, b.hedges), study.hedges, emptySwap),
    behaviour: widenedModels(study.behaviour, { a: a.behaviour, b: b.behaviour }),
  };
}

function widenedModels(
  own: Behaviour,
  { a, b }: { readonly a: Behaviour; readonly b: Behaviour },
): Behaviour {
  const { redemptions, drawdowns, ...rest } = own;
  const same = <M extends Named>(of: (behaviour: Behaviour) => readonly M[] | undefined) =>
    filled(merged(of(a) ?? [], of(b) ?? []), of(own) ?? [], (model) => model);
  const redeemed = same((each) => each.redemptions);
  const drawn = same((each) => each.drawdowns);
  return {
    ...rest,
    deposits: same((each) => each.deposits),
    prepayments: same((each) => each.prepayments),
    ...(redeemed.length > 0 && { redemptions: redeemed }),
    ...(drawn.length > 0 && { drawdowns: drawn }),
  };
}

/** Items of both, those of the first in their order, then those that only the second has. */
function merged<T extends Named>(first: readonly T[], second: readonly T[]): readonly T[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}

/** For each item the one of the same id that is there, else the item emptied. */
function filled<T extends Named>(
  items: readonly T[],
  own: readonly T[],
  empty: (item: T) => T,
): readonly T[] {
  const byId = new Map(own.map((item) => [item.id, item]));
  return items.map((item) => byId.get(item.id) ?? empty(item));
}

function emptyRow(position: Position): Position {
  return { ...position, notionalUsdMillion: 0, carryingUsdMillion: 0 };
}

function emptySwap(swap: Swap): Swap {
  return { ...swap, notionalUsdMillion: 0 };
}
