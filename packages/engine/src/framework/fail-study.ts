import { collect, type Issue, issue, ok, type Result } from '../foundation/index.js';
import {
  applyAll,
  type Dispersion,
  FAILURE_KINDS,
  type Failure,
  type FailureCell,
  type FlipLimit,
  failureGrid,
  type HedgeVariant,
  type LimitFlip,
  limitFlip,
  type Move,
  namedFailure,
  nearestFirst,
  type OwnFailure,
  ownFailure,
  REVERSE_TARGETS,
  SEVERITIES,
  type StandardMoves,
  standardMoves,
} from '../stress/index.js';
import { evaluate, hedgesOf, type Study, whyNot } from '../study/index.js';
import { ENGINE } from './engine.js';
import type { PolicyFlipLimits } from './policy-flip-limits.js';

export interface FailRequest {
  readonly study: Study;
  /** Failures of one's own, beside the four named ones. */
  readonly own: readonly OwnFailure[];
  /** Hedges beside the Study as it stands. */
  readonly hedges: readonly HedgeVariant[];
  /** Limits whose flip points are sought; none: no search. */
  readonly limits: readonly FlipLimit[];
  /** Limits of a policy that cannot be searched, with the reason. */
  readonly limitsLeftOut: PolicyFlipLimits['leftOut'];
  readonly reverse: boolean;
  readonly progress: (step: string, done: number, total: number) => void;
}

