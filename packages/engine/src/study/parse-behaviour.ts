import {
  type Behaviour,
  type BetaCurve,
  DEPOSIT_CATEGORIES,
  type DepositModel,
  type DepositPart,
  type DrawdownModel,
  type LockIn,
  type PrepaymentModel,
  type RateGapDecay,
  type RedemptionModel,
  type RolloverModel,
} from '../behaviour/index.js';
import { type Issue, type Parameter, type Read, read } from '../foundation/index.js';
import type { BehaviourParameter, ModelReplacement } from './change.js';
import { sourceWords } from './model-rules.js';
import { PARAMETER_BOUNDS } from './parameter-bounds.js';
import { parameter } from './parse-figure.js';

const { list, modelId, number, object, objectWith, oneOf, text } = read;

const MAX_MODELS = 1000;
const id = text({ min: 1, max: 250 });

function bounded(name: BehaviourParameter): Read<Parameter> {
  return parameter(number(PARAMETER_BOUNDS[name]));
}

const depositPart = (name: 'core' | 'surge'): Read<DepositPart> =>
  object<DepositPart>({
    share: bounded(`${name}.share`),
    averageLifeYears: bounded(`${name}.averageLifeYears`),
  });

const readRateGap: Read<RateGapDecay> = object<RateGapDecay>({
  sensitivity: bounded('rateGap.sensitivity'),
  minMultiple: bounded('rateGap.minMultiple'),
  maxMultiple: bounded('rateGap.maxMultiple'),
});

const readBetaCurve: Read<BetaCurve> = object<BetaCurve>({
  low: bounded('betaCurve.low'),
  midpoint: bounded('betaCurve.midpoint'),
  slope: bounded('betaCurve.slope'),
});

const readDepositModel: Read<DepositModel> = objectWith(
  {
    id,
    averageLifeYears: bounded('averageLifeYears'),
    beta: bounded('beta'),
    lagMonths: bounded('lagMonths'),
    servicingRate: bounded('servicingRate'),
    valuationSpread: bounded('valuationSpread'),
    migrationShare: bounded('migrationShare'),
    migrationTo: modelId,
    outflowShare: bounded('outflowShare'),
    outflowMonth: bounded('outflowMonth'),
  },
  {
    category: oneOf(DEPOSIT_CATEGORIES),
    insurance: oneOf(['insured', 'uninsured'] as const),
    core: depositPart('core'),
    surge: depositPart('surge'),
    rateGap: readRateGap,
    betaDown: bounded('betaDown'),
    betaCurve: readBetaCurve,
    rateFloor: bounded('rateFloor'),
    rateCap: bounded('rateCap'),
  },
);

const readLockIn: Read<LockIn> = object<LockIn>({
  floor: bounded('lockIn.floor'),
  startRatio: bounded('lockIn.startRatio'),
  fullRatio: bounded('lockIn.fullRatio'),
});

const readIncentive: Read<PrepaymentModel> = objectWith(
  {
    id,
    multiplier: bounded('multiplier'),
    minCpr: bounded('minCpr'),
    maxCpr: bounded('maxCpr'),
    slope: bounded('slope'),
    midpoint: bounded('midpoint'),
  },
  {
    kind: oneOf(['incentive'] as const),
    seasoningMonths: bounded('seasoningMonths'),
    burnoutFloor: bounded('burnoutFloor'),
    lockIn: readLockIn,
  },
);

const PREPAYMENT_KINDS: Readonly<Record<string, Read<PrepaymentModel>>> = {
  cpr: object({ id, kind: oneOf(['cpr'] as const), cpr: bounded('cpr') }),
  psa: object({ id, kind: oneOf(['psa'] as const), psa: bounded('psa') }),
  incentive: readIncentive,
};

/** A model without a kind is an incentive model, as all were before there were others. */
const readPrepaymentKind: Read<PrepaymentModel> = (value, path, issues) => {
  const kind = rawMember(value, 'kind');
  if (kind === undefined) return readIncentive(value, path, issues);
  const known = oneOf(Object.keys(PREPAYMENT_KINDS))(kind, `${path}/kind`, issues);
  return known === undefined ? undefined : PREPAYMENT_KINDS[known]?.(value, path, issues);
};

/** A model of one family whose issues say which model, which parameter and what it rests on. */
function named<M>(kind: string, readModel: Read<M>): Read<M> {
  return (value, path, issues) => {
    const found: Issue[] = [];
    const model = readModel(value, path, found);
    for (const each of found)
      issues.push({ ...each, message: namedMessage(kind, value, path, each) });
    return model;
  };
}

function namedMessage(kind: string, model: unknown, path: string, each: Issue): string {
  const steps = each.path.slice(path.length).split('/').slice(1);
  const inParameter = steps.at(-1) === 'value' || steps.at(-1) === 'basis';
  const name = (inParameter ? steps.slice(0, -1) : steps).join('.');
  const rests = inParameter ? ` (source: ${rawSource(model, steps.slice(0, -1))})` : '';
  const what = `${name === '' ? '' : `${name} of `}${kind} model "${rawMember(model, 'id')}"`;
  return `${each.path}: ${what}${rests}: expected ${each.expected}, got ${each.got}`;
}

function rawSource(model: unknown, steps: readonly string[]): string {
  let at = model;
  for (const step of steps) at = rawMember(at, step);
  const source = rawMember(at, 'source');
  const ids = Array.isArray(source) ? source.map(String) : [];
  return sourceWords({ source: ids, note: String(rawMember(at, 'note') ?? '') });
}

/** A member of an object of unknown shape; undefined where there is none. */
function rawMember(value: unknown, key: string): unknown {
  const found = read.members(value, '', []);
  return found !== undefined && Object.hasOwn(found, key) ? found[key] : undefined;
}

/** How a pool prepays, in the behaviour of a Study and in its mortgage banking. */
export const readPrepaymentModel: Read<PrepaymentModel> = named('prepayment', readPrepaymentKind);

const readRedemptionModel: Read<RedemptionModel> = object<RedemptionModel>({
  id,
  redemptionRate: bounded('redemptionRate'),
  redemptionSensitivity: bounded('redemptionSensitivity'),
  penaltyMonths: bounded('penaltyMonths'),
});

const readDrawdownModel: Read<DrawdownModel> = objectWith(
  { id, drawRate: bounded('drawRate') },
  { drawSensitivity: bounded('drawSensitivity') },
);

const readRolloverModel: Read<RolloverModel> = object<RolloverModel>({
  id,
  product: text({ min: 1, max: 120 }),
  rolloverShare: bounded('rolloverShare'),
});

type Models = Required<Behaviour>;

const deposits = list(named('deposit', readDepositModel), MAX_MODELS);
const prepayments = list(readPrepaymentModel, MAX_MODELS);
const redemptions = list(named('redemption', readRedemptionModel), MAX_MODELS);
const drawdowns = list(named('drawdown', readDrawdownModel), MAX_MODELS);

export const readRollovers = list(named('rollover', readRolloverModel), MAX_MODELS);

export const readBehaviour: Read<Behaviour> = objectWith<
  Pick<Models, 'deposits' | 'prepayments'>,
  Omit<Models, 'deposits' | 'prepayments'>
>({ deposits, prepayments }, { redemptions, drawdowns, rollovers: readRollovers });

/** Models of any family, by family. */
export const readModels: Read<ModelReplacement> = objectWith<object, Required<ModelReplacement>>(
  {},
  { deposits, prepayments, redemptions, drawdowns },
);
