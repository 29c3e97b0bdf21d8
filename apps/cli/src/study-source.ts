import { basename, join, resolve } from 'node:path';
import {
  type Citations,
  fail,
  issue,
  ok,
  parseStudy,
  type Result,
  type Study,
} from '@almfes/engine';
import { parseCaseStudy } from '@almfes/intake';
import { findCase } from './case-folder.js';
import { readCurves, readJson } from './case-run.js';
import { complaint, complaintWithIssues } from './complaint.js';
import { issuesJson } from './contract-answer-json.js';
import type { Effects } from './effect/effects.js';

/** A Study of a bank's own tapes has many rows; Node's longest text holds this much. */
const STUDY_BYTES = 400_000_000;

/** A Study and, where it came from a case, the figures that its numbers were read from. */
export interface StudySource {
  readonly study: Study;
  readonly citations: Citations;
}

/**
 * The Study of a case of the library, of a case folder, or of a file with a Study's JSON; null
 * after the complaint when there is none, and with `json` the issues as JSON.
 */
export async function readStudy(
  words: string,
  { json }: { readonly json?: boolean },
  effects: Effects,
): Promise<StudySource | null> {
  const read = await studyOf(words, effects);
  if (read.ok) return read.value;
  if (json === true) effects.stdout(issuesJson(read.issues));
  const [first] = read.issues;
  const isNamed = read.issues.length === 1 && first?.code.startsWith('CASE_') === true;
  effects.stderr(
    isNamed
      ? complaint(first.message)
      : complaintWithIssues(`${words} holds no Study that can be read`, read.issues),
  );
  return null;
}

/** The Study that the words lead to, or the issues. */
export async function studyOf(words: string, effects: Effects): Promise<Result<StudySource>> {
  return words.endsWith('.json') ? studyOfFile(words, effects) : studyOfCase(words, effects);
}

async function studyOfFile(file: string, effects: Effects): Promise<Result<StudySource>> {
  const path = resolve(effects.workingFolder, file);
  const json = await readJson(path, effects.files, STUDY_BYTES);
  if (!json.ok) return json;
  if (isCaseForm(json.value)) {
    const expected = 'a Study; a case is named by its folder';
    return fail(issue('schema', basename(path), expected, 'the study.json of a case'));
  }
  const study = parseStudy(json.value);
  return study.ok ? ok({ study: study.value, citations: new Map() }) : study;
}

function isCaseForm(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    value.schema === 'almfes/case-study/1'
  );
}

async function studyOfCase(slugOrPath: string, effects: Effects): Promise<Result<StudySource>> {
  const found = await findCase(slugOrPath, effects);
  if (!found.ok) return found;
  const { path } = found.value;
  const figures = await readJson(join(path, 'figures.json'), effects.files);
  if (!figures.ok) return figures;
  const study = await readJson(join(path, 'study.json'), effects.files);
  if (!study.ok) return study;
  const curves = await readCurves(effects);
  if (!curves.ok) return curves;
  return parseCaseStudy({ figures: figures.value, study: study.value, curves: curves.value });
}
