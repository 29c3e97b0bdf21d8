import { fail, issue, ok, type Result } from '../foundation/index.js';
import { measureOf, type Outcome, type Study } from '../study/index.js';
import type { RunThresholds } from './failure-grid.js';

export interface RunSurfaceRequest {
  readonly study: Study;
  /** Ids of scenarios of the Study: each brings its marks. */
  readonly scenarios: readonly string[];
  /** Uninsured deposits as shares of all deposits, above 0, to 1. */
  readonly uninsuredShares: readonly number[];
  readonly days: 1 | 2 | 30;
  readonly evaluate: (study: Study) => Outcome;
}

export interface RunSurfaceCell {
  readonly uninsuredShare: number;
  readonly scenario: string;
  /** Mark of AFS and HTM against cost, USD million, a loss negative. */
  readonly markUsdMillion: number;
  /** Smallest share of uninsured deposits that breaks a limit; 1 = none up to 100%. */
  readonly threshold: RunThresholds;
  /** The limit that gives way first; null when none does. */
  readonly limit: 'liquidity' | 'cet1' | 'tce' | null;
}

/** Deposits of the book, USD million. */
export function depositBalance({ book }: Study): number {
  let balance = 0;
  for (const [row, code] of book.group.codes.entries()) {
    if (book.group.names[code] === 'deposits') balance += book.notionalUsdMillion[row] ?? 0;
  }
  return balance;
}

/**
 * The run threshold over the uninsured share and the marks (SPIRAL-6): the Study with another
 * amount of uninsured deposits, valued in full in every scenario. Rows by uninsured share, then
 * scenario. Issues: `run.surface` for a share that is none, or a Study without deposits.
 */
export function runSurface(request: RunSurfaceRequest): Result<readonly RunSurfaceCell[]> {
  const { study, scenarios, uninsuredShares, days, evaluate } = request;
  const deposits = depositBalance(study);
  if (!(deposits > 0)) {
    return fail(issue('run.surface', '/positions', 'deposits', String(deposits)));
  }
  const wrong = uninsuredShares.find((share) => !(share > 0 && share <= 1));
  if (wrong !== undefined) {
    return fail(issue('run.surface', 'uninsuredShares', 'above 0, to 1', String(wrong)));
  }
  return ok(
    uninsuredShares.flatMap((uninsuredShare) => {
      const uninsuredUsdMillion = uninsuredShare * deposits;
      const liquidity = { ...study.liquidity, uninsuredUsdMillion };
      const outcome = evaluate({ ...study, liquidity });
      return scenarios.map((scenario) => cellOf(outcome, { uninsuredShare, scenario, days }));
    }),
  );
}

function cellOf(
  outcome: Outcome,
  at: Pick<RunSurfaceCell, 'uninsuredShare' | 'scenario'> & Pick<RunSurfaceRequest, 'days'>,
): RunSurfaceCell {
  const { uninsuredShare, scenario, days } = at;
  const read = (id: string) => measureOf(outcome, id, scenario);
  const liquidity = read(`runThreshold.liquidity.${days}d`);
  const cet1 = read(`runThreshold.cet1.${days}d`);
  const tce = read(`runThreshold.tce.${days}d`);
  const smallest = Math.min(liquidity, cet1, tce);
  return {
    uninsuredShare,
    scenario,
    markUsdMillion: read('unrealised.afs') + read('unrealised.htm'),
    threshold: { liquidity, cet1, tce, smallest },
    limit: limitOf({ liquidity, cet1, tce }, smallest),
  };
}

function limitOf(
  { liquidity, cet1, tce }: Omit<RunThresholds, 'smallest'>,
  smallest: number,
): RunSurfaceCell['limit'] {
  if (smallest === 1) return null;
  if (tce === smallest) return 'tce';
  if (cet1 === smallest) return 'cet1';
  return liquidity === smallest ? 'liquidity' : null;
}
