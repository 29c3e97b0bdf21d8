import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { applyChange, baseRowValues, type Change, evaluate, type Study } from '../study/index.js';

/** The whole engine, as the rooms above the waist are handed it. */
export const WHOLE_ENGINE = {
  evaluate,
  apply: (study: Study, change: Change) => applyChange(study, change, baseRowValues),
};

const SHORT_DEPOSITS: Change = {
  kind: 'replace-assumption',
  id: 'short-deposits',
  title: 'Deposits live a year',
  rationale: 'an example',
  sources: [],
  size: 1,
  edits: ['ib', 'nib'].map((model) => ({ model, parameter: 'averageLifeYears', value: 1 })),
};

/**
 * The example bank without swaps and with deposits that live a year, so that it loses when rates
 * rise; scenarios of -100, 0, +100 and +200 bp without a floor.
 */
export function assetLongBank(edit: Partial<Study> = {}): Study {
  const scenarios = [-100, 0, 100, 200].map((shockBp): Study['scenarios'][number] => ({
    id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
    title: `${shockBp} bp`,
    kind: 'parallel',
    shockBp,
    floorRate: null,
  }));
  const study = exampleStudy({ hedges: [], scenarios, ...edit });
  return valueOrThrow(WHOLE_ENGINE.apply(study, SHORT_DEPOSITS));
}
