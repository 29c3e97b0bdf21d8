import { fail, type Issue, issue, ok, PROGRAMMES, type Result, read } from '@almfes/engine';
import { LEAGUE_COLUMNS, LEAGUE_NUMBERS, LEAGUE_WORDS } from './league-csv.js';

export type LeagueNumber = (typeof LEAGUE_NUMBERS)[number];

/** A row of a published league: what `leagueCsv` wrote, read again (EFF-15). */
export interface PublishedLeagueRow {
  readonly bank: string;
  readonly idrssd: number;
  readonly state: string;
  readonly cycle: string;
  readonly quarterEnd: string;
  readonly programme: (typeof PROGRAMMES)[number];
  /** Null where the cell is blank. */
  readonly numbers: Readonly<Record<LeagueNumber, number | null>>;
  /** Empty where the bank is measured. */
  readonly reasonCode: string;
  readonly reason: string;
}

/**
 * A published league from CSV text. Issues, each with its row: `csv.header`, `csv.cells`,
 * `csv.number`, `league.programme`, `league.reason` where a row has neither numbers nor a reason.
 */
export function parseLeagueCsv(text: string): Result<readonly PublishedLeagueRow[]> {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  if (head !== LEAGUE_COLUMNS.join(',')) {
    return fail(issue('csv.header', 'row 1', LEAGUE_COLUMNS.join(','), head));
  }
  const issues: Issue[] = [];
  const rows: PublishedLeagueRow[] = [];
  for (const [index, line] of lines.entries()) {
    const row = rowOf(cellsOf(line), `row ${index + 2}`);
    if (row.ok) rows.push(row.value);
    else issues.push(...row.issues);
  }
  return read.resultOf(rows, issues);
}

/** The cells of a line; a cell in quotes may hold commas, and two quotes for one. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

function rowOf(cells: readonly string[], place: string): Result<PublishedLeagueRow> {
  if (cells.length !== LEAGUE_COLUMNS.length) {
    const expected = `${LEAGUE_COLUMNS.length} cells`;
    return fail(issue('csv.cells', place, expected, String(cells.length)));
  }
  const [bank = '', idrssd = '', state = '', cycle = '', quarterEnd = '', name = ''] = cells;
  const [reasonCode = '', reason = ''] = cells.slice(-2);
  const programme = PROGRAMMES.find((each) => each === name);
  if (programme === undefined) {
    return fail(issue('league.programme', place, PROGRAMMES.join(' or '), name));
  }
  const amounts = cells.slice(LEAGUE_WORDS.length, -2);
  const wrong = [idrssd, ...amounts.filter(Boolean)].find((cell) => !NUMBER.test(cell));
  if (wrong !== undefined) return fail(issue('csv.number', place, 'a number', wrong));
  if ((reasonCode === '') !== amounts.some(Boolean)) {
    return fail(issue('league.reason', place, 'numbers, or a reason', reasonCode || 'neither'));
  }
  const numbers = numbersOf(amounts);
  const own = { bank, idrssd: Number(idrssd), state, cycle, quarterEnd, programme };
  return ok({ ...own, numbers, reasonCode, reason });
}

const NUMBER = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/;

function numbersOf(cells: readonly string[]): PublishedLeagueRow['numbers'] {
  const values = LEAGUE_NUMBERS.map((column, at) => [column, cells[at] || null] as const);
  return Object.fromEntries(
    values.map(([column, cell]) => [column, cell === null ? null : Number(cell)]),
  ) as PublishedLeagueRow['numbers'];
}
