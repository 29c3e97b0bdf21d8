import { type Change, type DecisionPlan, type LeverPlan, type Read, read } from '@almfes/engine';
import type { CurveTable } from './treasury-curve.js';

const { identifier, isoDate, list, members, number, object, oneOf, text, title } = read;

type World = DecisionPlan['worlds'][number];
type LeverKind = LeverPlan['kind'];
type Floor = DecisionPlan['limits'][number]['floor'];
type LeverOf<K extends LeverKind> = Extract<LeverPlan, { readonly kind: K }>;

const LEVER_KINDS: readonly LeverKind[] = [
  'pay-fixed',
  'receive-fixed',
  'sell-afs',
  'term-funding',
  'deposit-price',
  'raise-capital',
];

/** Every kind of failure and severity stands here, or the compiler objects. */
const FAILURES: Readonly<Record<World['kind'], true>> = {
  'deposit-stickiness-reversion': true,
  'pricing-power-loss': true,
  'digital-disruption': true,
  'combined-adverse': true,
};
const SEVERITIES: Readonly<Record<World['severity'], true>> = { moderate: true, severe: true };

const words: Read<string> = text({ min: 1, max: 1000 });
const months = number({ min: 1, max: 480, integer: true, what: 'months' });
const amount = number({ min: 0, aboveMin: true, max: 1e9, what: 'USD million' });
const decimal = number({ min: -0.5, max: 1, what: 'a decimal rate' });
const positive = number({ min: 0, aboveMin: true, max: 1e9, what: 'a size' });
const bound = number({ min: -1e9, max: 1e9, what: 'a floor' });

const swapTerms = { id: identifier, maturityMonths: months, mostUsdMillion: amount };

const LEVERS: { readonly [K in LeverKind]: Read<LeverOf<K>> } = {
  'pay-fixed': object<LeverOf<'pay-fixed'>>({ kind: oneOf(['pay-fixed']), ...swapTerms }),
  'receive-fixed': object<LeverOf<'receive-fixed'>>({
    kind: oneOf(['receive-fixed']),
    ...swapTerms,
  }),
  'sell-afs': object<LeverOf<'sell-afs'>>({
    kind: oneOf(['sell-afs']),
    id: identifier,
    mostUsdMillion: amount,
    cashPositionId: identifier,
  }),
  'term-funding': object<LeverOf<'term-funding'>>({
    kind: oneOf(['term-funding']),
    id: identifier,
    maturityMonths: months,
    spread: decimal,
    mostUsdMillion: amount,
    useOfProceedsId: identifier,
  }),
  'deposit-price': object<LeverOf<'deposit-price'>>({
    kind: oneOf(['deposit-price']),
    id: identifier,
    positionId: identifier,
    rateChange: decimal,
    lifeChangeYears: number({ min: -100, max: 100, what: 'years' }),
    mostUnits: positive,
  }),
  'raise-capital': object<LeverOf<'raise-capital'>>({
    kind: oneOf(['raise-capital']),
    id: identifier,
    mostUsdMillion: amount,
    costOfEquity: number({ min: 0, max: 1, what: 'a decimal rate' }),
    cashPositionId: identifier,
  }),
};

const lever: Read<LeverPlan> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = oneOf(LEVER_KINDS)(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : LEVERS[kind](value, path, issues);
};

const share = object<Exclude<Floor, number>>({
  times: number({ min: -100, max: 100, what: 'a multiple' }),
  of: oneOf(['tier-1-capital', 'base-nii-12m']),
});

const floor: Read<Floor> = (value, path, issues) =>
  typeof value === 'number' ? bound(value, path, issues) : share(value, path, issues);

const limit = object<DecisionPlan['limits'][number]>({
  id: identifier,
  title,
  measure: identifier,
  scenarios: list(text({ max: 120 }), 100, 1),
  worlds: list(identifier, 100, 1),
  floor,
  scale: positive,
  step: positive,
  stepWords: words,
  source: words,
});

const world = object<World>({
  kind: oneOf(Object.keys(FAILURES) as World['kind'][]),
  severity: oneOf(Object.keys(SEVERITIES) as World['severity'][]),
  title,
});

/** Reads step 4: levers by kind, worlds, limits, frontier and the curve seen later (FORM-9). */
export function decisionReader(curves: CurveTable): Read<DecisionPlan> {
  return object<DecisionPlan>({
    levers: list(lever, 50, 1),
    worlds: list(world, 20),
    limits: list(limit, 50, 1),
    realisedLossYears: number({ min: 0, aboveMin: true, max: 100, what: 'years' }),
    frontier: object<DecisionPlan['frontier']>({ limit: identifier, floors: list(bound, 50, 1) }),
    afterwards: read.nullable(afterwardsReader(curves)),
  });
}

interface LaterCurve {
  readonly curveDate: string;
  readonly title: string;
}

/** The later curve is named by its date; it becomes a shock that puts it in place at once. */
function afterwardsReader(curves: CurveTable): Read<Change> {
  const later = object<LaterCurve>({ curveDate: isoDate, title });
  return (value, path, issues) => {
    const found = later(value, path, issues);
    if (found === undefined) return undefined;
    const dateIso = oneOf([...curves.keys()])(found.curveDate, `${path}/curveDate`, issues);
    const quotes = curves.get(found.curveDate);
    if (dateIso === undefined || quotes === undefined) return undefined;
    return {
      kind: 'shock',
      id: `curve-of-${dateIso}`,
      title: found.title,
      rationale: 'what happened after the decision',
      sources: [],
      size: 1,
      scenario: { id: dateIso, title: found.title, kind: 'replay', curve: { dateIso, quotes } },
    };
  };
}
