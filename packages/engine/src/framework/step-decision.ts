import {
  AS_ASSUMED,
  failureWorld,
  LEAST_COST,
  type Plan,
  type PlanProblem,
  planActions,
  planFrontier,
  planStart,
  type Solver,
  type SwapPricing,
} from '../decision/index.js';
import { collect, fail, issue, ok, type Result } from '../foundation/index.js';
import { type FailureCell, failureGrid, namedFailures } from '../stress/index.js';
import { type Change, measureOf, type Study } from '../study/index.js';
import type { CaseInput, DecisionPlan } from './case-input.js';
import type { Finding, Picture, Table } from './case-result.js';
import { MARGIN_MEASURES, marginFinding, marginTable, planMargins } from './decision-margin.js';
import {
  costTable,
  frontierOrigin,
  frontierPicture,
  frontierTable,
  limitsTable,
  movesTable,
  onBalanceSheet,
  type PlanOrigin,
  planOrigins,
  pricesTable,
} from './decision-tables.js';
import { moveInWords } from './decision-words.js';
import { ENGINE, withChanges } from './engine.js';
import { type GridOrigin, gridOrigins } from './failure-cells.js';
import { finding } from './finding.js';
import { leverOf, limitOf } from './levers.js';
import { columns, inWords, lowerFirst, percentOf, scenarioName, table } from './table.js';
import { measureOrigin, type RowCell, reader, tell } from './told.js';

