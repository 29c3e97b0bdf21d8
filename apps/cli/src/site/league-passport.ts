import type { PublishedLeagueRow } from '@almfes/intake';
import type { Passport } from '@almfes/report';
import { millions, rangeWords, ratioWords } from './league-words.js';
import { assetsOf, type PublishedBank } from './published-league.js';

/** Where the numbers of a bank and quarter end come from, and how anyone makes them again. */
export interface LeagueSource {
  /** The file of the published league. */
  readonly path: string;
  /** The command that makes the row again. */
  readonly command: (bank: PublishedLeagueRow) => string;
  /** What the Study of the bank is made from, and what moves it to its ends (EFF-10). */
  readonly assumptions: string;
  /** Where the first of its rules stands; empty where the site has no such page. */
  readonly rules: string;
}

export function rowAnchor({ idrssd, quarterEnd }: PublishedLeagueRow): string {
  return `row-${idrssd}-${quarterEnd}`;
}

/** The passport of a row: bank, quarter, source, command, assumptions and ranges (EFF-15). */
export function leaguePassport(bank: PublishedBank, source: LeagueSource): Passport {
  const { short, swapped } = bank;
  const { idrssd, quarterEnd } = short;
  const assets = assetsOf(bank);
  return {
    anchor: rowAnchor(short),
    id: `${idrssd} ${quarterEnd}`,
    label: `${short.bank}, ${quarterEnd}`,
    value: assets === 0 ? '' : millions(assets),
    unit: assets === 0 ? '' : 'USD million of assets',
    told: [
      `IDRSSD ${idrssd}, Call Report of ${quarterEnd}.`,
      source.assumptions,
      programmeWords('Five-year swaps', 'notional', swapped),
      programmeWords('Short', 'sold', short),
      'USD million. Rules:',
    ].join(' '),
    document: 'EFF-8 to EFF-13',
    locator: `row of ${source.path}; made again by: ${source.command(short)}`,
    href: source.rules,
  };
}

function programmeWords(title: string, size: string, row: PublishedLeagueRow): string {
  const { numbers } = row;
  if (row.reasonCode !== '') return `${title}: not measured: ${row.reason}.`;
  const ends = (low: number | null, high: number | null) =>
    `(${millions(low)} to ${millions(high)})`;
  const worst = numbers.worstShockBp ?? 0;
  const shock = `${worst > 0 ? '+' : '\u2212'}${Math.abs(worst)}\u00a0bp`;
  const came =
    numbers.realisedCostUsdMillion === null
      ? ''
      : `; as it came kept ${millions(numbers.realisedKeptUsdMillion)} for ` +
        millions(numbers.realisedCostUsdMillion);
  return (
    `${title}: ${millions(numbers.sizeUsdMillion)} ${size}, kept ` +
    `${millions(numbers.capitalKeptUsdMillion)} ${ends(numbers.keptLow, numbers.keptHigh)} at ` +
    `${shock} for ${millions(numbers.costUsdMillion)} ${ends(numbers.costLow, numbers.costHigh)} ` +
    `(income ${millions(numbers.niiGivenUpUsdMillion)}, bid-offer ` +
    `${millions(numbers.bidOfferUsdMillion)}, margin ` +
    `${millions(numbers.marginFundingUsdMillion)}), ` +
    `ratio ${ratioWords(row)} (${rangeWords(row)})${came}.`
  );
}
