import { type Issue, issue, type Read, type Result, read } from '../../foundation/index.js';
import { type FailureKind, readOwnFailure, type Severity } from '../../stress/index.js';
import type { DepositRules } from '../lever/deposit-rules.js';
import type { SwapPricing } from '../lever-template.js';
import { AS_ASSUMED, type SizeRule } from '../problem.js';
import { readLever } from './parse-lever.js';
import { readObjective } from './parse-objective.js';
import {
  type Bound,
  type DecisionPolicy,
  type LimitStep,
  type NamedWorld,
  type PolicyFrontier,
  type PolicyLimit,
  type PolicyWorld,
  QUANTITIES,
} from './policy.js';
import { worldId } from './policy-world.js';

const {
  flag,
  identifier,
  list,
  members,
  nullable,
  number,
  object,
  objectWith,
  oneOf,
  table,
  text,
  title,
} = read;

/** A policy file: limits, and what else it states. What is absent the default policy gives. */
export type PolicyFile = Pick<DecisionPolicy, 'schema' | 'title' | 'limits'> &
  Partial<Omit<DecisionPolicy, 'schema' | 'title' | 'limits'>>;

/** Every kind and severity stands here, or the compiler objects. */
const KINDS: Readonly<Record<FailureKind, true>> = {
  'deposit-stickiness-reversion': true,
  'pricing-power-loss': true,
  'digital-disruption': true,
  'combined-adverse': true,
};
const SEVERITIES: Readonly<Record<Severity, true>> = { moderate: true, severe: true };

const words: Read<string> = text({ min: 1, max: 1000 });
const plainBound = number({ min: -1e9, max: 1e9, what: 'a number' });
const positive = number({ min: 0, aboveMin: true, max: 1e9, what: 'a size' });

const share = object<Exclude<Bound, number>>({
  times: number({ min: -100, max: 100, what: 'a multiple' }),
  of: oneOf(QUANTITIES),
});

const bound: Read<Bound> = (value, path, issues) =>
  typeof value === 'number' ? plainBound(value, path, issues) : share(value, path, issues);

const scenarioIds = list(text({ max: 120 }), 200, 1);

const scenarios: Read<PolicyLimit['scenarios']> = (value, path, issues) =>
  typeof value === 'string'
    ? oneOf(['every'])(value, path, issues)
    : scenarioIds(value, path, issues);

type OptionalLimit = Required<Pick<PolicyLimit, 'floor' | 'cap' | 'told'>>;

const readLimit = objectWith<Omit<PolicyLimit, keyof OptionalLimit>, OptionalLimit>(
  {
    id: identifier,
    title,
    measure: identifier,
    scenarios,
    worlds: list(identifier, 100, 1),
    standing: oneOf(['rule', 'benchmark', 'judgement']),
    authority: words,
    mayRelax: flag,
  },
  {
    floor: nullable(bound),
    cap: nullable(bound),
    told: object<LimitStep>({ scale: positive, step: positive, stepWords: words }),
  },
);

/** A limit bounds its measure on one side at least. */
const limit: Read<PolicyLimit> = (value, path, issues) => {
  const found = readLimit(value, path, issues);
  if (found === undefined) return undefined;
  const { floor = null, cap = null } = found;
  if (floor !== null || cap !== null) return { ...found, floor, cap };
  issues.push(issue('missing', path, 'a floor, a cap or both', 'neither'));
  return undefined;
};

const namedWorld = object<NamedWorld>({
  kind: oneOf(Object.keys(KINDS) as FailureKind[]),
  severity: oneOf(Object.keys(SEVERITIES) as Severity[]),
  title,
});

/** A named failure has a severity; one of the bank's own has rules, or parameters. */
const world: Read<PolicyWorld> = (value, path, issues) => {
  const kind = members(value, path, issues)?.kind;
  const isOwn = kind === 'rules' || kind === 'named';
  return isOwn ? readOwnFailure(value, path, issues) : namedWorld(value, path, issues);
};

const moved = object<PolicyFrontier['first']>({
  limit: identifier,
  floors: list(plainBound, 50, 1),
});

