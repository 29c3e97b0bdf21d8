/** A number of an Outcome or of a structural hedge. */
interface Numbered {
  readonly id: string;
  readonly scenario: string;
  readonly unit: string;
  readonly value: number;
}

interface Numbers {
  readonly measures: readonly Numbered[];
}

/** One measure before and after, in its unit. */
export interface MovedMeasure {
  readonly id: string;
  readonly scenario: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  /** After minus before. */
  readonly change: number;
}

/** A measure that only one of the two Outcomes has. */
export interface LostMeasure {
  readonly id: string;
  readonly scenario: string;
  readonly has: 'before' | 'after';
}

/** Within either of these a measure stays as expected.json would have it (FORM-24). */
const RELATIVE = 1e-9;
const ABSOLUTE = 1e-9;

/**
 * Every measure that moves, in the order of the first Outcome, and every one that comes or goes.
 */
export function movedMeasures(
  before: Numbers,
  after: Numbers,
): { readonly moved: readonly MovedMeasure[]; readonly lost: readonly LostMeasure[] } {
  const was = byKey(before);
  const is = byKey(after);
  const moved: MovedMeasure[] = [];
  for (const [key, old] of was) {
    const found = is.get(key);
    if (found === undefined) continue;
    const change = found.value - old.value;
    if (Math.abs(change) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(old.value))) continue;
    const { id, scenario, unit } = old;
    moved.push({ id, scenario, unit, before: old.value, after: found.value, change });
  }
  const only = (
    one: ReadonlyMap<string, Numbered>,
    other: ReadonlyMap<string, Numbered>,
    has: LostMeasure['has'],
  ) =>
    [...one.values()]
      .filter((each) => !other.has(keyOf(each)))
      .map(({ id, scenario }) => ({ id, scenario, has }));
  return { moved, lost: [...only(was, is, 'before'), ...only(is, was, 'after')] };
}

function byKey({ measures }: Numbers): ReadonlyMap<string, Numbered> {
  return new Map(measures.map((each) => [keyOf(each), each]));
}

const keyOf = ({ id, scenario }: Pick<Numbered, 'id' | 'scenario'>): string => `${id}[${scenario}]`;
