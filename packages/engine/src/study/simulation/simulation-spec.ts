import { type Issue, ok, type Parameter, type Result } from '../../foundation/index.js';
import {
  checkSampling,
  type PathSampling,
  type ShortRateModel,
  shortRateModelIssues,
} from '../../scenario/index.js';

/** A Gaussian factor with the sources of its parameters. */
export interface FactorParameters {
  /** Mean reversion, a year. */
  readonly reversion: Parameter;
  /** Rate units a root year: 0.01 is 100 bp. */
  readonly volatility: Parameter;
}

/** Hull and White, or G2++ (rule PATH-1). */
export type ShortRateModelParameters =
  | { readonly kind: 'one-factor'; readonly factor: FactorParameters }
  | {
      readonly kind: 'two-factor';
      readonly first: FactorParameters;
      readonly second: FactorParameters;
      readonly correlation: Parameter;
    };

/** All that a simulation depends on besides the Study (rule PATH-9). */
export interface SimulationSpec {
  readonly model: ShortRateModelParameters;
  readonly sampling: PathSampling;
}

const plain = ({ reversion, volatility }: FactorParameters) => ({
  reversion: reversion.value,
  volatility: volatility.value,
});

/** The numbers of a model without their sources. */
export function shortRateModelOf(model: ShortRateModelParameters): ShortRateModel {
  return model.kind === 'one-factor'
    ? { factors: [plain(model.factor)], correlation: 0 }
    : {
        factors: [plain(model.first), plain(model.second)],
        correlation: model.correlation.value,
      };
}

/** The issues of PATH-2 and PATH-8, all of them; `months` is as far as bonds are priced. */
export function checkSpec(spec: SimulationSpec, months: number): Result<SimulationSpec> {
  const sampling = checkSampling(spec.sampling);
  const issues: readonly Issue[] = [
    ...shortRateModelIssues(shortRateModelOf(spec.model), months),
    ...(sampling.ok ? [] : sampling.issues),
  ];
  return issues.length === 0 ? ok(spec) : { ok: false, issues };
}
