import type { PublishedLeagueRow } from '@almfes/intake';
import { formatNumber } from '@almfes/report';

/** Millions without decimals, as the tables of the league tell them. */
export function millions(value: number | null): string {
  return value === null ? '' : formatNumber(Math.round(value) + 0, 'count');
}

export function perCent(ratio: number): string {
  return `${(100 * ratio).toFixed(1).replace('-', '\u2212')}%`;
}

/** Capital kept over assets, or nothing. */
export function keptShare({ numbers }: PublishedLeagueRow): string {
  const { capitalKeptUsdMillion: kept, assetsUsdMillion: assets } = numbers;
  return kept === null || assets === null ? '' : perCent(kept / assets);
}

/** The ratio, or the word in its place (EFF-5); nothing where it is not measured. */
export function ratioWords({ numbers, reasonCode }: PublishedLeagueRow): string {
  if (reasonCode !== '') return '';
  if (numbers.ratio !== null) return tenth(numbers.ratio);
  if ((numbers.costUsdMillion ?? 0) <= 0) return 'earns';
  return (numbers.capitalKeptUsdMillion ?? 0) > 0 ? 'small cost' : 'keeps none';
}

/** The ratio over the ends of the assumptions (EFF-10). */
export function rangeWords({ numbers, reasonCode }: PublishedLeagueRow): string {
  if (reasonCode !== '') return '';
  const { ratioLow, ratioHigh } = numbers;
  if (ratioLow === null || ratioHigh === null) return 'open';
  return `${tenth(ratioLow)} to ${tenth(ratioHigh)}`;
}

function tenth(value: number): string {
  return value.toFixed(1).replace('-', '\u2212');
}
