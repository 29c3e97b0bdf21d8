import { dayFromIso } from './calendar-date.js';
import { type Issue, issue, ok, type Result } from './result.js';

/**
 * Reads a JSON value of unknown shape: the value, or undefined after adding at least one issue.
 * `path` is a JSON pointer (RFC 6901). Readers never throw and never stop at the first problem.
 */
export type Read<T> = (value: unknown, path: string, issues: Issue[]) => T | undefined;

/** One reader a key: the object must have exactly these keys. */
export type Shape<T> = { readonly [K in keyof T]-?: Read<T[K]> };

/** What was found, short enough for a message. */
export function describe(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 60 ? `"${value.slice(0, 60)}…" (${value.length} long)` : `"${value}"`;
  }
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : `a ${typeof value}`;
}

/** A step of a JSON pointer: `~` and `/` are escaped. */
export function pointer(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The result of a whole reading: the value, or all issues in order. */
export function resultOf<T>(value: T | undefined, issues: readonly Issue[]): Result<T> {
  if (issues.length > 0) return { ok: false, issues };
  if (value === undefined) throw new Error('a reader gave neither a value nor an issue');
  return ok(value);
}

interface TextLimits {
  readonly min?: number;
  readonly max: number;
}

/** Text of bounded length without lone surrogates, which canonical JSON cannot write. */
export function text(limits: TextLimits): Read<string> {
  const min = limits.min ?? 0;
  return (value, path, issues) => {
    if (typeof value !== 'string') {
      issues.push(issue('type', path, 'text', describe(value)));
      return undefined;
    }
    if (value.length < min || value.length > limits.max) {
      const expected = `text of ${min} to ${limits.max} characters`;
      issues.push(issue('length', path, expected, `${value.length} characters`));
      return undefined;
    }
    if (/\p{Cs}/u.test(value)) {
      issues.push(issue('text', path, 'well-formed Unicode', 'a lone surrogate'));
      return undefined;
    }
    return value;
  };
}

export const identifier: Read<string> = text({ min: 1, max: 120 });
/** Longer than other ids: a repriced copy of a model carries the id of its Change as well. */
export const modelId: Read<string> = text({ max: 250 });
export const title: Read<string> = text({ min: 1, max: 300 });
export const prose: Read<string> = text({ max: 4000 });

interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** True when the lower bound itself is refused. */
  readonly aboveMin?: boolean;
  readonly integer?: boolean;
  /** What the number is, for the message. */
  readonly what: string;
}

/** A finite number within bounds; minus zero is read as zero. */
export function number(limits: NumberLimits): Read<number> {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits;
  const expected = expectedNumber(limits);
  return (value, path, issues) => {
    if (typeof value !== 'number') {
      issues.push(issue('type', path, expected, describe(value)));
      return undefined;
    }
    if (!Number.isFinite(value)) {
      issues.push(issue('not-finite', path, expected, String(value)));
      return undefined;
    }
    const low = value < min || (limits.aboveMin === true && value === min);
    if (low || value > max || (limits.integer === true && !Number.isInteger(value))) {
      issues.push(issue('range', path, expected, String(value)));
      return undefined;
    }
    return value + 0;
  };
}

function expectedNumber(limits: NumberLimits): string {
  const bounds: string[] = [limits.what];
  if (limits.integer === true) bounds.push('whole');
  if (limits.min !== undefined) {
    bounds.push(limits.aboveMin === true ? `above ${limits.min}` : `at least ${limits.min}`);
  }
  if (limits.max !== undefined) bounds.push(`at most ${limits.max}`);
  return bounds.join(', ');
}

export const flag: Read<boolean> = (value, path, issues) => {
  if (typeof value === 'boolean') return value;
  issues.push(issue('type', path, 'true or false', describe(value)));
  return undefined;
};

/** One of a closed list. */
export function oneOf<T extends string | number>(allowed: readonly T[]): Read<T> {
  return (value, path, issues) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      issues.push(issue('enum', path, `one of ${allowed.join(', ')}`, describe(value)));
    }
    return found;
  };
}

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, path, issues) => (value === null ? null : read(value, path, issues));
}

