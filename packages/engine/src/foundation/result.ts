/** One expected failure, told so that the reader can repair the input. */
export interface Issue {
  readonly code: string;
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** A value, or at least one issue. Expected failures are values; programmer errors throw. */
export type Result<T> = Success<T> | Failure;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** At least one issue is required: a failure without a reason is a programmer error. */
export function fail(...issues: readonly Issue[]): Failure {
  if (issues.length === 0) throw new Error('fail() needs at least one issue');
  return { ok: false, issues };
}

/** `message` defaults to a sentence made of path, expected and got. */
export function issue(
  code: string,
  path: string,
  expected: string,
  got: string,
  message: string = `${path}: expected ${expected}, got ${got}`,
): Issue {
  return { code, path, expected, got, message };
}

/** All values in order when every result is ok, otherwise all issues in order. */
export function collect<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = [];
  const issues: Issue[] = [];
  for (const result of results) {
    if (result.ok) values.push(result.value);
    else issues.push(...result.issues);
  }
  return issues.length === 0 ? ok(values) : fail(...issues);
}
