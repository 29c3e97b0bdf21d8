import type { Behaviour, DepositModel, PrepaymentModel } from '../behaviour/index.js';
import { type Parameter, type Read, read } from '../foundation/index.js';
import type { DepositParameter, PrepaymentParameter } from './change.js';
import { PARAMETER_BOUNDS } from './parameter-bounds.js';
import { parameter } from './parse-figure.js';

const { list, modelId, number, object, text } = read;

const MAX_MODELS = 1000;

function bounded(name: DepositParameter | PrepaymentParameter): Read<Parameter> {
  return parameter(number(PARAMETER_BOUNDS[name]));
}

const readDepositModel: Read<DepositModel> = object<DepositModel>({
  id: text({ min: 1, max: 250 }),
  averageLifeYears: bounded('averageLifeYears'),
  beta: bounded('beta'),
  lagMonths: bounded('lagMonths'),
  servicingRate: bounded('servicingRate'),
  valuationSpread: bounded('valuationSpread'),
  migrationShare: bounded('migrationShare'),
  migrationTo: modelId,
  outflowShare: bounded('outflowShare'),
  outflowMonth: bounded('outflowMonth'),
});

const readPrepaymentModel: Read<PrepaymentModel> = object<PrepaymentModel>({
  id: text({ min: 1, max: 250 }),
  multiplier: bounded('multiplier'),
  minCpr: bounded('minCpr'),
  maxCpr: bounded('maxCpr'),
  slope: bounded('slope'),
  midpoint: bounded('midpoint'),
});

export const readBehaviour: Read<Behaviour> = object<Behaviour>({
  deposits: list(readDepositModel, MAX_MODELS),
  prepayments: list(readPrepaymentModel, MAX_MODELS),
});
