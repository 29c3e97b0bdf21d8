import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CallReport, CallReports } from '../../packages/intake/src/index.js';
import { earlierReport } from './earlier-report.js';
import type { Securities } from './judged-banks.js';

const DERIVED = fileURLToPath(new URL('../../../shared/data/call-reports/', import.meta.url));

/** A bank between two dates other than those that are judged. */
export interface EarlierBank {
  readonly report: CallReport;
  readonly before: Securities;
  readonly after: Securities;
}

export interface Period {
  readonly from: string;
  readonly to: string;
  /** All banks of 1 billion and more, or 53 named ones. */
  readonly source: 'cross-section' | 'named';
}

type Row = Readonly<Record<string, string>>;

/** Banks of a period with securities at both dates, in buckets at the first. */
export function earlierBanks(
  { from, to, source }: Period,
  types: CallReports,
): readonly EarlierBank[] {
  const [start, end] = [rowsOf(from, source), rowsOf(to, source)];
  return [...start].flatMap(([idrssd, row]) => {
    const later = end.get(idrssd);
    if (later === undefined) return [];
    const [before, after] = [securitiesIn(row), securitiesIn(later)];
    if (before.cost === 0 || after.cost === 0) return [];
    const column = (name: string) => amount(row, name);
    const report = earlierReport({ idrssd: Number(idrssd), quarterEnd: from, column, types });
    return report === undefined ? [] : [{ report, before, after }];
  });
}

function rowsOf(date: string, source: Period['source']): ReadonlyMap<string, Row> {
  const file = source === 'named' ? 'named_banks_quarterly.csv' : `cross_section_ge1bn_${date}.csv`;
  const lines = readFileSync(`${DERIVED}${file}`, 'utf8').trimEnd().split('\n');
  const [head = [], ...rows] = lines.map(cells);
  const named = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
  return new Map(named.filter((row) => row.date === date).map((row) => [row.idrssd ?? '', row]));
}

/** Cells of a line in which a name may stand in quotes. */
function cells(line: string): string[] {
  const found = line.trimEnd().match(/(?:"[^"]*"|[^,]*)(?:,|$)/g) ?? [];
  return found.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));
}

/** The files hold USD thousand; a blank is nothing reported. */
function amount(row: Row, column: string): number {
  const found = Number(row[column] ?? '');
  return Number.isFinite(found) ? found / 1000 : 0;
}

function securitiesIn(row: Row): Securities {
  const cost = amount(row, 'HTM_AC_1754') + amount(row, 'AFS_AC_1772');
  return { cost, loss: cost - amount(row, 'HTM_FV_1771') - amount(row, 'AFS_FVB_1773') };
}
