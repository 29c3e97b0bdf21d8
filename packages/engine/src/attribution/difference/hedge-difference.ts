import { itemAt } from '../../foundation/index.js';
import type { Study, SwapEdit } from '../../study/index.js';
import type { AlignedStudies } from './aligned-studies.js';
import { bare } from './bare.js';
import type { Piece } from './difference-group.js';

type Swap = Study['hedges'][number];

const OTHER_TERMS = [
  'notionalUsdMillion',
  'fixedRate',
  'floatSpread',
  'model',
  'hedgedGroup',
  'amortisation',
] as const;
const MONTHS = ['startMonth', 'maturityMonth'] as const;

/**
 * Swaps that left, came or changed. The months of a swap that is nearer its end have rolled down
 * with time; whatever else of it changed is a change of hedges (ATTR-23).
 */
export function hedgeDifference({ from, to }: AlignedStudies): readonly Piece[] {
  const pairs = from.hedges.map((before, at) => ({ before, after: itemAt(to.hedges, at) }));
  const aged = pairs.filter(isAged).map((pair) => edit(pair, MONTHS));
  return [
    ...piece('roll-down', 'swaps', aged),
    ...(['left', 'came', 'changed'] as const).flatMap((part) => {
      const own = pairs.filter((pair) => partOf(pair) === part);
      const edits = own.map((pair) => edit(pair, termsOf(pair)));
      return piece('hedge', part, edits);
    }),
  ];
}

interface Pair {
  readonly before: Swap;
  readonly after: Swap;
}
type Term = keyof SwapEdit['terms'];

function piece(
  group: 'roll-down' | 'hedge',
  part: string,
  swaps: readonly SwapEdit[],
): readonly Piece[] {
  return swaps.length === 0 ? [] : [{ group, part, patch: { kind: 'replace-hedges', swaps } }];
}

/** Start and end have come nearer, of a notional that falls as it did. */
function isAged({ before, after }: Pair): boolean {
  const moved = MONTHS.some((term) => before[term] !== after[term]);
  return (
    moved &&
    same(before, after, 'amortisation') &&
    MONTHS.every((term) => after[term] <= before[term])
  );
}

/** The terms in which a change of hedges may lie. */
function termsOf(pair: Pair): readonly Term[] {
  return isAged(pair) ? OTHER_TERMS : [...OTHER_TERMS, ...MONTHS];
}

function partOf(pair: Pair): 'left' | 'came' | 'changed' | 'same' {
  const { before, after } = pair;
  if (termsOf(pair).every((term) => same(before, after, term))) return 'same';
  if (before.notionalUsdMillion === 0) return 'came';
  return after.notionalUsdMillion === 0 ? 'left' : 'changed';
}

function edit({ before, after }: Pair, terms: readonly Term[]): SwapEdit {
  const changed = terms.filter((term) => !same(before, after, term));
  const edited = Object.fromEntries(changed.map((term) => [term, after[term] ?? null]));
  return { id: after.id, terms: edited };
}

function same(before: Swap, after: Swap, term: Term): boolean {
  return bare(before[term]) === bare(after[term]);
}
