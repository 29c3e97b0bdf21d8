import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';

export type DepositModel = Study['behaviour']['deposits'][number];

/** What the failures need to know of a bank's deposits. Balances are amounts on the book. */
export interface DepositBase {
  readonly models: readonly DepositModel[];
  /** Models whose every row pays no interest at the valuation date, and stays so or may move. */
  readonly freeModelIds: ReadonlySet<string>;
  /** Balance of each model that rows use, USD million. */
  readonly balances: ReadonlyMap<string, number>;
  /** Non-interest-bearing non-maturity deposits as a share of all deposits. */
  readonly freeShare: number;
  /** Uninsured deposits as a share of all deposits, at most 1. */
  readonly uninsuredShare: number;
}

/**
 * Reads the deposits of a Study (FAIL-2). Deposit models that no row uses are kept: balances may
 * migrate to them. Issues: `failure.deposits` when the Study has no deposits or no model.
 */
export function depositBase(study: Study): Result<DepositBase> {
  const { book, behaviour } = study;
  let total = 0;
  let free = 0;
  const paying = new Set<string>();
  const used = new Map<string, number>();
  for (let row = 0; row < book.id.length; row += 1) {
    if (nameAt(book.group, row) !== 'deposits') continue;
    const balance = itemAt(book.notionalUsdMillion, row);
    const model = nameAt(book.behaviour, row);
    total += balance;
    used.set(model, (used.get(model) ?? 0) + balance);
    if (itemAt(book.rate, row) !== 0) paying.add(model);
  }
  if (!(total > 0) || behaviour.deposits.length === 0) {
    const got = `${behaviour.deposits.length} deposit models, deposits of ${total}`;
    return fail(issue('failure.deposits', 'behaviour.deposits', 'deposits with a model', got));
  }
  const freeModelIds = new Set<string>();
  for (const { id, beta, migrationTo } of behaviour.deposits) {
    const balance = used.get(id);
    if (balance === undefined || paying.has(id)) continue;
    if (beta.value !== 0 && migrationTo === '') continue;
    freeModelIds.add(id);
    free += balance;
  }
  return ok({
    models: behaviour.deposits,
    freeModelIds,
    balances: used,
    freeShare: free / total,
    uninsuredShare: Math.min(1, study.liquidity.uninsuredUsdMillion / total),
  });
}

function nameAt(column: Study['book']['group'], row: number): string {
  return itemAt(column.names, itemAt(column.codes, row));
}
