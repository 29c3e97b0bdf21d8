import { itemAt } from '../foundation/index.js';
import { measureDefinition, measureOf, type Outcome } from '../study/index.js';
import type {
  Cell,
  ComputedOrigin,
  Finding,
  MarkedNumber,
  Origin,
  Origins,
} from './case-result.js';

/** A cell, or a number of a sentence, with where it comes from (SITE-8). */
export interface Told<T extends Cell = Cell> {
  readonly value: T;
  readonly origin: Origin;
}

export type RowCell = Cell | Told;

/** Cells of a row that all have one origin. */
export function tell(origin: Origin, cells: readonly Cell[]): RowCell[] {
  return cells.map((value) => (value === null ? null : { value, origin }));
}

/** Measures of one Study, each told with its origin. */
export interface Reader {
  readonly value: (id: string, scenario?: string) => Told<number>;
  readonly percent: (id: string, scenario?: string) => Told<number>;
  /** Null where the Study has no such measure. */
  readonly percentOrNone: (id: string, scenario?: string) => Told<number> | null;
}

/** `applied`: what was done to the bank's own Study to get this Outcome, in words. */
export function reader(outcome: Outcome, applied: readonly string[] = []): Reader {
  const origins = new Map<string, Origin>();
  const originOf = (id: string): Origin => {
    const known = origins.get(id) ?? measureOrigin(id, applied);
    origins.set(id, known);
    return known;
  };
  const value = (id: string, scenario = '') => ({
    value: measureOf(outcome, id, scenario),
    origin: originOf(id),
  });
  const percent = (id: string, scenario = '') => {
    const told = value(id, scenario);
    return { ...told, value: 100 * told.value };
  };
  const percentOrNone = (id: string, scenario = '') => {
    const has = outcome.measures.some((each) => each.id === id && each.scenario === scenario);
    return has ? percent(id, scenario) : null;
  };
  return { value, percent, percentOrNone };
}

/** A measure of the bank's Study after what was done to it. */
export function measureOrigin(id: string, applied: readonly string[] = []): ComputedOrigin {
  const { title, source } = measureDefinition(id);
  return { title, rule: /[A-Z]+-\d+/.exec(source)?.[0] ?? '', measures: [id], applied };
}

/** Cells apart from their origins. */
export function separated(rows: readonly (readonly RowCell[])[]): {
  readonly rows: readonly (readonly Cell[])[];
  readonly origins?: Origins;
} {
  const plain = rows.map((row) => row.map((cell) => (isTold(cell) ? cell.value : cell)));
  return { rows: plain, ...originsOf(rows) };
}

/** The origins of rows of cells, each different one kept once; nothing where no cell has one. */
export function originsOf(rows: readonly (readonly RowCell[])[]): { readonly origins?: Origins } {
  const places = new Map<Origin, number>();
  const placeOf = (origin: Origin): number => {
    const place = places.get(origin) ?? places.size;
    places.set(origin, place);
    return place;
  };
  const cells = rows.map((row) => row.map((cell) => (isTold(cell) ? placeOf(cell.origin) : null)));
  return places.size === 0 ? {} : { origins: { list: [...places.keys()], cells } };
}

function isTold(cell: RowCell): cell is Told {
  return typeof cell === 'object' && cell !== null;
}

/** Sentences, with the places of their numbers where they have some. */
export type Sentences = readonly (Finding | string)[];

/** Sentences apart from their numbers. */
export function plainSentences(sentences: Sentences): {
  readonly texts: readonly string[];
  readonly numbers: readonly (readonly MarkedNumber[])[];
} {
  const isText = (each: Finding | string) => typeof each === 'string';
  return {
    texts: sentences.map((each) => (isText(each) ? each : each.text)),
    numbers: sentences.map((each) => (isText(each) ? [] : each.numbers)),
  };
}

/** The origin of a cell, where it has one. */
export function originAt(origins: Origins | undefined, row: number, column: number) {
  const place = origins?.cells[row]?.[column] ?? null;
  return origins === undefined || place === null ? undefined : itemAt(origins.list, place);
}
