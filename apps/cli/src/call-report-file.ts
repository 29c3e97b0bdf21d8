import { basename, join, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import {
  type CallReportMarket,
  type CallReports,
  parseCallReports,
  parseQuarterEndMarkets,
} from '@almfes/intake';
import type { Effects } from './effect/effects.js';

/** A bulk file of a quarter has 10 to 20 MB. */
const LIMIT_BYTES = 500_000_000;
const MARKET_BYTES = 10_000_000;

/** The Call Reports of a bulk file named on the command line, or the issues. */
export async function readCallReports(
  file: string,
  effects: Pick<Effects, 'files' | 'workingFolder' | 'longWork'>,
): Promise<Result<CallReports>> {
  const path = resolve(effects.workingFolder, file);
  const read = await effects.files.readBytes(path, LIMIT_BYTES);
  if (!read.ok) return read;
  const source = { bytes: read.value, fileName: basename(path) };
  return effects.longWork('Call Reports', () => parseCallReports(source));
}

/** The market of a quarter end, from the latest vintage in the library. */
export async function readQuarterMarket(
  quarterEnd: string,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<CallReportMarket>> {
  const folder = join(libraryFolder, 'data', 'quarter-end-market');
  const vintage = (await files.folderNames(folder)).at(-1) ?? '';
  const text = await files.readText(join(folder, vintage, 'quarter-end-market.csv'), MARKET_BYTES);
  if (!text.ok) return text;
  const markets = parseQuarterEndMarkets(text.value);
  if (!markets.ok) return markets;
  const market = markets.value.get(quarterEnd);
  if (market !== undefined) return ok(market);
  const dates = [...markets.value.keys()];
  const expected = `a quarter end from ${dates[0]} to ${dates.at(-1)}`;
  return fail(issue('call-report.market', 'quarter-end-market.csv', expected, quarterEnd));
}
