import { ok, type Result } from '../../foundation/index.js';
import type { CapitalQuarter, Change, Study } from '../../study/index.js';
import {
  type AccountingQuarter,
  accountingPath,
  type HedgeFlows,
} from '../path/accounting-path.js';
import { layerQuarters } from '../path/closed-portfolio.js';
import { hedgeFlows } from '../path/hedge-flows.js';
import { accountingTerms, type HedgeEvent, type Treatment } from '../path/treatment.js';
import { addedHedges, type HedgeEngine } from '../variant.js';

/** Quarter, counted from the date, at the end of which the events of a path come. */
export const EVENT_QUARTER = 2;

/** Income and capital along the quarters of a scenario under one accounting treatment. */
export interface HedgePath {
  /** Which part of the hedge: what is designated to AFS at fair value, or all of it. */
  readonly part: 'designated' | 'whole';
  readonly treatment: Treatment;
  readonly notionalUsdMillion: number;
  readonly quarters: readonly AccountingQuarter[];
}

export interface HedgePathsRequest extends HedgeEngine {
  readonly study: Study;
  readonly changes: readonly Change[];
  readonly scenario: string;
  readonly quarters: number;
  readonly capitalQuarters: (study: Study, scenario: string) => Result<CapitalQuarter[]>;
}

/**
 * The hedge under each accounting model and under the events that end it (HEDGE-17 to HEDGE-20):
 * its fair value part as such, the whole of it as a cash flow hedge of funding, and undesignated.
 */
export function hedgePaths(request: HedgePathsRequest): Result<readonly HedgePath[]> {
  const { changes } = request;
  const fairValue = changes.filter(isFairValue);
  const paths: HedgePath[] = [];
  if (fairValue.length > 0) {
    const designated = pathsOf({ ...request, changes: fairValue }, 'designated');
    if (!designated.ok) return designated;
    paths.push(...designated.value);
  }
  const whole = pathsOf(request, 'whole');
  return whole.ok ? ok([...paths, ...whole.value]) : whole;
}

function isFairValue(change: Change): boolean {
  return change.kind === 'add-hedge' && change.swap.model === 'fair-value';
}

function pathsOf(
  request: HedgePathsRequest,
  part: HedgePath['part'],
): Result<readonly HedgePath[]> {
  const flows = hedgeFlows(request);
  if (!flows.ok) return flows;
  const notionalUsdMillion = addedHedges(request.changes).reduce(
    (sum, hedge) => sum + Math.abs(hedge.notionalUsdMillion),
    0,
  );
  const treatments =
    part === 'designated' ? fairValueTreatments(request) : otherTreatments(request);
  return ok(
    treatments.map((treatment) => ({
      part,
      treatment,
      notionalUsdMillion,
      quarters: pathOf(flows.value, treatment, request),
    })),
  );
}

function pathOf(
  flows: HedgeFlows,
  treatment: Treatment,
  { study, quarters }: HedgePathsRequest,
): readonly AccountingQuarter[] {
  return accountingPath(flows, accountingTerms(treatment, quarters, study.capital));
}

function fairValueTreatments(request: HedgePathsRequest): readonly Treatment[] {
  const breachedShare = layerQuarters({ ...request, group: 'afs' }).map(
    (each) => each.breachedShare,
  );
  const fairValue = { model: 'fair-value', hedgedGroup: 'afs' } as const;
  const breached: Treatment = { ...fairValue, event: { kind: 'layer-breach', breachedShare } };
  return [
    { ...fairValue, event: null },
    ...(breachedShare.some((share) => share > 0) ? [breached] : []),
    { ...fairValue, event: terminated(request) },
  ];
}

function otherTreatments(request: HedgePathsRequest): readonly Treatment[] {
  const undesignated: Treatment = { model: 'undesignated', hedgedGroup: 'none', event: null };
  // a future settles at once, and what is deferred of it is not its value: CPATH carries it
  if (addedHedges(request.changes).some(({ kind }) => kind === 'future')) return [undesignated];
  const cashFlow = { model: 'cash-flow', hedgedGroup: 'borrowings' } as const;
  const stopped: HedgeEvent = { kind: 'funding-stops', quarter: EVENT_QUARTER, share: 1 };
  return [
    { ...cashFlow, event: null },
    { ...cashFlow, event: terminated(request) },
    { ...cashFlow, event: stopped },
    undesignated,
  ];
}

/** What is deferred amortises over what is left of the longest leg. */
function terminated({ changes }: HedgePathsRequest): HedgeEvent {
  const last = Math.max(...addedHedges(changes).map(({ maturityMonth }) => maturityMonth));
  const itemQuarters = Math.max(1, Math.ceil(last / 3) - EVENT_QUARTER);
  return { kind: 'terminated', quarter: EVENT_QUARTER, itemQuarters };
}
