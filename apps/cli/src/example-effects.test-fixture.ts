import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseResult, fail, issue, ok } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import type { Effects, ServedPages } from './effect/effects.js';
import { nodeFiles } from './effect/node-files.js';
import { nodeFolders } from './effect/node-folders.js';

/** Made-up numbers of a bank that does not exist: for tests of the commands only. */
export const exampleResult: CaseResult = {
  schema: 'almfes/case-result/1',
  case: 'svb-2022',
  title: 'Example bank: a made-up case for tests',
  institution: 'Example bank (made up)',
  valuationDate: '2001-12-31',
  curveDate: '2001-12-31',
  decisionDate: '2002-02-28',
  studyHash: '0123456789abcdef'.repeat(4),
  steps: ([0, 1, 2, 3, 4] as const).map((step) => ({
    step,
    id: `step-${step}`,
    title: `Made-up step ${step}`,
    findings: [`Finding of step ${step}.`],
    tables: [],
    pictures: [],
  })),
  publishedVsReproduced: [],
  fits: [],
  attribution: [],
  claims: [],
  assumptions: ['The numbers are made up.'],
  sources: ['Nothing.'],
};

export interface Recording {
  readonly effects: Effects;
  readonly out: () => string;
  readonly err: () => string;
  /** What reached the engine's door, in order. */
  readonly ran: CaseFiles[];
  readonly served: (ServedPages & { readonly port: number })[];
}

/** Real files in a new folder with a small library; all else is recorded, nothing is computed. */
export async function recordingEffects(replaced: Partial<Effects> = {}): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'almfes-test-'));
  const libraryFolder = join(folder, 'library');
  for (const slug of ['svb-2021', 'svb-2022']) await writeCase(join(libraryFolder, 'case', slug));
  await writeCurves(libraryFolder);
  const out: string[] = [];
  const err: string[] = [];
  const ran: CaseFiles[] = [];
  const served: Recording['served'] = [];
  const effects: Effects = {
    version: '9.9.9',
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    isTerminal: false,
    width: 100,
    clockMs: () => 0,
    longWork: (_what, work) => work(),
    workingFolder: folder,
    libraryFolder,
    files: nodeFiles,
    folders: nodeFolders,
    today: () => '2026-11-20',
    runCase: async (files) => {
      ran.push(files);
      return ok(exampleResult);
    },
    checkSteps: async (cases) => cases.map(() => []),
    mayMakeSite: async (outFolder) => ok(outFolder),
    makeSite: async () => {
      throw new Error('no test asked for a site');
    },
    createSolver: async () => {
      throw new Error('no test asked for a solver');
    },
    serve: async (pages, port, onAddress) => {
      served.push({ ...pages, port });
      onAddress('http://127.0.0.1:1234/');
      return ok('http://127.0.0.1:1234/');
    },
    ...replaced,
  };
  return { effects, out: () => out.join(''), err: () => err.join(''), ran, served };
}

/** A case folder with the three files of a case, all but empty. */
export async function writeCase(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  const study = {
    title: 'A made-up Study',
    valuationDate: '2001-12-31',
    decisionDate: '2002-02-28',
  };
  await writeFile(join(path, 'study.json'), JSON.stringify(study));
  await writeFile(join(path, 'figures.json'), '{}');
  await writeFile(join(path, 'changes.json'), '{}');
}

/** Par yields of two vintages, of which the later counts. */
export const EXAMPLE_CURVES = 'date,1Y\n2001-12-31,2.17\n';

async function writeCurves(libraryFolder: string): Promise<void> {
  const folder = join(libraryFolder, 'data', 'us-treasury-par');
  for (const vintage of ['2002-01-02', '2002-02-01']) {
    await mkdir(join(folder, vintage), { recursive: true });
    const text = vintage === '2002-02-01' ? EXAMPLE_CURVES : 'date,1Y\n2001-12-31,9.99\n';
    await writeFile(join(folder, vintage, 'us-treasury-par.csv'), text);
  }
}

/** A run that finds this many things wrong with its Study. */
export function refusing(count: number): Effects['runCase'] {
  const issues = Array.from({ length: count }, (_, index) =>
    issue('STUDY_FIELD', `/positions/${index}`, 'a number', `"nonsense ${index}"`),
  );
  return async () => fail(...issues);
}
