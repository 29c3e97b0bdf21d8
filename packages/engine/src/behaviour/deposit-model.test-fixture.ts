import type { Parameter } from '../foundation/index.js';
import type { DepositModel } from './model.js';

/** Seed of the property tests of this room: the date of the revised Basel calibration. */
export const SEED = 20240716;

export function assumed(value: number): Parameter {
  return { value, unit: '', basis: 'assumed', source: [], note: 'an example' };
}

/** One part that lives 5 years, beta 0.4, no lag, nothing else. */
export function plainDeposit(edit: Partial<DepositModel> = {}): DepositModel {
  return {
    id: 'savings',
    averageLifeYears: assumed(5),
    beta: assumed(0.4),
    lagMonths: assumed(0),
    servicingRate: assumed(0),
    valuationSpread: assumed(0),
    migrationShare: assumed(0),
    migrationTo: '',
    outflowShare: assumed(0),
    outflowMonth: assumed(1),
    ...edit,
  };
}

export const part = (share: number, averageLifeYears: number) => ({
  share: assumed(share),
  averageLifeYears: assumed(averageLifeYears),
});
