import { ok, type Result } from '../foundation/index.js';
import type { HedgeComparison } from '../hedge/index.js';
import { studyHash } from '../study/index.js';
import { assumptionChangeTable } from './assumption-change.js';
import type { CaseInput, ClaimPlan } from './case-input.js';
import type { CaseResult, ClaimBeside, Finding, Step, Table } from './case-result.js';
import type { CaseEffects } from './engine.js';
import { stepOf } from './finding.js';
import { fitsOf, publishedVsReproduced } from './reproduce.js';
import { type AttributionStep, stepAttribution } from './step-attribution.js';
import { baselineOf, stepBaseline } from './step-baseline.js';
import { decideCase } from './step-decision.js';
import { withDiscipline } from './step-discipline.js';
import { stepFailure } from './step-failure.js';
import { type HedgeStep, stepHedge } from './step-hedge.js';
import { columns, table } from './table.js';
import { tell } from './told.js';

const STEPS = 6;

/**
 * Runs the five steps of a case (rule CASE-10). Pure but for the effects given: the same input
 * and solver give the same result. Issues: those of Changes that do not fit, of attribution
 * groups that do not commute, of hedges that cannot be sized and of plans that cannot be made.
 */
export async function runCase(input: CaseInput, effects: CaseEffects): Promise<Result<CaseResult>> {
  const found = await runSteps(input, effects);
  if (!found.ok) return found;
  const { attribution, claims } = found.value;
  effects.progress('discipline', STEPS - 1, STEPS);
  const steps = withDiscipline(found.value.steps, input);
  if (!steps.ok) return steps;
  effects.progress('published against reproduced', STEPS - 1, STEPS);
  const { study } = input;
  const result: CaseResult = {
    schema: 'almfes/case-result/1',
    case: input.slug,
    title: study.title,
    institution: study.institution,
    valuationDate: study.valuationDate,
    curveDate: study.market.curveDate,
    decisionDate: study.decisionDate,
    studyHash: studyHash(study, effects.hash),
    steps: steps.value,
    publishedVsReproduced: publishedVsReproduced(input),
    fits: fitsOf(input),
    attribution,
    claims,
    assumptions: input.assumptions,
    sources: input.sources,
  };
  effects.progress('done', STEPS, STEPS);
  return ok(result);
}

interface Found {
  readonly steps: readonly Step[];
  readonly attribution: CaseResult['attribution'];
  readonly claims: readonly ClaimBeside[];
}

async function runSteps(input: CaseInput, effects: CaseEffects): Promise<Result<Found>> {
  if (input.baseline === null) return ok({ steps: [], attribution: [], claims: [] });
  effects.progress('baseline', 0, STEPS);
  const baseline = baselineOf(input, input.baseline);
  if (!baseline.ok) return baseline;
  const profiled = stepBaseline(input, input.baseline, baseline.value);
  if (!profiled.ok) return profiled;
  const steps: Step[] = [profiled.value];
  effects.progress('attribution', 1, STEPS);
  const beside = besideTables(input);
  if (!beside.ok) return beside;
  if (input.attribution === null || input.hedge === null) {
    return ok({ steps, attribution: [], claims: [] });
  }
  const attributed = stepAttribution(input, input.attribution, baseline.value, beside.value);
  if (!attributed.ok) return attributed;
  steps.push(attributed.value.step);
  effects.progress('hedges', 2, STEPS);
  const hedged = stepHedge(input, input.hedge, input.baseline);
  if (!hedged.ok) return hedged;
  steps.push(hedged.value.step);
  effects.progress('assumption failure', 3, STEPS);
  const failed = stepFailure(input, hedged.value.variants);
  if (!failed.ok) return failed;
  steps.push(failed.value);
  effects.progress('strategic action', 4, STEPS);
  const decided = await stepDecision(input, effects);
  if (!decided.ok) return decided;
  steps.push(decided.value);
  const claims = claimsBeside(input, attributed.value, hedged.value);
  return ok({ steps, attribution: attributed.value.attribution, claims });
}