/** What `almfes fail` finds; `--json` prints it. */
export interface FailResult {
  readonly schema: 'almfes/fail/1';
  readonly institution: string;
  readonly valuationDate: string;
  readonly failures: readonly Pick<Failure, 'id' | 'title' | 'severity' | 'anchors'>[];
  /** Failures that do not fit this Study, each with the reason. */
  readonly refused: readonly { readonly failure: string; readonly issues: readonly Issue[] }[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly cells: readonly FailureCell[];
  readonly moves: readonly Move[];
  /** Null when no flip was sought. */
  readonly dispersion: Dispersion | null;
  readonly flips: readonly LimitFlip[];
  readonly limitsLeftOut: PolicyFlipLimits['leftOut'];
  readonly reverse: readonly LimitFlip[];
}

/** What a cell of the grid reads. */
const CELL_MEASURES = [
  'eve.value',
  'nii.12m',
  'capital.economic.e0',
  'runThreshold.liquidity.2d',
  'runThreshold.cet1.2d',
  'runThreshold.tce.2d',
] as const;

/**
 * The failure grid of a Study, and on request the flip points of limits and the reverse stress
 * (rule FAIL-13). A failure that does not fit is left out and named with its reason. Issues:
 * `duplicate-id` for a failure or hedge with the id of a named one, a measure of the grid that is
 * refused, hedges that do not fit, and those of the searches.
 */
export function failStudy(request: FailRequest): Result<FailResult> {
  const { study } = request;
  request.progress('failures', 0, 1);
  const taken = takenIds(request);
  if (taken.length > 0) return { ok: false, issues: taken };
  const missing = missingMeasures(study);
  if (missing.length > 0) return { ok: false, issues: missing };
  const { failures, refused } = fittingFailures(study, request.own);
  const cells = failureGrid({
    study,
    hedgeVariants: variantsOf(study, request.hedges),
    failures,
    scenarios: study.scenarios.map(({ id }) => id),
    runDays: '2d',
    ...ENGINE,
  });
  if (!cells.ok) return cells;
  const searched = searches(request);
  if (!searched.ok) return searched;
  return ok({
    schema: 'almfes/fail/1',
    institution: study.institution,
    valuationDate: study.valuationDate,
    failures: failures.map(({ id, title, severity, anchors }) => ({
      ...{ id, title, severity, anchors },
    })),
    refused,
    scenarios: study.scenarios.map(({ id, title }) => ({ id, title })),
    cells: cells.value,
    limitsLeftOut: request.limitsLeftOut,
    ...searched.value,
  });
}

const NAMED_IDS = FAILURE_KINDS.flatMap((kind) => SEVERITIES.map((each) => `${kind}-${each}`));
const VARIANT_IDS = ['none', 'own'];

/** Cells are found by id: a second failure or hedge of an id shows the figures of the first. */
function takenIds({ own, hedges }: FailRequest): Issue[] {
  const again = (ids: readonly string[], known: readonly string[], path: string): Issue[] =>
    ids.flatMap((id, index) =>
      known.includes(id) || ids.indexOf(id) < index
        ? [issue('duplicate-id', `${path}/${index}/id`, 'an id that is not taken', id)]
        : [],
    );
  return [
    ...again(
      own.map(({ id }) => id),
      NAMED_IDS,
      '/failures',
    ),
    ...again(
      hedges.map(({ id }) => id),
      VARIANT_IDS,
      '/variants',
    ),
  ];
}

function missingMeasures(study: Study): Issue[] {
  const outcome = ENGINE.evaluate(study);
  return study.scenarios.flatMap(({ id }) =>
    CELL_MEASURES.filter((measure) =>
      outcome.measures.every((each) => each.id !== measure || each.scenario !== id),
    ).map((measure) => whyNot(outcome, measure, id)),
  );
}

function fittingFailures(study: Study, own: readonly OwnFailure[]) {
  const named = FAILURE_KINDS.flatMap((kind) =>
    SEVERITIES.map((severity) => ({
      id: `${kind}-${severity}`,
      built: namedFailure(study, kind, severity),
    })),
  );
  const stated = own.map((each) => ({ id: each.id, built: ownFailure(study, each) }));
  const failures: Failure[] = [];
  const refused: { failure: string; issues: readonly Issue[] }[] = [];
  for (const { id, built } of [...named, ...stated]) {
    const fits = built.ok ? fitting(study, built.value) : built;
    if (fits.ok) failures.push(fits.value);
    else refused.push({ failure: id, issues: fits.issues });
  }
  return { failures, refused };
}

function fitting(study: Study, failure: Failure): Result<Failure> {
  const path = `failure ${failure.id}`;
  const tried = collect([
    applyAll(ENGINE.apply, study, failure.changes, path),
    applyAll(ENGINE.apply, study, failure.changesWhenFalling, path),
  ]);
  return tried.ok ? ok(failure) : tried;
}

/** Without its hedges first, so that what they protect is counted; a bank without any alone. */
function variantsOf(
  study: Study,
  hedges: readonly HedgeVariant[],
): readonly [HedgeVariant, ...HedgeVariant[]] {
  const asItStands: HedgeVariant = { id: 'own', title: 'As it stands', changes: [] };
  const held = hedgesOf(study);
  if (held.length === 0) return [asItStands, ...hedges];
  const bare: HedgeVariant = {
    id: 'none',
    title: 'Without its hedges',
    changes: held.map(({ id }) => ({
      kind: 'remove-hedge',
      id: `remove-${id}`,
      title: `without ${id}`,
      rationale: 'to see what the hedge protects',
      sources: [],
      size: 1,
      hedgeId: id,
    })),
  };
  return [bare, asItStands, ...hedges];
}

type Searched = Pick<FailResult, 'moves' | 'dispersion' | 'flips' | 'reverse'>;

function searches(request: FailRequest): Result<Searched> {
  const { limits, reverse, study } = request;
  if (limits.length === 0 && !reverse) {
    return ok({ moves: [], dispersion: null, flips: [], reverse: [] });
  }
  const standard = standardMoves(study);
  if (!standard.ok) return standard;
  const flipOf = knownFlips(request, standard.value);
  const flips = collect(limits.map(flipOf));
  if (!flips.ok) return flips;
  const reversed = collect(reverse ? REVERSE_TARGETS.map(flipOf) : []);
  if (!reversed.ok) return reversed;
  const { moves, dispersion } = standard.value;
  return ok({ moves, dispersion, flips: flips.value, reverse: nearestFirst(reversed.value) });
}

/** A limit that is also a target is searched once. */
function knownFlips(
  { study, progress, limits, reverse }: FailRequest,
  standard: StandardMoves,
): (limit: FlipLimit) => Result<LimitFlip> {
  const known = new Map<string, Result<LimitFlip>>();
  const total = limits.length + (reverse ? REVERSE_TARGETS.length : 0);
  let done = 0;
  return (limit) => {
    const { measure, scenarios, floor, cap } = limit;
    const key = JSON.stringify({ measure, scenarios, floor, cap });
    progress(`flip points: ${limit.id}`, done, total);
    done += 1;
    const request = { study, limit, ...standard, evaluate, apply: ENGINE.apply };
    const found = known.get(key) ?? limitFlip(request);
    known.set(key, found);
    return found.ok ? ok({ ...found.value, limit }) : found;
  };
}
