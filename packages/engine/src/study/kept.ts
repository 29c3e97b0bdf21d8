/**
 * What was made for one owner, found again by what it was made from. Owners are immutable parts
 * of a Study; what is kept vanishes with them, and nothing can be seen of it but time (EVAL-3).
 */
export interface Kept<K extends object, V> {
  readonly byOwner: WeakMap<K, Map<string, V>>;
  /** Entries kept for one owner; the oldest goes first. */
  readonly most: number;
}

export function keeper<K extends object, V>(most: number): Kept<K, V> {
  return { byOwner: new WeakMap(), most };
}

export function remember<K extends object, V>(
  { byOwner, most }: Kept<K, V>,
  owner: K,
  key: string,
  make: () => V,
): V {
  const entries = byOwner.get(owner) ?? new Map<string, V>();
  byOwner.set(owner, entries);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  const oldest = entries.keys().next();
  if (entries.size > most && oldest.done !== true) entries.delete(oldest.value);
  return made;
}
