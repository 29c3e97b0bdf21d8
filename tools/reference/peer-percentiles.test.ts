import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  PEER_PERCENTILES,
  PEER_RATIOS,
  parseCallReports,
  peerGroup,
  quantile,
  SIZE_GROUPS,
} from '../../packages/intake/src/index.js';

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const hasFiles = existsSync(`${root}ffiec-bulk`);

/** Our ratios by the names of the collected table; its costs need two quarters and are not here. */
const METRICS: Readonly<Record<string, string>> = {
  assetRepricingYears: 'asset_repr_yrs',
  assetsOver5Years: 'assets_gt5y_pct',
  assetsTo1Year: 'assets_le1y_pct',
  cash: 'cash_pct_assets',
  securities: 'sec_pct_assets',
  htmShare: 'htm_share_of_sec',
  htmLoss: 'htm_loss_pct_cet1',
  afsLoss: 'afs_loss_pct_cet1',
  securitiesLoss: 'sec_loss_pct_cet1',
  cet1Ratio: 'cet1_ratio',
  accumulatedOci: 'aoci_pct_equity',
  noninterestBearing: 'nib_pct_domdep',
  timeDeposits: 'td_pct_domdep',
  brokered: 'brokered_pct_domdep',
  loansToDeposits: 'loan_to_dep_pct',
  advances: 'fhlb_pct_assets',
  payFixed: 'payfix_pct_sec',
};

const SIZES = ['<1bn', '1-10bn', '10-100bn', '>100bn'];
/** The table holds three decimals; of time deposits it reads a small bank or two apart. */
const ROUNDING = 0.00051;
const TIME_DEPOSITS = 0.003;

interface Published {
  readonly banks: number;
  readonly values: readonly number[];
}

function publishedPercentiles(date: string): ReadonlyMap<string, Published> {
  const text = readFileSync(`${root}call-reports/peer_percentiles.csv`, 'utf8').trimEnd();
  const rows = text
    .split('\n')
    .map((line) => line.trimEnd().split(','))
    .filter(([day]) => day === date);
  return new Map(
    rows.map(([, size, metric, banks, ...values]) => [
      `${size} ${metric}`,
      { banks: Number(banks), values: values.map(Number) },
    ]),
  );
}

describe.runIf(hasFiles)('peers against a table made by others (runs with ../shared)', () => {
  it.each([
    ['2021-12-31', '12312021'],
    ['2022-12-31', '12312022'],
  ])(
    'CALL-86: percentiles of %s are those of the table',
    (date, stamp) => {
      const fileName = `FFIEC CDR Call Bulk All Schedules ${stamp}.zip`;
      const bytes = readFileSync(`${root}ffiec-bulk/${fileName}`);
      const reports = parseCallReports({ bytes, fileName });
      if (!reports.ok) throw new Error(JSON.stringify(reports.issues));
      const published = publishedPercentiles(date);
      const misses: string[] = [];
      let withoutEquity = 0;
      SIZE_GROUPS.forEach((size, at) => {
        const group = peerGroup(reports.value, size);
        PEER_RATIOS.forEach(({ id }, ratio) => {
          const found = published.get(`${SIZES[at]} ${METRICS[id]}`);
          const values = group.values[ratio];
          if (found === undefined || values === undefined) throw new Error(`${size.title} ${id}`);
          if (found.banks !== values.length) {
            // the table divides by an equity below zero too: 15 banks of December 2022
            if (id === 'accumulatedOci') withoutEquity += found.banks - values.length;
            else misses.push(`${id}: ${values.length} ${found.banks}`);
            return;
          }
          PEER_PERCENTILES.forEach((percent, place) => {
            const ours = quantile(values, percent / 100);
            const theirs = found.values[place] ?? Number.NaN;
            const allowed = id === 'timeDeposits' ? TIME_DEPOSITS : ROUNDING;
            if (Math.abs(ours - theirs) <= allowed) return;
            misses.push(`${SIZES[at]} ${id} p${percent}: ${ours} ${theirs}`);
          });
        });
      });
      expect(misses).toEqual([]);
      expect(withoutEquity).toBe(date === '2022-12-31' ? 15 : 0);
    },
    120_000,
  );
});
