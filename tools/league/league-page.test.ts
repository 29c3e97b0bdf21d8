import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../packages/engine/src/index.js';
import {
  findReportedBank,
  LEAGUE_CYCLES,
  namedLeagueRow,
  parseQuarterEndMarkets,
  parseReportedBanks,
} from '../../packages/intake/src/index.js';
import { tableOf } from './filled-page.js';
import { leagueLines } from './league-page.js';
import { REPORTS } from './named-back-test-page.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/validation/league.md`, 'utf8');
const MARKETS = `${ROOT}library/data/quarter-end-market/2026-11-28/quarter-end-market.csv`;

function parsed<T>(result: { readonly ok: boolean; readonly value?: T }): T {
  if (!result.ok || result.value === undefined) throw new Error('the library does not parse');
  return result.value;
}

const banks = parsed(parseReportedBanks(readFileSync(REPORTS, 'utf8')));
const markets = parsed(parseQuarterEndMarkets(readFileSync(MARKETS, 'utf8')));

describe('the page of the league', () => {
  it.each([
    ['frost bank', 'up-2022-23'],
    ['silicon valley bank', 'up-2022-23'],
    ['commerce bank', 'down-2019-20'],
  ])('EFF-12: %s in %s: the page says what is measured', (name, id) => {
    const bank = parsed(findReportedBank(banks, name));
    const cycle = LEAGUE_CYCLES.find((each) => each.id === id);
    if (cycle === undefined) throw new Error(`no cycle ${id}`);
    const rows = PROGRAMMES.map((programme) => namedLeagueRow({ bank, cycle, programme, markets }));
    const [line = ''] = leagueLines(rows);
    const cells = line.split('|').slice(1, -1);
    const own = tableOf(PAGE, `league ${id}`).find(([first]) => first === bank.names[0]);
    expect(own).toEqual(cells.map((cell) => cell.trim()));
  });

  it('EFF-12: every named bank stands in every cycle, or among those not measured', () => {
    const without = tableOf(PAGE, 'not measured named').map(([bank]) => bank);
    for (const { id } of LEAGUE_CYCLES) {
      const listed = tableOf(PAGE, `league ${id}`).map(([bank]) => bank);
      const missing = banks.filter(({ names }) => ![...listed, ...without].includes(names[0]));
      expect(missing.map(({ names }) => names[0])).toEqual([]);
    }
  });
});
