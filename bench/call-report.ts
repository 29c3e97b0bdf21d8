/**
 * Times every bank of a quarter, from the zip to a CSV file: `npm run bench`. The bulk zips are not
 * ours to ship: it says so and does nothing where they do not stand beside the repository.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCallReports, refusedCsv, sweepCsv } from '@almfes/intake';
import { readQuarterMarket } from '../apps/cli/src/call-report-file.js';
import { nodeFiles } from '../apps/cli/src/effect/node-files.js';
import { sweepOnThreads } from '../apps/cli/src/sweep-on-threads.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const zips = join(root, '..', 'shared', 'data', 'ffiec-bulk');
const print = (text: string) => process.stdout.write(`${text}\n`);

/** Seconds and how many banks, from the bytes of the zip to a file. */
async function sweep(quarter: string, threads: number) {
  const start = performance.now();
  const fileName = `FFIEC CDR Call Bulk All Schedules ${quarter}.zip`;
  const reports = parseCallReports({ bytes: readFileSync(join(zips, fileName)), fileName });
  if (!reports.ok) throw new Error(JSON.stringify(reports.issues));
  const read = performance.now();
  const { quarterEnd } = reports.value;
  const library = { files: nodeFiles, libraryFolder: join(root, 'library') };
  const market = await readQuarterMarket(quarterEnd, library);
  if (!market.ok) throw new Error(JSON.stringify(market.issues));
  const table = await sweepOnThreads(reports.value, market.value, {
    threads,
    onDone: () => undefined,
  });
  const folder = join(tmpdir(), 'almfes-bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${quarterEnd}.csv`), sweepCsv(table));
  writeFileSync(join(folder, `${quarterEnd}.refused.csv`), refusedCsv(table));
  const seconds = (performance.now() - start) / 1000;
  return { quarterEnd, table, readSeconds: (read - start) / 1000, seconds };
}

if (existsSync(zips)) {
  print(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`);
  const { quarterEnd, table, readSeconds, seconds } = await sweep('12312021', 2);
  const { user, system } = process.cpuUsage();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  print(`| read the zip of ${quarterEnd} | ${readSeconds.toFixed(1)} s |`);
  print(
    `| every bank, zip to CSV, two threads: ${table.bankCount} banks x 12 scenarios,` +
      ` ${table.refused.length} without a baseline | ${seconds.toFixed(1)} s,` +
      ` ${((user + system) / 1e6).toFixed(0)} s of processor, ${megabytes.toFixed(0)} MB |`,
  );
} else {
  print('bench/call-report: skipped, ../shared/data/ffiec-bulk is not there');
}
