import type { LeagueRow } from '@almfes/engine';

/** What a row of the table says in words, in the order of the file. */
export const LEAGUE_WORDS = [
  'bank',
  'idrssd',
  'state',
  'cycle',
  'quarterEnd',
  'programme',
] as const;

/** What it says in numbers; blank where there is none. Scenario shocks are told in basis points. */
export const LEAGUE_NUMBERS = [
  ...(['assetsUsdMillion', 'sizeUsdMillion', 'worstShockBp', 'capitalKeptUsdMillion'] as const),
  ...(['keptLow', 'keptHigh', 'costUsdMillion', 'costLow', 'costHigh'] as const),
  ...(['ratio', 'ratioLow', 'ratioHigh', 'niiGivenUpUsdMillion', 'bidOfferUsdMillion'] as const),
  ...(['marginFundingUsdMillion', 'firstYearCarryUsdMillion'] as const),
  ...(['realisedKeptUsdMillion', 'realisedCostUsdMillion'] as const),
] as const;

/** Why it is not measured: the code of the first issue, and its sentence. */
export const LEAGUE_REASON = ['reasonCode', 'reason'] as const;

export const LEAGUE_COLUMNS = [...LEAGUE_WORDS, ...LEAGUE_NUMBERS, ...LEAGUE_REASON] as const;

/** Digits that are kept: more than the assumptions bear, and files of a size to be sent. */
const SIGNIFICANT_DIGITS = 6;

/** The rows of a league as CSV, six digits a number; what has no value is blank (EFF-15). */
export function leagueCsv(rows: readonly LeagueRow[]): string {
  const lines = rows.map((row) => cellsOf(row).map(cellText).join(','));
  return `${[LEAGUE_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

type Cell = string | number | null | undefined;

function cellsOf({ measured, issues, ...row }: LeagueRow): readonly Cell[] {
  const own = LEAGUE_WORDS.map((column) => String(row[column]));
  if (measured === null) {
    const [first] = issues;
    const blanks = LEAGUE_NUMBERS.map(() => null);
    return [...own, ...blanks, first?.code ?? 'unknown', first?.message ?? 'no reason'];
  }
  const { assetsUsdMillion, sizeUsdMillion, central, range, realised } = measured;
  return [
    ...[...own, assetsUsdMillion, sizeUsdMillion, Number(central.scenario)],
    ...[central.capitalKept, ...range.capitalKept, central.cost, ...range.cost],
    ...[central.ratio, range.ratio?.[0], range.ratio?.[1], central.niiGivenUp],
    ...[central.bidOffer, central.marginFunding, central.firstYearCarry],
    ...[realised?.capitalKept, realised?.cost, null, null],
  ];
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SIGNIFICANT_DIGITS)) + 0);
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
