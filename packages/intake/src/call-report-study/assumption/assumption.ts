/** One of three values of an assumption; `low` is the lowest number, not the least risk. */
export type AssumptionLevel = 'low' | 'central' | 'high';

/** Banks a range holds for: behaviour differs by size. */
export type BankSize = 'all' | 'below-1bn' | 'from-1bn';

/** The range of an assumption, and when it was first public. */
export interface AssumptionRange {
  /** ISO date; null for a judgement of this laboratory or a contract term: known on any date. */
  readonly knownFrom: string | null;
  readonly banks: BankSize;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly source: string;
}

/** What a Call Report does not tell, with its range (rule CALL-40). */
export interface Assumption {
  readonly title: string;
  readonly unit: string;
  /** What of the Study it moves. */
  readonly drives: string;
  /** In the order in which they became known: the last one known by the decision date holds. */
  readonly ranges: readonly AssumptionRange[];
}

/** A range that holds on any date: a judgement, or what a form or a rule says. */
export function always(
  [low, central, high]: readonly [number, number, number],
  source: string,
): readonly AssumptionRange[] {
  return [{ knownFrom: null, banks: 'all', low, central, high, source }];
}
