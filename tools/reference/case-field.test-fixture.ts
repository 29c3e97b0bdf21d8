/** Fields of a reference case of unknown shape, found by what their names say. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The fields of an object, none of anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The first number whose name matches one of the patterns, tried in order. */
export function numberNamed(fields: Fields, ...patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    for (const [name, value] of Object.entries(fields)) {
      if (pattern.test(name) && typeof value === 'number') return value;
    }
  }
  return undefined;
}

/** The first text whose name matches. */
export function textNamed(fields: Fields, pattern: RegExp): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    if (pattern.test(name) && typeof value === 'string') return value;
  }
  return undefined;
}

/** All words of a case that are text, for conventions told in prose. */
export function proseOf(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('; ');
}

/** A number that must be there: an unknown variant of a case fails loudly. */
export function required(value: number | undefined, what: string, fields: Fields): number {
  if (value === undefined) throw new Error(`no ${what} in ${JSON.stringify(fields)}`);
  return value;
}