/** The decision of one Study: what step 4 shows, once for the case and once for its sister. */
export interface Decision {
  readonly findings: readonly (Finding | string)[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}

/** Step 4 on one Study: the cheapest plan within the stated limits (CASE-9, CASE-11). */
export async function decideCase(
  input: CaseInput,
  plan: DecisionPlan,
  solver: Solver,
): Promise<Result<Decision>> {
  if (input.hedge === null) {
    return fail(issue('case.decision', 'hedge', 'a hedge plan that prices swaps', 'none'));
  }
  const posed = problemOf(input.study, plan, input.hedge, solver);
  if (!posed.ok) return posed;
  const problem = posed.value;
  const start = planStart(problem);
  if (!start.ok) return start;
  const found = await planActions(problem, start.value);
  if (!found.ok) return found;
  const { limit, floors } = plan.frontier;
  const frontier = await planFrontier(problem, limit, floors, start.value);
  if (!frontier.ok) return frontier;
  const planned = plannedStudy(input.study, problem, found.value);
  if (!planned.ok) return planned;
  const name = input.study.valuationDate;
  const originOf = planOrigins(name, found.value);
  const { applied } = originOf('PLAN-3');
  const after = afterwardsTable(input.study, planned.value, plan, applied);
  if (!after.ok) return after;
  const failing = failureCells(planned.value, input.failureScenarios, applied);
  if (!failing.ok) return failing;
  const margins = planMargins(input.study, planned.value, input.failureScenarios);
  const failures = failing.value.originOf;
  const edge = frontierOrigin(name, plan, originOf);
  const margin = originOf('CASE-12', MARGIN_MEASURES);
  return ok({
    findings: [
      ...findings(name, found.value, originOf),
      finding(marginFinding(name, margins), margin),
      finding(failureFinding(name, failing.value.cells), failures('plan')),
    ],
    tables: [
      movesTable(name, found.value, problem, originOf),
      costTable(input, found.value, plan.levers, originOf),
      limitsTable(name, found.value, problem, originOf),
      marginTable(name, margins, margin),
      pricesTable(name, found.value, originOf),
      frontierTable(name, problem, plan, frontier.value, edge),
      failureTable(name, failing.value.cells, failures),
      ...after.value,
    ],
    pictures: frontierPicture(name, problem, plan, frontier.value, edge),
  });
}

function problemOf(
  whole: Study,
  plan: DecisionPlan,
  pricing: SwapPricing,
  solver: Solver,
): Result<PlanProblem> {
  const used = new Set(['0', ...plan.limits.flatMap(({ scenarios }) => scenarios)]);
  const study: Study = {
    ...whole,
    scenarios: whole.scenarios.filter(({ id }) => used.has(id)),
  };
  const base = ENGINE.evaluate(study);
  const levers = collect(plan.levers.map((lever) => leverOf(study, lever, pricing)));
  if (!levers.ok) return levers;
  return ok({
    study,
    levers: levers.value,
    worlds: [
      AS_ASSUMED,
      ...plan.worlds.map(({ kind, severity, title }) => failureWorld(kind, severity, title)),
    ],
    limits: plan.limits.map((limit) => limitOf(limit, study, base)),
    rules: [],
    objective: LEAST_COST,
    realisedLossYears: plan.realisedLossYears,
    solver,
    ...ENGINE,
  });
}

function findings(name: string, plan: Plan, originOf: PlanOrigin): Finding[] {
  const moves = plan.moves.map(moveInWords);
  const cost = costInWords(plan);
  const told = [
    plan.status === 'meets limits'
      ? `${name}: a plan meets every stated limit; ${cost}.`
      : `${name}: no plan meets every stated limit with the stated levers; ` +
        `with the smallest relaxation ${cost}.`,
    ...(moves.length > 0 ? [`${name}: ${moves.join('; ')}.`] : [`${name}: do nothing.`]),
  ];
  const [valued, relaxed] = [originOf('PLAN-3'), originOf('PLAN-7')];
  return [
    ...told.map((text) => finding(text, valued)),
    ...plan.relaxations.map(({ words }) => finding(`${name}: ${words}`, relaxed)),
  ];
}

function costInWords({ costUsdMillion }: Plan): string {
  if (inWords(Math.abs(costUsdMillion)) === '0.0') return 'it costs nothing';
  return costUsdMillion < 0
    ? `it costs nothing (${inWords(costUsdMillion)} million a year)`
    : `it costs ${inWords(costUsdMillion)} million a year`;
}

/** The Study as the plan leaves it, with all its scenarios. */
function plannedStudy(study: Study, problem: PlanProblem, plan: Plan): Result<Study> {
  const changes: Change[] = plan.moves.flatMap(({ lever, size }) => {
    const own = problem.levers.find(({ id }) => id === lever);
    return own === undefined ? [] : [...own.makeChanges(size)];
  });
  return withChanges(study, changes);
}

/** The plan under every named failure and scenario, constrained or not. */
function failureCells(
  study: Study,
  scenarios: readonly string[],
  applied: readonly string[],
): Result<{ readonly cells: readonly FailureCell[]; readonly originOf: GridOrigin }> {
  const failures = namedFailures(study);
  if (!failures.ok) return failures;
  const plan = { id: 'plan', title: 'With the plan', changes: [] };
  const cells = failureGrid({
    study,
    hedgeVariants: [plan],
    failures: failures.value,
    scenarios,
    runDays: '1d',
    ...ENGINE,
  });
  if (!cells.ok) return cells;
  const originOf = gridOrigins([plan], failures.value, applied);
  return ok({ cells: cells.value, originOf });
}

function failureFinding(name: string, cells: readonly FailureCell[]): string {
  const under = cells.filter(({ eveValue }) => eveValue < 0);
  const worst = cells.reduce((a, b) => (b.eveValue < a.eveValue ? b : a));
  const where = `${lowerFirst(worst.failureTitle)}, ${scenarioName(worst.scenario)}`;
  return (
    `${name}: with the plan EVE is below zero in ${under.length} of ${cells.length} pairs of ` +
    `failure and scenario; lowest ${inWords(worst.eveValue)} million (${where}).`
  );
}

/** The scenarios in which EVE is gone, in words. */
function insolventAt(cells: readonly FailureCell[]): string {
  const under = cells.filter(({ eveValue }) => eveValue < 0).map(({ scenario }) => scenario);
  return under.length > 0 ? under.join(' ') : 'none';
}

/** Every failure, limited or not, at its worst scenario for each measure. */
function failureTable(name: string, cells: readonly FailureCell[], originOf: GridOrigin): Table {
  const titles = new Map(cells.map(({ failure, failureTitle }) => [failure, failureTitle]));
  const rows = [...titles].map(([failure, title]) => {
    const own = cells.filter((cell) => cell.failure === failure);
    const least = (of: (cell: FailureCell) => number) => Math.min(...own.map(of));
    return tell(originOf('plan', failure), [
      title,
      insolventAt(own),
      least(({ eveValue }) => eveValue),
      least(({ nii12m }) => nii12m),
      least(({ economicE0 }) => economicE0),
      100 * least(({ runThreshold }) => runThreshold.liquidity),
    ]);
  });
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const told = scenarios.map(scenarioName).join(', ');
  return table(
    `plan-failures-${name}`,
    `The plan of ${name} in every failure: the worst over ${told}`,
    columns(
      'failure | Failure |',
      'insolvent | EVE below zero at |',
      'eve | EVE | USD million',
      'nii | 12-month NII | USD million',
      'e0 | Economic CET1 E0 | USD million',
      'run | Run threshold, liquidity 1d | %',
    ),
    rows,
    [
      'Limits bind only the assumptions they name; the other rows show what no limit asked for. ' +
        'E0 marks assets and hedges alone: a failure of deposits does not move it.',
    ],
  );
}

/** The plan and doing nothing under the curve seen later: shown, never decided on. */
function afterwardsTable(
  study: Study,
  planned: Study,
  plan: DecisionPlan,
  applied: readonly string[],
): Result<Table[]> {
  if (plan.afterwards === null || plan.afterwards.kind !== 'shock') return ok([]);
  const scenario = plan.afterwards.scenario.id;
  const { title: later } = plan.afterwards.scenario;
  const rows: RowCell[][] = [];
  for (const [title, each, done] of [
    ['Nothing done', study, [onBalanceSheet(study.valuationDate)]],
    ['With the plan', planned, applied],
  ] as const) {
    const seen = withChanges(each, [plan.afterwards]);
    if (!seen.ok) return seen;
    const outcome = ENGINE.evaluate(seen.value);
    const read = reader(outcome, [...done, later]);
    const value = (id: string) => read.value(id, scenario);
    const percent = (id: string) => read.percent(id, scenario);
    const change = value('eve.change');
    rows.push([
      title,
      change,
      ...tell(change.origin, [percentOf(change.value, measureOf(outcome, 'eve.value', '0'))]),
      value('nii.12m'),
      value('capital.economic.e0'),
      read.percentOrNone('capital.economicRatio.e0', scenario),
      percent('runThreshold.liquidity.2d'),
      percent('runThreshold.tce.2d'),
    ]);
  }
  return ok([
    table(
      `afterwards-${study.valuationDate}`,
      `${plan.afterwards.scenario.title}: what the plan of ${study.valuationDate} ` +
        'would have done',
      columns(
        'plan | Plan |',
        'eve | EVE change | USD million',
        'eveShare | EVE change | %',
        'nii | 12-month NII | USD million',
        'e0 | Economic CET1 E0 | USD million',
        'e0Ratio | E0 to RWA | %',
        'liquidity | Run threshold, liquidity 2d | %',
        'tce | Run threshold, TCE 2d | %',
      ),
      rows,
      [
        'The curve of that day put at once on the balance sheet of the valuation date: no ' +
          'purchases, run-off or deposit flows in between. Known only afterwards; no step used it.',
        finding(
          'EVE change in % of the base EVE of each row; a threshold of 100 stands for none up to ' +
            '100%. NII includes the first-year carry.',
          measureOrigin('runThreshold.liquidity.2d'),
        ),
      ],
    ),
  ]);
}
