import { stringify } from 'yaml';
import type {
  ColumnSource,
  KindCondition,
  LeftOut,
  RowMapping,
  Sign,
  TapeMapping,
  TermSource,
} from './tape-mapping.js';
import { TERM_NAMES } from './term.js';

/**
 * A mapping as text (rule TAPE-20): keys in a fixed order, terms in the order of `TERMS`, codes in
 * the order of their text, so that the same mapping is the same file and a change of one line
 * shows as one line. Reading the text gives the mapping.
 */
export function mappingText(mapping: TapeMapping, form: 'json' | 'yaml'): string {
  const value = inOrder(mapping);
  if (form === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  return stringify(value, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
}

function inOrder(mapping: TapeMapping): unknown {
  const { version, title, limits, leaveOut, rows } = mapping;
  return {
    version,
    title,
    limits: {
      quarantinedRows: limits.quarantinedRows,
      quarantinedBalance: limits.quarantinedBalance,
    },
    ...(leaveOut.length === 0 ? {} : { leaveOut: leaveOut.map(leftOutInOrder) }),
    rows: rows.map(rowsInOrder),
  };
}

function rowsInOrder({ kind, when, balance, terms }: RowMapping): unknown {
  const sources = TERM_NAMES.flatMap((name) => {
    const source = terms[name];
    return source === undefined ? [] : [[name, sourceInOrder(source)]];
  });
  return {
    kind,
    ...(when.length === 0 ? {} : { when: when.map(conditionInOrder) }),
    balance,
    terms: Object.fromEntries(sources),
  };
}

function leftOutInOrder({ when, reason }: LeftOut): unknown {
  return { when: when.map(conditionInOrder), reason };
}

function conditionInOrder(condition: KindCondition): unknown {
  const { column } = condition;
  return 'in' in condition ? { column, in: condition.in } : { column, notIn: condition.notIn };
}

function sourceInOrder(source: TermSource): unknown {
  if ('constant' in source) return { constant: source.constant };
  const { column, unit, pattern, numerals, sign, codes, whenEmpty } = source;
  const entries = {
    column,
    unit,
    pattern,
    numerals,
    sign: signInOrder(sign),
    codes: codesInOrder(codes),
    whenEmpty,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function signInOrder(sign: Sign | undefined): unknown {
  if (typeof sign !== 'object') return sign;
  return { column: sign.column, positive: sign.positive, negative: sign.negative };
}

function codesInOrder(codes: ColumnSource['codes']): unknown {
  if (codes === undefined) return undefined;
  const pairs = Object.entries(codes);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
