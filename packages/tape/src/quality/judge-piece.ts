import { floatAt, itemAt } from '@almfes/engine';
import {
  isTermName,
  type RowMapping,
  type TapeMapping,
  TERM_NAMES,
  type TermName,
  termOf,
} from '../mapping/index.js';
import type { RefusedCell } from '../refused-cell.js';
import type { FindingCollector } from './collect-findings.js';
import { type Flag, findFlaws, type KindRows } from './find-flaws.js';
import { findKinds } from './find-kinds.js';
import type { LedgerGroup } from './ledger.js';
import { type MappedRows, selectRows } from './mapped-rows.js';
import type { RateTally } from './rate-tally.js';
import { CELL, type CellsReader, cellsReader, type PieceColumns } from './read-cells.js';
import type { Reconciler } from './reconcile.js';
import { type Flaw, severityOf } from './rule.js';

/** Looks at rows of one row mapping by rules of the caller. */
export type RowCheck = (rows: KindRows, flag: Flag) => void;

/** Where the rows of a piece go. */
export interface Judge {
  readonly mapping: TapeMapping;
  readonly valuationDate: number;
  /** Ids, as written, that stand in more than one row. */
  readonly duplicates: ReadonlySet<string>;
  readonly findings: FindingCollector;
  readonly rates: RateTally;
  readonly reconciler: Reconciler;
  /** Further rules of the caller. */
  readonly check: RowCheck;
  readonly load: (rows: MappedRows) => void;
  readonly quarantine: (cells: readonly RefusedCell[]) => void;
  readonly leftOut: (choice: number, rows: number) => void;
}

/** A piece of the tape. */
export interface Piece {
  readonly columns: PieceColumns;
  readonly rowCount: number;
  /** Number in the file of each row. */
  readonly row: Float64Array;
}

type TermReaders = ReadonlyMap<TermName, CellsReader>;

/**
 * Judges the rows of a piece by every rule: each row is loaded, quarantined with its reasons, or
 * left out as the mapping says; nothing else happens to it.
 */
export function pieceJudge(judge: Judge): (piece: Piece) => void {
  const { mapping, valuationDate } = judge;
  const readers = mapping.rows.map(({ terms }): TermReaders => {
    const found = new Map<TermName, CellsReader>();
    for (const name of TERM_NAMES) {
      const source = terms[name];
      if (source !== undefined) found.set(name, cellsReader(name, source, valuationDate));
    }
    return found;
  });
  return (piece) => {
    const kinds = findKinds(piece.columns, piece.rowCount, mapping);
    kinds.leftOut.forEach((rows, choice) => {
      judge.leftOut(choice, rows.length);
    });
    quarantineUnknown(judge, piece, kinds.unknown);
    kinds.mapped.forEach((places, index) => {
      if (places.length > 0)
        judgeRows(judge, piece, places, { index, readers: itemAt(readers, index) });
    });
  };
}

function quarantineUnknown(judge: Judge, piece: Piece, places: Uint32Array): void {
  const expected = 'conditions of the mapping that the row meets';
  const flaw: Flaw = { rule: 'kind-unknown', at: '', expected, got: 'none' };
  for (const place of places) {
    const row = floatAt(piece.row, place);
    judge.findings.add({ flaw, kind: '', row, balance: Number.NaN });
    judge.reconciler.add({ group: 'unknown', product: '', balance: Number.NaN, quarantined: true });
    judge.quarantine([refusedCell(row, flaw)]);
  }
}

interface Mapped {
  readonly index: number;
  readonly readers: TermReaders;
}

const NOTHING_WRONG: readonly RefusedCell[] = [];

