import type { DefaultPolicy } from './default-policy.js';
import type { PolicyFile } from './parse-policy.js';
import type { DecisionPolicy } from './policy.js';

/** A policy, whose it is, and what of it the default gave: all of it is printed (POLICY-2). */
export interface StatedPolicy {
  readonly policy: DecisionPolicy;
  readonly origin: 'file' | 'case' | 'default';
  /** Keys of the policy that the file did not state. */
  readonly fromDefault: readonly string[];
}

const KEYS = [
  'levers',
  'pricing',
  'deposits',
  'worlds',
  'rules',
  'objective',
  'realisedLossYears',
  'frontier',
  'sources',
] as const;

/** What a file leaves out is taken from the default policy of the Study, and named. */
export function completePolicy(file: PolicyFile, standard: DefaultPolicy): StatedPolicy {
  const fromDefault = KEYS.filter((key) => file[key] === undefined);
  return { policy: { ...standard.policy, ...file }, origin: 'file', fromDefault };
}
