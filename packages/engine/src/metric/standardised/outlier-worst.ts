import { PRESCRIBED_SHAPES, type PrescribedShape } from '../../scenario/index.js';
import { isRefused, type MeasureResult, type MeasureValue } from '../measure.js';
import type { MeasureInput } from '../view.js';
import type { OutlierMeasure } from './outlier-test.js';
import { missingShapes, prescribedOf } from './prescribed.js';

/** The shapes that each test takes the worst of (rule STANDARD-14). */
export const OUTLIER_SHAPES: Readonly<Record<OutlierMeasure, readonly PrescribedShape[]>> = {
  eve: PRESCRIBED_SHAPES,
  nii: ['parallel-up', 'parallel-down'],
};

/**
 * outlier.eve.worst and outlier.nii.worst (rule STANDARD-14): the least headroom over the shapes
 * of the test, its loss under the name of the shape. Refused with the shapes that are missing.
 * @param headrooms outlier.eve and outlier.nii of every scenario
 */
export function outlierWorst(
  { shocks }: Pick<MeasureInput, 'shocks'>,
  headrooms: readonly MeasureResult[],
): MeasureResult[] {
  return (['eve', 'nii'] as const).map((measure) => {
    const head = { id: `outlier.${measure}.worst`, scenario: '' };
    const shapes = OUTLIER_SHAPES[measure];
    const missing = missingShapes(shocks, shapes);
    if (missing !== undefined) return { ...head, issue: missing };
    let worst: { readonly shape: PrescribedShape; readonly found: MeasureValue } | undefined;
    for (const { id, shape } of prescribedOf(shocks, shapes)) {
      const found = headroomIn(headrooms, `outlier.${measure}`, id);
      if (isRefused(found)) return { ...head, issue: found.issue };
      if (worst === undefined || found.value < worst.found.value) worst = { shape, found };
    }
    if (worst === undefined) throw new Error(`${head.id} without a scenario`);
    const { shape, found } = worst;
    const { threshold = found.value, loss = 0 } = found.parts ?? {};
    return { ...found, ...head, parts: { threshold, [shape]: loss } };
  });
}

function headroomIn(
  headrooms: readonly MeasureResult[],
  id: string,
  scenario: string,
): MeasureResult {
  const found = headrooms.find((each) => each.id === id && each.scenario === scenario);
  if (found === undefined) throw new Error(`no ${id} in scenario ${scenario}`);
  return found;
}
