import { floatAt, itemAt } from '@almfes/engine';
import type { TapeKind, TermName } from '../mapping/index.js';
import type { KindRows } from './find-flaws.js';

/** Text or codes of some rows as a dictionary: `names[codes[row]]`; '' where nothing is known. */
export interface MappedText {
  readonly names: readonly string[];
  readonly codes: Uint32Array;
}

/** Rows of one row mapping that are loaded, in typed columns, in the order of the file. */
export interface MappedRows {
  readonly kind: TapeKind;
  /** Which of the mapping's rows, from 0. */
  readonly mapping: number;
  readonly count: number;
  /** Number in the file. */
  readonly row: Float64Array;
  /** USD million, decimals, days since 1970-01-01, months; NaN where nothing is known. */
  readonly numbers: ReadonlyMap<TermName, Float64Array>;
  readonly texts: ReadonlyMap<TermName, MappedText>;
}

/** The named rows, in their order, of the rows of a row mapping. */
export function selectRows(
  rows: KindRows,
  mapping: number,
  kept: { readonly at: readonly number[]; readonly row: Float64Array },
): MappedRows {
  const numbers = new Map<TermName, Float64Array>();
  const texts = new Map<TermName, MappedText>();
  for (const [name, cells] of rows.terms) {
    if (cells.texts.length === 0 && cells.numbers.length > 0) {
      numbers.set(name, numbersAt(kept.at, cells.numbers));
    } else {
      texts.set(
        name,
        name === 'contractID' ? different(kept.at, cells.texts) : dictionary(kept.at, cells.texts),
      );
    }
  }
  return { kind: rows.kind, mapping, count: kept.at.length, row: kept.row, numbers, texts };
}

function numbersAt(kept: readonly number[], numbers: Float64Array): Float64Array {
  const found = new Float64Array(kept.length);
  for (let place = 0; place < kept.length; place += 1) {
    found[place] = floatAt(numbers, itemAt(kept, place));
  }
  return found;
}

/** Ids of rows that are loaded are all different: nothing to look up. */
function different(kept: readonly number[], texts: readonly string[]): MappedText {
  const names = kept.map((at) => itemAt(texts, at));
  return { names, codes: Uint32Array.from(names.keys()) };
}

function dictionary(kept: readonly number[], texts: readonly string[]): MappedText {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(kept.length);
  kept.forEach((at, place) => {
    const text = itemAt(texts, at);
    const known = codeOf.get(text);
    const code = known ?? codeOf.size;
    if (known === undefined) codeOf.set(text, code);
    codes[place] = code;
  });
  return { names: [...codeOf.keys()], codes };
}

/** All pieces of each row mapping as one, in the order of the mapping, for what fits memory. */
export function joinRows(pieces: readonly MappedRows[]): readonly MappedRows[] {
  const byMapping = new Map<number, MappedRows[]>();
  for (const piece of pieces) {
    const found = byMapping.get(piece.mapping) ?? [];
    byMapping.set(piece.mapping, found);
    found.push(piece);
  }
  const order = [...byMapping.keys()].sort((a, b) => a - b);
  return order.flatMap((mapping) => {
    const found = byMapping.get(mapping) ?? [];
    const [first] = found;
    return first === undefined ? [] : [joined(first, found)];
  });
}

function joined(first: MappedRows, pieces: readonly MappedRows[]): MappedRows {
  const numbers = new Map<TermName, Float64Array>();
  for (const name of first.numbers.keys()) {
    numbers.set(name, joinedNumbers(pieces.map((piece) => columnIn(piece.numbers, name))));
  }
  const texts = new Map<TermName, MappedText>();
  for (const name of first.texts.keys()) {
    texts.set(name, joinedTexts(pieces.map((piece) => columnIn(piece.texts, name))));
  }
  return {
    kind: first.kind,
    mapping: first.mapping,
    count: pieces.reduce((sum, { count }) => sum + count, 0),
    row: joinedNumbers(pieces.map(({ row }) => row)),
    numbers,
    texts,
  };
}

/** Pieces of one row mapping have the same terms. */
function columnIn<T>(columns: ReadonlyMap<TermName, T>, name: TermName): T {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`a piece has no column ${name}`);
  return column;
}

function joinedNumbers(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function joinedTexts(parts: readonly MappedText[]): MappedText {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(parts.reduce((sum, part) => sum + part.codes.length, 0));
  let place = 0;
  for (const part of parts) {
    const own = part.names.map((name) => {
      const code = codeOf.get(name) ?? codeOf.size;
      codeOf.set(name, code);
      return code;
    });
    for (const code of part.codes) {
      codes[place] = itemAt(own, code);
      place += 1;
    }
  }
  return { names: [...codeOf.keys()], codes };
}
