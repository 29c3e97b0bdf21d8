import { PRESCRIBED_SHAPES, type PrescribedShape } from '../../scenario/index.js';

/** One value for each of the six prescribed shapes. */
export type ByShape<T> = Readonly<Record<PrescribedShape, T>>;

/** Makes the six values in the order of the shapes. */
export function byShape<T>(make: (shape: PrescribedShape) => T): ByShape<T> {
  return {
    'parallel-up': make('parallel-up'),
    'parallel-down': make('parallel-down'),
    steepener: make('steepener'),
    flattener: make('flattener'),
    'short-up': make('short-up'),
    'short-down': make('short-down'),
  };
}

/** The shape with the lowest value, the first of equals: changes are negative when they lose. */
export function worstShape(values: ByShape<number>): {
  readonly shape: PrescribedShape;
  readonly value: number;
} {
  let shape: PrescribedShape = PRESCRIBED_SHAPES[0];
  for (const each of PRESCRIBED_SHAPES) {
    if (values[each] < values[shape]) shape = each;
  }
  return { shape, value: values[shape] };
}
