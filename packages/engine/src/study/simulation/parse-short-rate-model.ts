import {
  type Issue,
  type Parameter,
  type Read,
  type Result,
  read,
} from '../../foundation/index.js';
import { sourced } from '../parse-sourced.js';
import type { FactorParameters, ShortRateModelParameters } from './simulation-spec.js';

const { members, object, oneOf, resultOf } = read;

/** Wider than any market; what a horizon cannot bear is refused by PATH-2. */
const reversion: Read<Parameter> = sourced({ min: -1, max: 20, what: 'a year' });
const volatility: Read<Parameter> = sourced({
  min: 0,
  max: 1,
  what: 'rate units a root year, 0.01 for 100 bp',
});
const correlation: Read<Parameter> = sourced({ min: -1, max: 1, what: 'a correlation' });

const readFactor: Read<FactorParameters> = object<FactorParameters>({ reversion, volatility });

type OneFactor = Extract<ShortRateModelParameters, { kind: 'one-factor' }>;
type TwoFactor = Extract<ShortRateModelParameters, { kind: 'two-factor' }>;

const readOneFactor: Read<OneFactor> = object<OneFactor>({
  kind: oneOf(['one-factor']),
  factor: readFactor,
});
const readTwoFactor: Read<TwoFactor> = object<TwoFactor>({
  kind: oneOf(['two-factor']),
  first: readFactor,
  second: readFactor,
  correlation,
});

/**
 * A model of rates from JSON, every parameter with its basis, sources and note (rule PATH-9).
 * Unknown keys are refused.
 */
export function parseShortRateModel(json: unknown): Result<ShortRateModelParameters> {
  const issues: Issue[] = [];
  const found = members(json, '', issues);
  if (found === undefined) return resultOf<ShortRateModelParameters>(undefined, issues);
  const kind = oneOf(['one-factor', 'two-factor'] as const)(found.kind, '/kind', issues);
  if (kind === undefined) return resultOf<ShortRateModelParameters>(undefined, issues);
  const model: ShortRateModelParameters | undefined =
    kind === 'one-factor' ? readOneFactor(json, '', issues) : readTwoFactor(json, '', issues);
  return resultOf(model, issues);
}
