import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import { addFuture } from './change/add-future.js';
import { addHedge } from './change/add-hedge.js';
import { addOption } from './change/add-option.js';
import { breakAssumption } from './change/break-assumption.js';
import { buy } from './change/buy.js';
import { raiseCapital } from './change/capital.js';
import type { ValuesOf } from './change/context.js';
import { dedesignateHedge } from './change/dedesignate-hedge.js';
import { fund } from './change/fund.js';
import { moveFunding } from './change/move-funding.js';
import { reclassify } from './change/reclassify.js';
import { releaseDeferral } from './change/release-deferral.js';
import { removeHedge } from './change/remove-hedge.js';
import { replaceAssumption } from './change/replace-assumption.js';
import { replaceHedges } from './change/replace-hedges.js';
import { replaceMarket } from './change/replace-market.js';
import { replaceModels } from './change/replace-models.js';
import { replaceParts } from './change/replace-parts.js';
import { replaceRows } from './change/replace-rows.js';
import { repriceDeposits } from './change/reprice-deposits.js';
import { rollForward } from './change/roll-forward.js';
import { sell } from './change/sell.js';
import { shock } from './change/shock.js';
import { terminateHedge } from './change/terminate-hedge.js';
import type { Change } from './change.js';
import { collateralIssues } from './collateral-issues.js';
import { overHedgeIssues } from './hedge-rules.js';
import type { Study } from './study.js';

/**
 * The Study after a Change, or the issues why it does not fit: never a half-applied Study
 * (CHANGE-1). Pure: the given Study is not touched, unchanged parts are shared. Size 0 gives the
 * Study itself. `valuesOf` prices the rows in the base scenario; it is called for sales and for
 * moves out of HTM alone. Issue paths are JSON pointers into the Change.
 */
export function applyChange(study: Study, change: Change, valuesOf: ValuesOf): Result<Study> {
  const { size } = change;
  if (!(Number.isFinite(size) && size >= 0)) {
    return fail(issue('size', '/size', 'a finite number, at least 0', String(size)));
  }
  if (size === 0) return ok(study);
  if (isReplacement(change)) return size === 1 ? applyKind(study, change, valuesOf) : inPart(size);
  const applied = applyKind(study, change, valuesOf);
  if (!applied.ok) return applied;
  const promised = collateralIssues(applied.value).map((each) => ({ ...each, path: '' }));
  const issues = [...overHedgeIssues(applied.value, hedgePath(change)), ...promised];
  return issues.length === 0 ? applied : { ok: false, issues };
}

/**
 * The Study after all Changes, in order. Stops at the first that does not fit; its issues have
 * paths into the list (`/2/hedgeId`). A change id may stand only once.
 */
export function applyChanges(
  study: Study,
  changes: readonly Change[],
  valuesOf: ValuesOf,
): Result<Study> {
  let current = study;
  const seen = new Set<string>();
  for (const [index, change] of changes.entries()) {
    if (seen.has(change.id)) {
      return fail(issue('duplicate-id', `/${index}/id`, 'a new id', change.id));
    }
    seen.add(change.id);
    const applied = applyChange(current, change, valuesOf);
    if (!applied.ok) {
      return { ok: false, issues: applied.issues.map((each) => within(index, change, each)) };
    }
    current = applied.value;
  }
  return ok(current);
}

function within(index: number, change: Change, each: Issue): Issue {
  const message = `change ${change.id}: ${each.message}`;
  return { ...each, path: `/${index}${each.path}`, message };
}

/**
 * Takes terms of another Study whole (CHANGE-18). Between the two Studies stands a mixture that no
 * bank need be: a hedge may exceed its book and collateral may be promised twice (CHANGE-19).
 */
function isReplacement({ kind }: Change): boolean {
  return kind !== 'replace-assumption' && kind.startsWith('replace-');
}

function inPart(size: number): Result<Study> {
  return fail(issue('size', '/size', '0 or 1: a replacement has no part', String(size)));
}

function hedgePath(change: Change): string {
  if (change.kind === 'add-hedge') return '/swap/notionalUsdMillion';
  if (change.kind === 'add-option') return '/option/notionalUsdMillion';
  return change.kind === 'add-future' ? '/future/notionalUsdMillion' : '';
}

function applyKind(study: Study, change: Change, valuesOf: ValuesOf): Result<Study> {
  switch (change.kind) {
    case 'replace-assumption':
      return replaceAssumption(study, change);
    case 'break-assumption':
      return breakAssumption(study, change);
    case 'add-hedge':
      return addHedge(study, change);
    case 'add-option':
      return addOption(study, change);
    case 'add-future':
      return addFuture(study, change);
    case 'remove-hedge':
      return removeHedge(study, change);
    case 'terminate-hedge':
      return terminateHedge(study, change);
    case 'dedesignate-hedge':
      return dedesignateHedge(study, change);
    case 'release-deferral':
      return releaseDeferral(study, change);
    case 'sell':
      return sell(study, change, valuesOf);
    case 'buy':
      return buy(study, change);
    case 'reclassify':
      return reclassify(study, change, valuesOf);
    case 'fund':
      return fund(study, change);
    case 'move-funding':
      return moveFunding(study, change);
    case 'reprice-deposits':
      return repriceDeposits(study, change);
    case 'capital':
      return raiseCapital(study, change);
    case 'shock':
      return shock(study, change);
    case 'roll-forward':
      return rollForward(study, change);
    case 'replace-market':
      return replaceMarket(study, change);
    case 'replace-rows':
      return replaceRows(study, change);
    case 'replace-models':
      return replaceModels(study, change);
    case 'replace-hedges':
      return replaceHedges(study, change);
    case 'replace-parts':
      return replaceParts(study, change);
  }
}
