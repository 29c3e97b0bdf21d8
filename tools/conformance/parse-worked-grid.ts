import { PRESCRIBED_SHAPES, type PrescribedShape, type ShockRule } from '@almfes/engine';
import { parseSharedFile } from './shared-file.js';

export interface WorkedShift {
  readonly rule: ShockRule;
  readonly currency: string;
  readonly shape: PrescribedShape;
  readonly bucket: number;
  readonly shiftBp: number;
}

type Grid = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number[]>>>>>>;

/** Shifts of another program at all midpoints, or undefined without ../shared. */
export function parseWorkedGrid(): WorkedShift[] | undefined {
  const file = parseSharedFile('reference/irrbb_worked.json') as
    | { readonly shock_grid_bp: { readonly values: Grid } }
    | undefined;
  if (file === undefined) return undefined;
  const { values } = file.shock_grid_bp;
  return (['d368', 'd578'] as const).flatMap((rule) =>
    Object.entries(values[rule] ?? {}).flatMap(([currency, shapes]) =>
      PRESCRIBED_SHAPES.flatMap((shape) =>
        (shapes[shape.replace('-', ' ')] ?? []).map(
          (shiftBp, bucket): WorkedShift => ({
            rule: `basel-${rule}`,
            currency,
            shape,
            bucket,
            shiftBp,
          }),
        ),
      ),
    ),
  );
}
