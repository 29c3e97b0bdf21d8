import { fail, issue, type Result } from '@almfes/engine';
import { mappingFromValue } from '../parse-mapping.js';
import {
  MAPPING_VERSION,
  type RowMapping,
  type TapeMapping,
  type TermSource,
} from '../tape-mapping.js';
import { TERM_NAMES, type TermName } from '../term.js';
import { FIRE_ACCOUNT } from './fire-account.js';
import { FIRE_DERIVATIVE } from './fire-derivative.js';
import { FIRE_LOAN } from './fire-loan.js';
import type { FireSchema } from './fire-schema.js';
import { FIRE_SECURITY } from './fire-security.js';

/** The product schemas of SuadeLabs FIRE that are read (rule TAPE-26). */
export const FIRE_SCHEMAS = {
  loan: FIRE_LOAN,
  security: FIRE_SECURITY,
  account: FIRE_ACCOUNT,
  derivative: FIRE_DERIVATIVE,
} as const satisfies Readonly<Record<string, FireSchema>>;
export type FireSchemaName = keyof typeof FIRE_SCHEMAS;

/**
 * The mapping of a tape in the terms of a FIRE schema. Nearly every attribute of FIRE may be left
 * out of a file: terms whose attribute is not among `columns` are left out of the mapping, and so
 * are conditions on it. A required term without its attribute is an issue.
 */
export function fireMapping(
  schema: FireSchemaName,
  columns: readonly string[],
): Result<TapeMapping> {
  const { leaveOut, rows }: FireSchema = FIRE_SCHEMAS[schema];
  const has = (column: string): boolean => columns.includes(column);
  const kept = leaveOut.filter(({ when }) => when.every(({ column }) => has(column)));
  const known = rows
    .filter(({ when }) => when.every(({ column }) => has(column)))
    .map((row) => ({ ...row, terms: presentTerms(row.terms, has) }));
  // Without the column of the side nothing tells the last rows from the first: they take all.
  if (known.length === 0) return fail(issue('fire', schema, 'attributes of FIRE', 'none of them'));
  const value = {
    version: MAPPING_VERSION,
    title: `SuadeLabs FIRE, ${schema}`,
    limits: { quarantinedRows: 0.01, quarantinedBalance: 0.01 },
    ...(kept.length === 0 ? {} : { leaveOut: kept }),
    rows: known.map(({ when, ...row }) => (when.length === 0 ? row : { when, ...row })),
  };
  return mappingFromValue(value);
}

function presentTerms(
  terms: RowMapping['terms'],
  has: (column: string) => boolean,
): RowMapping['terms'] {
  const present: Partial<Record<TermName, TermSource>> = {};
  for (const name of TERM_NAMES) {
    const source = terms[name];
    if (source !== undefined && ('constant' in source || has(source.column))) {
      present[name] = source;
    }
  }
  return present;
}

/** Every attribute of FIRE that is read, with the term it gives; for the names of `infer`. */
export function fireAttributes(): ReadonlyMap<string, readonly TermName[]> {
  const found = new Map<string, readonly TermName[]>();
  for (const { rows } of Object.values(FIRE_SCHEMAS)) {
    for (const { terms } of rows) {
      for (const name of TERM_NAMES) {
        const source = terms[name];
        if (source === undefined || 'constant' in source) continue;
        const known = found.get(source.column) ?? [];
        if (!known.includes(name)) found.set(source.column, [...known, name]);
      }
    }
  }
  return found;
}
