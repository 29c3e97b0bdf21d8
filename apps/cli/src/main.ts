import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkStepsOnThreads } from './check-steps-on-threads.js';
import type { Effects } from './effect/effects.js';
import { makeSiteHere, mayMakeSiteHere } from './effect/make-site.js';
import { nodeFiles } from './effect/node-files.js';
import { nodeFolders } from './effect/node-folders.js';
import { runCaseHere } from './effect/run-case.js';
import { serveUntilInterrupted } from './effect/serve.js';
import { withElapsed } from './effect/with-elapsed.js';
import { createHighsSolver } from './highs-solver.js';
import { runProgram } from './program.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function versionOf(packageFile: string): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(packageFile, 'utf8'));
  return String(version);
}

const STDERR = 2;

const effects: Effects = {
  version: versionOf(here('../package.json')),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  width: Math.min(120, Math.max(60, process.stdout.columns ?? 100)),
  clockMs: () => performance.now(),
  longWork: (what, work) => withElapsed({ what, fileDescriptor: STDERR }, work),
  workingFolder: process.cwd(),
  libraryFolder: here('../../../library'),
  files: nodeFiles,
  folders: nodeFolders,
  today: () => new Date().toISOString().slice(0, 10),
  runCase: runCaseHere,
  checkSteps: checkStepsOnThreads,
  mayMakeSite: mayMakeSiteHere,
  makeSite: makeSiteHere,
  createSolver: createHighsSolver,
  serve: serveUntilInterrupted,
};

// A reader that closes early, such as `almfes case svb-2022 | head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runProgram(process.argv.slice(2), effects);
