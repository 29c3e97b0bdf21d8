import {
  baseRowValues,
  dayFromIso,
  fail,
  type Issue,
  itemAt,
  ok,
  type Position,
  parseStudyFrame,
  type Result,
  type Study,
  type StudyFrame,
  studyFromBook,
} from '@almfes/engine';
import type { TapeMapping } from '../mapping/index.js';
import {
  applyMapping,
  joinedLines,
  type Ledger,
  type LoadReport,
  ledgerRefusals,
  type MappedRows,
  type ReconciliationLine,
} from '../quality/index.js';
import type { RefusedCell } from '../refused-cell.js';
import type { Tape } from '../tape.js';
import { type BookCollector, bookCollector } from './book-collector.js';
import { type CellOptions, cellMerger } from './cell-merger.js';
import { contractTerms } from './contract-terms.js';
import { frameModels } from './frame-models.js';
import { mappingForStudyIssues, type UnusedTerm, unusedTerms } from './mapping-for-study.js';
import { flagPositions } from './position-flaws.js';
import { positionOf } from './position-of.js';
import { studyMonths } from './study-months.js';
import { swapOf } from './swap-of.js';
import { readerOfRows } from './term-reader.js';

/** A tape with its mapping, and where its bad rows go. */
export interface MappedTape {
  readonly tape: Parameters<typeof applyMapping>[0]['tape'] & Pick<Tape, 'fileName'>;
  readonly mapping: TapeMapping;
  readonly quarantine?: (cells: readonly RefusedCell[]) => void | Promise<void>;
}

export interface StudyRequest {
  readonly tapes: readonly MappedTape[];
  readonly frame: StudyFrame;
  readonly ledger?: Ledger;
  /** Absent: a row a contract. */
  readonly cells?: CellOptions;
  /** Called now and then with the rows of a tape that are done. */
  readonly progress?: (fileName: string, done: number, total: number) => void;
}

/** What became of the tapes, whether they are a Study or not. */
export interface StudyReport {
  readonly reports: readonly LoadReport[];
  /** Over all tapes. */
  readonly reconciliation: readonly ReconciliationLine[];
  readonly unused: readonly UnusedTerm[];
  /** Contracts that are loaded, derivatives included. */
  readonly contracts: number;
}

/** What merging did; the values are of the base scenario, where the rows are few enough. */
export interface CellReport {
  readonly rows: number;
  readonly singleUsdMillion?: number;
  readonly mergedUsdMillion?: number;
}

interface MadeStudy {
  readonly study: Study;
  /** Where rows were merged into cells. */
  readonly cells?: CellReport;
}

export type StudyLoad =
  | ({ readonly status: 'loaded' } & MadeStudy & StudyReport)
  | ({ readonly status: 'refused'; readonly issues: readonly Issue[] } & StudyReport);

/**
 * One Study from one or more tapes and a frame (rules TAPE-40 to TAPE-49). Issues: a tape that
 * cannot be read, a mapping that does not say what a Study needs, rows that contradict the frame.
 * A load that the quality of the data or the ledger refuses is a value with its reports.
 */
export async function loadStudy(request: StudyRequest): Promise<Result<StudyLoad>> {
  const { tapes, frame, ledger } = request;
  const lacking = tapes.flatMap(({ tape, mapping }) =>
    mappingForStudyIssues(mapping, tape.fileName),
  );
  if (lacking.length > 0) return fail(...lacking);
  const rows = rowSink(request);
  const reports: LoadReport[] = [];
  const refusals: Issue[] = [];
  for (const each of tapes) {
    const load = await applyTape(each, rows, request);
    if (!load.ok) return load;
    reports.push(load.value.report);
    if (load.value.status === 'refused') refusals.push(...load.value.issues);
  }
  const reconciliation = joinedLines(
    reports.flatMap((report) => report.reconciliation),
    ledger,
  );
  const all = { fileName: 'all tapes', valuationDate: frame.valuationDate, reconciliation };
  if (ledger !== undefined) refusals.push(...ledgerRefusals(all, ledger));
  const contracts = reports.reduce((sum, { loadedRows }) => sum + loadedRows, 0);
  const unused = tapes.flatMap(({ mapping }) => unusedTerms(mapping));
  const report = { reports, reconciliation, unused, contracts };
  if (refusals.length > 0) return ok({ status: 'refused', issues: refusals, ...report });
  const study = rows.study();
  return study.ok ? ok({ status: 'loaded', ...study.value, ...report }) : study;
}

async function applyTape(
  { tape, mapping, quarantine }: MappedTape,
  rows: RowSink,
  { frame, progress }: StudyRequest,
) {
  const rules = { months: rows.months, models: frameModels(frame) };
  let done = 0;
  return applyMapping({
    tape,
    mapping,
    valuationDate: valuationDay(frame),
    check: (judged, flag) => {
      flagPositions(judged, rules, flag);
    },
    load: (piece) => {
      rows.add(piece);
      done += piece.count;
      progress?.(tape.fileName, done, tape.rowCount);
    },
    quarantine: (cells) => quarantine?.(cells),
  });
}

interface RowSink {
  readonly months: ReturnType<typeof studyMonths>;
  readonly add: (rows: MappedRows) => void;
  readonly study: () => Result<MadeStudy>;
}

/** Up to so many rows merged rows are also valued singly, to tell the difference (TAPE-49). */
const MOST_COMPARED = 20_000;

/** Rows become positions of a Book and swaps of the frame as they come. */
function rowSink({ frame, cells }: StudyRequest): RowSink {
  const months = studyMonths(valuationDay(frame));
  const collector = cells === undefined ? bookCollector() : cellMerger(cells);
  let singles = cells === undefined ? undefined : bookCollector();
  const swaps = [...frame.hedges];
  const addPosition = (position: Position): void => {
    collector.add(position);
    singles?.add(position);
    if (singles !== undefined && singles.rows() > MOST_COMPARED) singles = undefined;
  };
  return {
    months,
    add: (rows) => {
      const termsAt = contractTerms(readerOfRows(rows));
      for (let at = 0; at < rows.count; at += 1) {
        const terms = termsAt(at);
        if (terms.kind === 'derivatives') swaps.push(swapOf(terms, months));
        else addPosition(positionOf(terms, months));
      }
    },
    study: () => {
      const whole = parseStudyFrame({ ...frame, hedges: swaps });
      if (!whole.ok) return whole;
      const study = studyOf(whole.value, collector);
      if (!study.ok || cells === undefined) return study.ok ? ok({ study: study.value }) : study;
      const rows = study.value.book.id.length;
      const single = singles === undefined ? undefined : studyOf(whole.value, singles);
      if (single === undefined) return ok({ study: study.value, cells: { rows } });
      if (!single.ok) return single;
      const values = {
        singleUsdMillion: baseValue(single.value),
        mergedUsdMillion: baseValue(study.value),
      };
      return ok({ study: study.value, cells: { rows, ...values } });
    },
  };
}

function studyOf(frame: StudyFrame, collector: BookCollector): Result<Study> {
  const book = collector.finish();
  return book.ok ? studyFromBook(frame, book.value) : book;
}

/** Assets less liabilities in the base scenario, without hedges. */
function baseValue(study: Study): number {
  const { side } = study.book;
  return baseRowValues(study).reduce((sum, value, row) => sum + value * itemAt(side, row), 0);
}

/** The frame's date has been read as one. */
function valuationDay({ valuationDate }: StudyFrame): number {
  const day = dayFromIso(valuationDate);
  if (!day.ok) throw new Error(`${valuationDate} is no date`);
  return day.value;
}
