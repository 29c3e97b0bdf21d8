import { type Issue, issue, type Read, read, type Shape } from '../../foundation/index.js';
import type { HedgeStructure } from '../../hedge/index.js';
import { type Change, parseChange } from '../../study/index.js';
import {
  type Dealing,
  FUNDING_SOURCES,
  type LeverKind,
  type LeverTemplate,
} from '../lever-template.js';

const { identifier, list, members, modelId, number, object, objectWith, oneOf, text, title } = read;

type LeverOf<K extends LeverKind> = Extract<LeverTemplate, { readonly kind: K }>;
type Terms<K extends LeverKind> = Omit<LeverOf<K>, 'kind' | 'dealing'>;

const months = number({ min: 1, max: 480, integer: true, what: 'months' });
const amount = number({ min: 0, aboveMin: true, max: 1e9, what: 'USD million' });
const signed = number({ min: -1e9, max: 1e9, what: 'USD million' });
const rate = number({ min: -0.5, max: 1, what: 'a decimal rate' });
const share = number({ min: 0, max: 1, what: 'a decimal rate' });
const weight = number({ min: 0, max: 12.5, what: 'a risk weight' });
const words: Read<string> = text({ max: 1000 });

const header = { id: identifier, title } as const;
const money = { ...header, mostUsdMillion: amount } as const;

const structure: Read<HedgeStructure> = object<HedgeStructure>({
  ...header,
  weighting: oneOf(['notional', 'dv01']),
  legs: list(
    object<HedgeStructure['legs'][number]>({
      side: oneOf(['pay-fixed', 'receive-fixed']),
      startMonth: number({ min: 0, max: 480, integer: true, what: 'months' }),
      maturityMonth: months,
      weight: number({ min: 0, aboveMin: true, max: 1e6, what: 'a weight' }),
    }),
    40,
    1,
  ),
});

const dealing: Read<Dealing> = objectWith<object, Required<Dealing>>(
  {},
  { lotUsdMillion: amount, smallestUsdMillion: amount, fixedCostUsdMillion: signed },
);

/** A Change inside a lever: the issues of its own door, at this place. */
const change: Read<Change> = (value, path, issues) => {
  const found = parseChange(value);
  if (found.ok) return found.value;
  for (const { code, path: within, expected, got } of found.issues) {
    issues.push(issue(code, `${path}${within}`, expected, got));
  }
  return undefined;
};

/** Levers in money may say how they are dealt; the others may not. */
function moneyLever<K extends LeverKind>(kind: K, terms: Shape<Terms<K>>): Read<LeverTemplate> {
  return reader(objectWith({ kind: oneOf([kind]), ...terms }, { dealing }));
}

function lever<K extends LeverKind>(kind: K, terms: Shape<Terms<K>>): Read<LeverTemplate> {
  return reader(object({ kind: oneOf([kind]), ...terms }));
}

/** The shape has been checked key by key above; the union cannot follow a generic kind. */
function reader(read: Read<unknown>): Read<LeverTemplate> {
  return (value: unknown, path: string, issues: Issue[]) =>
    read(value, path, issues) as LeverTemplate | undefined;
}

const READERS: { readonly [K in LeverKind]: Read<LeverTemplate> } = {
  swaps: moneyLever('swaps', {
    ...money,
    structure,
    model: oneOf(['undesignated', 'fair-value', 'cash-flow']),
    hedgedGroup: oneOf(['none', 'afs', 'loans', 'borrowings', 'deposits']),
  }),
  changes: moneyLever('changes', {
    ...money,
    changes: list(change, 100, 1),
    unitUsdMillion: amount,
    costUsdMillion: signed,
    costNote: words,
  }),
  sell: moneyLever('sell', {
    ...money,
    group: oneOf(['afs', 'htm', 'loans']),
    cashPositionId: identifier,
  }),
  reclassify: lever('reclassify', {
    ...header,
    positionId: identifier,
    toGroup: oneOf(['afs', 'htm']),
  }),
  reinvest: moneyLever('reinvest', {
    ...money,
    group: oneOf(['afs', 'htm']),
    maturityMonths: months,
    spread: rate,
    riskWeight: weight,
    cashPositionId: identifier,
  }),
  grow: moneyLever('grow', {
    ...money,
    positionId: identifier,
    rateChange: rate,
    riskWeight: weight,
    cashPositionId: identifier,
  }),
  fund: moneyLever('fund', {
    ...money,
    source: oneOf(FUNDING_SOURCES),
    maturityMonths: months,
    spread: rate,
    useOfProceedsId: identifier,
  }),
  'deposit-price': lever('deposit-price', {
    ...header,
    positionId: identifier,
    rateChange: rate,
    lifeChangeYears: number({ min: -100, max: 100, what: 'years' }),
    balanceChangeUsdMillion: signed,
    // empty where no balance is won; a balance won without a row of cash is no Change (PLAN-4)
    cashPositionId: modelId,
    mostSteps: number({ min: 0, aboveMin: true, max: 1e4, what: 'steps' }),
  }),
  'exception-price': moneyLever('exception-price', {
    ...money,
    positionId: identifier,
    rateChange: rate,
    behaviour: modelId,
  }),
  'raise-capital': moneyLever('raise-capital', {
    ...money,
    costOfEquity: share,
    cashPositionId: identifier,
  }),
  'return-capital': moneyLever('return-capital', {
    ...money,
    form: oneOf(['dividend', 'buyback']),
    costOfEquity: share,
    cashPositionId: identifier,
  }),
  wait: lever('wait', { ...header, valueUsdMillion: signed }),
};

/** One lever of a policy, by its kind (POLICY-1). */
export const readLever: Read<LeverTemplate> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kinds = Object.keys(READERS) as LeverKind[];
  const kind = oneOf(kinds)(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : READERS[kind](value, path, issues);
};
