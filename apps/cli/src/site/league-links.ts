import { institutionTitle } from '@almfes/intake';
import { BANKS_ADDRESS, NAMED_ADDRESS, stateAddress } from './league-pages.js';
import { rowAnchor } from './league-passport.js';
import type { RowAddress } from './linked-tables.js';
import { assetsOf, banksOf, isBulk, type PublishedLeague } from './published-league.js';

/** Path of the page of the league in the repository. */
export const LEAGUE_DOCUMENT = 'docs/validation/league.md';

/** Where the rows of the league's page lead: to the passport of the bank on that day (EFF-15). */
export function leagueRowAddress(league: readonly PublishedLeague[]): RowAddress {
  const places = new Map<string, string>();
  for (const file of league) {
    const ofBulk = isBulk(file);
    // of two banks of one name the larger one stands on the page
    for (const bank of banksOf(file.rows).toSorted((a, b) => assetsOf(a) - assetsOf(b))) {
      const { short } = bank;
      const marker = ofBulk ? `largest ${short.quarterEnd}` : `league ${short.cycle}`;
      const page = ofBulk ? stateAddress(short.state) : NAMED_ADDRESS;
      places.set(`${marker} ${institutionTitle(short.bank)}`, `page:${page}#${rowAnchor(short)}`);
    }
  }
  return (marker, bank) => places.get(`${marker} ${bank}`);
}

/** What stands under the title of the league's page: where every bank is found. */
export function leagueFacts(league: readonly PublishedLeague[]) {
  const bulk = league.filter(isBulk);
  if (bulk.length === 0) return [];
  const counts = bulk.map(({ rows }) => `${rows.length / 2} of ${rows[0]?.quarterEnd ?? ''}`);
  const text = `${counts.join(', ')}, by state and as files`;
  return [{ term: 'Every bank', text, href: BANKS_ADDRESS }];
}
