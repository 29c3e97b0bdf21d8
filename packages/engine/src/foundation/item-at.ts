/**
 * The item at `index` (0-based) of a list or typed array.
 * An index outside the list is a programmer error and throws RangeError.
 */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new RangeError(`index ${index} is outside 0..${items.length - 1}`);
  }
  return item;
}
