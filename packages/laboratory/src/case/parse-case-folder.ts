import { type CaseInput, type Figure, type Issue, issue, type Result, read } from '@almfes/engine';
import {
  type CaseFiles,
  measureIssues,
  nearNames,
  parseCase,
  parseFiguresFile,
} from '@almfes/intake';
import { frontOf, type Prose, readProse } from '../prose/index.js';
import { type CaseFront, readCaseFront } from './case-front.js';
import { AFTERWARDS, sectionIssues } from './case-section.js';
import { type EvaluatedHedge, evaluatedHedge, hedgeReferenceIssues } from './evaluated-hedge.js';
import { markupIssues } from './markup-issues.js';
import { passportIssues } from './passport-issues.js';

/** The files of a case folder; a disclosure case has neither study nor changes. */
export interface CaseFolderFiles extends Omit<CaseFiles, 'study' | 'changes'> {
  /** Text of case.md. */
  readonly front: string;
  readonly study?: unknown;
  readonly changes?: unknown;
  /** structural-hedge.json of a disclosure case, and the curve that it is valued on. */
  readonly structuralHedge?: unknown;
  /** Text of a boe-gilt-month-end.csv. */
  readonly giltCurves?: string;
}

/** A case of the library: what it says of itself, its prose, its facts and, if it has, its run. */
export interface CaseFolder {
  readonly slug: string;
  readonly class: CaseFront['class'];
  readonly front: CaseFront;
  readonly prose: Prose;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Ready for `runCase`; absent in a disclosure case. */
  readonly case?: CaseInput;
  /** Evaluated; absent where the case tells none (STRUCT-13). */
  readonly hedge?: EvaluatedHedge;
}

/**
 * A case folder, or every issue with file and line or pointer (rules FORM-15 to FORM-18): front
 * matter, sections, prose, passports, Study, plan, and whether prose names what exists and was
 * known. Never throws.
 */
export function parseCaseFolder(files: CaseFolderFiles): Result<CaseFolder> {
  const { folder, issues } = readCaseFolder(files);
  return read.resultOf(folder, issues);
}

/**
 * The same with what can be read of the folder beside its issues: a check goes on with it, so that
 * an author is told everything at once.
 */
export function readCaseFolder(files: CaseFolderFiles): {
  readonly folder?: CaseFolder;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const page = readCasePage(files.front);
  issues.push(...page.issues);
  const figures = parseFiguresFile(files.figures);
  if (!figures.ok) issues.push(...figures.issues);
  else issues.push(...passportIssues(figures.value));
  for (const name of ['figures', 'study', 'changes'] as const) {
    issues.push(...markupIssues(files[name], `${name}.json#`));
  }
  issues.push(...markupIssues(files.structuralHedge, 'structural-hedge.json#'));
  const { front, prose } = page;
  // A page that is still to be written says its class all the same.
  const isDisclosure =
    front === undefined ? DISCLOSURE.test(files.front) : front.class === 'disclosure';
  const found = isDisclosure ? undefined : parsedCase(files);
  if (found?.ok === false) issues.push(...found.issues.filter((each) => !isKnown(each, issues)));
  const hedge = evaluatedHedge(files, front);
  if (hedge?.ok === false) issues.push(...hedge.issues.filter((each) => !isKnown(each, issues)));
  if (front === undefined || prose === undefined || !figures.ok || found?.ok === false) {
    return { issues };
  }
  issues.push(...dateIssues(front, found?.value, files.front));
  issues.push(...disciplineIssues(front, found?.value));
  const told = hedge?.ok === true ? { hedge: hedge.value } : {};
  const run = { ...(found === undefined ? {} : { case: found.value }), ...told };
  // Of a hedge that was refused nothing is known: its numbers are not told as unknown too.
  const isRefused = hedge?.ok === false;
  issues.push(
    ...referenceIssues(prose, front, figures.value, run).filter(
      ({ code }) => !isRefused || code !== 'unknown-measure',
    ),
  );
  if (isRefused) return { issues };
  const whole = { slug: files.slug, class: front.class, front, prose, figures: figures.value };
  return { folder: { ...whole, ...run }, issues };
}

const DISCLOSURE = /^class: *"?disclosure"?$/m;

/** case.md alone: front matter and prose with the sections of its class. */
export function parseCasePage(
  text: string,
): Result<{ readonly front: CaseFront; readonly prose: Prose }> {
  const { front, prose, issues } = readCasePage(text);
  if (front === undefined || prose === undefined) return { ok: false, issues };
  return read.resultOf({ front, prose }, issues);
}

