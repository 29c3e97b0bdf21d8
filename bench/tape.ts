/**
 * Times the way of a bank's file to typed columns (`npm run bench`). Each measurement runs in
 * a process of its own, so that its peak memory is its own. Figures go into RESULTS.md by hand.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStudyFrame } from '@almfes/engine';
import {
  type ColumnRequest,
  loadStudy,
  mappingFromValue,
  openTape,
  type ParquetColumn,
  writeParquet,
} from '@almfes/tape';

const SEED = 20_261_128;

/** mulberry32, as in no library: a bench must make the same file everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = ['id', 'product', 'state', 'balance', 'rate', 'type', 'opened', 'matures', 'term'];
const PRODUCTS = ['mortgage', 'auto', 'card', 'commercial', 'construction'];

/** One loan as the cells of a row. */
function loan(row: number, next: () => number): string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const day = (first: number, days: number): string =>
    new Date((first + Math.floor(next() * days)) * 86_400_000).toISOString().slice(0, 10);
  return [
    `L${String(row).padStart(9, '0')}`,
    pick(PRODUCTS),
    `S${Math.floor(next() * 50)}`,
    (next() * 1e6).toFixed(2),
    (next() * 12).toFixed(3),
    pick(['fixed', 'floating']),
    day(14_610, 4000),
    day(18_993, 10_000),
    String(12 * Math.ceil(next() * 30)),
  ];
}