/** The assumption change of April 2022, told on the Study of the year before, and the variants. */
function besideTables(input: CaseInput): Result<Table[]> {
  const tables: Table[] = [];
  for (const each of [input, ...input.sisters]) {
    if (each.assumptionChange !== null) {
      const told = assumptionChangeTable(each.study, each.assumptionChange);
      if (!told.ok) return told;
      tables.push(told.value);
    }
    if (each.variants.length > 0) tables.push(variantsTable(each));
  }
  return ok(tables);
}

function variantsTable(input: CaseInput): Table {
  const origin = {
    title: `Specifications tried on ${input.study.valuationDate}: results as the case states them`,
    rule: 'CASE-3',
    measures: ['eve.changeShare', 'nii.12m.change'],
    applied: ['the specification of the row'],
  };
  return table(
    `variants-${input.slug}`,
    `Specifications tried on ${input.study.valuationDate}`,
    columns('variant | Variant |', 'result | Result |', 'chosen | Chosen |'),
    input.variants.map(({ title, result, chosen }) =>
      tell(origin, [title, result, chosen ? 'yes' : 'no']),
    ),
    [
      'All results were seen before the choice. The reasons for it: curve and note rates have a ' +
        'public source, what is solved (turnover) is what the public cannot see, and no ' +
        'volatility of the date is held. It is not the variant nearest to every figure.',
    ],
  );
}

/** Step 4 on the case and on every sister that has a decision of its own. */
async function stepDecision(input: CaseInput, effects: CaseEffects): Promise<Result<Step>> {
  const head = {
    step: 4,
    id: 'decision',
    title: 'Strategic action: the cheapest plan within the stated limits',
  } as const;
  if (effects.solver === undefined) {
    const findings = ['No solver was given: the programme was not solved.'];
    return ok(stepOf({ ...head, findings, tables: [], pictures: [] }));
  }
  const parts: {
    findings: (Finding | string)[];
    tables: Table[];
    pictures: Step['pictures'][number][];
  } = { findings: [], tables: [], pictures: [] };
  for (const each of [input, ...input.sisters]) {
    if (each.decision === null) continue;
    const found = await decideCase(each, each.decision, effects.solver);
    if (!found.ok) return found;
    parts.findings.push(...found.value.findings);
    parts.tables.push(...found.value.tables);
    parts.pictures.push(...found.value.pictures);
  }
  return ok(stepOf({ ...head, ...parts }));
}

function claimsBeside(
  input: CaseInput,
  attributed: AttributionStep,
  hedged: HedgeStep,
): ClaimBeside[] {
  const ladder = hedged.comparisons.find(({ id }) => id === 'ladder-2-5-7-true-risk');
  const ours = ({ beside }: ClaimPlan): Pick<ClaimBeside, 'ours' | 'origin'> => {
    if (beside === 'assumption-points') {
      return { ours: Math.abs(attributed.assumptionPoints), origin: attributed.pointsOrigin };
    }
    if (ladder === undefined) return { ours: null };
    const origin = hedged.originOf(ladder);
    return beside === 'first-year-carry'
      ? { ours: carrySaved(ladder, hedged), origin }
      : { ours: keptBillion(ladder), origin };
  };
  return input.claims.map((each) => ({
    claim: each.claim,
    claimed: each.claimed,
    ...ours(each),
    unit: each.unit,
    explanation: each.explanation,
  }));
}

/** First-year carry of the ladder minus that of the bullet at the same risk, USD million. */
function carrySaved(ladder: HedgeComparison, hedged: HedgeStep): number | null {
  const bullet = hedged.comparisons.find(({ id }) => id === 'bullet-5-true-risk');
  return bullet === undefined ? null : ladder.firstYearCarry - bullet.firstYearCarry;
}

function keptBillion(ladder: HedgeComparison): number {
  return ladder.efficiency.capitalKept / 1000;
}
