import { canonicalJson } from '../../foundation/index.js';

/** What of a part moves a number: its content without what a parameter rests on. */
export function bare(part: unknown): string {
  return canonicalJson(mapped(part, ({ value }) => value));
}

/** The form of a part: which parameters it has, whatever their values. */
export function formOf(part: unknown): string {
  return canonicalJson(mapped(part, () => null));
}

interface Stated {
  readonly value: unknown;
  readonly basis: unknown;
}

function mapped(part: unknown, parameter: (stated: Stated) => unknown): unknown {
  if (Array.isArray(part)) return part.map((item) => mapped(item, parameter));
  if (part === null || typeof part !== 'object') return part ?? null;
  if (isStated(part)) return parameter(part);
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, mapped(value, parameter)]),
  );
}

/** A number with what it rests on (`Parameter`). */
function isStated(part: object): part is Stated {
  return 'value' in part && 'basis' in part;
}
