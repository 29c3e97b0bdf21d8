/** Times the engine on the library's cases: `npm run bench`. Figures go into RESULTS.md by hand. */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readCaseFiles } from '../apps/cli/src/case-run.js';
import { nodeFiles } from '../apps/cli/src/effect/node-files.js';
import { runCaseHere } from '../apps/cli/src/effect/run-case.js';
import {
  applyChange,
  baseRowValues,
  evaluate,
  limitFlip,
  namedFailures,
  STANDARD_LIMITS,
  type Study,
  standardMoves,
} from '../packages/engine/src/index.js';
import { parseCase } from '../packages/intake/src/index.js';
import { simulatePaths } from './simulate-paths.js';

const library = fileURLToPath(new URL('../library', import.meta.url));

async function filesOf(slug: string) {
  const folder = { slug, path: `${library}/case/${slug}` };
  const files = await readCaseFiles(folder, { files: nodeFiles, libraryFolder: library });
  if (!files.ok) throw new Error(JSON.stringify(files.issues));
  return files.value;
}

/** Median of several runs, milliseconds. */
async function medianMs(runs: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** A Study that shares nothing with the last one, so that no kept rows are found. */
function cold(study: Study, run: number): Study {
  const { mortgageRate } = study.market;
  const value = mortgageRate.value + run * 1e-9;
  return { ...study, market: { ...study.market, mortgageRate: { ...mortgageRate, value } } };
}

const print = (what: string, ms: number): void => {
  process.stdout.write(`| ${what} | ${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms |\n`);
};

const files = await filesOf('svb-2022');
const parsed = parseCase(files);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { study } = parsed.value;
for (let run = 0; run < 20; run += 1) evaluate(cold(study, 1000 + run));

const node = process.version;
process.stdout.write(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${node}\n`);
print('parse svb-2022 with its two sisters', await medianMs(5, () => parseCase(files)));
print(
  `evaluate, cold: ${study.book.id.length} positions x 8 scenarios x 360 months`,
  await medianMs(31, (run) => evaluate(cold(study, run))),
);
print(
  'evaluate again, another hedge',
  await medianMs(31, () => evaluate({ ...study, hedges: [] })),
);
print(
  'simulate 512 paths, one factor: Sobol, mirrored, EVE, income and option cost',
  await medianMs(3, () => simulatePaths(study)),
);
print('the eight named failures as Changes', await medianMs(11, () => namedFailures(study)));
const moves = standardMoves(study);
const [eve] = STANDARD_LIMITS;
if (!moves.ok || eve === undefined) throw new Error('no moves or limits');
const flipRequest = {
  ...{ study, limit: eve, ...moves.value, evaluate },
  apply: (each: Study, change: Parameters<typeof applyChange>[1]) =>
    applyChange(each, change, baseRowValues),
};
print(
  'flip point of EVE: ten moves alone and jointly, 256 points, both sides evaluated',
  await medianMs(3, () => limitFlip(flipRequest)),
);
print(
  'the whole case: five steps, two plans, two frontiers',
  await medianMs(3, () => runCaseHere(files, () => undefined)),
);
