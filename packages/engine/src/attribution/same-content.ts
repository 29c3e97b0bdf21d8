/**
 * Whether two values say the same, down to the last bit and in the same order: plain objects,
 * arrays and columns of numbers by what they hold, all else by identity.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isHolder(one) || !isHolder(other)) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const held: [string, unknown][] = Object.entries(one);
  const others: [string, unknown][] = Object.entries(other);
  if (held.length !== others.length) return false;
  return held.every(([name, value], at) => {
    const found = others[at];
    return found !== undefined && found[0] === name && sameContent(value, found[1]);
  });
}

function isHolder(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  if (ArrayBuffer.isView(value)) return !(value instanceof DataView);
  return Object.getPrototypeOf(value) === Object.prototype;
}
