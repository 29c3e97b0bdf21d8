/** How the text of a paragraph was obtained; `house` is our own choice where a rule gives none. */
export type Evidence = 'seen' | 'seen-secondary' | 'recalled' | 'house';

/** One comparison: numbers within the tolerance of the rule, anything else exactly. */
export interface ConformanceRow {
  readonly what: string;
  readonly found: number | string | boolean | undefined;
  readonly expected: number | string | boolean;
}

/** What a paragraph asks for, and the rows that show whether the engine does it. */
export interface ConformanceRule {
  /** Document and paragraph. */
  readonly paragraph: string;
  readonly rule: string;
  readonly evidence: Evidence;
  /** Greatest difference of numbers, in the unit of the rows; 1e-9 when not given. */
  readonly tolerance?: number;
  /** The comparisons, or undefined where a file that the rule needs is absent. */
  readonly rows: () => readonly ConformanceRow[] | undefined;
}

export interface ConformanceVerdict {
  readonly paragraph: string;
  readonly rule: string;
  readonly evidence: Evidence;
  readonly compared: number;
  readonly verdict: 'conforms' | 'differs' | 'not checked';
  readonly differences: readonly string[];
}

const TOLERANCE = 1e-9;

/** Compares every row of a rule. A rule that compares nothing differs: it could not fail. */
export function conformanceVerdict(rule: ConformanceRule): ConformanceVerdict {
  const { paragraph, rule: title, evidence, tolerance = TOLERANCE } = rule;
  const head = { paragraph, rule: title, evidence };
  const rows = rule.rows();
  if (rows === undefined) {
    return { ...head, compared: 0, verdict: 'not checked', differences: [] };
  }
  const differences = rows
    .filter(({ found, expected }) => !agrees(found, expected, tolerance))
    .map(({ what, found, expected }) => `${what}: ${found}, expected ${expected}`);
  const nothing = rows.length === 0 ? ['nothing was compared'] : [];
  const all = [...nothing, ...differences];
  return {
    ...head,
    compared: rows.length,
    verdict: all.length === 0 ? 'conforms' : 'differs',
    differences: all,
  };
}

function agrees(
  found: ConformanceRow['found'],
  expected: ConformanceRow['expected'],
  tolerance: number,
): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return found === expected;
  return Math.abs(found - expected) <= tolerance;
}
