import type { CaseLeagueRow } from '../../packages/engine/src/index.js';
import { money } from './league-tables.js';

/** A line a case with a discipline: what it is over the ends of its own assumptions (EFF-14). */
export function caseLines(cases: readonly CaseLeagueRow[]): string[] {
  return cases.map((row) => {
    const { slug, discipline, reason } = row;
    if (discipline === null) return line([slug, `not measured: ${reason}`, ...BLANKS]);
    const title = discipline.title.replace(/^Discipline: /, '');
    const numbers = [...keptAndCost(row), ...ratioCells(row), ...cameCells(row), ...endCells(row)];
    return line([slug, title, ...numbers]);
  });
}

const BLANKS = new Array<string>(10).fill('');

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function numberAt({ discipline }: CaseLeagueRow, name: string, at: 1 | 2): number | null {
  const cell = discipline?.rows.find(([first]) => String(first).startsWith(name))?.[at];
  return typeof cell === 'number' ? cell : null;
}

function keptAndCost(row: CaseLeagueRow): string[] {
  const range = row.range?.ok === true ? row.range.value : undefined;
  return [
    money(numberAt(row, 'Economic CET1 kept', 1)),
    range === undefined ? 'no range' : ends(range.capitalKept),
    money(numberAt(row, 'Forward-expected cost', 1)),
    range === undefined ? 'no range' : ends(range.cost),
  ];
}

function ends([low, high]: readonly [number, number]): string {
  const [from, to] = [money(low), money(high)];
  return from === to ? from : `${from} to ${to}`;
}

function ratioCells(row: CaseLeagueRow): string[] {
  const ratio = numberAt(row, 'Capital kept per', 1);
  const kept = numberAt(row, 'Economic CET1 kept', 1) ?? 0;
  const costs = (numberAt(row, 'Forward-expected cost', 1) ?? 0) > 0;
  const none = !costs ? 'earns' : kept > 0 ? 'small' : 'keeps none';
  const own = ratio === null ? none : ratio.toFixed(1);
  if (row.range?.ok !== true) return [own, 'no range'];
  const span = row.range.value.ratio;
  return [own, span === null ? 'open' : span.map((each) => each.toFixed(1)).join(' to ')];
}

function cameCells(row: CaseLeagueRow): string[] {
  return [money(numberAt(row, 'Economic CET1 kept', 2)), money(numberAt(row, 'Realised cost', 2))];
}

/** How many ends were measured, and why others were not. */
function endCells({ range }: CaseLeagueRow): string[] {
  if (range === null) return ['', ''];
  if (!range.ok) return ['0', 'built by hand'];
  const { measured, refused } = range.value;
  return [String(measured), refused.map(({ title }) => title).join('; ')];
}
