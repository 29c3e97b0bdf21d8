import type { Result } from '../foundation/index.js';
import type { Cell, Table } from './case-result.js';
import type { DisciplineResult } from './discipline.js';
import type { DisciplineRange } from './discipline-range.js';
import { columns, table } from './table.js';

/** The discipline of a case of the library, as its result has it. */
export interface CaseLeagueRow {
  readonly slug: string;
  /** Null: the case states none, or it cannot be measured. */
  readonly discipline: Table | null;
  readonly reason: string;
  /** Issues: why the case has no range; null: it cannot be measured. */
  readonly range: Result<DisciplineRange> | null;
}

/** Why there is no ratio, in the place of one (EFF-5). */
export function noRatio({ cost, capitalKept }: Told): string {
  if (cost <= 0) return 'earns';
  return capitalKept > 0 ? 'small cost' : 'keeps none';
}

type Told = Pick<DisciplineResult, 'cost' | 'capitalKept'>;

/** The cases with their own disciplines, and what they are over their assumptions (EFF-14). */
export function caseLeagueTables(cases: readonly CaseLeagueRow[]): Table[] {
  if (cases.length === 0) return [];
  const measured = cases.filter(({ range }) => range !== null);
  return [casesTable(cases), ...(measured.length === 0 ? [] : [rangesTable(measured)])];
}

function casesTable(cases: readonly CaseLeagueRow[]): Table {
  const cell = ({ discipline }: CaseLeagueRow, line: string, at: number) =>
    discipline?.rows.find(([name]) => String(name).startsWith(line))?.[at] ?? null;
  return table(
    'league-cases',
    'Cases, each with its own discipline',
    columns(
      'case | Case |',
      'discipline | Discipline |',
      'kept | Kept | USD million',
      'cost | Cost | USD million',
      'ratio | Ratio |',
      'ratioLow | Low |',
      'ratioHigh | High |',
      'realisedKept | Kept as it came | USD million',
      'realisedCost | Cost as it came | USD million',
    ),
    cases.map((row) => [
      row.slug,
      row.discipline?.title.replace(/^Discipline: /, '') ?? `not measured: ${row.reason}`,
      cell(row, 'Economic CET1 kept', 1),
      cell(row, 'Forward-expected cost', 1),
      caseRatio(
        cell(row, 'Capital kept per', 1),
        cell(row, 'Forward-expected cost', 1),
        cell(row, 'Economic CET1 kept', 1),
      ),
      ...ratioEnds(row),
      cell(row, 'Economic CET1 kept', 2),
      cell(row, 'Realised cost', 2),
    ]),
    [
      'A ratio is the price of a trade on the curve of the date: cases of one date that state ' +
        'the same trade have the same ratio. Size, cost and capital kept set them apart.',
      'Low and high: the ratio over both ends of each assumption alone; open: at one end, or on ' +
        'the case itself, there is no ratio (EFF-14).',
    ],
  );
}

function caseRatio(...[ratio, cost, capitalKept]: readonly [ratio: Cell, cost: Cell, kept: Cell]) {
  if (ratio !== null || typeof cost !== 'number' || typeof capitalKept !== 'number') return ratio;
  return noRatio({ cost, capitalKept });
}

function ratioEnds({ range }: CaseLeagueRow): readonly [Cell, Cell] {
  if (range === null) return [null, null];
  if (!range.ok) return ['no range', 'no range'];
  return range.value.ratio ?? ['open', 'open'];
}

function rangesTable(cases: readonly CaseLeagueRow[]): Table {
  return table(
    'league-case-ranges',
    'Cases over both ends of each assumption alone',
    columns(
      'case | Case |',
      'keptLow | Kept, least | USD million',
      'keptHigh | Kept, most | USD million',
      'costLow | Cost, least | USD million',
      'costHigh | Cost, most | USD million',
      'ends | Ends measured |',
      'open | Ends without a ratio |',
      'notMeasured | Not measured |',
    ),
    cases.map(({ slug, range }) => [slug, ...(range === null ? [] : rangeCells(range))]),
    [
      'The Changes of the discipline stay as stated: amounts, rows and prices are not fitted ' +
        'anew. Kept is that of the worst scenario at each end, which need not be the same one.',
    ],
  );
}

function rangeCells(range: Result<DisciplineRange>): readonly Cell[] {
  if (!range.ok) return [null, null, null, null, null, null, reasonOf(range.issues)];
  const { capitalKept, cost, measured, open, refused } = range.value;
  const told = refused.map(({ title, issues }) => `${title} (${reasonOf(issues)})`).join('; ');
  return [...capitalKept, ...cost, measured, open.length, told];
}

function reasonOf(issues: readonly { readonly message: string }[]): string {
  return issues[0]?.message ?? 'no reason given';
}
