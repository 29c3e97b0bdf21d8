import { issue, type Read, read, type Shape } from '../foundation/index.js';
import {
  BASIS_INDICES,
  type BasisShock,
  type FloorRule,
  type HistoricScenario,
  NAMED_FLOORS,
  type NodesScenario,
  type ParallelScenario,
  type PathScenario,
  type PathStep,
  PRESCRIBED_SHAPES,
  type PrescribedScenario,
  RAMP_MONTHS,
  type ReplayCurve,
  type ReplayScenario,
  type Scenario,
  SHOCK_RULES,
  type ShockNode,
  type ShockTerms,
  shockSize,
} from '../scenario/index.js';
import { readQuotes } from './parse-market.js';
import { decimalRate, MAX_MONTHS } from './parse-position.js';

const {
  describe,
  identifier,
  isoDate,
  list,
  members,
  nullable,
  number,
  object,
  objectWith,
  oneOf,
  pointer,
  text,
  title,
} = read;

/** The keys of a kind of scenario, without the terms that every shock may carry. */
type Own<S> = Omit<S, keyof ShockTerms>;

const MAX_NODES = 200;
const shockBp: Read<number> = number({ min: -2000, max: 2000, what: 'basis points' });

const basisKeys = objectWith<object, Required<BasisShock>>(
  {},
  { prime: shockBp, sofr: shockBp, treasury: shockBp, mortgage: shockBp },
);

/** An empty basis shock says nothing: it is refused rather than read as no shock. */
const readBasis: Read<BasisShock> = (value, path, issues) => {
  const found = basisKeys(value, path, issues);
  if (found === undefined || Object.keys(found).length > 0) return found;
  issues.push(issue('length', path, `one of ${BASIS_INDICES.join(', ')}`, 'an empty object'));
  return undefined;
};

/** The required keys of a scenario and the optional terms of a shock. */
function shocked<R extends object>(required: Shape<R>): Read<R & ShockTerms> {
  return objectWith<R, Required<ShockTerms>>(required, {
    rampMonths: oneOf(RAMP_MONTHS),
    basisBp: readBasis,
    volatilityBp: shockBp,
  });
}

/** A list whose entries rise in one term, from above zero. */
function rising<K extends string, T extends Readonly<Record<K, number>>>(
  entries: Read<T[]>,
  term: K,
): Read<T[]> {
  return (value, path, issues) => {
    const found = entries(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    let last = 0;
    found.forEach((entry, index) => {
      const months = entry[term];
      if (months <= last) {
        const at = pointer(pointer(path, index), term);
        issues.push(issue('order', at, `above the ${last} months before it`, String(months)));
      }
      last = months;
    });
    return issues.length === before ? found : undefined;
  };
}

const readObservedCurve: Read<ReplayCurve> = object<ReplayCurve>({
  dateIso: isoDate,
  quotes: readQuotes,
});

const floorRate = nullable(decimalRate);

const readParallel: Read<ParallelScenario> = shocked<Own<ParallelScenario>>({
  id: identifier,
  title,
  kind: oneOf(['parallel']),
  shockBp,
  floorRate,
});

const readReplay: Read<ReplayScenario> = object<ReplayScenario>({
  id: identifier,
  title,
  kind: oneOf(['replay']),
  curve: readObservedCurve,
});

const stepKeys: Read<PathStep[]> = list(
  object<PathStep>({
    month: number({ min: 1, max: MAX_MONTHS, integer: true, what: 'whole months' }),
    curve: readObservedCurve,
  }),
  MAX_NODES,
  1,
);

const readPath: Read<PathScenario> = object<PathScenario>({
  id: identifier,
  title,
  kind: oneOf(['path']),
  steps: rising(stepKeys, 'month'),
});

const statedRate = object<{ rate: number }>({ rate: decimalRate });

/** The name of a floor, or an object with its rate. */
const readFloor: Read<FloorRule> = (value, path, issues) =>
  typeof value === 'string'
    ? oneOf(NAMED_FLOORS)(value, path, issues)
    : statedRate(value, path, issues);

const prescribedKeys: Read<PrescribedScenario> = shocked<Own<PrescribedScenario>>({
  id: identifier,
  title,
  kind: oneOf(['prescribed']),
  rule: oneOf(SHOCK_RULES),
  currency: text({ min: 3, max: 3 }),
  shape: oneOf(PRESCRIBED_SHAPES),
  floor: readFloor,
});

/** A currency without a shock size is an issue, never the size of another (SCEN-3). */
const readPrescribed: Read<PrescribedScenario> = (value, path, issues) => {
  const found = prescribedKeys(value, path, issues);
  if (found === undefined) return undefined;
  const size = shockSize(found, pointer(path, 'currency'));
  if (size.ok) return found;
  issues.push(...size.issues);
  return undefined;
};

const nodeKeys: Read<ShockNode[]> = list(
  object<ShockNode>({
    tenorMonths: number({ min: 0, aboveMin: true, max: MAX_MONTHS, what: 'months' }),
    shockBp,
  }),
  MAX_NODES,
  1,
);

const readNodes: Read<NodesScenario> = shocked<Own<NodesScenario>>({
  id: identifier,
  title,
  kind: oneOf(['nodes']),
  nodes: rising(nodeKeys, 'tenorMonths'),
  floorRate,
});

const readHistoric: Read<HistoricScenario> = shocked<Own<HistoricScenario>>({
  id: identifier,
  title,
  kind: oneOf(['historic']),
  from: readObservedCurve,
  to: readObservedCurve,
  floorRate,
});

const READERS: { readonly [K in Scenario['kind']]: Read<Scenario> } = {
  parallel: readParallel,
  replay: readReplay,
  path: readPath,
  prescribed: readPrescribed,
  nodes: readNodes,
  historic: readHistoric,
};

/** A scenario of any kind (rules SCEN-1 to SCEN-9). */
export const readScenario: Read<Scenario> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const { kind } = found;
  if (typeof kind === 'string' && Object.hasOwn(READERS, kind)) {
    return READERS[kind as Scenario['kind']](value, path, issues);
  }
  const expected = `one of ${Object.keys(READERS).join(', ')}`;
  issues.push(issue('enum', pointer(path, 'kind'), expected, describe(kind)));
  return undefined;
};
