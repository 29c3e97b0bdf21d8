import { resolve } from 'node:path';
import { ok, type Result, type Study, studyHash, studyJsonPieces } from '@almfes/engine';
import type { StudyLoad, Tape } from '@almfes/tape';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { apartFrom } from '../apart-from.js';
import { shownPath } from '../case-folder.js';
import type { Effects } from '../effect/effects.js';
import { sha256 } from '../effect/sha256.js';
import { whileWaiting } from '../effect/while-waiting.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { openTapeFile, type ReadingOptions, tapeReader } from '../tape-file.js';
import { loadAnswer } from '../tape-load-answer.js';
import { type LoadInputs, readLoadInputs } from '../tape-load-inputs.js';
import { openQuarantine, type Quarantine } from '../tape-quarantine.js';
import type { ExitCode } from './exit-code.js';

export interface TapeLoadOptions extends AnswerOptions, ReadingOptions {
  readonly mapping: readonly string[];
  readonly frame: string;
  readonly out: string;
  readonly ledger?: string;
  readonly quarantine?: string;
  readonly maxBad?: number;
  readonly cells?: number;
}

/** `almfes tape load`: one Study of one or more files, or why there is none. */
export async function tapeLoadCommand(
  files: readonly string[],
  options: TapeLoadOptions,
  effects: Effects,
): Promise<ExitCode> {
  const out = resolve(effects.workingFolder, options.out);
  const bad = resolve(effects.workingFolder, options.quarantine ?? `${options.out}.quarantine.csv`);
  const apart = apartFrom(
    filesOf(files, { ...options, out, quarantine: bad }),
    effects.workingFolder,
  );
  if (!apart.ok) return refused('the load cannot begin', apart.issues, options, effects);
  if (!(await answerIsWelcome(options, effects, []))) return 2;
  for (const file of [out, bad]) if (!(await folderIsReady(file, effects))) return 2;
  const inputs = await readLoadInputs(files.length, options, effects);
  if (!inputs.ok) return refused('the load cannot begin', inputs.issues, options, effects);
  const tapes = await openTapes(files, options, effects);
  if (!tapes.ok) return refused('a file cannot be read', tapes.issues, options, effects);
  try {
    const quarantine = await openQuarantine(tapes.value, bad);
    if (!quarantine.ok) return refused('no quarantine', quarantine.issues, options, effects);
    try {
      const kept = quarantine.value;
      const load = await loadTapes(tapes.value, { inputs: inputs.value, kept }, options, effects);
      if (!load.ok) return refused('there is no Study', load.issues, options, effects);
      return await putLoad(load.value, { out, kept }, options, effects);
    } finally {
      await quarantine.value.abandon();
    }
  } finally {
    for (const tape of tapes.value) await tape.close();
  }
}

function filesOf(tapes: readonly string[], options: TapeLoadOptions) {
  const { mapping, frame, ledger, out, quarantine, html } = options;
  return {
    written: { '--out': out, '--quarantine': quarantine, '--html': html },
    read: [...tapes, ...mapping, frame, ledger],
  };
}

/** All files, or none: those that are open are closed again when one cannot be read. */
async function openTapes(
  files: readonly string[],
  options: ReadingOptions,
  effects: Effects,
): Promise<Result<readonly Tape[]>> {
  const tapes: Tape[] = [];
  for (const file of files) {
    const waiting = { what: `reads ${file}`, write: effects.stderr, clockMs: effects.clockMs };
    const tape = await whileWaiting(waiting, openTapeFile(file, options, effects));
    if (!tape.ok) {
      for (const each of tapes) await each.close();
      return tape;
    }
    tapes.push(tape.value);
  }
  return ok(tapes);
}

interface Loading {
  readonly inputs: LoadInputs;
  readonly kept: Quarantine;
}

async function loadTapes(
  tapes: readonly Tape[],
  { inputs, kept }: Loading,
  { cells }: TapeLoadOptions,
  { clockMs, stderr }: Effects,
): Promise<Result<StudyLoad>> {
  const { loadStudy } = await tapeReader();
  const { mappings, frame, ledger } = inputs;
  return loadStudy({
    tapes: tapes.flatMap((tape, at) => {
      const mapping = mappings[at];
      return mapping === undefined ? [] : [{ tape, mapping, quarantine: kept.of(tape) }];
    }),
    frame,
    ...(ledger === undefined ? {} : { ledger }),
    ...(cells === undefined ? {} : { cells: { rateBp: cells } }),
    progress: createProgress({ clockMs, write: stderr }),
  });
}

interface Places {
  readonly out: string;
  readonly kept: Quarantine;
}

async function putLoad(
  load: StudyLoad,
  { out, kept }: Places,
  options: TapeLoadOptions,
  effects: Effects,
): Promise<ExitCode> {
  const { loadTables } = await tapeReader();
  const places = await kept.keep();
  if (!places.ok) return refused('no quarantine', places.issues, options, effects);
  if (load.status === 'loaded' && !(await writeStudy(load.study, out, effects))) {
    await kept.discard();
    return 2;
  }
  const bad = places.value.map((path) => shownPath(path, effects.workingFolder));
  for (const path of bad) effects.stderr(`Bad rows written to ${path}\n`);
  const answer = loadAnswer(load, bad, loadTables);
  if (!(await putAnswer({ answer, result: resultOf(load, bad) }, options, effects))) return 2;
  return load.status === 'loaded' ? 0 : 1;
}

function writeStudy(study: Study, path: string, effects: Effects): Promise<boolean> {
  return writeFileWhole({ text: studyJsonPieces(study), path, what: 'Study' }, effects);
}

function resultOf(load: StudyLoad, quarantine: readonly string[]) {
  const { reports, reconciliation, unused, contracts, status } = load;
  const all = { reports, reconciliation, unused, contracts, quarantine, status };
  if (load.status === 'refused') return { ...all, issues: load.issues };
  const { study, cells } = load;
  const hash = studyHash(study, sha256);
  const rows = study.book.id.length;
  return { ...all, study: { hash, rows, hedges: study.hedges.length }, cells: cells ?? null };
}
