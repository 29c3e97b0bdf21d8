const DEEPEST = 8;

/**
 * The ids of all indices that the JSON of an instrument names: what stands under a key `index` or
 * `…Index`, or bounds a stub as `shorter` or `longer`, as text or as an object with an `id`.
 * Unknown shapes are left to the door to refuse.
 */
export function namedIndices(json: unknown, depth = 0): string[] {
  if (json === null || typeof json !== 'object' || depth > DEEPEST) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const id = /^index|Index$|^(shorter|longer)$/.test(key) ? indexId(value) : undefined;
    return id === undefined ? namedIndices(value, depth + 1) : [id];
  });
}

function indexId(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isObject = value !== null && typeof value === 'object' && 'id' in value;
  return isObject && typeof value.id === 'string' ? value.id : undefined;
}
