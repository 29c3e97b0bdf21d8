import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from '../../apps/cli/src/example-effects.test-fixture.js';
import { runProgram } from '../../apps/cli/src/program.js';
import { institutionTitle, parseReportedBanks } from '../../packages/intake/src/index.js';
import { tableOf } from './filled-page.js';
import { htmTransferLines } from './htm-transfer-lines.js';
import { backTestLine, REPORTS } from './named-back-test-page.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/validation/named-banks-back-test.md`, 'utf8');
const SAMPLE = 'BLUE RIDGE BANK NATIONAL ASSOCIATION';

describe('the page of the named banks', () => {
  it('BACKTEST-10: what it says of one bank is what the replay gives', async () => {
    const { effects, out } = await recordingEffects({ libraryFolder: `${ROOT}library` });
    expect(await runProgram(['backtest', SAMPLE, '--json'], effects)).toBe(0);
    const shown = institutionTitle(SAMPLE);
    const cells = backTestLine(shown, JSON.parse(out())).split('|').slice(1, -1);
    const own = tableOf(PAGE, 'score').find(([first]) => first === shown);
    expect(own).toEqual(cells.map((cell) => cell.trim()));
  }, 60_000);

  it('BACKTEST-10: what a move to HTM hides stands bank by bank', () => {
    const cells = htmTransferLines(PAGE).map((line) => line.split('|').slice(1, -1));
    const own = tableOf(PAGE, 'moved to HTM');
    expect(own).toEqual(cells.map((row) => row.map((cell) => cell.trim())));
    // Charles Schwab Bank: 11,098 / 0.79 = 14,048 of 99,631
    expect(own[0]?.slice(2, 5)).toEqual(['-11,098', '-14,048', '-14.1']);
  });

  it('BACKTEST-10: every bank stands in it, replayed or with the reason why not', () => {
    const banks = parseReportedBanks(readFileSync(REPORTS, 'utf8'));
    const names = banks.ok ? banks.value.map(({ names: [name] }) => institutionTitle(name)) : [];
    const listed = [...tableOf(PAGE, 'score'), ...tableOf(PAGE, 'refused')].map(([bank]) => bank);
    expect(listed.toSorted()).toEqual(names.toSorted());
    expect(tableOf(PAGE, 'refused').every(([, why]) => (why ?? '').length > 10)).toBe(true);
  });
});
