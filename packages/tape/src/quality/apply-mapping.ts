import { fail, isoFromDay, issue, ok, type Result } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import { type TapeMapping, TERM_NAMES } from '../mapping/index.js';
import type { RefusedCell } from '../refused-cell.js';
import type { StoredType, Tape, TapeRows } from '../tape.js';
import { checkColumns } from './check-columns.js';
import { findingCollector, inRuleOrder } from './collect-findings.js';
import { type Judge, type Piece, pieceJudge, type RowCheck } from './judge-piece.js';
import type { Ledger } from './ledger.js';
import { loadRefusals } from './load-refusals.js';
import type { LoadReport, TapeLoad } from './load-report.js';
import type { MappedRows } from './mapped-rows.js';
import { rateTally } from './rate-tally.js';
import { columnKey, columnRequest } from './read-cells.js';
import { reconciler } from './reconcile.js';

export interface MappingRequest {
  readonly tape: Pick<
    Tape,
    'fileName' | 'columns' | 'rowCount' | 'refused' | 'scan' | 'duplicates'
  >;
  readonly mapping: TapeMapping;
  /** Days since 1970-01-01. */
  readonly valuationDate: number;
  readonly ledger?: Ledger;
  /** Rules of the caller beside those of TAPE-30. */
  readonly check?: RowCheck;
  /** Rows that are loaded, piece by piece; void when the load is refused at the end. */
  readonly load: (rows: MappedRows) => void;
  /** Why rows are quarantined, piece by piece: one entry a reason, the rows of a piece in order. */
  readonly quarantine?: (cells: readonly RefusedCell[]) => void | Promise<void>;
}

/**
 * Reads a tape by a mapping, judges every row, reconciles with the ledger (rules TAPE-30 to
 * TAPE-34). One pass, in pieces: memory holds the duplicate ids and the totals, not the rows.
 * Issues: a column that is not there, or that the tape cannot be read. A refused load is a value
 * with its report, so that the reader sees what is wrong.
 */
export async function applyMapping(request: MappingRequest): Promise<Result<TapeLoad>> {
  const { tape, mapping } = request;
  const wrong = checkColumns(tape, mapping);
  if (wrong.length > 0) return fail(...wrong);
  const duplicates = await duplicateIds(request);
  if (!duplicates.ok) return duplicates;
  const run = newRun(request, duplicates.value);
  refuseRows(run, tape.refused);
  await handOver(request, run);
  const judgePiece = pieceJudge(run.judge);
  const scanned = await tape.scan(
    requestsOf(request),
    async (rows) => {
      refuseRows(run, rows.refused);
      judgePiece(pieceOf(rows));
      await handOver(request, run);
    },
    { mostRefusedShare: 1 },
  );
  if (!scanned.ok) return scanned;
  const report = reportOf(request, run);
  assertNothingDropped(report);
  const issues = loadRefusals(report, request.ledger);
  return ok(
    issues.length === 0 ? { status: 'loaded', report } : { status: 'refused', report, issues },
  );
}

interface Run {
  readonly judge: Judge;
  /** Reasons of the piece in hand. */
  readonly waiting: RefusedCell[];
  readonly counts: { loaded: number; quarantined: number; readonly leftOut: number[] };
}

function newRun(request: MappingRequest, duplicates: ReadonlySet<string>): Run {
  const { mapping, valuationDate, ledger } = request;
  const counts = { loaded: 0, quarantined: 0, leftOut: mapping.leaveOut.map(() => 0) };
  const waiting: RefusedCell[] = [];
  const judge: Judge = {
    mapping,
    valuationDate,
    duplicates,
    findings: findingCollector(),
    rates: rateTally(mapping.rows),
    reconciler: reconciler(ledger),
    check: request.check ?? (() => {}),
    load: (rows) => {
      counts.loaded += rows.count;
      request.load(rows);
    },
    quarantine: (cells) => {
      counts.quarantined += 1;
      waiting.push(...cells);
    },
    leftOut: (choice, rows) => {
      counts.leftOut[choice] = (counts.leftOut[choice] ?? 0) + rows;
    },
  };
  return { judge, counts, waiting };
}

/** Gives the reasons of a piece to the caller, in the order of their rows. */
async function handOver({ quarantine }: MappingRequest, { waiting }: Run): Promise<void> {
  const cells = waiting.splice(0).sort((a, b) => a.row - b.row);
  if (cells.length > 0) await quarantine?.(cells);
}