/** A day of the calendar as `YYYY-MM-DD`. */
export const isoDate: Read<string> = (value, path, issues) => {
  if (typeof value !== 'string') {
    issues.push(issue('type', path, 'a date YYYY-MM-DD', describe(value)));
    return undefined;
  }
  const day = dayFromIso(value, path);
  if (day.ok) return value;
  issues.push(...day.issues);
  return undefined;
};

/** The same as whole days since 1970-01-01. */
export const day: Read<number> = (value, path, issues) => {
  const iso = isoDate(value, path, issues);
  const found = iso === undefined ? undefined : dayFromIso(iso, path);
  return found?.ok === true ? found.value : undefined;
};

/** A list of at most `max` items; undefined when any item is. */
export function list<T>(read: Read<T>, max: number, min = 0): Read<T[]> {
  return (value, path, issues) => {
    if (!Array.isArray(value)) {
      issues.push(issue('type', path, 'a list', describe(value)));
      return undefined;
    }
    if (value.length < min || value.length > max) {
      issues.push(issue('length', path, `${min} to ${max} items`, describe(value)));
      return undefined;
    }
    const before = issues.length;
    const items: T[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const item = read(value[index], pointer(path, index), issues);
      if (item !== undefined) items.push(item);
    }
    return issues.length === before ? items : undefined;
  };
}

/** The value as an object of unknown members, or undefined after an issue. */
export const members: Read<Readonly<Record<string, unknown>>> = (value, path, issues) => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  issues.push(issue('type', path, 'an object', describe(value)));
  return undefined;
};

/** An object with exactly the keys of `shape`: a missing or unknown key is an issue. */
export function object<T extends object>(shape: Shape<T>): Read<T> {
  const keys = Object.keys(shape) as (keyof T & string)[];
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    refuseUnknownKeys(found, keys, path, issues);
    const read: Partial<Record<keyof T, unknown>> = {};
    for (const key of keys) {
      const at = pointer(path, key);
      if (Object.hasOwn(found, key)) read[key] = shape[key](found[key], at, issues);
      else issues.push(issue('missing', at, 'a value', 'nothing'));
    }
    return issues.length === before ? (read as T) : undefined;
  };
}

/**
 * An object with every key of `required`, any key of `optional` and no other. A key of `optional`
 * that is absent stays absent: its meaning is the reader's to state, never a hidden default.
 */
export function objectWith<R extends object, O extends object>(
  required: Shape<R>,
  optional: Shape<O>,
): Read<R & Partial<O>> {
  const optionalKeys = Object.keys(optional) as (keyof O & string)[];
  const known = [...Object.keys(required), ...optionalKeys];
  const readRequired = object(required);
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    refuseUnknownKeys(found, known, path, issues);
    const given: Partial<Record<keyof O, unknown>> = {};
    for (const key of optionalKeys) {
      if (!Object.hasOwn(found, key)) continue;
      given[key] = optional[key](found[key], pointer(path, key), issues);
    }
    const rest = Object.entries(found).filter(([key]) => Object.hasOwn(required, key));
    const base = readRequired(Object.fromEntries(rest), path, issues);
    return issues.length === before && base !== undefined
      ? { ...base, ...(given as Partial<O>) }
      : undefined;
  };
}

/** An unknown key is a misspelt term or a newer schema: it is refused, never ignored. */
export function refuseUnknownKeys(
  found: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  issues: Issue[],
): void {
  for (const key of Object.keys(found)) {
    if (known.includes(key)) continue;
    issues.push(issue('unknown-key', pointer(path, key), `one of ${known.join(', ')}`, key));
  }
}

/** An object used as a table from ids to values. */
export function table<T>(read: Read<T>, max: number): Read<Record<string, T>> {
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    const names = Object.keys(found);
    if (names.length > max) {
      issues.push(issue('length', path, `at most ${max} entries`, String(names.length)));
    }
    const entries = names.map((name): [string, T | undefined] => {
      const at = pointer(path, name);
      identifier(name, at, issues);
      if (name === '__proto__') issues.push(issue('unknown-key', at, 'an id', name));
      return [name, read(found[name], at, issues)];
    });
    return issues.length === before
      ? (Object.fromEntries(entries) as Record<string, T>)
      : undefined;
  };
}
