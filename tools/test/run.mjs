// `npm test`: every check in turn, each with its title, and the real counts on the last line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countCheck, countVitest, summaryLine, verdict } from './count.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (path) => join(root, 'node_modules', path);
const scratch = mkdtempSync(join(tmpdir(), 'almfes-test-'));
const vitestReport = join(scratch, 'vitest.json');
const tidyCounts = join(scratch, 'tidy.json');

const steps = [
  {
    title: 'Lint and format (biome)',
    script: bin('@biomejs/biome/bin/biome'),
    args: ['check', '--error-on-warnings', '.'],
  },
  { title: 'Build (tsc -b)', script: bin('tsgo/bin/tsc'), args: ['-b'] },
  {
    title: 'The engine as one file (esbuild)',
    script: join(root, 'tools/build/bundle-engine.mjs'),
    args: [],
  },
  {
    title: 'Types of sources, tests and tools',
    script: bin('tsgo/bin/tsc'),
    args: ['-p', 'tsconfig.test.json'],
  },
  {
    title: 'Architecture and style (tidy)',
    script: bin('tsx/dist/cli.mjs'),
    args: ['tools/tidy/main.ts', '--counts', tidyCounts],
    counts: tidyCounts,
  },
  {
    title: 'Tests (vitest)',
    script: bin('vitest/vitest.mjs'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    report: vitestReport,
  },
];

function runStep(step) {
  process.stdout.write(`\n== ${step.title} ==\n`);
  const child = spawnSync(process.execPath, [step.script, ...step.args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (child.error) process.stdout.write(`could not start: ${child.error.message}\n`);
  const passed = child.status === 0;
  if (step.report !== undefined) return countVitest(readReport(step.report), passed, root);
  return countCheck(step.counts === undefined ? undefined : readReport(step.counts), passed);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function timed(step) {
  const start = performance.now();
  const result = runStep(step);
  return { title: step.title, seconds: (performance.now() - start) / 1000, ...result };
}

process.stdout.write(`Node ${process.version}\n`);
const results = steps.map(timed);
rmSync(scratch, { recursive: true, force: true });

process.stdout.write('\n== Summary ==\n');
for (const result of results) {
  process.stdout.write(
    `${result.failed === 0 ? 'ok  ' : 'FAIL'} ${result.title}, ${result.seconds.toFixed(1)} s\n`,
  );
  for (const skip of result.skips) process.stdout.write(`     skipped: ${skip}\n`);
  for (const failure of result.failures ?? []) process.stdout.write(`     failed: ${failure}\n`);
}
process.stdout.write(`${summaryLine(results)}\n`);
process.exitCode = verdict(results, process.env.ALMFES_REQUIRE_CHROMIUM === '1');
