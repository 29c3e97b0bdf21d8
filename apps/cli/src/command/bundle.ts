import { dirname, join, resolve } from 'node:path';
import { type CaseInput, evaluate, fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import {
  bundleZip,
  type FolderFile,
  HEDGE_FILE,
  type HedgeRow,
  hedgeRows,
  unzipBundle,
  type VerifiedBundle,
  verifyBundle,
} from '@almfes/laboratory';
import { filesOfBundle } from '../bundled.js';
import { findCase, shownPath } from '../case-folder.js';
import { readCaseFiles } from '../case-run.js';
import { citedCase } from '../cited.js';
import { complaint } from '../complaint.js';
import { readDisclosure } from '../disclosure-folder.js';
import type { Effects } from '../effect/effects.js';
import { memoryFiles } from '../effect/memory-files.js';
import { sha256 } from '../effect/sha256.js';
import { jsonText } from '../json-text.js';
import { refused } from '../refused.js';
import { caseCommand } from './case.js';
import type { ExitCode } from './exit-code.js';

export interface BundleOptions {
  readonly out: string;
  readonly date?: string;
}

const LIMIT_BYTES = 100_000_000;

/** `almfes case bundle SLUG --out FILE.zip`: all that runs the case again (CITE-6 to CITE-8). */
export async function bundleCommand(
  slug: string,
  { out, date }: BundleOptions,
  effects: Effects,
): Promise<ExitCode> {
  const files = await filesOfBundle(slug, date, effects);
  if (!files.ok) return refused(`${slug} is not bundled`, files.issues, {}, effects);
  const path = resolve(effects.workingFolder, out);
  const folder = await effects.files.prepareFolder(dirname(path));
  if (!folder.ok) return refused('nothing was written', folder.issues, {}, effects);
  const written = await effects.folders.writeBytes(path, bundleZip(files.value));
  if (!written.ok) return refused('nothing was written', written.issues, {}, effects);
  const shown = shownPath(path, effects.workingFolder);
  effects.stdout(`${shown}: ${files.value.length} files\n`);
  effects.stderr(`Run it again with: almfes case run-bundle ${shown}\n`);
  return 0;
}

/** `almfes case run-bundle PATH`: 0 when the case runs to what was expected (rule CITE-9). */
export async function runBundleCommand(
  path: string,
  options: { readonly json?: boolean },
  effects: Effects,
): Promise<ExitCode> {
  const bundle = await readBundle(resolve(effects.workingFolder, path), effects);
  if (!bundle.ok) {
    const what = `${path} is not run: it is no whole bundle`;
    return refused(what, bundle.issues, { json: options.json === true }, effects);
  }
  const { slug, identifiers, files } = bundle.value;
  const libraryFolder = '/bundle';
  const inside = { ...effects, libraryFolder, files: memoryFiles(libraryFolder, files) };
  const citable = await citedCase(slug, inside);
  const content = citable.ok ? `sha256:${citable.value.contentHash}` : 'none';
  if (!identifiers.includes(content)) {
    effects.stderr(complaint(`${path} is not run: its content is not that of its id`));
    return 2;
  }
  const holds = (file: string) => files.some(({ name }) => name === `case/${slug}/${file}`);
  if (!holds('study.json') && !holds(HEDGE_FILE)) {
    const told = `${identifiers.join(' ')}\nevery file as cited; a disclosure study has no steps\n`;
    effects.stdout(options.json === true ? jsonText({ slug, identifiers, steps: [] }) : told);
    return 0;
  }
  const code = await caseCommand(slug, options, inside);
  if (code !== 0) return code;
  const compared = await compareExpected(slug, files, inside);
  if (!compared.ok) return refused('the measures differ', compared.issues, {}, effects) && 1;
  effects.stderr(`${identifiers.join(' ')}\n${compared.value} of ${compared.value} as expected\n`);
  return 0;
}

async function readBundle(path: string, effects: Effects): Promise<Result<VerifiedBundle>> {
  const files = (await effects.files.isFolder(path))
    ? await folderFiles(path, effects)
    : await zippedFiles(path, effects);
  return files.ok ? verifyBundle(files.value, sha256) : files;
}

async function zippedFiles(path: string, effects: Effects): Promise<Result<readonly FolderFile[]>> {
  const bytes = await effects.files.readBytes(path, LIMIT_BYTES);
  return bytes.ok ? unzipBundle(bytes.value) : bytes;
}

async function folderFiles(path: string, effects: Effects): Promise<Result<readonly FolderFile[]>> {
  const found = await effects.folders.found(path);
  if (!found.ok) return found;
  const total = found.value.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > LIMIT_BYTES) {
    return fail(issue('BUNDLE_TOO_LARGE', path, 'at most 100 MB', `${total} bytes`));
  }
  const files: FolderFile[] = [];
  for (const { name, isPlain } of found.value) {
    if (!isPlain) return fail(issue('BUNDLE_NAME', name, 'a plain file', 'a link or a device'));
    const text = await effects.files.readText(join(path, name), LIMIT_BYTES);
    if (!text.ok) return text;
    files.push({ name, text: text.value });
  }
  return ok(files);
}

/** How many rows of expected.json are met; an issue for each that is not. */
async function compareExpected(
  slug: string,
  files: readonly FolderFile[],
  inside: Effects,
): Promise<Result<number>> {
  const text = files.find(({ name }) => name === `case/${slug}/expected.json`)?.text;
  if (text === undefined) return ok(0);
  const measures = await measuresOf(slug, inside);
  if (!measures.ok) return measures;
  const rows = rowsOf(text);
  const issues = rows.flatMap((row) => rowIssues(row, measures.value));
  return issues.length === 0 ? ok(rows.length) : { ok: false, issues };
}

type Measured = Pick<HedgeRow, 'id' | 'scenario' | 'value'>;

/** The measures of the Study, or of a disclosure study's structural hedge. */
async function measuresOf(slug: string, inside: Effects): Promise<Result<readonly Measured[]>> {
  const hedge = await findCase(slug, inside, HEDGE_FILE);
  if (hedge.ok) {
    const read = await readDisclosure(hedge.value, inside);
    if (!read.ok) return read;
    return ok(read.value.hedge === undefined ? [] : hedgeRows(read.value.hedge));
  }
  const folder = await findCase(slug, inside);
  if (!folder.ok) return folder;
  const read = await readCaseFiles(folder.value, inside);
  const parsed: Result<CaseInput> = read.ok ? parseCase(read.value) : read;
  return parsed.ok ? ok(evaluate(parsed.value.study).measures) : parsed;
}

interface Row {
  readonly measure: string;
  readonly scenario: string;
  readonly value: number;
}

function rowsOf(text: string): readonly Row[] {
  const file: { readonly rows?: readonly Row[] } = JSON.parse(text);
  return file.rows ?? [];
}

const TOLERANCE = 1e-9;

function rowIssues({ measure, scenario, value }: Row, measures: readonly Measured[]): Issue[] {
  const found = measures.find((each) => each.id === measure && each.scenario === scenario);
  const room = TOLERANCE * Math.max(1, Math.abs(value));
  if (found !== undefined && Math.abs(found.value - value) <= room) return [];
  const got = found === undefined ? 'no value' : String(found.value);
  return [issue('expected', `${measure} at '${scenario}'`, String(value), got)];
}
