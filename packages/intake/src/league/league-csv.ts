import type { LeagueRow } from '@almfes/engine';

const HEAD = [
  ...['bank', 'idrssd', 'cycle', 'quarterEnd', 'programme', 'assetsUsdMillion', 'sizeUsdMillion'],
  ...['worstScenario', 'capitalKeptUsdMillion', 'keptLow', 'keptHigh', 'costUsdMillion'],
  ...['costLow', 'costHigh', 'ratio', 'ratioLow', 'ratioHigh', 'niiGivenUpUsdMillion'],
  ...['bidOfferUsdMillion', 'marginFundingUsdMillion', 'firstYearCarryUsdMillion'],
  ...['realisedKeptUsdMillion', 'realisedCostUsdMillion', 'realisedRatio', 'notMeasured'],
];

/** The rows of a league as CSV with all digits; what has no value is blank (EFF-12). */
export function leagueCsv(rows: readonly LeagueRow[]): string {
  const lines = rows.map((row) => cellsOf(row).map(cellText).join(','));
  return `${[HEAD.join(','), ...lines].join('\n')}\n`;
}

type Cell = string | number | null | undefined;

function cellsOf({ measured, issues, ...row }: LeagueRow): readonly Cell[] {
  const own = [row.bank, row.idrssd, row.cycle, row.quarterEnd, row.programme];
  if (measured === null) {
    const blanks = new Array<Cell>(HEAD.length - own.length - 1).fill(null);
    return [...own, ...blanks, issues[0]?.message ?? 'no reason'];
  }
  const { assetsUsdMillion, sizeUsdMillion, central, range, realised } = measured;
  return [
    ...[...own, assetsUsdMillion, sizeUsdMillion, central.scenario],
    ...[central.capitalKept, ...range.capitalKept, central.cost, ...range.cost],
    ...[central.ratio, range.ratio?.[0], range.ratio?.[1], central.niiGivenUp],
    ...[central.bidOffer, central.marginFunding, central.firstYearCarry],
    ...[realised?.capitalKept, realised?.cost, realised?.ratio, null],
  ];
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
