import type { FrontierPoint, Plan, PlanProblem } from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import type { CaseInput, DecisionPlan, LeverPlan } from './case-input.js';
import type { ComputedOrigin, Origin, Picture, Table } from './case-result.js';
import { inOwnUnit, moveInWords } from './decision-words.js';
import { finding } from './finding.js';
import { firstYearCarry } from './levers.js';
import { columns, inWords, scenarioName, table } from './table.js';
import { originsOf, tell } from './told.js';

/** What the numbers of a plan come from, by the rule that makes them. */
export type PlanOrigin = (rule: string, measures?: readonly string[]) => ComputedOrigin;

/** A case may decide for a sister of an earlier date too. */
export function onBalanceSheet(name: string): string {
  return `on the balance sheet of ${name}`;
}

export function planOrigins(name: string, plan: Plan): PlanOrigin {
  const moves = plan.moves.map(moveInWords);
  const done = moves.length === 0 ? 'do nothing' : moves.join('; ');
  const applied = [onBalanceSheet(name), `the plan: ${done}`];
  return (rule, measures = ['nii.12m']) => ({
    title: `Plan of ${name}: ${TITLES[rule] ?? rule}`,
    rule,
    measures,
    applied,
  });
}

const TITLES: Readonly<Record<string, string>> = {
  'PLAN-2': 'what certifies it',
  'PLAN-3': 'moves, cost and limits, valued in full',
  'PLAN-6': 'what binding limits cost',
  'PLAN-7': 'the smallest relaxation',
  'PLAN-9': 'least yearly cost for each floor',
  'CASE-11': 'what its cost is made of',
  'CASE-12': 'gains of its swaps in income and cash',
};

export function movesTable(
  name: string,
  plan: Plan,
  problem: PlanProblem,
  originOf: PlanOrigin,
): Table {
  const origin = originOf('PLAN-3');
  const high = new Map(problem.levers.map((lever) => [lever.id, lever.high]));
  return table(
    `plan-${name}`,
    `What to do, ${name}`,
    columns(
      'move | Move |',
      'size | Size |',
      'unit | Unit |',
      'cost | Cost | USD million a year',
      'note | Note |',
      'most | At most |',
    ),
    [
      ...plan.moves.map(({ lever, title, costUsdMillion, costNote, ...move }) => {
        const most = high.get(lever) ?? move.size;
        const { size, unit } = inOwnUnit(most, move);
        const atMost = inOwnUnit(most, { ...move, size: most }).size;
        return [title, size, unit, costUsdMillion, costNote, atMost];
      }),
      ['Whole plan, valued in full', null, '', plan.costUsdMillion, '', null],
    ].map((row) => tell(origin, row)),
    [
      finding(
        `${plan.certificate.statement} Gap ${plan.certificate.gap.toExponential(1)}, ` +
          `${plan.rounds} ${plan.rounds === 1 ? 'round' : 'rounds'}, model and full valuation ` +
          `${plan.agreed ? 'agree' : 'do NOT agree'} (${plan.disagreement.toExponential(1)} ` +
          'of a limit scale).',
        originOf('PLAN-2'),
      ),
      'Judgements of the case, not disclosures: the most of each lever, the spread of term ' +
        'funding, the cost of equity and the years over which realised losses are spread. A move ' +
        'at its most would go further if it could. Costs are net of what the cash raised earns.',
      finding(
        `Relaxations are weighed by a scale for each limit: ${problem.limits
          .map(({ id, scale }) => `${id} ${scale}`)
          .join(', ')}.`,
        originOf('PLAN-7'),
      ),
    ],
  );
}

/** Cost of a basis point of swap spread for a billion, USD million: who receives fixed gains it. */
const SWAP_SPREAD_BP: Partial<Record<LeverPlan['kind'], number>> = {
  'pay-fixed': 0.1,
  'receive-fixed': -0.1,
};

/** What the plan's cost is made of, and what it would be at other swap spreads (CASE-11). */
export function costTable(
  input: CaseInput,
  plan: Plan,
  levers: readonly LeverPlan[],
  originOf: PlanOrigin,
): Table {
  const origin = originOf('CASE-11');
  const sized = plan.moves.flatMap(({ lever, size }) => {
    const own = levers.find(({ id }) => id === lever);
    return own === undefined ? [] : [{ own, size }];
  });
  const sum = (each: (lever: LeverPlan) => number): number =>
    sized.reduce((total, { own, size }) => total + size * each(own), 0);
  const carry = sum((lever) => firstYearCarry(input.study, lever));
  const basisPoint = sum(({ kind }) => SWAP_SPREAD_BP[kind] ?? 0);
  const centralBp = 10_000 * input.study.market.swapSpread.value;
  const atSpread = (bp: number) => [
    `Same sizes, swap spread of ${bp} bp, limits not tested again`,
    plan.costUsdMillion + basisPoint * (bp - centralBp),
  ];
  const name = input.study.valuationDate;
  const realised = plan.costUsdMillion - plan.niiGivenUpUsdMillion - plan.addedCostUsdMillion;
  return table(
    `plan-cost-${name}`,
    `What the plan costs, ${name}`,
    columns('part | Part |', 'cost | Cost | USD million a year'),
    [
      ['12-month NII given up at forwards (negative: NII gained)', plan.niiGivenUpUsdMillion],
      ['First-year carry of swaps and term funding, taken out again', carry],
      ['Realised losses, spread over years', realised],
      ['Dealing, margin funding and cost of equity', plan.addedCostUsdMillion - carry],
      ['Whole plan, valued in full', plan.costUsdMillion],
      ...(input.hedge?.swapSpreadRangeBp ?? []).map(atSpread),
    ].map((row) => tell(origin, row)),
    [
      'At forwards a swap struck at the fair rate earns nothing over its life. What an inverted ' +
        'curve pays in its first year it takes back later, so the cost does not count it. ' +
        'NII in limits and other tables does: it is in the accounts. Sales and new equity stay ' +
        'on 12-month NII, with what the cash earns: their carry is not taken out.',
    ],
  );
}