async function writeCsv(file: string, rows: number): Promise<void> {
  const next = random(SEED);
  const out = createWriteStream(file);
  out.write(`${NAMES.join(',')}\n`);
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from({ length: 1000 }, (_, at) => loan(row + at, next).join(','));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function writeLoans(file: string, rows: number): Promise<void> {
  const next = random(SEED);
  const loans = Array.from({ length: rows }, (_, row) => loan(row, next));
  const columns = NAMES.map((name, at): ParquetColumn => {
    const texts = loans.map((cells) => cells[at] ?? null);
    if (!['balance', 'rate', 'term'].includes(name)) return { name, as: 'text', values: texts };
    return { name, as: 'number', values: Float64Array.from(texts, Number) };
  });
  const written = await writeParquet({ file, columns });
  if (!written.ok) throw new Error(JSON.stringify(written.issues));
}

const REQUESTS: readonly ColumnRequest[] = [
  { name: 'id', as: 'text', required: true },
  { name: 'product', as: 'text' },
  { name: 'state', as: 'text' },
  { name: 'balance', as: 'number', scale: 1e-6 },
  { name: 'rate', as: 'number', scale: 0.01 },
  { name: 'type', as: 'text' },
  { name: 'opened', as: 'date' },
  { name: 'matures', as: 'date' },
  { name: 'term', as: 'number' },
];

/** Opens a file and reads it whole, or in pieces; prints seconds and peak memory. */
async function measure(file: string, how: string): Promise<void> {
  const start = performance.now();
  const tape = await openTape({ file });
  if (!tape.ok) throw new Error(JSON.stringify(tape.issues));
  const opened = performance.now();
  let rows = 0;
  const read =
    how === 'read'
      ? await tape.value.read(REQUESTS)
      : await tape.value.scan(REQUESTS, (piece) => {
          rows += piece.rowCount;
        });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const end = performance.now();
  await tape.value.close();
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
  const usage = process.resourceUsage();
  const processor = ((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(1);
  process.stdout.write(
    `open ${seconds(start, opened)} s, ${how} ${seconds(opened, end)} s` +
      `${rows > 0 ? `, ${rows} rows` : ''}, processor ${processor} s, ` +
      `peak ${(usage.maxRSS / 1024).toFixed(0)} MiB\n`,
  );
}

const FRAME = new URL('../docs/example/tape/frame.json', import.meta.url);

/** The loans of this bench as level payment loans, half of them floating. */
const MAPPING = {
  version: 1,
  title: 'bench',
  limits: { quarantinedRows: 0.01, quarantinedBalance: 0.01 },
  rows: [
    {
      kind: 'loans',
      balance: 'notionalPrincipal',
      terms: {
        contractID: { column: 'id' },
        product: { column: 'product' },
        currency: { constant: 'USD' },
        contractType: { constant: 'ANN' },
        notionalPrincipal: { column: 'balance', unit: 'USD' },
        nominalInterestRate: { column: 'rate', unit: 'per cent' },
        rateType: { column: 'type', codes: { fixed: 'fixed', floating: 'floating' } },
        rateIndex: { column: 'type', codes: { fixed: 'none', floating: 'prime' } },
        initialExchangeDate: { column: 'opened', pattern: 'YYYY-MM-DD' },
        maturityDate: { column: 'matures', pattern: 'YYYY-MM-DD' },
        cycleAnchorDateOfRateReset: { constant: '2022-01-01' },
        behaviour: { column: 'type', codes: { fixed: 'mortgages', floating: 'none' } },
        discountSpread: { constant: 0.01 },
        reinvestTenorMonths: { constant: 60 },
        reinvestSpread: { constant: 0.02 },
      },
    },
  ],
};

/** A file of loans to a validated Study; with `cells`, rates are rounded to 25 basis points. */
async function measureStudy(file: string, how: string): Promise<void> {
  const json = JSON.parse(readFileSync(FRAME, 'utf8'));
  const market = { ...json.market, curveDate: '2021-12-31' };
  const frame = parseStudyFrame({ ...json, valuationDate: '2021-12-31', market });
  const mapping = mappingFromValue(MAPPING);
  if (!frame.ok || !mapping.ok) throw new Error(JSON.stringify({ frame, mapping }));
  const start = performance.now();
  const tape = await openTape({ file });
  if (!tape.ok) throw new Error(JSON.stringify(tape.issues));
  const opened = performance.now();
  const load = await loadStudy({
    tapes: [{ tape: tape.value, mapping: mapping.value }],
    frame: frame.value,
    ...(how === 'cells' ? { cells: { rateBp: 25 } } : {}),
  });
  await tape.value.close();
  const end = performance.now();
  if (!load.ok) throw new Error(JSON.stringify(load.issues.slice(0, 5)));
  if (load.value.status === 'refused') throw new Error(JSON.stringify(load.value.issues));
  const { contracts, study } = load.value;
  const usage = process.resourceUsage();
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
  process.stdout.write(
    `open ${seconds(start, opened)} s, in all ${seconds(start, end)} s, ${contracts} contracts, ` +
      `${study.book.id.length} rows, processor ` +
      `${((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(1)} s, ` +
      `peak ${(usage.maxRSS / 1024).toFixed(0)} MiB\n`,
  );
}

function inProcess(what: string, ...words: readonly string[]): void {
  const self = fileURLToPath(import.meta.url);
  const run = spawnSync(process.execPath, [...process.execArgv, self, ...words], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  process.stdout.write(`| ${what} | ${run.stdout.trim()} |\n`);
}

const [file, how] = process.argv.slice(2);
if (file !== undefined && (how === 'study' || how === 'cells')) {
  await measureStudy(file, how);
} else if (file !== undefined && how !== undefined) {
  await measure(file, how);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tape-'));
  try {
    const path = (name: string): string => join(folder, name);
    await writeCsv(path('1m.csv'), 1_000_000);
    await writeLoans(path('1m.parquet'), 1_000_000);
    inProcess('1,000,000 loans, CSV, typed columns', path('1m.csv'), 'read');
    inProcess('1,000,000 loans, Parquet, typed columns', path('1m.parquet'), 'read');
    inProcess('1,000,000 loans, CSV, validated Study', path('1m.csv'), 'study');
    inProcess('1,000,000 loans, Parquet, validated Study', path('1m.parquet'), 'study');
    inProcess('1,000,000 loans, Parquet, cells of 25 bp', path('1m.parquet'), 'cells');
    await writeCsv(path('10m.csv'), 10_000_000);
    const gigabytes = (statSync(path('10m.csv')).size / 1e9).toFixed(2);
    inProcess(`10,000,000 loans, CSV of ${gigabytes} GB, in pieces`, path('10m.csv'), 'scan');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