/** Rows that the reader of the tape refused itself; their balance is not known. */
function refuseRows({ judge }: Run, cells: readonly RefusedCell[]): void {
  const byRow = new Map<number, RefusedCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  for (const [row, found] of byRow) {
    for (const { column, expected, got } of found) {
      const rule = column === '' ? 'row-shape' : 'unreadable';
      const flaw = { rule, at: column, expected, got } as const;
      judge.findings.add({ flaw, kind: '', row, balance: Number.NaN });
    }
    judge.reconciler.add({ group: 'unknown', product: '', balance: Number.NaN, quarantined: true });
    judge.quarantine(found);
  }
}

/** More ids than this that stand twice are refused at once: their list would not fit. */
const MOST_DUPLICATES = 1_000_000;

/** Every id, as written, that stands in more than one row. */
async function duplicateIds({ tape, mapping }: MappingRequest): Promise<Result<Set<string>>> {
  const source = mapping.rows[0]?.terms.contractID;
  if (source === undefined || 'constant' in source) return ok(new Set());
  const columns = [source.column];
  const first = await tape.duplicates({ columns, most: 1 });
  if (!first.ok) return first;
  const { keys } = first.value;
  if (keys > MOST_DUPLICATES) {
    const path = `${tape.fileName} column ${JSON.stringify(source.column)}`;
    const expected = 'ids that stand in one row';
    return fail(issue('duplicate-id', path, expected, `${keys} ids that stand in more`));
  }
  if (keys === 0) return ok(new Set());
  const all = await tape.duplicates({ columns, most: keys });
  return all.ok ? ok(new Set(all.value.examples.map(({ cells }) => cells[0] ?? ''))) : all;
}

/** Every column once for each way in which it is read. */
function requestsOf({ tape, mapping }: MappingRequest): readonly ColumnRequest[] {
  const stored = new Map(tape.columns.map(({ name, type }) => [name, type]));
  const requests = new Map<string, ColumnRequest>();
  const ask = (request: ColumnRequest): void => {
    requests.set(columnKey(request.name, request.as), request);
  };
  const asText = (name: string): void => {
    ask({ name, as: 'text' });
  };
  for (const { when } of [...mapping.leaveOut, ...mapping.rows]) {
    for (const { column } of when) asText(column);
  }
  for (const { terms } of mapping.rows) askTerms(terms, stored, ask);
  return [...requests.values()];
}

function askTerms(
  terms: TapeMapping['rows'][number]['terms'],
  stored: ReadonlyMap<string, StoredType>,
  ask: (request: ColumnRequest) => void,
): void {
  for (const name of TERM_NAMES) {
    const source = terms[name];
    if (source === undefined || 'constant' in source) continue;
    ask(columnRequest(name, source, stored.get(source.column) ?? 'text'));
    if (typeof source.sign === 'object') ask({ name: source.sign.column, as: 'text' });
  }
}

/** A row that is in no count was dropped in silence: a defect of this program. */
function assertNothingDropped({ rows, loadedRows, quarantinedRows, leftOut }: LoadReport): void {
  const told = leftOut.reduce((sum, choice) => sum + choice.rows, loadedRows + quarantinedRows);
  if (told !== rows) throw new Error(`${rows} rows on the tape, ${told} told of`);
}

function pieceOf({ rowCount, row, columns }: TapeRows): Piece {
  const found = new Map(columns.map((column) => [columnKey(column.name, column.as), column]));
  return { columns: found, rowCount, row };
}

function reportOf(
  { tape, mapping, valuationDate }: MappingRequest,
  { judge, counts }: Run,
): LoadReport {
  return {
    fileName: tape.fileName,
    valuationDate: isoFromDay(valuationDate),
    rows: tape.rowCount + tape.refused.length,
    loadedRows: counts.loaded,
    quarantinedRows: counts.quarantined,
    leftOut: mapping.leaveOut.map(({ reason }, at) => ({ reason, rows: counts.leftOut[at] ?? 0 })),
    quarantinedShare: judge.reconciler.shares(),
    limits: mapping.limits,
    findings: [...judge.rates.findings(), ...judge.findings.findings()].sort(inRuleOrder),
    reconciliation: judge.reconciler.lines(),
  };
}
