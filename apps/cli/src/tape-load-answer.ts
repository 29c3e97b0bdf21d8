import { type Answer, bookTotals, type Study, type Table } from '@almfes/engine';
import type { loadTables, StudyLoad } from '@almfes/tape';

/** Rows above which the answer says that a Study is large for what evaluates it. */
const LARGE_ROWS = 20_000;

/** What became of a load: the sentence that matters, the reconciliation, what is wrong. */
export function loadAnswer(
  load: StudyLoad,
  quarantine: readonly string[],
  tablesOf: typeof loadTables,
): Answer {
  const { reports, reconciliation } = load;
  const [first] = reports;
  const several = reports.length > 1;
  const perTape = reports.flatMap((report) =>
    tablesOf(report)
      .slice(0, 2)
      .filter(({ rows }) => rows.length > 0),
  );
  const joined = first === undefined ? [] : tablesOf({ ...first, reconciliation }).slice(2);
  const bad = quarantine.map((path) => `Bad rows with their reasons: ${path}.`);
  return {
    title: `A Study of ${several ? `${reports.length} files` : (first?.fileName ?? 'no file')}`,
    findings: [...headline(load), ...bad],
    tables: [...perTape, ...joined, ...unusedTable(load)],
    pictures: [],
    sources: ['docs/method/tape.md, TAPE-30 to TAPE-49'],
  };
}

function headline(load: StudyLoad): readonly string[] {
  if (load.status === 'refused') {
    const reasons = load.issues.map(
      ({ path, expected, got }) => `${path}: expected ${expected}, got ${got}.`,
    );
    return ['Refused: no Study is written.', ...reasons];
  }
  const { study, contracts, cells } = load;
  const rows = study.book.id.length;
  const hedges = study.hedges.length === 1 ? '1 hedge' : `${study.hedges.length} hedges`;
  const made = `${contracts} contracts are a Study of ${rows} rows and ${hedges}.`;
  return [made, balanceText(study), ...cellText(cells)].concat(
    rows > LARGE_ROWS ? [largeText(rows)] : [],
  );
}

function balanceText({ book }: Study): string {
  const { assetsUsdMillion, liabilitiesUsdMillion, equityUsdMillion } = bookTotals(book);
  const shown = (usdMillion: number): string => usdMillion.toFixed(3);
  return (
    `Assets ${shown(assetsUsdMillion)} less liabilities ${shown(liabilitiesUsdMillion)} leave ` +
    `equity of ${shown(equityUsdMillion)} USD million; nothing is added to close them.`
  );
}

type Cells = Extract<StudyLoad, { status: 'loaded' }>['cells'];

function cellText(cells: Cells): string[] {
  if (cells === undefined) return [];
  const { singleUsdMillion: single, mergedUsdMillion: merged, rows } = cells;
  const told =
    single === undefined || merged === undefined
      ? 'too many to be valued singly: the difference in value is not known (TAPE-49)'
      : `base value ${merged} merged and ${single} singly, ` +
        `difference ${merged - single} USD million`;
  return [`Like terms are merged into ${rows} rows: ${told}.`];
}

function largeText(rows: number): string {
  return (
    `${rows} rows are validated and written. Every measure in 20 scenarios takes about ` +
    `0.5 ms a row ` +
    'and up to 10 kB a row and scenario: merge rows with --cells before you evaluate them.'
  );
}

function unusedTable({ unused }: StudyLoad): readonly Table[] {
  if (unused.length === 0) return [];
  const words = (id: string, title: string) => ({ id, title, unit: '' });
  return [
    {
      id: 'tape.unused',
      title: 'Terms that were read and are not in the Study',
      columns: [
        words('kind', 'Rows'),
        words('term', 'Term'),
        words('reason', 'What holds instead'),
      ],
      rows: unused.map(({ kind, term, reason }) => [kind, term, reason]),
      notes: [],
    },
  ];
}
