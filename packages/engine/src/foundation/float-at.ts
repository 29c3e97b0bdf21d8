/**
 * The number at `index` (0-based) of a Float64Array: `itemAt` for hot loops, where one kind of
 * array keeps the compiled access fast. An index outside the array throws RangeError.
 */
export function floatAt(values: Float64Array, index: number): number {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`index ${index} is outside 0..${values.length - 1}`);
  }
  return value;
}