/** Ratios are shown in per cent, amounts as they are: the registry knows which a measure is. */
function shownScale(problem: PlanProblem, limitId: string): number {
  const limit = problem.limits.find(({ id }) => id === limitId);
  return limit !== undefined && measureDefinition(limit.measure).unit === 'ratio' ? 100 : 1;
}

const BEFORE_COLUMN = 4;

/** What the limits are without the plan comes from the balance sheet alone. */
function beforeAnyMove(name: string, planned: ComputedOrigin): ComputedOrigin {
  const title = `Limits of ${name} before any move, valued in full`;
  return { ...planned, title, applied: [onBalanceSheet(name), 'do nothing'] };
}

export function limitsTable(
  name: string,
  plan: Plan,
  problem: PlanProblem,
  originOf: PlanOrigin,
): Table {
  const origin = originOf('PLAN-3', [...new Set(problem.limits.map(({ measure }) => measure))]);
  const before = beforeAnyMove(name, origin);
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
      const told = tell(origin, [
        each.title,
        scenarioName(each.scenario),
        titles.get(each.world) ?? each.world,
        each.floor === null ? null : scale * each.floor,
        scale * each.before,
        scale * each.full,
        each.met ? 'yes' : 'no',
      ]);
      return told.with(BEFORE_COLUMN, { value: scale * each.before, origin: before });
    }),
  );
}

export function pricesTable(name: string, plan: Plan, originOf: PlanOrigin): Table {
  const origin = originOf('PLAN-6');
  return table(
    `shadow-prices-${name}`,
    `What binding limits cost, ${name}`,
    columns('words | Shadow price |', 'worth | Worth | USD million a year'),
    plan.shadowPrices
      .slice(0, 6)
      .map(({ words, worthUsdMillion }) => tell(origin, [words, worthUsdMillion])),
    [
      'Shadow prices of the linear programme, for small steps while the same limits bind.',
      ...(plan.relaxations.length > 0 ? [RELAXED_PRICES] : []),
    ],
  );
}

const RELAXED_PRICES =
  'A limit is relaxed by the least there is, which leaves the plan next to no choice: a price ' +
  'here holds for the first small part of a step, and no step saves more than the plan costs.';

function limitTitle(plan: DecisionPlan): string {
  return plan.limits.find(({ id }) => id === plan.frontier.limit)?.title ?? plan.frontier.limit;
}

/** Every floor has a plan of its own: none of them is the plan of the case. */
export function frontierOrigin(
  name: string,
  plan: DecisionPlan,
  originOf: PlanOrigin,
): ComputedOrigin {
  const each = `the cheapest plan for each floor of "${limitTitle(plan)}"`;
  return { ...originOf('PLAN-9'), applied: [onBalanceSheet(name), each] };
}

export function frontierTable(
  name: string,
  problem: PlanProblem,
  plan: DecisionPlan,
  points: readonly FrontierPoint[],
  origin: Origin,
): Table {
  return table(
    `frontier-${name}`,
    `Least yearly cost for each floor of "${limitTitle(plan)}", ${name}`,
    columns('floor | Floor |', 'cost | Cost | USD million a year', 'status | Status |'),
    points.map(({ floor, costUsdMillion, onFrontier, plan: each }) =>
      tell(origin, [
        shownScale(problem, plan.frontier.limit) * floor,
        costUsdMillion,
        onFrontier ? 'meets every stated limit' : (each.relaxations[0]?.words ?? 'did not agree'),
      ]),
    ),
  );
}

/** No picture where fewer than two floors can be met: the table says why. */
export function frontierPicture(
  name: string,
  problem: PlanProblem,
  plan: DecisionPlan,
  found: readonly FrontierPoint[],
  origin: Origin,
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
      title: `Cost of protection, ${name}: the floor of "${limitTitle(plan)}" moved`,
      xTitle: scale === 100 ? 'Floor, %' : 'Floor',
      yTitle: 'USD million a year',
      points,
      ...originsOf(points.map(({ x, y }) => tell(origin, [x, y]))),
    },
  ];
}
