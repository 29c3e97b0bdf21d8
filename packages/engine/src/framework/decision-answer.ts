import {
  AS_ASSUMED,
  type Plan,
  type PlannedLimit,
  planBreaches,
  worldTitle,
} from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import { allocationParts } from './allocation-answer.js';
import type { Answer } from './answer.js';
import type { Cell, Table } from './case-result.js';
import type { DecisionResult } from './decide.js';
import {
  type Alternative,
  breaksMore,
  costInWords,
  movesInWords,
  scenarioInWords,
  whyLost,
} from './decision-words.js';
import { frontierParts } from './frontier-answer.js';
import { shownScale } from './limit-scale.js';
import { policyTables } from './policy-tables.js';
import { columns, inWords, lowerFirst, table } from './table.js';
import { flipParts } from './watch-words.js';

/** A decision told: what to do, what binds, what else was possible, and by whose limits. */
export function decisionAnswer(result: DecisionResult): Answer {
  const frontier = result.frontier === null ? null : frontierParts(result, result.frontier);
  const allocation = result.allocation === null ? null : allocationParts(result, result.allocation);
  return {
    title: `Decision: ${result.institution}, ${result.valuationDate}`,
    findings: [...findings(result), ...(frontier?.findings ?? []), ...(allocation?.findings ?? [])],
    tables: [
      movesTable(result),
      limitsTable(result),
      pricesTable(result.plan),
      alternativesTable(result),
      ...(result.flips === null ? [] : flipParts(result.flips).tables),
      ...(frontier?.tables ?? []),
      ...(allocation?.tables ?? []),
      ...policyTables(result),
    ],
    pictures: frontier?.pictures ?? [],
    sources: sources(result),
  };
}

function findings(result: DecisionResult): string[] {
  const { plan, runnerUp } = result;
  const first =
    plan.status === 'meets limits'
      ? `A plan meets every limit of the policy; it ${costInWords(plan.costUsdMillion)}.`
      : 'No plan meets every limit with these levers; at the smallest relaxation it ' +
        `${costInWords(plan.costUsdMillion)}.`;
  const second = runnerUp.best;
  return [
    first,
    `What to do: ${movesInWords(plan)}.`,
    ...plan.relaxations.map(({ words }) => words),
    bindingWords(plan),
    second === null
      ? 'There is no runner-up: the plan moves nothing.'
      : `Runner-up, without ${lowerFirst(second.title)}: ${movesInWords(second.plan)}. ` +
        `It lost: it ${lost(result, alternativeOf(result, second.plan))}.`,
    ...result.rules.flatMap(({ title, judged }) =>
      judged === null ? [] : [`${title}: ${lost(result, judged)}.`],
    ),
    waitWords(result),
    ...(result.flips === null ? [] : flipParts(result.flips).findings),
    agreement(plan),
  ];
}

/** The dearest price, and that of its whole limit where that binds in more than one place. */
function bindingWords({ shadowPrices }: Plan): string {
  const [dearest] = shadowPrices;
  if (dearest === undefined) return 'No limit binds.';
  const { limit, side } = dearest;
  const same = shadowPrices.filter((each) => each.limit === limit && each.side === side);
  const whole = same.reduce((sum, { worthUsdMillion }) => sum + worthUsdMillion, 0);
  const places =
    same.length < 2
      ? ''
      : ` Loosened in all ${same.length} places where it binds: ${inWords(whole)} million.`;
  return `What binds: ${dearest.words}${places}`;
}

function alternativeOf({ limits }: DecisionResult, plan: Plan): Alternative {
  const [objective] = plan.objectives;
  const { costUsdMillion } = plan;
  const aim = objective === undefined ? {} : { objective };
  return { costUsdMillion, breaches: planBreaches(limits, plan), ...aim };
}

function lost(result: DecisionResult, other: Alternative): string {
  return whyLost(alternativeOf(result, result.plan), other, result.limits);
}

/** To wait, with what it costs (ANSWER-8). */
function waitWords(result: DecisionResult): string {
  const { months, sparedUsdMillion, meanwhile, later } = result.wait;
  const now = result.plan.costUsdMillion;
  const spared =
    sparedUsdMillion >= 0
      ? `spares ${inWords(sparedUsdMillion)} million`
      : `forgoes ${inWords(-sparedUsdMillion)} million`;
  const [worst] = meanwhile;
  const broken =
    worst === undefined
      ? 'breaks no limit meanwhile'
      : `breaks ${meanwhile.length} ${meanwhile.length === 1 ? 'limit' : 'limits'} meanwhile`;
  const then = later.map(({ scenario, costUsdMillion, breaches }) => {
    const plan = { costUsdMillion, breaches };
    const more = costUsdMillion - now;
    const cost = `${inWords(Math.abs(more))} million a year ${more < 0 ? 'less' : 'more'}`;
    const worse = breaksMore(alternativeOf(result, result.plan), plan, result.limits);
    const open = worse === null ? '' : `, and it ${worse}`;
    return `after ${scenario} bp the plan costs ${cost}${open}`;
  });
  return `To wait ${months} months ${spared} and ${broken}; ${then.join('; ')}.`;
}

function agreement({ agreed, rounds, certificate, disagreement }: Plan): string {
  const turns = rounds === 1 ? 'one round' : `${rounds} rounds`;
  return agreed
    ? `Model and full valuation agree after ${turns} (to ${disagreement.toExponential(0)} of a ` +
        `limit's scale); duality gap ${certificate.gap.toExponential(0)}.`
    : `Model and full valuation do NOT agree after ${turns}: ` +
        `${disagreement.toExponential(0)} of a limit's scale apart; ` +
        'take the plan as a direction, not as sizes.';
}

