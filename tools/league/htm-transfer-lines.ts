import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { institutionTitle } from '../../packages/intake/src/index.js';
import { tableOf } from './filled-page.js';
import { money } from './league-tables.js';

const FILE = fileURLToPath(
  new URL('../../library/data/htm-transfer/2026-11-29/named-banks.csv', import.meta.url),
);
/** Item 9.e is after tax; the replay's E0 is before it. */
const TAX_RATE = 0.21;

interface Transfer {
  readonly bank: string;
  readonly quarterEnd: string;
  /** Item 9.e after tax, USD million; a loss is negative. Null: not reported. */
  readonly filterHtm: number | null;
  readonly riskWeightedAssets: number;
}

function transfers(): readonly Transfer[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [, name = '', quarterEnd = '', filter = '', assets = ''] = line.split(',');
    const bank = institutionTitle(name);
    const filterHtm = filter === '' ? null : Number(filter);
    return { bank, quarterEnd, filterHtm, riskWeightedAssets: Number(assets) };
  });
}

/**
 * What item 9.e takes from the score of each replayed bank that reports a loss of a million or
 * more at either date (CAP-16): the largest share of risk-weighted assets first.
 * @param page the text of docs/validation/named-banks-back-test.md, with its score
 */
export function htmTransferLines(page: string): string[] {
  const all = transfers();
  const lost = (bank: string, quarterEnd: string): Transfer | undefined =>
    all.find((each) => each.bank === bank && each.quarterEnd === quarterEnd);
  return tableOf(page, 'score')
    .map(([bank = '', , end = '']) => {
      const [first, last] = [lost(bank, '2021-12-31'), lost(bank, '2022-12-31')];
      const filter = last?.filterHtm ?? 0;
      const points = (100 * filter) / (1 - TAX_RATE) / (last?.riskWeightedAssets ?? 1);
      const told = Number.parseFloat(end);
      const before = first?.filterHtm ?? null;
      const cells = [
        bank,
        before === null ? '' : money(before),
        money(filter),
        money(filter / (1 - TAX_RATE)),
        points.toFixed(1).replace(/^-(0\.0)$/, '$1'),
        `${told.toFixed(1)}%`,
        `${(told + points).toFixed(1)}%`,
      ];
      return {
        points,
        isLarge: Math.min(filter, before ?? 0) <= -1,
        text: `| ${cells.join(' | ')} |`,
      };
    })
    .filter(({ isLarge }) => isLarge)
    .toSorted((a, b) => a.points - b.points)
    .map(({ text }) => text);
}