function readCasePage(text: string): {
  readonly front?: CaseFront | undefined;
  readonly prose?: Prose | undefined;
  readonly issues: readonly Issue[];
} {
  const split = frontOf(text, 'case.md');
  if (!split.ok) return split;
  const issues: Issue[] = [];
  const found: Issue[] = [];
  const front = readCaseFront(split.value.form.value, '', found);
  issues.push(...found.map(split.value.form.placed));
  const { prose, issues: inProse } = readProse(split.value);
  issues.push(...inProse);
  if (prose !== undefined && front !== undefined) issues.push(...sectionIssues(prose, front.class));
  return { front, prose, issues };
}

function parsedCase(files: CaseFolderFiles): Result<CaseInput> {
  const { slug, figures, study, changes, curves, sisters, quarterEnds } = files;
  const later = quarterEnds === undefined ? {} : { quarterEnds };
  return parseCase({ slug, figures, study, changes, curves, sisters, ...later });
}

function isKnown(found: Issue, issues: readonly Issue[]): boolean {
  return issues.some(({ code, path }) => code === found.code && path === found.path);
}

/** The day on the page is the day of the Study. */
function dateIssues(front: CaseFront, found: CaseInput | undefined, text: string): Issue[] {
  const date = found?.study.decisionDate ?? front.decisionDate;
  if (date === front.decisionDate) return [];
  const line = text.split('\n').findIndex((each) => each.startsWith('decisionDate:')) + 1;
  const at = `case.md line ${line}, /decisionDate`;
  return [issue('decision-date', at, `${date}, as in study.json`, front.decisionDate)];
}

/** A complete case states its discipline, but for a draft that has no steps either (FORM-27). */
function disciplineIssues({ status }: CaseFront, found: CaseInput | undefined): Issue[] {
  if (found === undefined || found.discipline !== null) return [];
  if (status === 'draft' && found.baseline === null) return [];
  const expected =
    'title, rationale, heldByBank, counterfactual and changes: what the bank did or could have ' +
    'done (EFF-1), or a draft without steps';
  return [issue('no-discipline', 'changes.json#/discipline', expected, `none, and ${status}`)];
}

const BEFORE = ['input', 'target'];

/** Each reference names what exists; before `What came after` also what was known (FORM-17). */
function referenceIssues(
  prose: Prose,
  front: CaseFront,
  figures: Readonly<Record<string, Figure>>,
  found: Pick<CaseFolder, 'case' | 'hedge'>,
): Issue[] {
  const after = prose.sections.find(({ title }) => title === AFTERWARDS);
  return prose.references.flatMap(({ target, start, line }) => {
    const at = `${prose.file} line ${line}`;
    const isAfter = after !== undefined && start >= after.start && start < after.end;
    const targets = target.kind === 'ratio' ? [target.over, target.under] : [target];
    return targets.flatMap((each) => {
      if (each.kind === 'measure') return measureReferenceIssues(each, at, found);
      if (each.kind === 'discipline') return isAfter ? [] : realisedIssues(each.id, at);
      return each.kind === 'figure'
        ? figureIssues(each.id, at, figures, isAfter ? null : front)
        : [];
    });
  });
}

function measureReferenceIssues(
  measure: { readonly id: string; readonly scenario: string },
  at: string,
  { case: input, hedge }: Pick<CaseFolder, 'case' | 'hedge'>,
): Issue[] {
  if (input !== undefined) {
    return measureIssues(input.study, measure, { measure: at, scenario: at });
  }
  if (hedge !== undefined) return hedgeReferenceIssues(measure, at, hedge);
  return [issue('unknown-measure', at, 'a figure: a disclosure case has no Study', measure.id)];
}

/** What a discipline kept on the rates that came is outcome (EFF-6). */
function realisedIssues(id: string, at: string): Issue[] {
  if (!id.startsWith('realised.')) return [];
  return [issue('known-after-decision', at, `a number of the day, or '${AFTERWARDS}'`, id)];
}

/** `front` is null in the section that may use everything. */
function figureIssues(
  id: string,
  at: string,
  figures: Readonly<Record<string, Figure>>,
  front: CaseFront | null,
): Issue[] {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined) {
    const near = nearNames(id, Object.keys(figures));
    const like = near.length === 0 ? '' : `, such as ${near.join(', ')}`;
    return [issue('unknown-figure', at, `an id of figures.json${like}`, id)];
  }
  if (front === null) return [];
  if (figure.knownFrom > front.decisionDate) {
    const got = `${id}, ${figure.knownFrom}`;
    return [issue('known-after-decision', at, `known by ${front.decisionDate}`, got)];
  }
  if (BEFORE.includes(figure.role)) return [];
  const expected = `an input or target here; ${figure.role} stands in '${AFTERWARDS}'`;
  return [issue('figure-role', at, expected, id)];
}
