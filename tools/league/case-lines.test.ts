import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { caseLeagueRows } from '../../apps/cli/src/case-league.js';
import { recordingEffects } from '../../apps/cli/src/example-effects.test-fixture.js';
import { caseLines } from './case-lines.js';
import { tableOf } from './filled-page.js';
import { LEAGUE_PAGE } from './league-page.js';

const libraryFolder = fileURLToPath(new URL('../../library', import.meta.url));

it('EFF-14: the cases of the page are what the library gives now, range for range', async () => {
  const { effects } = await recordingEffects({ libraryFolder });
  const lines = caseLines(await caseLeagueRows(effects));
  const own = lines.map((line) => line.split('|').slice(1, -1));
  const page = tableOf(readFileSync(LEAGUE_PAGE, 'utf8'), 'cases');
  expect(page).toEqual(own.map((row) => row.map((cell) => cell.trim())));
  expect(page.length).toBeGreaterThan(10);
}, 600_000);
