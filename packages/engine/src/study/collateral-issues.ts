import { textAt } from '../balance-sheet/index.js';
import { type Issue, issue, itemAt } from '../foundation/index.js';
import type { CollateralPool } from '../metric/index.js';
import { duplicates } from './duplicates.js';
import type { Study } from './study.js';

/** Amounts of one pool are told apart from rounding. */
const TOLERANCE = 1e-9;

/** Row of each position id. */
type Rows = ReadonlyMap<string, number>;

/** Issues of the register: a pool is promised once and no more than there is (COLL-5). */
export function collateralIssues(study: Study): Issue[] {
  const pools = study.collateral?.pools ?? [];
  if (pools.length === 0) return [];
  const rows: Rows = new Map(study.book.id.map((id, row) => [id, row]));
  const promises = pools.flatMap(({ id, pledges }) => [{ id }, ...pledges]);
  return [
    ...duplicates(promises, '/collateral/promises'),
    ...positionIssues(study, rows, pools),
    ...pools.flatMap((pool, index) => overPromised(study, rows, { pool, index })),
    ...sourceIssues(study, rows, pools),
  ];
}

function positionIssues({ book }: Study, rows: Rows, pools: readonly CollateralPool[]): Issue[] {
  const taken = new Set<string>();
  return pools.flatMap(({ positions }, index) =>
    positions.flatMap((id, place) => {
      const path = `/collateral/pools/${index}/positions/${place}`;
      const row = rows.get(id);
      const again = taken.has(id);
      taken.add(id);
      if (again) return [issue('duplicate-pool', path, 'a position of no other pool', id)];
      if (row !== undefined && itemAt(book.side, row) === 1) return [];
      return [issue('unknown-position', path, 'an asset of the book', id)];
    }),
  );
}

function overPromised(
  { book }: Study,
  rows: Rows,
  { pool, index }: { readonly pool: CollateralPool; readonly index: number },
): Issue[] {
  let carrying = 0;
  for (const id of new Set(pool.positions)) {
    const row = rows.get(id);
    if (row !== undefined) carrying += itemAt(book.carryingUsdMillion, row);
  }
  const promised = promisedOf(pool);
  if (promised <= carrying * (1 + TOLERANCE)) return [];
  const expected = `at most ${carrying} USD million pledged and kept for sale`;
  const path = `/collateral/pools/${index}`;
  return [issue('over-promised', path, expected, String(promised))];
}

function promisedOf({ pledges, sale }: CollateralPool): number {
  let sum = sale?.carryingUsdMillion.value ?? 0;
  for (const { carryingUsdMillion } of pledges) sum += carryingUsdMillion.value;
  return sum;
}

/**
 * What the register promises of a book may not be sold by a source of the run as well (RUN-2): a
 * sale source leaves at least that much of its book pledged.
 */
function sourceIssues(study: Study, rows: Rows, pools: readonly CollateralPool[]): Issue[] {
  const groupOf = (id: string): string => {
    const row = rows.get(id);
    return row === undefined ? '' : textAt(study.book.group, row);
  };
  return study.liquidity.sources.flatMap((source, index) => {
    if (source.kind !== 'sale') return [];
    const promised = pools
      .filter(({ positions }) => positions.some((id) => groupOf(id) === source.group))
      .reduce((sum, pool) => sum + promisedOf(pool), 0);
    if (promised <= source.pledgedUsdMillion * (1 + TOLERANCE)) return [];
    const path = `/liquidity/sources/${index}/pledgedUsdMillion`;
    const expected = `at least the ${promised} USD million that the collateral register promises`;
    return [issue('duplicate-pool', path, expected, String(source.pledgedUsdMillion))];
  });
}
