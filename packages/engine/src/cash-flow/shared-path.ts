/** Paths kept for one model in one scenario: a book of more kinds of rows works without more. */
const MOST_KEPT = 500;

/** Where a path stands: the rates it was made from, the model, and what else it depends on. */
export interface PathPlace<M extends object> {
  /** Rates of one scenario, which nobody changes. */
  readonly rates: Float64Array;
  readonly model: M;
  readonly key: string;
}

/**
 * Rows alike in a scenario share what is made for them: it is made once and kept as long as the
 * scenario's rates and the model are. Nothing can be seen of this but time.
 */
export function sharedPaths<M extends object, P>(): (place: PathPlace<M>, make: () => P) => P {
  const kept = new WeakMap<Float64Array, WeakMap<M, Map<string, P>>>();
  return ({ rates, model, key }, make) => {
    const ofScenario = kept.get(rates) ?? new WeakMap<M, Map<string, P>>();
    kept.set(rates, ofScenario);
    const paths = ofScenario.get(model) ?? new Map<string, P>();
    ofScenario.set(model, paths);
    const path = paths.get(key) ?? make();
    if (paths.size < MOST_KEPT) paths.set(key, path);
    return path;
  };
}
