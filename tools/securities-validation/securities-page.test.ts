import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasBulkFiles, judgedBanks } from './judged-banks.js';
import { judgement, NAIVE, PREDICTED } from './judgement.js';
import { scatter } from './scatter.js';
import { securitiesTables } from './securities-tables.js';
import { CALL_REPORT_PAGE, PICTURE, withSomeTables } from './write-securities-page.js';

const MENDED_BY =
  'if the change is meant: npx tsx --tsconfig tsconfig.test.json ' +
  'tools/securities-validation/write-securities-page.ts';

describe.skipIf(!hasBulkFiles)(
  'losses on securities of 2022 (skipped without ../shared/data/ffiec-bulk)',
  () => {
    const banks = hasBulkFiles ? judgedBanks() : [];

    it('CALL-70: 916 banks, the floor and what they reported', () => {
      const { banks: count, foreseen, came, rank } = judgement(banks, NAIVE);
      expect(count).toBe(916);
      // the floor: 747 against 586 billion
      expect(Math.round(foreseen / 1000)).toBe(747);
      expect(Math.round(came / 1000)).toBe(586);
      expect(rank).toBeGreaterThan(0.5);
    });

    it('CALL-72: the prediction is nearer than the floor in total and in rank', () => {
      const { foreseen, came, rank } = judgement(banks, PREDICTED);
      const floor = judgement(banks, NAIVE);
      expect(foreseen / came).toBeCloseTo(1.125, 2); // the aim of 10% is missed
      expect(rank).toBeCloseTo(0.73, 2); // the aim of 0.75 is missed
      expect(rank - floor.rank).toBeGreaterThan(0.2);
    });

    it('CALL-72: the tables and the picture of the page are what the code gives now', () => {
      const page = readFileSync(CALL_REPORT_PAGE, 'utf8');
      const tables = securitiesTables(banks);
      expect(withSomeTables(page, tables), MENDED_BY).toBe(page);
      for (const name of Object.keys(tables)) expect(page).toContain(`<!-- table: ${name} -->\n| `);
      expect(scatter(banks) === readFileSync(PICTURE, 'utf8'), MENDED_BY).toBe(true);
    });
  },
);
