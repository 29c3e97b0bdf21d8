import { join } from 'node:path';
import { ok, type Result } from '@almfes/engine';
import { type PublishedLeagueRow, parseLeagueCsv } from '@almfes/intake';
import type { Effects } from '../effect/effects.js';

const LIMIT_BYTES = 10_000_000;

/** A file of the published league (EFF-15). */
export interface PublishedLeague {
  /** Path in the repository, forward slashes. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly rows: readonly PublishedLeagueRow[];
}

/** A bank under both programmes on one quarter end. */
export interface PublishedBank {
  readonly swapped: PublishedLeagueRow;
  readonly short: PublishedLeagueRow;
}

/** Every file of the latest vintage of the league; none where the library has no league. */
export async function readPublishedLeague({
  files,
  libraryFolder,
}: Pick<Effects, 'files' | 'libraryFolder'>): Promise<Result<readonly PublishedLeague[]>> {
  const folder = join(libraryFolder, 'data', 'league');
  const vintage = (await files.folderNames(folder)).at(-1);
  if (vintage === undefined) return ok([]);
  const found: PublishedLeague[] = [];
  const names = await files.fileNames(join(folder, vintage));
  for (const name of names.filter((each) => each.endsWith('.csv'))) {
    const text = await files.readText(join(folder, vintage, name), LIMIT_BYTES);
    if (!text.ok) return text;
    const rows = parseLeagueCsv(text.value);
    if (!rows.ok) return rows;
    const path = `library/data/league/${vintage}/${name}`;
    found.push({ path, name: name.slice(0, -'.csv'.length), text: text.value, rows: rows.value });
  }
  return ok(found);
}

/** Banks of a file that come from a bulk file: those of the cycles are the named ones. */
export function isBulk({ rows }: PublishedLeague): boolean {
  return rows.every(({ cycle }) => cycle === '');
}

/** Rows two by two, a bank and quarter end each, in the order of the file. */
export function banksOf(rows: readonly PublishedLeagueRow[]): readonly PublishedBank[] {
  const key = ({ idrssd, quarterEnd }: PublishedLeagueRow) => `${idrssd} ${quarterEnd}`;
  const swapped = new Map(
    rows.filter(({ programme }) => programme === 'half-swapped').map((row) => [key(row), row]),
  );
  return rows
    .filter(({ programme }) => programme === 'short')
    .flatMap((short) => {
      const own = swapped.get(key(short));
      return own === undefined ? [] : [{ swapped: own, short }];
    });
}

/** Total assets, USD million; 0 where no programme could be measured. */
export function assetsOf({ swapped, short }: PublishedBank): number {
  return short.numbers.assetsUsdMillion ?? swapped.numbers.assetsUsdMillion ?? 0;
}
