import { type Issue, issue, type Read, type Result, read } from '@almfes/engine';
import { formOfText } from '@almfes/intake';
import { cellTexts, columnName, readTermSource } from './read-term-source.js';
import {
  type KindCondition,
  type LeftOut,
  type LoadLimits,
  MAPPING_VERSION,
  type RowMapping,
  type TapeMapping,
  type TermSource,
} from './tape-mapping.js';
import {
  isRequired,
  isTermName,
  TAPE_KINDS,
  type TapeKind,
  type TermName,
  termOf,
  termsOfKind,
} from './term.js';

const { list, members, number, object, objectWith, oneOf, pointer, title } = read;

const MOST_ROW_MAPPINGS = 100;
const share: Read<number> = number({ min: 0, max: 1, what: 'a share' });

const readLimits: Read<LoadLimits> = object<LoadLimits>({
  quarantinedRows: share,
  quarantinedBalance: share,
});

const readIn: Read<KindCondition> = object({ column: columnName, in: cellTexts });
const readNotIn: Read<KindCondition> = object({ column: columnName, notIn: cellTexts });

const readCondition: Read<KindCondition> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  return Object.hasOwn(found, 'notIn')
    ? readNotIn(found, path, issues)
    : readIn(found, path, issues);
};

const readLeftOut: Read<LeftOut> = object<LeftOut>({
  when: list(readCondition, 20, 1),
  reason: read.text({ min: 1, max: 300 }),
});

/**
 * Terms of one kind of row: only terms of that kind, and all that its rows must have. They come
 * back in the order of `TERMS`, whatever the order in the file.
 */
function readTerms(kind: TapeKind): Read<RowMapping['terms']> {
  const allowed = termsOfKind(kind);
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    const before = issues.length;
    refuseOtherTerms(found, kind, path, issues);
    const terms: Partial<Record<TermName, TermSource>> = {};
    for (const name of allowed) {
      const at = pointer(path, name);
      if (Object.hasOwn(found, name)) {
        const source = readTermSource(name)(found[name], at, issues);
        if (source !== undefined) terms[name] = source;
      } else if (isRequired(name, kind)) {
        const got = 'nothing';
        issues.push(issue('missing', at, `a column or a constant: ${termOf(name).title}`, got));
      }
    }
    return issues.length === before ? terms : undefined;
  };
}

function refuseOtherTerms(
  found: Readonly<Record<string, unknown>>,
  kind: TapeKind,
  path: string,
  issues: Issue[],
): void {
  const allowed: readonly string[] = termsOfKind(kind);
  for (const name of Object.keys(found)) {
    if (allowed.includes(name)) continue;
    const got = isTermName(name) ? `${name}, a term of ${termOf(name).kinds.join(', ')}` : name;
    const expected = `a term of ${kind}: ${allowed.join(', ')}`;
    issues.push(issue('unknown-key', pointer(path, name), expected, got));
  }
}

const readBalance: Read<TermName> = (value, path, issues) => {
  if (typeof value === 'string' && isTermName(value) && termOf(value).type === 'amount')
    return value;
  issues.push(issue('enum', path, 'a term that is an amount', read.describe(value)));
  return undefined;
};

const readRowMapping: Read<RowMapping> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const before = issues.length;
  const kind = oneOf(TAPE_KINDS)(found.kind, pointer(path, 'kind'), issues);
  if (kind === undefined) return undefined;
  const rows = objectWith<Omit<RowMapping, 'when'>, Pick<RowMapping, 'when'>>(
    { kind: oneOf(TAPE_KINDS), balance: readBalance, terms: readTerms(kind) },
    { when: list(readCondition, 20, 1) },
  )(value, path, issues);
  if (rows === undefined) return undefined;
  if (rows.terms[rows.balance] === undefined) {
    const expected = 'an amount among the terms of these rows';
    issues.push(issue('balance', pointer(path, 'balance'), expected, rows.balance));
  }
  return issues.length === before ? { ...rows, when: rows.when ?? [] } : undefined;
};

const readMapping: Read<TapeMapping> = (value, path, issues) => {
  const found = objectWith<Omit<TapeMapping, 'leaveOut'>, Pick<TapeMapping, 'leaveOut'>>(
    {
      version: oneOf([MAPPING_VERSION]),
      title,
      limits: readLimits,
      rows: list(readRowMapping, MOST_ROW_MAPPINGS, 1),
    },
    { leaveOut: list(readLeftOut, MOST_ROW_MAPPINGS, 1) },
  )(value, path, issues);
  if (found === undefined) return undefined;
  const mapping = { ...found, leaveOut: found.leaveOut ?? [] };
  const before = issues.length;
  refuseUnreachable(mapping, pointer(path, 'rows'), issues);
  checkIds(mapping, pointer(path, 'rows'), issues);
  return issues.length === before ? mapping : undefined;
};

/** A row mapping below one that takes every row would never be used. */
function refuseUnreachable(mapping: TapeMapping, path: string, issues: Issue[]): void {
  const all = mapping.rows.findIndex(({ when }) => when.length === 0);
  if (all === -1 || all === mapping.rows.length - 1) return;
  const expected = 'a condition (when) on all rows but the last';
  issues.push(issue('unreachable', pointer(path, all), expected, 'every row'));
}

/** Ids are compared over the whole tape: they stand in one column. */
function checkIds(mapping: TapeMapping, path: string, issues: Issue[]): void {
  const columns = mapping.rows.map(({ terms }) => {
    const source = terms.contractID;
    return source !== undefined && 'column' in source ? source.column : undefined;
  });
  columns.forEach((column, row) => {
    if (column !== undefined && column === columns[0]) return;
    const at = `${pointer(path, row)}/terms/contractID`;
    issues.push(issue('ids', at, 'a column, the same for all rows', column ?? 'a constant'));
  });
}

/** A mapping from its value, as JSON gives it. Issues name the place as a JSON pointer. */
export function mappingFromValue(value: unknown): Result<TapeMapping> {
  const issues: Issue[] = [];
  return read.resultOf(readMapping(value, '', issues), issues);
}

/**
 * A mapping file, JSON or YAML (rule TAPE-20). Issues name the file, the line and the place;
 * unknown keys are refused.
 */
export function parseMapping(file: {
  readonly text: string;
  readonly name: string;
}): Result<TapeMapping> {
  const form = formOfText(file);
  if (!form.ok) return form;
  const mapping = mappingFromValue(form.value.value);
  return mapping.ok ? mapping : { ok: false, issues: mapping.issues.map(form.value.placed) };
}
