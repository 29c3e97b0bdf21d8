import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PublishedLeagueRow, parseLeagueCsv } from '../../packages/intake/src/index.js';

export const LEAGUE_DATA = fileURLToPath(
  new URL('../../library/data/league/2026-11-29/', import.meta.url),
);

/** Quarter ends whose bulk files were run, every bank. */
export const BULK_QUARTERS: readonly string[] = ['2021-12-31', '2022-12-31'];

/** Rows of a file of the published league (EFF-15). Throws when it does not parse. */
export function publishedLeague(name: string): readonly PublishedLeagueRow[] {
  const rows = parseLeagueCsv(readFileSync(`${LEAGUE_DATA}${name}.csv`, 'utf8'));
  if (!rows.ok) throw new Error(rows.issues[0]?.message);
  return rows.value;
}

/** A bank under both programmes on one quarter end. */
export interface PublishedPair {
  readonly swapped: PublishedLeagueRow;
  readonly short: PublishedLeagueRow;
}

/** Rows two by two, in the order of the file. */
export function pairsOf(rows: readonly PublishedLeagueRow[]): readonly PublishedPair[] {
  const swapped = new Map(
    rows.filter((row) => row.programme === 'half-swapped').map((row) => [keyOf(row), row]),
  );
  return rows
    .filter((row) => row.programme === 'short')
    .map((short) => {
      const own = swapped.get(keyOf(short));
      if (own === undefined) throw new Error(`${short.bank}: one programme alone`);
      return { swapped: own, short };
    });
}

function keyOf({ idrssd, quarterEnd }: PublishedLeagueRow): string {
  return `${idrssd} ${quarterEnd}`;
}

export function isMeasuredRow({ reasonCode }: PublishedLeagueRow): boolean {
  return reasonCode === '';
}

const EARNS = 0;
const HAS_RATIO = 1;
const TOO_SMALL = 2;
const NOT_MEASURED = 3;

function classOf({ numbers, reasonCode }: PublishedLeagueRow): number {
  if (reasonCode !== '') return NOT_MEASURED;
  if (numbers.ratio !== null) return HAS_RATIO;
  return (numbers.costUsdMillion ?? 0) <= 0 ? EARNS : TOO_SMALL;
}

export function keptShare({ numbers }: PublishedLeagueRow): number {
  return (numbers.capitalKeptUsdMillion ?? 0) / (numbers.assetsUsdMillion ?? 1);
}

/** The order of the league by *short* (EFF-12); what is not measured stands last, by name. */
export function inOrderOfShort(pairs: readonly PublishedPair[]): readonly PublishedPair[] {
  return pairs.toSorted(({ short: a }, { short: b }) => {
    const byClass = classOf(a) - classOf(b);
    if (byClass !== 0) return byClass;
    const byRatio = (b.numbers.ratio ?? 0) - (a.numbers.ratio ?? 0);
    if (byRatio !== 0) return byRatio;
    return keptShare(b) - keptShare(a) || (a.bank < b.bank ? -1 : 1);
  });
}