type RuleOf<K extends SizeRule['kind']> = Extract<SizeRule, { readonly kind: K }>;
const RULES = {
  total: object<RuleOf<'total'>>({
    kind: oneOf(['total']),
    id: identifier,
    title,
    weights: table(number({ min: -1e9, max: 1e9, what: 'a weight' }), 200),
    low: nullable(plainBound),
    high: nullable(plainBound),
  }),
  count: object<RuleOf<'count'>>({
    kind: oneOf(['count']),
    id: identifier,
    title,
    levers: list(identifier, 200, 1),
    most: number({ min: 0, max: 200, integer: true, what: 'a count' }),
  }),
} as const;

const rule: Read<SizeRule> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = oneOf(['total', 'count'])(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : RULES[kind](value, path, issues);
};

const rateCap = number({ min: 0, max: 1, what: 'a decimal rate' });

const deposits = object<DepositRules>({
  category: oneOf(['well capitalised', 'adequately capitalised', 'undercapitalised']),
  brokeredWaiver: flag,
  reciprocalHeldUsdMillion: number({ min: 0, max: 1e9, what: 'USD million' }),
  nonMaturityRateCap: rateCap,
  termRateCaps: list(
    object<DepositRules['termRateCaps'][number]>({
      maturityMonths: number({ min: 1, max: 480, integer: true, what: 'months' }),
      rate: rateCap,
    }),
    100,
    1,
  ),
});

type Stated = Pick<DecisionPolicy, 'schema' | 'title' | 'limits'>;

const policy = objectWith<Stated, Omit<DecisionPolicy, keyof Stated>>(
  {
    schema: oneOf(['almfes/decision-policy/1']),
    title,
    limits: list(limit, 100, 1),
  },
  {
    levers: list(readLever, 200, 1),
    pricing: object<SwapPricing>({
      halfBidOfferBp: number({ min: 0, max: 1000, what: 'basis points' }),
      marginFundingSpread: number({ min: -0.5, max: 1, what: 'a decimal rate' }),
    }),
    deposits: nullable(deposits),
    worlds: list(world, 20),
    rules: list(rule, 100),
    objective: readObjective,
    realisedLossYears: number({ min: 0, aboveMin: true, max: 100, what: 'years' }),
    frontier: nullable(object<PolicyFrontier>({ first: moved, second: moved })),
    sources: list(words, 200),
  },
);

/**
 * Reads `limits.json` (POLICY-1, POLICY-2). Issues with JSON pointers: of shape, `duplicate-id` of
 * limits, levers, worlds and rules, `unknown-limit` of the frontier, `unknown-world` where the
 * file states its worlds.
 */
export function parsePolicy(value: unknown): Result<PolicyFile> {
  const issues: Issue[] = [];
  const found = policy(value, '', issues);
  if (found === undefined) return { ok: false, issues };
  issues.push(...nameIssues(found));
  return read.resultOf(found, issues);
}

function nameIssues({ limits, levers = [], worlds, rules = [], frontier }: PolicyFile): Issue[] {
  const worldIds = (worlds ?? []).map(worldId);
  const ids = limits.map(({ id }) => id);
  const moved =
    frontier == null
      ? []
      : ([
          ['first', frontier.first],
          ['second', frontier.second],
        ] as const);
  return [
    ...twice(ids, '/limits'),
    ...twice(
      levers.map(({ id }) => id),
      '/levers',
    ),
    ...twice(worldIds, '/worlds'),
    ...twice(
      rules.map(({ id }) => id),
      '/rules',
    ),
    ...moved.flatMap(([name, { limit: id }]) =>
      ids.includes(id)
        ? []
        : [issue('unknown-limit', `/frontier/${name}/limit`, `one of ${ids.join(', ')}`, id)],
    ),
    ...(worlds === undefined ? [] : worldIssues(limits, [AS_ASSUMED.id, ...worldIds])),
  ];
}

function twice(ids: readonly string[], path: string): Issue[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [issue('duplicate-id', `${path}/${index}`, 'a new id', id)],
  );
}

function worldIssues(limits: readonly PolicyLimit[], known: readonly string[]): Issue[] {
  return limits.flatMap(({ worlds }, index) =>
    worlds.flatMap((id, place) => {
      const path = `/limits/${index}/worlds/${place}`;
      return known.includes(id)
        ? []
        : [issue('unknown-world', path, `one of ${known.join(', ')}`, id)];
    }),
  );
}
