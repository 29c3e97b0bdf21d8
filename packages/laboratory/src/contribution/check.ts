import type { Issue } from '@almfes/engine';

/** One automatic check: what it found wrong, and what a reviewer should see. */
export interface Check {
  readonly name: string;
  readonly title: string;
  readonly issues: readonly Issue[];
  readonly notes: readonly string[];
}

/** A check with what it found. */
export function checkOf(
  name: string,
  title: string,
  issues: readonly Issue[],
  notes: readonly string[] = [],
): Check {
  return { name, title, issues, notes };
}
