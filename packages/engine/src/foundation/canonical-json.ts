/**
 * The canonical text of a JSON value by RFC 8785 (JSON Canonicalization Scheme): members
 * sorted by the UTF-16 code units of their names, numbers and strings as ECMAScript writes
 * them, no white space. What JSON cannot say (NaN, Infinity, undefined, a function, a bigint,
 * a lone surrogate, an object that is not plain) is a programmer error and throws TypeError.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return writeNumber(value, path);
    case 'string':
      return writeString(value, path);
    case 'object':
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw new TypeError(`${path}: JSON has no ${typeof value}`);
  }
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${path}: JSON has no ${value}`);
  return String(value);
}

function writeString(value: string, path: string): string {
  for (const character of value) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      throw new TypeError(`${path}: lone surrogate in a string`);
    }
  }
  return JSON.stringify(value);
}

function writeArray(items: readonly unknown[], path: string): string {
  const parts: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    parts.push(write(items[index], `${path}[${index}]`));
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`${path}: only plain objects and arrays have a canonical form`);
  }
  const entries: [string, unknown][] = Object.entries(value);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = entries.map(
    ([name, member]) => `${writeString(name, path)}:${write(member, `${path}.${name}`)}`,
  );
  return `{${parts.join(',')}}`;
}
