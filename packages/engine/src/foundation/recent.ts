/** What was used lately, found by key: between `most` and twice as many entries. */
export interface Recent<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
}

/**
 * A memory of bounded size: two generations, of which the elder is forgotten when the younger is
 * full. Forgetting costs time and nothing else. `V` is never undefined.
 */
export function recent<K, V>(most: number): Recent<K, V> {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  const set = (key: K, value: V): void => {
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get: (key) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      const elder = old.get(key);
      if (elder !== undefined) set(key, elder);
      return elder;
    },
    set,
  };
}

/** What is kept under a key, or made and kept. */
export function recall<K, V>(memory: Recent<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
