/**
 * Times exact attributions of every measure of svb-2022: part of `npm run bench`. The command is
 * run as a user runs it, from built code, its start included.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 3;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { groups, ...file } = JSON.parse(
  readFileSync(here('../docs/example/attribution/svb-2022-twelve.json'), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'almfes-bench-'));

/** Best of several runs, milliseconds. */
function bestMs(count: number, threads: number): number {
  const path = join(folder, `${count}.json`);
  writeFileSync(path, JSON.stringify({ ...file, groups: groups.slice(0, count) }));
  const words = ['attribute', 'svb-2022', path, '--threads', String(threads), '--json'];
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const done = spawnSync(process.execPath, [here('../apps/cli/bin/almfes.js'), ...words], {
      maxBuffer: 2 ** 28,
    });
    if (done.status !== 0) throw new Error(String(done.stderr));
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

for (const [count, threads] of [
  [8, 1],
  [8, 2],
  [12, 2],
] as const) {
  const what = `attribute every measure of svb-2022, ${count} groups, ${2 ** count} subsets`;
  const how = `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  process.stdout.write(`| ${what}, ${how} | ${bestMs(count, threads).toFixed(0)} ms |\n`);
}
