import {
  type Bound,
  type DecisionPolicy,
  type LeverTemplate,
  type PolicyLimit,
  type Quantity,
  worldTitle,
} from '../decision/index.js';
import { measureDefinition } from '../study/index.js';
import type { Cell, Table } from './case-result.js';
import type { DecisionResult } from './decide.js';
import { amountInWords } from './decision-words.js';
import { columns, inWords, table } from './table.js';

const ORIGIN = {
  file: 'of the file',
  case: 'of the case',
  default: 'by default: neither a file nor the case states one',
} as const;

/** The policy as it was used, in full (POLICY-2): limits, levers, and what was left out. */
export function policyTables(result: DecisionResult): Table[] {
  const { stated, leftOut } = result;
  const tables = [limitTable(result), leverTable(result)];
  if (leftOut.length === 0) return tables;
  return [
    ...tables,
    table(
      'policy-left-out',
      `Limits of "${stated.policy.title}" that this Study cannot be held to`,
      columns('limit | Limit |', 'reason | Reason |'),
      leftOut.map(({ title, reason }) => [title, reason]),
    ),
  ];
}

function limitTable({ stated, limits }: DecisionResult): Table {
  const { policy, origin, fromDefault } = stated;
  const steps = new Map(limits.map(({ id, stepWords }) => [id, stepWords]));
  return table(
    'policy-limits',
    `The policy ${ORIGIN[origin]}: ${policy.title}`,
    columns(
      'limit | Limit |',
      'bound | Bound |',
      'scenarios | Scenarios |',
      'worlds | Assumptions |',
      'step | Step |',
      'authority | Authority |',
    ),
    policy.limits.map((limit): Cell[] => [
      ...[`${limit.title} (${limit.id})`, boundsInWords(limit), scenarioWords(limit)],
      ...[
        limit.worlds.map((id) => worldTitle(policy.worlds, id)).join('; '),
        steps.get(limit.id) ?? '',
        authorityWords(limit),
      ],
    ]),
    [
      ...(fromDefault.length === 0
        ? []
        : [`Not stated in the file, taken from the default policy: ${fromDefault.join(', ')}.`]),
      `Objective: ${OBJECTIVE_TITLES[policy.objective.kind]}. Realised losses count over ` +
        `${policy.realisedLossYears} years; half bid-offer ${policy.pricing.halfBidOfferBp} bp, ` +
        `margin money ${inWords(10_000 * policy.pricing.marginFundingSpread)} bp.`,
      'Benchmark: no rule of the bank asks for it. Judgement: a treasurer may set another.',
    ],
  );
}

const QUANTITY_TITLES: Readonly<Record<Quantity, string>> = {
  'tier-1-capital': 'Tier 1 capital',
  cet1: 'CET1',
  'base-nii-12m': 'base 12-month NII',
  'base-eve': 'base EVE',
  'risk-weighted-assets': 'risk-weighted assets',
};

const OBJECTIVE_TITLES: Readonly<Record<DecisionPolicy['objective']['kind'], string>> = {
  'least-cost': 'least cost a year',
  most: 'most of a measure',
  'return-on-capital': 'most return on capital',
  'conditional-value-at-risk': 'least tail loss',
  lexicographic: 'one aim after the other',
};

const LEVER_KINDS: Readonly<Record<LeverTemplate['kind'], string>> = {
  swaps: 'hedge',
  changes: 'stated changes',
  sell: 'sale',
  reclassify: 'reclassification',
  reinvest: 'reinvestment',
  grow: 'growth',
  fund: 'funding',
  'deposit-price': 'deposit rate',
  'exception-price': 'exception rate',
  'raise-capital': 'new equity',
  'return-capital': 'capital returned',
  wait: 'waiting',
};

/** The standing first, unless the authority's own words begin with it. */
function authorityWords({ standing, authority }: PolicyLimit): string {
  const said = authority.toLowerCase().startsWith(standing);
  return said ? authority : `${standing}: ${authority}`;
}

function scenarioWords({ scenarios, measure }: PolicyLimit): string {
  if (measureDefinition(measure).ofDate === true) return 'at the date';
  return scenarios === 'every' ? 'every' : scenarios.join(' ');
}

function boundsInWords({ floor, cap, measure }: PolicyLimit): string {
  const words = (bound: Bound): string =>
    typeof bound === 'number'
      ? amountInWords(measure, bound)
      : `${inWords(100 * bound.times)}% of ${QUANTITY_TITLES[bound.of]}`;
  return [
    ...(floor === null ? [] : [`at least ${words(floor)}`]),
    ...(cap === null ? [] : [`at most ${words(cap)}`]),
  ].join(', ');
}

function leverTable({ stated }: DecisionResult): Table {
  return table(
    'policy-levers',
    'What may be done',
    columns('lever | Lever |', 'kind | Kind |', 'most | At most |', 'unit | Unit |'),
    stated.policy.levers.map((lever): Cell[] => [
      `${lever.title} (${lever.id})`,
      LEVER_KINDS[lever.kind],
      ...mostOf(lever),
    ]),
  );
}

function mostOf(lever: LeverTemplate): Cell[] {
  if ('mostUsdMillion' in lever) return [lever.mostUsdMillion, 'USD million'];
  if ('mostSteps' in lever) return [lever.mostSteps, 'steps'];
  return [null, 'all or nothing'];
}
