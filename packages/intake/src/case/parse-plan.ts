import {
  type AssumptionChangePlan,
  type AttributionPlan,
  type BaselinePlan,
  type CaseInput,
  type Change,
  type ChangeGroup,
  type ClaimPlan,
  DEPOSIT_PARAMETERS,
  type DepositParameter,
  type HedgePlan,
  type Issue,
  issue,
  MAX_GROUPS,
  type MeasureRequest,
  type ParameterEdit,
  PREPAYMENT_PARAMETERS,
  type PrepaymentParameter,
  parseChanges,
  type Read,
  type Reading,
  type Result,
  read,
} from '@almfes/engine';
import { disciplineReader } from './parse-discipline.js';
import { decisionReader } from './parse-plan-decision.js';
import { type PlannedFigure, plannedFigure } from './parse-published.js';
import type { CurveTable } from './treasury-curve.js';

/** What changes.json says, before published values are read from their figures. */
export interface CasePlan
  extends Omit<
    CaseInput,
    'slug' | 'study' | 'fits' | 'published' | 'sources' | 'sisters' | 'laterCurves'
  > {
  /** Names of the earlier cases of the same bank. */
  readonly sisters: readonly string[];
  readonly published: readonly PlannedFigure[];
}

const { flag, identifier, list, members, number, object, objectWith, oneOf, prose, text, title } =
  read;

const SCHEMA = 'almfes/case-changes/1';
const note: Read<string> = text({ min: 1, max: 4000 });
const notes = list(note, 100);
const scenarioId: Read<string> = text({ max: 120 });
const anyNumber = number({ what: 'a number' });
const basisPoints = number({ min: -1000, max: 1000, what: 'basis points' });

/** Changes go through the engine's own door; its pointers begin where the list stands. */
const changes: Read<readonly Change[]> = (value, path, issues) => {
  const parsed = parseChanges(value);
  if (parsed.ok) return parsed.value;
  issues.push(...parsed.issues.map((each) => ({ ...each, path: `${path}${each.path}` })));
  return undefined;
};

const edit = object({
  model: identifier,
  parameter: oneOf<DepositParameter | PrepaymentParameter>([
    ...DEPOSIT_PARAMETERS,
    ...PREPAYMENT_PARAMETERS,
  ]),
  value: anyNumber,
}) as Read<ParameterEdit>;

const baseline = object<BaselinePlan>({
  title,
  changes,
  range: list(object<BaselinePlan['range'][number]>({ title, edits: list(edit, 100, 1) }), 100),
  notes,
});

const attribution = object<AttributionPlan>({
  groups: list(
    object<Omit<ChangeGroup, 'parts'>>({ id: identifier, title, changes }),
    MAX_GROUPS,
    1,
  ),
  assumptionGroups: list(identifier, MAX_GROUPS),
  path: object<AttributionPlan['path']>({
    title,
    stops: list(
      object<AttributionPlan['path']['stops'][number]>({ title, edits: list(edit, 100, 1) }),
      100,
    ),
  }),
  measures: list(object<MeasureRequest>({ id: identifier, scenario: scenarioId }), 50, 1),
});

const spreadRange: Read<readonly [number, number]> = (value, path, issues) => {
  const [low, high] = list(basisPoints, 2, 2)(value, path, issues) ?? [];
  return low === undefined || high === undefined ? undefined : [low, high];
};

const hedge = objectWith<Omit<HedgePlan, 'keptTitle'>, Required<Pick<HedgePlan, 'keptTitle'>>>(
  {
    keptSwaps: changes,
    scenarios: list(scenarioId, 100, 1),
    halfBidOfferBp: number({ min: 0, max: 1000, what: 'basis points' }),
    marginFundingSpread: number({ min: 0, max: 1, what: 'a decimal rate' }),
    swapSpreadRangeBp: spreadRange,
  },
  { keptTitle: title },
);

/** `case/figure`: a sister shows the table too, and has figures of its own. */
const placedFigure: Read<string> = text({ min: 3, max: 200 });

const assumptionChange = object<AssumptionChangePlan>({
  title,
  measure: identifier,
  scenario: scenarioId,
  readings: list(
    objectWith<Omit<Reading, 'figure'>, Required<Pick<Reading, 'figure'>>>(
      { title, value: anyNumber },
      { figure: placedFigure },
    ),
    100,
    1,
  ),
  models: list(identifier, 100, 1),
  low: number({ min: 0, aboveMin: true, max: 100, what: 'years' }),
  high: number({ min: 0, aboveMin: true, max: 100, what: 'years' }),
  notes,
});

const claim = object<ClaimPlan>({
  claim: title,
  claimed: anyNumber,
  unit: text({ min: 1, max: 60 }),
  beside: oneOf(['assumption-points', 'first-year-carry', 'capital-kept']),
  explanation: prose,
});

const variant = object<CaseInput['variants'][number]>({ title, result: note, chosen: flag });

/** A name that can be a folder of the library and nothing else. */
const slug: Read<string> = (value, path, issues) => {
  const name = identifier(value, path, issues);
  if (name === undefined || /^[a-z0-9][a-z0-9-]*$/.test(name)) return name;
  issues.push(issue('slug', path, 'small letters, digits and hyphens', name));
  return undefined;
};

/** Parts a case may leave out: lists are then empty, steps are then null (rule FORM-6). */
const LEFT_OUT = {
  sisters: [],
  baseline: null,
  attribution: null,
  hedge: null,
  failureScenarios: [],
  decision: null,
  assumptionChange: null,
  claims: [],
  discipline: null,
  assumptions: [],
  variants: [],
  published: [],
} as const;

/**
 * Reads changes.json (rule FORM-6): every Change goes through the door of Changes, every term of
 * every part must be there, an unknown key is an issue. What it names in the Study is checked by
 * `planIssues`.
 */
export function parsePlan(file: unknown, curves: CurveTable): Result<CasePlan> {
  const issues: Issue[] = [];
  const found = members(file, '', issues);
  if (found === undefined) return { ok: false, issues };
  const plan = object<CasePlan & { readonly schema: string }>({
    schema: oneOf([SCHEMA]),
    sisters: list(slug, 10),
    baseline: read.nullable(baseline),
    attribution: read.nullable(attribution),
    hedge: read.nullable(hedge),
    failureScenarios: list(scenarioId, 100),
    decision: read.nullable(decisionReader(curves)),
    assumptionChange: read.nullable(assumptionChange),
    claims: list(claim, 100),
    discipline: read.nullable(disciplineReader(changes)),
    assumptions: list(note, 200),
    variants: list(variant, 200),
    published: list(plannedFigure, 500),
  })({ ...LEFT_OUT, ...found }, '', issues);
  if (plan === undefined) return { ok: false, issues };
  const { schema: _schema, ...rest } = plan;
  return read.resultOf(rest, issues);
}
