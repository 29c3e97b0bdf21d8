import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Architecture } from './architecture.js';
import type { Check, Finding } from './check.js';
import type { Repository } from './repository.js';

const PASSPORT_WORDS = ['source', 'document', 'url', 'licence'];
const FIGURE_WORDS = ['unit', 'document', 'locator', 'confidence'];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

type Fields = Readonly<Record<string, unknown>>;

/** No figure without a passport: its source, licence, date it was known, and what it means. */
export const passport: Check = {
  name: 'passport',
  title: 'every data file and every figure has its passport',
  run(repository, architecture) {
    return repository.files.flatMap((file) => {
      if (file.endsWith('.passport.json')) return orphan(repository, file);
      if (isCaseFile(file, architecture)) {
        return posix.basename(file) === 'figures.json' ? figureIssues(repository, file) : [];
      }
      if (isVector(file)) return vectorIssues(repository, file);
      return isData(file) ? dataIssues(repository, file) : [];
    });
  },
};

/**
 * A file of a case, or the figures and history of an article: each figure in it carries its own
 * passport. A contribution is checked by its own rules (docs/method/contribution.md).
 */
function isCaseFile(file: string, architecture: Architecture): boolean {
  const [library, kind, , name, deeper] = file.split('/');
  if (library === 'library' && kind === 'contribution') return true;
  if (library !== 'library' || deeper !== undefined) return false;
  if (kind === 'article') return name === 'figures.json' || name === 'history.json';
  return kind === 'case' && architecture.caseFiles.includes(name ?? '');
}

function isData(file: string): boolean {
  return /\.(csv|parquet|xlsx)$/.test(file) || /^library\/.*\.(json|tsv)$/.test(file);
}

/** Reference values from another implementation, made by the script beside them. */
function isVector(file: string): boolean {
  return /(^|\/)vectors\/.*\.json$/.test(file);
}

const passportPath = (file: string): string => file.replace(/\.[^./]+$/, '.passport.json');

function orphan(repository: Repository, file: string): Finding[] {
  const owned = repository.files.some((data) => data !== file && passportPath(data) === file);
  return owned ? [] : [at(file, 'passport of no file')];
}

function dataIssues(repository: Repository, file: string): Finding[] {
  const path = passportPath(file);
  if (!repository.files.includes(path)) return [at(file, `no passport: write ${path}`)];
  const fields = jsonObject(repository, path);
  if (fields === undefined) return [at(path, 'is no JSON object')];
  const issues = [
    ...PASSPORT_WORDS.filter((key) => !isWords(fields[key])).map((key) => `${key} is missing`),
    ...(isDate(fields.retrieved) ? [] : ['retrieved is no ISO date']),
    ...(isKnownFrom(fields.knownFrom) ? [] : ['knownFrom is no ISO date and names no column']),
    ...hashIssues(repository, file, fields.sha256),
    ...fieldIssues(repository, file, objectOf(fields.fields)),
  ];
  return issues.map((issue) => at(path, issue));
}

function hashIssues(repository: Repository, file: string, written: unknown): string[] {
  const actual = createHash('sha256').update(repository.bytes(file)).digest('hex');
  return written === actual ? [] : [`sha256 of ${posix.basename(file)} is ${actual}`];
}

/** Every column of the file is explained, and nothing else is. */
function fieldIssues(repository: Repository, file: string, fields: Fields | undefined): string[] {
  if (fields === undefined) return ['fields is missing'];
  const empty = Object.keys(fields).filter((name) => !isMeaning(fields[name]));
  const issues = empty.map((name) => `field ${name} has no meaning`);
  if (!file.endsWith('.csv')) return issues;
  const header = repository.text(file).split(/\r?\n/, 1)[0] ?? '';
  const columns = header.split(',').map((name) => name.replace(/^"|"$/g, ''));
  const unexplained = columns.filter((name) => !(name in fields) && !inGroup(name, fields));
  return [...issues, ...unexplained.map((name) => `column ${name} is not explained`)];
}

/** A field may explain a family of columns: `p*` for p10, p50, p90; `1Mo … 30Yr` by its ends. */
function inGroup(column: string, fields: Fields): boolean {
  return Object.keys(fields).some(
    (name) =>
      (name.endsWith('*') && column.startsWith(name.slice(0, -1))) ||
      name.split(/[\s,]+/).includes(column),
  );
}

function isMeaning(value: unknown): boolean {
  const both = objectOf(value);
  return isWords(value) || (both !== undefined && isWords(both.meaning) && 'unit' in both);
}

function vectorIssues(repository: Repository, file: string): Finding[] {
  const fields = jsonObject(repository, file) ?? {};
  return ['source', 'licence']
    .filter((key) => !isWords(fields[key]))
    .map((key) => at(file, `${key} is missing`));
}

function figureIssues(repository: Repository, file: string): Finding[] {
  const figures = objectOf(jsonObject(repository, file)?.figures);
  if (figures === undefined) return [at(file, 'has no object "figures"')];
  return Object.entries(figures).flatMap(([id, value]) => {
    const figure = objectOf(value);
    if (figure === undefined) return [at(file, `${id}: is no object`)];
    return oneFigure(figure).map((issue) => at(file, `${id}: ${issue}`));
  });
}

function oneFigure(figure: Fields): string[] {
  return [
    ...('value' in figure ? [] : ['value is missing']),
    ...FIGURE_WORDS.filter((key) => !isWords(figure[key])).map((key) => `${key} is missing`),
    ...['asOf', 'knownFrom']
      .filter((key) => !isDate(figure[key]))
      .map((key) => `${key} is no date`),
  ];
}

function jsonObject(repository: Repository, path: string): Fields | undefined {
  try {
    return objectOf(JSON.parse(repository.text(path)));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Fields | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : undefined;
}

const isWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isDate = (value: unknown): boolean => typeof value === 'string' && ISO_DATE.test(value);
const isKnownFrom = (value: unknown): boolean =>
  isDate(value) || (typeof value === 'string' && value.startsWith('column '));
const at = (file: string, message: string): Finding => ({ file, line: 0, message });