function movesTable({ plan, stated }: DecisionResult): Table {
  const most = new Map(
    stated.policy.levers.map((lever) => [
      lever.id,
      'mostUsdMillion' in lever
        ? lever.mostUsdMillion
        : 'mostSteps' in lever
          ? lever.mostSteps
          : null,
    ]),
  );
  const { certificate } = plan;
  return table(
    'decision-moves',
    'What to do',
    columns(
      'move | Move |',
      'size | Size |',
      'unit | Unit |',
      'cost | Cost | USD million a year',
      'most | Lever at most, USD million or steps |',
      'note | What the cost holds |',
    ),
    [
      ...plan.moves.map(({ lever, title, size, unit, costUsdMillion, costNote }): Cell[] => [
        ...[title, size, unit, costUsdMillion],
        ...[most.get(lever) ?? null, costNote],
      ]),
      ['Whole plan, valued in full', null, '', plan.costUsdMillion, null, ''],
    ],
    [
      `Of the cost: 12-month NII given up ${inWords(plan.niiGivenUpUsdMillion)}, realised losses ` +
        `${inWords(plan.realisedLossUsdMillion)} over ${stated.policy.realisedLossYears} years, ` +
        `what no NII shows ${inWords(plan.addedCostUsdMillion)} (USD million; measure nii.12m).`,
      certificate.statement,
      ...(plan.curvature === null ? [] : [plan.curvature.words]),
      ...(plan.search === null
        ? []
        : [`Whole numbers: nothing is better by more than ${plan.search.gap.toExponential(0)}.`]),
    ],
  );
}

/** Every limit where the plan stands nearest to it, or breaks it most. */
function limitsTable({ plan, limits, stated }: DecisionResult): Table {
  const standing = new Map(stated.policy.limits.map((each) => [each.id, each.standing]));
  return table(
    'decision-limits',
    'Limits with the plan, each where it is tightest (ratios in %, amounts in USD million)',
    columns(
      'limit | Limit |',
      'measure | Measure |',
      'standing | Standing |',
      'where | Where it is tightest |',
      'floor | Floor |',
      'cap | Cap |',
      'before | Do nothing |',
      'after | With the plan |',
      'met | Met |',
    ),
    limits.map((limit) => {
      const cells = plan.limits.filter((each) => each.limit === limit.id);
      const worst = cells.reduce((a, b) => (roomOf(b) < roomOf(a) ? b : a));
      const scale = shownScale(limit);
      const at =
        worst.world === AS_ASSUMED.id ? '' : `, ${worldTitle(stated.policy.worlds, worst.world)}`;
      const shown = (value: number | null): Cell => (value === null ? null : scale * value);
      return [
        ...[limit.title, measureDefinition(limit.measure).title, standing.get(limit.id) ?? ''],
        `${scenarioInWords(worst.scenario).replace(/^ at /, '')}${at}` || 'at the date',
        ...[shown(worst.floor), shown(worst.cap), shown(worst.before), shown(worst.full)],
        cells.every(({ met }) => met) ? 'yes' : 'no',
      ];
    }),
    ['Full valuation of the plan in every scenario and world of the limit; all cells: --json.'],
  );
}

function roomOf({ floor, cap, full }: PlannedLimit): number {
  const above = floor === null ? Number.POSITIVE_INFINITY : full - floor;
  return Math.min(above, cap === null ? Number.POSITIVE_INFINITY : cap - full);
}

function pricesTable({ shadowPrices }: Plan): Table {
  return table(
    'decision-prices',
    'What binding limits are worth',
    columns('words | Limit |', 'worth | Worth | USD million a year'),
    shadowPrices.map(({ words, worthUsdMillion }) => [words, worthUsdMillion]),
    [
      'Shadow prices of the linear programme, with whole numbers fixed: for small steps, while ' +
        'the same limits bind (PLAN-6). Relaxed limits are priced at the relaxed ones.',
    ],
  );
}

function alternativesTable(result: DecisionResult): Table {
  const { runnerUp } = result;
  const without = runnerUp.without.map((each): Cell[] => {
    const isBest = each === runnerUp.best;
    return [
      `${isBest ? 'Runner-up: ' : ''}without ${each.title}`,
      movesInWords(each.plan),
      each.plan.costUsdMillion,
      lost(result, alternativeOf(result, each.plan)),
    ];
  });
  const rules = result.rules.map(({ title, judged, reason }): Cell[] =>
    judged === null
      ? [title, '', null, `not possible: ${reason}`]
      : [title, '', judged.costUsdMillion, lost(result, judged)],
  );
  return table(
    'decision-alternatives',
    'What else could be done, and why it lost',
    columns(
      'what | Alternative |',
      'moves | What it does |',
      'cost | Cost | USD million a year',
      'why | Why it lost |',
    ),
    [...without, ...rules],
    [
      'Without a lever: the best plan in which that lever may not be used (ANSWER-1). Rules of ' +
        'thumb are valued in full, not optimised (ANSWER-3).',
    ],
  );
}

function sources({ stated, limits }: DecisionResult): string[] {
  const measures = [...new Set(['nii.12m', ...limits.map(({ measure }) => measure)])].join(', ');
  return [
    ...new Set([
      ...stated.policy.limits.map(({ title, authority }) => `${title}: ${authority}`),
      ...stated.policy.sources,
      `Measures: ${measures}; defined in almfes measures --list`,
      'Rules: docs/method/decision.md, decision-answer.md, policy.md and capital-allocation.md',
    ]),
  ];
}
