import {
  AS_ASSUMED,
  type FrontierPoint,
  failureWorld,
  type Plan,
  type PlanProblem,
  planActions,
  planFrontier,
  planStart,
  type Solver,
} from '../decision/index.js';
import { ok, type Result } from '../foundation/index.js';
import { type Change, evaluate, measureDefinition, measureOf, type Study } from '../study/index.js';
import type { CaseInput, DecisionPlan } from './case-input.js';
import type { Picture, Table } from './case-result.js';
import { ENGINE, withChanges } from './engine.js';
import { leverOf, limitOf } from './levers.js';
import { columns, inWords, lowerFirst, percentOf, table } from './table.js';

/** The decision of one Study: what step 4 shows, once for the case and once for its sister. */
export interface Decision {
  readonly findings: readonly string[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}

/** Step 4 on one Study: the cheapest plan within every limit, scenario and failure (CASE-9). */
export async function decideCase(
  input: CaseInput,
  plan: DecisionPlan,
  halfBidOfferBp: number,
  solver: Solver,
): Promise<Result<Decision>> {
  const problem = problemOf(input, plan, halfBidOfferBp, solver);
  const start = planStart(problem);
  if (!start.ok) return start;
  const found = await planActions(problem, start.value);
  if (!found.ok) return found;
  const { limit, floors } = plan.frontier;
  const frontier = await planFrontier(problem, limit, floors, start.value);
  if (!frontier.ok) return frontier;
  const after = afterwardsTable(input, plan, problem, found.value);
  if (!after.ok) return after;
  const name = input.study.valuationDate;
  return ok({
    findings: findings(name, found.value),
    tables: [
      movesTable(name, found.value),
      limitsTable(name, found.value, problem),
      pricesTable(name, found.value),
      frontierTable(name, problem, plan, frontier.value),
      ...after.value,
    ],
    pictures: frontierPicture(name, problem, plan, frontier.value),
  });
}

function problemOf(
  input: CaseInput,
  plan: DecisionPlan,
  halfBidOfferBp: number,
  solver: Solver,
): PlanProblem {
  const used = new Set(['0', ...plan.limits.flatMap(({ scenarios }) => scenarios)]);
  const study: Study = {
    ...input.study,
    scenarios: input.study.scenarios.filter(({ id }) => used.has(id)),
  };
  return {
    study,
    levers: plan.levers.map((lever) => leverOf(study, lever, halfBidOfferBp)),
    worlds: [
      AS_ASSUMED,
      ...plan.worlds.map(({ kind, severity, title }) => failureWorld(kind, severity, title)),
    ],
    limits: plan.limits.map(limitOf),
    realisedLossYears: plan.realisedLossYears,
    solver,
    ...ENGINE,
  };
}

function findings(name: string, plan: Plan): string[] {
  const moves = plan.moves.map(
    ({ title, size, unit }) => `${lowerFirst(title)} ${inWords(size)} ${unit}`,
  );
  return [
    plan.status === 'meets limits'
      ? `${name}: a plan meets every limit; ${costInWords(plan)}.`
      : `${name}: no plan meets every limit; with the smallest relaxation ${costInWords(plan)}.`,
    ...(moves.length > 0 ? [`${name}: ${moves.join('; ')}.`] : [`${name}: do nothing.`]),
    ...plan.relaxations.map(({ words }) => `${name}: ${words}`),
  ];
}

function costInWords({ costUsdMillion }: Plan): string {
  return costUsdMillion < 0
    ? `it earns ${inWords(-costUsdMillion)} million of carry in the first year`
    : `it costs ${inWords(costUsdMillion)} million a year`;
}

function movesTable(name: string, plan: Plan): Table {
  return table(
    `plan-${name}`,
    `What to do, ${name}`,
    columns(
      'move | Move |',
      'size | Size |',
      'unit | Unit |',
      'cost | Cost | USD million a year',
      'note | Note |',
    ),
    [
      ...plan.moves.map(({ title, size, unit, costUsdMillion, costNote }) => [
        title,
        size,
        unit,
        costUsdMillion,
        costNote,
      ]),
      ['Whole plan, valued in full', null, '', plan.costUsdMillion, ''],
      ['of which NII given up', null, '', plan.niiGivenUpUsdMillion, ''],
    ],
    [
      `${plan.certificate.statement} Gap ${plan.certificate.gap.toExponential(1)}, ` +
        `${plan.rounds} rounds, model and full valuation ` +
        `${plan.agreed ? 'agree' : 'do NOT agree'} (${plan.disagreement.toExponential(1)} ` +
        'of a limit scale).',
      'Cost is 12-month NII given up on forwards, realised losses spread over three years, ' +
        'dealing and equity cost. Below zero it is first-year carry: a swap struck at the fair ' +
        'rate earns nothing over its life at forwards, and an inverted curve pays it first.',
    ],
  );
}

/** Ratios are shown in per cent, amounts as they are: the registry knows which a measure is. */
function shownScale(problem: PlanProblem, limitId: string): number {
  const limit = problem.limits.find(({ id }) => id === limitId);
  return limit !== undefined && measureDefinition(limit.measure).unit === 'ratio' ? 100 : 1;
}

function limitsTable(name: string, plan: Plan, problem: PlanProblem): Table {
  const titles = new Map(problem.worlds.map(({ id, title }) => [id, title]));
  return table(
    `limits-${name}`,
    `Limits before and after, ${name} (ratios in %, amounts in USD million)`,
    columns(
      'limit | Limit |',
      'scenario | Scenario |',
      'world | Assumptions |',
      'floor | Floor |',
      'before | Do nothing |',
      'after | With the plan |',
      'met | Met |',
    ),
    plan.limits.map((each) => {
      const scale = shownScale(problem, each.limit);
      return [
        each.title,
        each.scenario === '0' ? 'base' : each.scenario,
        titles.get(each.world) ?? each.world,
        each.floor === null ? null : scale * each.floor,
        scale * each.before,
        scale * each.full,
        each.met ? 'yes' : 'no',
      ];
    }),
  );
}

function pricesTable(name: string, plan: Plan): Table {
  return table(
    `shadow-prices-${name}`,
    `What binding limits cost, ${name}`,
    columns('words | Shadow price |', 'worth | Worth | USD million a year'),
    plan.shadowPrices.slice(0, 6).map(({ words, worthUsdMillion }) => [words, worthUsdMillion]),
    ['Shadow prices of the linear programme, for small steps while the same limits bind.'],
  );
}

function limitTitle(plan: DecisionPlan): string {
  return plan.limits.find(({ id }) => id === plan.frontier.limit)?.title ?? plan.frontier.limit;
}

function frontierTable(
  name: string,
  problem: PlanProblem,
  plan: DecisionPlan,
  points: readonly FrontierPoint[],
): Table {
  return table(
    `frontier-${name}`,
    `Least yearly cost for each floor of "${limitTitle(plan)}", ${name}`,
    columns('floor | Floor |', 'cost | Cost | USD million a year', 'status | Status |'),
    points.map(({ floor, costUsdMillion, onFrontier, plan: each }) => [
      shownScale(problem, plan.frontier.limit) * floor,
      costUsdMillion,
      onFrontier ? 'meets every limit' : (each.relaxations[0]?.words ?? 'did not agree'),
    ]),
  );
}

/** No picture where fewer than two floors can be met: the table says why. */
function frontierPicture(
  name: string,
  problem: PlanProblem,
  plan: DecisionPlan,
  found: readonly FrontierPoint[],
): Picture[] {
  const met = found.filter(({ onFrontier }) => onFrontier);
  if (met.length < 2) return [];
  const scale = shownScale(problem, plan.frontier.limit);
  const points = met.map(({ floor, costUsdMillion }) => ({
    label: scale === 100 ? `${(100 * floor).toFixed(1)}%` : inWords(floor),
    x: scale * floor,
    y: costUsdMillion,
  }));
  return [
    {
      kind: 'frontier',
      id: `frontier-${name}`,
      title: `Cost of protection, ${name}`,
      xTitle: `Floor of "${limitTitle(plan)}", moved`,
      yTitle: 'USD million a year',
      points,
    },
  ];
}

/** The plan and doing nothing under the curve seen later: shown, never decided on. */
function afterwardsTable(
  input: CaseInput,
  plan: DecisionPlan,
  problem: PlanProblem,
  found: Plan,
): Result<Table[]> {
  if (plan.afterwards === null || plan.afterwards.kind !== 'shock') return ok([]);
  const changes: Change[] = found.moves.flatMap(({ lever, size }) => {
    const own = problem.levers.find(({ id }) => id === lever);
    return own === undefined ? [] : [...own.makeChanges(size)];
  });
  const planned = withChanges(input.study, changes);
  if (!planned.ok) return planned;
  const scenario = plan.afterwards.scenario.id;
  const rows: (string | number | null)[][] = [];
  for (const [title, study] of [
    ['Nothing done', input.study],
    ['With the plan', planned.value],
  ] as const) {
    const seen = withChanges(study, [plan.afterwards]);
    if (!seen.ok) return seen;
    const outcome = evaluate(seen.value);
    const at = (id: string) => measureOf(outcome, id, scenario);
    rows.push([
      title,
      at('eve.change'),
      percentOf(at('eve.change'), measureOf(outcome, 'eve.value', '0')),
      at('capital.economic.e0'),
      100 * at('capital.economicRatio.e0'),
      100 * at('runThreshold.liquidity.2d'),
      100 * at('runThreshold.tce.2d'),
    ]);
  }
  return ok([
    table(
      `afterwards-${input.study.valuationDate}`,
      `${plan.afterwards.scenario.title}: what the plan of ${input.study.valuationDate} ` +
        'would have done',
      columns(
        'plan | Plan |',
        'eve | EVE change | USD million',
        'eveShare | EVE change | %',
        'e0 | Economic CET1 E0 | USD million',
        'e0Ratio | E0 to RWA | %',
        'liquidity | Run threshold, liquidity 2d | %',
        'tce | Run threshold, TCE 2d | %',
      ),
      rows,
      [
        'The curve of that day put at once on the balance sheet of the valuation date: no ' +
          'purchases, run-off or deposit flows in between. Known only afterwards; no step used it.',
      ],
    ),
  ]);
}
