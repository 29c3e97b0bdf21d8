import {
  type Book,
  bookFromCells,
  fail,
  floatAt,
  issue,
  itemAt,
  MAX_DISTINCT_NAMES,
  NUMBER_COLUMNS,
  type NumberColumnName,
  ok,
  type Position,
  type Result,
  TEXT_COLUMNS,
  type TextColumnName,
} from '@almfes/engine';

/** Takes positions one by one and keeps numbers and codes, not objects: 130 bytes and the id. */
export interface BookCollector {
  readonly rows: () => number;
  readonly add: (position: Position) => void;
  /** A number of a row that was added. */
  readonly numberAt: (row: number, column: NumberColumnName) => number;
  readonly setNumber: (row: number, column: NumberColumnName, value: number) => void;
  /** The Book, in id order; an issue where a text column has more names than codes. */
  readonly finish: () => Result<Book>;
}

const FIRST_ROWS = 4096;
const NUMBERS = NUMBER_COLUMNS.length;
const TEXTS = TEXT_COLUMNS.length;
const NUMBER_PLACE = new Map(NUMBER_COLUMNS.map((name, place) => [name, place]));
const TEXT_PLACE = new Map(TEXT_COLUMNS.map((name, place) => [name, place]));

interface Store {
  readonly ids: string[];
  readonly names: readonly Map<string, number>[];
  /** Row by row. */
  numbers: Float64Array;
  codes: Uint32Array;
  /** 1: asset, 2: floats. */
  flags: Uint8Array;
}

export function bookCollector(): BookCollector {
  const store: Store = {
    ids: [],
    names: TEXT_COLUMNS.map(() => new Map<string, number>()),
    numbers: new Float64Array(FIRST_ROWS * NUMBERS),
    codes: new Uint32Array(FIRST_ROWS * TEXTS),
    flags: new Uint8Array(FIRST_ROWS),
  };
  const place = (row: number, column: NumberColumnName): number =>
    row * NUMBERS + (NUMBER_PLACE.get(column) ?? 0);
  return {
    rows: () => store.ids.length,
    add: (position) => {
      addTo(store, position);
    },
    numberAt: (row, column) => floatAt(store.numbers, place(row, column)),
    setNumber: (row, column, value) => {
      store.numbers[place(row, column)] = value;
    },
    finish: () => bookOf(store),
  };
}

function addTo(store: Store, position: Position): void {
  const row = store.ids.length;
  if (row === store.flags.length) grow(store);
  store.ids.push(position.id);
  store.flags[row] = (position.side === 'asset' ? 1 : 0) + (position.floats ? 2 : 0);
  for (let place = 0; place < NUMBERS; place += 1) {
    store.numbers[row * NUMBERS + place] = position[itemAt(NUMBER_COLUMNS, place)] + 0;
  }
  for (let place = 0; place < TEXTS; place += 1) {
    const codeOf = itemAt(store.names, place);
    const name = position[itemAt(TEXT_COLUMNS, place)];
    const known = codeOf.get(name);
    const code = known ?? codeOf.size;
    if (known === undefined) codeOf.set(name, code);
    store.codes[row * TEXTS + place] = code;
  }
}

function grow(store: Store): void {
  const rows = store.flags.length * 2;
  const numbers = new Float64Array(rows * NUMBERS);
  numbers.set(store.numbers);
  const codes = new Uint32Array(rows * TEXTS);
  codes.set(store.codes);
  const flags = new Uint8Array(rows);
  flags.set(store.flags);
  Object.assign(store, { numbers, codes, flags });
}

function bookOf({ ids, names, numbers, codes, flags }: Store): Result<Book> {
  for (const [name, place] of TEXT_PLACE) {
    const { size } = itemAt(names, place);
    if (size <= MAX_DISTINCT_NAMES) continue;
    const expected = `at most ${MAX_DISTINCT_NAMES} different texts`;
    return fail(issue('length', `/book/${name}`, expected, String(size)));
  }
  const order = idOrder(ids);
  const lists = names.map((codeOf) => [...codeOf.keys()]);
  const textAt = (column: TextColumnName, row: number): string => {
    const place = TEXT_PLACE.get(column) ?? 0;
    return itemAt(itemAt(lists, place), itemAt(codes, itemAt(order, row) * TEXTS + place));
  };
  return ok(
    bookFromCells({
      id: Array.from(order, (row) => itemAt(ids, row)),
      side: (row) => ((itemAt(flags, itemAt(order, row)) & 1) === 1 ? 1 : -1),
      floats: (row) => (itemAt(flags, itemAt(order, row)) & 2) / 2,
      text: textAt,
      number: (column, row) =>
        floatAt(numbers, itemAt(order, row) * NUMBERS + (NUMBER_PLACE.get(column) ?? 0)),
    }),
  );
}

/** Rows in the order of their ids (UTF-16 code units), which most tapes have already. */
function idOrder(ids: readonly string[]): Uint32Array {
  const order = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row += 1) order[row] = row;
  if (ids.every((id, row) => row === 0 || itemAt(ids, row - 1) < id)) return order;
  return order.sort((a, b) => (itemAt(ids, a) < itemAt(ids, b) ? -1 : 1));
}
