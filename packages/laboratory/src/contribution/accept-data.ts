import { fail, type HashFunction, issue, ok, type Result } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import { type Acceptance, acceptedFolders, type CaseTexts } from './accept-correction.js';
import type { CaseEffect } from './correction-effect.js';
import { type CorrectedData, correctedData, correctedStudy } from './data-correction.js';
import type { DataSet } from './data-set.js';
import { isObject } from './json-object.js';
import { jsonOf } from './placed-json.js';

/** What an accepted correction of a data set touches. */
export interface TouchedData {
  readonly sets: readonly DataSet[];
  readonly cases: readonly CaseTexts[];
  readonly effects: readonly CaseEffect[];
}

/**
 * The files as they stand once a correction of a data set is accepted (rule CONTRIB-18): a vintage
 * of the day of each folder in which the fact stands, the older one untouched; and of every case
 * that moves its version, history, expected measures, and the number where its Study copied it.
 */
export function acceptDataCorrection(
  acceptance: Acceptance,
  { sets, cases, effects }: TouchedData,
  hash: HashFunction,
): Result<readonly FolderFile[]> {
  const data = correctedData(acceptance.correction, sets);
  const late = data.find(({ before }) => before.vintage > acceptance.date);
  if (late !== undefined) {
    const expected = `a day from ${late.before.vintage} on, that of the vintage that stands`;
    return fail(issue('vintage', `data/${late.before.folder}`, expected, acceptance.date));
  }
  const folders = new Set(data.map(({ before }) => before.folder));
  const vintages = sets
    .filter(({ folder }) => folders.has(folder))
    .flatMap((set) => vintageFiles(set, data, acceptance, hash));
  const { case: home, figure } = acceptance.correction;
  const touched = acceptedFolders({ acceptance, cases, effects }, (texts) => {
    const study = texts.study === null ? ok([]) : studyFiles(texts.slug, texts.study, data);
    return study.ok ? ok({ subject: `${home} ${figure}`, files: study.value }) : study;
  });
  return touched.ok ? ok([...vintages, ...touched.value]) : touched;
}

/** A file of the new vintage: corrected, or as it was where the fact is in its neighbour. */
function vintageFiles(
  set: DataSet,
  data: readonly CorrectedData[],
  { slug, date, contribution, correction }: Acceptance,
  hash: HashFunction,
): FolderFile[] {
  const found = data.find(({ before }) => before.name === set.name);
  const text = found?.after.text ?? set.text;
  const cells = found?.cells.map(({ id }) => id).join(', ') ?? '';
  const by = contribution.contributor.name;
  const [was, is] = [correction.before.value, correction.passport.value].map(String);
  const note = `Corrected on ${date}: ${cells} from ${was} to ${is}; contribution ${slug}, ${by}.`;
  const passport = isObject(set.passport) ? set.passport : {};
  const notes: readonly unknown[] = Array.isArray(passport.notes) ? passport.notes : [];
  const told =
    found === undefined ? passport : { ...passport, notes: [...notes, note], sha256: hash(text) };
  const home = `data/${set.folder}/${date}/${set.name}`;
  return [
    { name: `${home}.csv`, text },
    { name: `${home}.passport.json`, text: jsonText(told) },
  ];
}

/** study.json where it copied the number; an issue where it is not laid out as it is written. */
function studyFiles(
  slug: string,
  text: string,
  data: readonly CorrectedData[],
): Result<FolderFile[]> {
  const name = `${slug}/study.json`;
  const json = jsonOf({ name, text });
  if (!json.ok) return json;
  const after = jsonText(correctedStudy(json.value, data));
  if (after === jsonText(json.value)) return ok([]);
  if (jsonText(json.value) === text) return ok([{ name: 'study.json', text: after }]);
  return fail(issue('layout', name, 'JSON in lines, two blanks a level', 'another layout'));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
