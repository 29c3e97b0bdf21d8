import { itemAt } from '../../foundation/index.js';
import { type ClaimFlow, claimValue, type FlowClaim, flowClaim } from './flow-claim.js';
import type { HullWhite } from './hull-white.js';

/**
 * At `years` somebody may exchange what is left for the flows: the holder, who takes the larger
 * value, or the other side (an issuer who calls), who leaves the holder the smaller one.
 */
export interface Decision {
  readonly years: number;
  readonly by: 'holder' | 'issuer';
  /** What the holder receives instead, at or after `years`; amounts paid are negative. */
  readonly flows: readonly ClaimFlow[];
}

/** What may be taken at one time; the first of the list decides last, knowing the others. */
export interface Stage {
  readonly years: number;
  readonly variance: number;
  readonly choices: readonly { readonly by: Decision['by']; readonly claim: FlowClaim }[];
}

/** Decisions with times that do not fall, those of one time put together. */
export function stagesOf(
  model: HullWhite,
  decisions: readonly Decision[],
  numeraireYears: number,
): Stage[] {
  const stages: Stage[] = [];
  for (const { years, by, flows } of decisions) {
    const claim = flowClaim(model, years, flows, numeraireYears);
    const last = stages[stages.length - 1];
    if (last === undefined || years > last.years) {
      stages.push({ years, variance: claim.variance, choices: [{ by, claim }] });
    } else {
      stages[stages.length - 1] = { ...last, choices: [...last.choices, { by, claim }] };
    }
  }
  return stages;
}

/** The value at state z after all choices of a stage, from the value kept when none is made. */
export function decided(stage: Stage, z: number, kept: number): number {
  return valueAfter(stage, 0, z, kept);
}

/** Which choices would be made: a change of this pattern is a kink of the value. */
export function gainsOf(stage: Stage, z: number, kept: number): number[] {
  return stage.choices.map(({ claim }, index) => {
    const without = valueAfter(stage, index + 1, z, kept);
    const taken = claimValue(claim, z);
    const isNoise = Math.abs(taken - without) <= NOISE * (Math.abs(taken) + Math.abs(without));
    return isNoise ? 0 : taken - without;
  });
}

/** Two values this near, relative to their size, are the same: no kink is looked for. */
const NOISE = 1e-12;

function valueAfter(stage: Stage, from: number, z: number, kept: number): number {
  let value = kept;
  for (let index = stage.choices.length - 1; index >= from; index -= 1) {
    const { by, claim } = itemAt(stage.choices, index);
    const taken = claimValue(claim, z);
    value = by === 'holder' ? Math.max(taken, value) : Math.min(taken, value);
  }
  return value;
}