function judgeRows(
  judge: Judge,
  piece: Piece,
  places: Uint32Array,
  { index, readers }: Mapped,
): void {
  const { kind, balance: balanceTerm } = itemAt(judge.mapping.rows, index);
  const terms = new Map([...readers].map(([name, read]) => [name, read(piece.columns, places)]));
  const rows: KindRows = { kind, count: places.length, terms };
  const flaws = new Map<number, Flaw[]>();
  const flag = (at: number, flaw: Flaw): void => {
    const found = flaws.get(at);
    if (found === undefined) flaws.set(at, [flaw]);
    else found.push(flaw);
  };
  findFlaws(rows, judge.valuationDate, flag);
  judge.check(rows, flag);
  judge.rates.add(index, rows, flag);
  flagDuplicates(judge, rows, flag);
  flagBalanceMissing(rows, balanceTerm, flaws, flag);
  const balanceAt = balanceReader(rows, balanceTerm);
  const columnOfTerm = columnNames(itemAt(judge.mapping.rows, index));
  const groupAt = groupReader(rows);
  const productAt = textReader(rows, 'product');
  /** Tells of what is wrong with a row; gives what keeps it out. Most rows have nothing. */
  const graveAt = (at: number, balance: number): readonly RefusedCell[] => {
    const found = flaws.get(at);
    if (found === undefined) return NOTHING_WRONG;
    const row = floatAt(piece.row, itemAt(places, at));
    for (const flaw of found) judge.findings.add({ flaw, kind, row, balance });
    return found
      .filter(({ rule }) => severityOf(rule) !== 'warn')
      .map((flaw) => refusedCell(row, { ...flaw, at: columnOfTerm(flaw.at) }));
  };
  const kept: number[] = [];
  for (let at = 0; at < rows.count; at += 1) {
    const balance = balanceAt(at);
    const grave = graveAt(at, balance);
    const quarantined = grave.length > 0;
    judge.reconciler.add({ group: groupAt(at), product: productAt(at), balance, quarantined });
    if (quarantined) judge.quarantine(grave);
    else kept.push(at);
  }
  if (kept.length === 0) return;
  const row = Float64Array.from(kept, (at) => floatAt(piece.row, itemAt(places, at)));
  judge.load(selectRows(rows, index, { at: kept, row }));
}

function flagDuplicates(
  { duplicates }: Judge,
  rows: KindRows,
  flag: (at: number, flaw: Flaw) => void,
): void {
  const ids = rows.terms.get('contractID');
  if (duplicates.size === 0 || ids === undefined) return;
  const expected = 'an id that stands in one row';
  for (let at = 0; at < rows.count; at += 1) {
    const id = ids.written(at);
    if (!duplicates.has(id)) continue;
    flag(at, { rule: 'duplicate-id', at: 'contractID', expected, got: `"${id}"` });
  }
}

/** The amount that is compared with the ledger is required, whatever term it is. */
function flagBalanceMissing(
  rows: KindRows,
  name: TermName,
  flaws: ReadonlyMap<number, readonly Flaw[]>,
  flag: (at: number, flaw: Flaw) => void,
): void {
  const cells = rows.terms.get(name);
  for (let at = 0; at < rows.count; at += 1) {
    if (cells?.state[at] !== CELL.nothing) continue;
    if (flaws.get(at)?.some((flaw) => flaw.at === name) === true) continue;
    flag(at, { rule: 'missing', at: name, expected: termOf(name).title, got: 'nothing' });
  }
}

function balanceReader(rows: KindRows, name: TermName): (at: number) => number {
  const cells = rows.terms.get(name);
  return (at) =>
    cells === undefined || itemAt(cells.state, at) !== CELL.good
      ? Number.NaN
      : floatAt(cells.numbers, at);
}

function textReader({ terms }: KindRows, name: TermName): (at: number) => string {
  const cells = terms.get(name);
  if (cells === undefined) return () => '';
  const { state, texts } = cells;
  return (at) => (itemAt(state, at) === CELL.good ? itemAt(texts, at) : '');
}

/** The book of a row: securities by their class, `other` as the tape says, the rest by kind. */
function groupReader(rows: KindRows): (at: number) => LedgerGroup | 'unknown' {
  const { kind } = rows;
  if (kind === 'securities') {
    const accountingClassAt = textReader(rows, 'accountingClass');
    return (at) => {
      const accountingClass = accountingClassAt(at);
      if (accountingClass === 'available-for-sale') return 'afs';
      return accountingClass === 'held-to-maturity' ? 'htm' : 'unknown';
    };
  }
  if (kind !== 'other') return () => kind;
  const groupAt = textReader(rows, 'group');
  return (at) => {
    const group = groupAt(at);
    return group === 'cash' || group === 'other' ? group : 'unknown';
  };
}

/** The column of the tape that gives a term: what a reader of the quarantine file looks at. */
function columnNames({ terms }: RowMapping): (at: string) => string {
  return (at) => {
    const source = isTermName(at) ? terms[at] : undefined;
    return source !== undefined && 'column' in source ? source.column : at;
  };
}

function refusedCell(row: number, { rule, at, expected, got }: Flaw): RefusedCell {
  return { row, column: at, code: rule, expected, got };
}
