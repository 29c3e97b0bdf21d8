import { itemAt } from '../../foundation/index.js';
import { type Position, positionsFromBook, type RowEdit } from '../../study/index.js';
import type { AlignedStudies } from './aligned-studies.js';
import type { DifferenceId, Piece } from './difference-group.js';

type Term = keyof RowEdit['terms'];

/** Which terms of a row make which difference (ATTR-22); amounts are told apart by direction. */
const TERMS = {
  months: ['resetMonth', 'firstPrincipalMonth', 'maturityMonth', 'ageMonths'],
  terms: ['product', 'rate', 'couponRate', 'premium', 'noteRate'],
  models: ['behaviour'],
  valuation: ['discountSpread', 'reinvestTenorMonths', 'reinvestSpread'],
  amounts: ['notionalUsdMillion', 'carryingUsdMillion'],
  instrument: ['side', 'group', 'accountingClass', 'principal', 'floats', 'rateIndex'],
} as const satisfies Record<string, readonly Term[]>;

/** Every term stands in the table once: one that is forgotten does not compile. */
type Told = (typeof TERMS)[keyof typeof TERMS][number];
const ALL_TERMS: readonly (Told & Term)[] & (Exclude<Term, Told> extends never ? unknown : never) =
  Object.values(TERMS).flat();

/** An edit of one row, and the part of a difference that it belongs to. */
interface RowPiece {
  readonly group: DifferenceId;
  readonly part: string;
  readonly edit: RowEdit;
}

/** The differences between rows, those of one part as one Change. */
export function rowDifference({ from, to }: AlignedStudies): readonly Piece[] {
  const before = positionsFromBook(from.book);
  const after = positionsFromBook(to.book);
  const found = before.flatMap((position, row) => rowPieces(position, itemAt(after, row)));
  const parts = new Map<string, RowPiece[]>();
  for (const piece of found) {
    const key = `${piece.group}.${piece.part}`;
    parts.set(key, [...(parts.get(key) ?? []), piece]);
  }
  return [...parts.values()].map((pieces) => {
    const { group, part } = itemAt(pieces, 0);
    const rows = pieces.map(({ edit }) => edit);
    return { group, part, patch: { kind: 'replace-rows', rows } };
  });
}

function rowPieces(before: Position, after: Position): readonly RowPiece[] {
  const { id } = before;
  const piece = (
    group: DifferenceId,
    part: string,
    terms: readonly Term[],
  ): readonly RowPiece[] => {
    const changed = terms.filter((term) => before[term] !== after[term]);
    if (changed.length === 0) return [];
    const edit = { id, terms: termsOf(after, changed) };
    return [{ group, part, edit }];
  };
  const another = TERMS.instrument.some((term) => before[term] !== after[term]);
  if (another) return piece('mix', 'rows that became another instrument', ALL_TERMS);
  const { group, part } = amountDifference(before, after);
  return [
    ...piece('roll-down', before.group, TERMS.months),
    ...piece('mix', before.group, TERMS.terms),
    ...piece('assumption', 'model that a row follows', TERMS.models),
    ...piece('assumption', 'valuation and reinvestment', TERMS.valuation),
    ...piece(group, part, TERMS.amounts),
  ];
}

/**
 * Where a change of balance belongs: the carrying amount goes with the cost; a carrying amount
 * alone is what the accounts say of an unchanged holding.
 */
function amountDifference(before: Position, after: Position): Pick<RowPiece, 'group' | 'part'> {
  const more = after.notionalUsdMillion - before.notionalUsdMillion;
  if (more === 0) return { group: 'capital', part: 'carrying amounts' };
  if (before.side === 'liability') {
    return { group: 'funding', part: `${before.group} that ${more < 0 ? 'left' : 'came'}` };
  }
  return { group: more < 0 ? 'run-off' : 'new-business', part: before.group };
}

function termsOf(position: Position, terms: readonly Term[]): RowEdit['terms'] {
  return Object.fromEntries(terms.map((term) => [term, position[term]]));
}
