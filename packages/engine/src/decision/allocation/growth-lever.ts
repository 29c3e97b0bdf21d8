import { type Change, type Position, positionsFromBook, type Study } from '../../study/index.js';
import type { Lever } from '../problem.js';
import { SEGMENTS, type Segment } from './segment-capital.js';

const REASON = { rationale: 'What one more million of a segment does', sources: [] };

/** Books that can be had more of: cash is what pays for them. */
const GROWING: ReadonlySet<Segment> = new Set(['afs', 'htm', 'loans', 'deposits', 'borrowings']);

/**
 * One lever a segment, in USD million: more of every row of the book in proportion, on its own
 * terms and at its carrying amount, paid out of the largest cash row or into it (ALLOC-6). Without
 * a cash row there is none.
 */
export function growthLevers(study: Study): readonly (Lever & { readonly segment: Segment })[] {
  const positions = positionsFromBook(study.book);
  const cash = positions
    .filter(({ group }) => group === 'cash')
    .toSorted((a, b) => b.carryingUsdMillion - a.carryingUsdMillion)[0];
  if (cash === undefined) return [];
  return SEGMENTS.filter((segment) => GROWING.has(segment)).flatMap((segment) => {
    const rows = positions.filter(
      ({ group, principal, carryingUsdMillion }) =>
        group === segment && principal !== 'none' && principal !== 'line' && carryingUsdMillion > 0,
    );
    const total = rows.reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
    if (!(total > 0)) return [];
    return [
      {
        ...{ segment, id: `more-${segment}`, title: `More ${segment}`, unit: 'USD million' },
        ...{ low: 0, high: total, unitSize: STEP_SHARE * total },
        makeChanges: (size: number) =>
          rows.map((row) => moreOf(row, { share: size / total, cashPositionId: cash.id })),
        ...{ addedCostUsdMillion: 0, costNote: '' },
      },
    ];
  });
}

/** Effects are measured over a thousandth of the book. */
const STEP_SHARE = 0.001;

function moreOf(
  row: Position,
  { share, cashPositionId }: { readonly share: number; readonly cashPositionId: string },
): Change {
  const id = `more-${row.id}`;
  const position = { ...row, id };
  const header = { ...REASON, id, title: `More of ${row.id}`, size: share };
  return row.side === 'asset'
    ? { ...header, kind: 'buy', position, cashPositionId }
    : { ...header, kind: 'fund', position, useOfProceedsId: cashPositionId };
}
