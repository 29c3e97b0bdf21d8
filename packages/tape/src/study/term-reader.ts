import { floatAt, itemAt } from '@almfes/engine';
import type { TapeKind, TermName } from '../mapping/index.js';
import { CELL, type KindRows, type MappedRows } from '../quality/index.js';

/** Terms of the rows of one row mapping, whether judged already or not. */
export interface TermReader {
  readonly kind: TapeKind;
  readonly count: number;
  readonly has: (name: TermName) => boolean;
  /** In our unit; NaN where nothing is known. */
  readonly number: (name: TermName) => (at: number) => number;
  /** '' where nothing is known. */
  readonly text: (name: TermName) => (at: number) => string;
}

const noNumber = (): number => Number.NaN;
const noText = (): string => '';

export function readerOfCells({ kind, count, terms }: KindRows): TermReader {
  return {
    kind,
    count,
    has: (name) => terms.has(name),
    number: (name) => {
      const cells = terms.get(name);
      if (cells === undefined) return noNumber;
      const { state, numbers } = cells;
      return (at) => (state[at] === CELL.good ? floatAt(numbers, at) : Number.NaN);
    },
    text: (name) => {
      const cells = terms.get(name);
      if (cells === undefined) return noText;
      const { state, texts } = cells;
      return (at) => (state[at] === CELL.good ? itemAt(texts, at) : '');
    },
  };
}

export function readerOfRows({ kind, count, numbers, texts }: MappedRows): TermReader {
  return {
    kind,
    count,
    has: (name) => numbers.has(name) || texts.has(name),
    number: (name) => {
      const column = numbers.get(name);
      return column === undefined ? noNumber : (at) => floatAt(column, at);
    },
    text: (name) => {
      const column = texts.get(name);
      if (column === undefined) return noText;
      const { names, codes } = column;
      return (at) => itemAt(names, itemAt(codes, at));
    },
  };
}
