import {
  type CaseFit,
  type CaseInput,
  type Figure,
  fail,
  type Issue,
  issue,
  ok,
  type PublishedFigure,
  type Result,
  read,
  readFigures,
  type Study,
} from '@almfes/engine';
import { type AmountContext, amountOf } from './amount.js';
import { type BuiltStudy, buildStudy } from './build-study.js';
import { callReportCase } from './call-report-case.js';
import { CALL_REPORT_SCHEMA } from './call-report-form.js';
import { type FormFit, parseFits } from './fit-form.js';
import { measureIssues } from './measure-place.js';
import { laterCurvesOf } from './parse-discipline.js';
import { type CasePlan, parsePlan } from './parse-plan.js';
import { publishedOf } from './parse-published.js';
import { planIssues } from './plan-issues.js';
import { type CurveTable, parseTreasuryCurves } from './treasury-curve.js';

/** The files of a case folder as JSON of unknown shape, and the par yields it may name. */
export interface CaseFiles {
  readonly slug: string;
  readonly figures: unknown;
  readonly study: unknown;
  readonly changes: unknown;
  /** Text of a us-treasury-par.csv. */
  readonly curves: string;
  /** Text of a quarter-end-market.csv: curves that came after, told as outcome alone (EFF-6). */
  readonly quarterEnds?: string;
  /** Files of the cases named under `sisters` in changes.json, in that order. */
  readonly sisters: readonly FolderFiles[];
}

type FolderFiles = Omit<CaseFiles, 'curves' | 'quarterEnds' | 'sisters'>;

/**
 * A case ready to run, or every issue with the file and place it stands in (rule FORM-11): of all
 * three files and of the sisters', as far as each can be read. Never throws.
 */
export function parseCase(files: CaseFiles): Result<CaseInput> {
  const curves = parseTreasuryCurves(files.curves);
  if (!curves.ok) return fail(...inFile('us-treasury-par.csv', curves.issues));
  const own = parseOne(files, curves.value, '');
  const sisters = files.sisters.map((each) => parseOne(each, curves.value, `${each.slug}/`));
  const issues = [own, ...sisters].flatMap((each) => (each.ok ? [] : each.issues));
  if (!own.ok || issues.length > 0) return fail(...issues);
  const later = laterCurvesOf(files.quarterEnds, own.value.study.valuationDate);
  if (!later.ok) return fail(...inFile('quarter-end-market.csv', later.issues));
  const named = own.value.sisters.join(', ');
  const given = files.sisters.map(({ slug }) => slug).join(', ');
  if (named !== given || own.value.sisters.includes(files.slug)) {
    const expected = `other cases, whose files are given (${given})`;
    return fail(...inFile('changes.json', [issue('sisters', '/sisters', expected, named)]));
  }
  const found = sisters.flatMap((each) => (each.ok ? [each.value] : []));
  return ok({
    ...own.value,
    laterCurves: later.value,
    sisters: found.map((each) => ({ ...each, sisters: [] })),
  });
}

/**
 * The Study of a case folder alone, without its plan and sisters, with the figures that each of its
 * numbers was read from (rule FORM-14).
 */
export function parseCaseStudy(
  files: Pick<CaseFiles, 'figures' | 'study' | 'curves'>,
): Result<BuiltStudy> {
  const curves = parseTreasuryCurves(files.curves);
  if (!curves.ok) return fail(...inFile('us-treasury-par.csv', curves.issues));
  const figures = parseFiguresFile(files.figures);
  if (!figures.ok) return figures;
  const study = parseStudyFile(files.study, figures.value, curves.value);
  return study.ok ? study : fail(...inFile('study.json', study.issues));
}

/** One folder; its sisters by name only. */
type OneCase = Omit<CaseInput, 'sisters'> & { readonly sisters: readonly string[] };

function parseOne(files: FolderFiles, curves: CurveTable, folder: string): Result<OneCase> {
  const figures = parseFigures(files.figures);
  const plan = parsePlan(files.changes, curves);
  const issues = [
    ...(figures.ok ? [] : inFile(`${folder}figures.json`, figures.issues)),
    ...(plan.ok ? [] : inFile(`${folder}changes.json`, plan.issues)),
  ];
  if (!figures.ok) return fail(...issues);
  const study = parseStudyFile(files.study, figures.value, curves);
  if (!study.ok) issues.push(...inFile(`${folder}study.json`, study.issues));
  if (!study.ok || !plan.ok) return fail(...issues);
  const published = publishedFigures(plan.value, study.value.study, figures.value);
  if (!published.ok) return fail(...inFile(`${folder}changes.json`, published.issues));
  const cited = new Set(study.value.cited);
  for (const { figure } of plan.value.published) cited.add(figure);
  return ok({
    ...plan.value,
    slug: files.slug,
    study: study.value.study,
    fits: study.value.fits,
    laterCurves: [],
    published: published.value,
    sources: documentsOf(figures.value, cited),
  });
}

/** Text of figures.json as JSON to figures by id; issues point into the file. */
export function parseFiguresFile(file: unknown): Result<Readonly<Record<string, Figure>>> {
  const figures = parseFigures(file);
  return figures.ok ? figures : fail(...inFile('figures.json', figures.issues));
}

/** figures.json: notes for the reader, and the figures with their passports. */
function parseFigures(file: unknown): Result<Record<string, Figure>> {
  const issues: Issue[] = [];
  const found = read.object<{ figures: Record<string, Figure> }>({ figures: readFigures });
  const outer = read.members(file, '', issues);
  if (outer === undefined) return { ok: false, issues };
  read.refuseUnknownKeys(outer, FIGURES_KEYS, '', issues);
  read.oneOf(['almfes/figures/1'])(outer.schema, '/schema', issues);
  const inner = found({ figures: outer.figures }, '', issues);
  return read.resultOf(inner?.figures, issues);
}

const FIGURES_KEYS = ['schema', 'case', 'decisionDate', 'note', 'figures'];

interface ParsedStudy extends BuiltStudy {
  readonly fits: readonly CaseFit[];
}

function parseStudyFile(
  file: unknown,
  figures: Readonly<Record<string, Figure>>,
  curves: CurveTable,
): Result<ParsedStudy> {
  const issues: Issue[] = [];
  const form = read.members(file, '', issues);
  if (form === undefined) return { ok: false, issues };
  if (form.schema === CALL_REPORT_SCHEMA) {
    const reported = callReportCase(file, figures);
    return reported.ok ? ok({ ...reported.value, fits: [] }) : reported;
  }
  const fits = parseFits(form.fits, issues);
  if (issues.length > 0) return { ok: false, issues };
  const built = buildStudy(form, { fits, figures, curves });
  if (!built.ok) return built;
  const { study, citations, unknowns } = built.value;
  const context: AmountContext = {
    figures,
    fits: new Map(fits.map((fit) => [fit.id, fit.value])),
    decisionDate: study.decisionDate,
    roles: ['input', 'target'],
    issues,
    cited: new Set(built.value.cited),
  };
  const solved = fits.map((fit, index) => caseFit(fit, `/fits/${index}`, study, context));
  return read.resultOf({ study, cited: context.cited, citations, unknowns, fits: solved }, issues);
}

/** A fit with the disclosed value it was solved to; its target must stand in the Study. */
function caseFit(fit: FormFit, path: string, study: Study, context: AmountContext): CaseFit {
  const wanted = amountOf(fit.wanted, `${path}/wanted`, context);
  const { id, parameter, value, unit, kind, target, wantedUnit, source } = fit;
  if (target.kind === 'measure') {
    const at = { measure: `${path}/target/measure`, scenario: `${path}/target/scenario` };
    const measure = { id: target.measure, scenario: target.scenario };
    context.issues.push(...measureIssues(study, measure, at));
  }
  if (target.kind === 'fair-value' || target.kind === 'book-yield') {
    for (const [index, product] of target.products.entries()) {
      if (study.book.product.names.includes(product)) continue;
      const place = `${path}/target/products/${index}`;
      context.issues.push(issue('product', place, 'the product of a position', product));
    }
  }
  return { id, parameter, value, unit, kind, target, wanted, wantedUnit, source };
}

function publishedFigures(
  plan: CasePlan,
  study: Study,
  figures: Readonly<Record<string, Figure>>,
): Result<PublishedFigure[]> {
  const issues = planIssues(plan, study);
  const published = plan.published.map((entry, index) =>
    publishedOf(entry, `/published/${index}`, figures, study.decisionDate, issues),
  );
  return read.resultOf(
    published.filter((each) => each !== null),
    issues,
  );
}

/** The documents behind what the case uses, each once. */
function documentsOf(
  figures: Readonly<Record<string, Figure>>,
  cited: ReadonlySet<string>,
): string[] {
  const documents = new Set<string>();
  for (const [id, { document }] of Object.entries(figures)) {
    if (cited.has(id)) documents.add(document);
  }
  return [...documents].sort();
}

function inFile(file: string, issues: readonly Issue[]): Issue[] {
  const place = (path: string) => (path.startsWith('figures.json#') ? path : `${file}#${path}`);
  return issues.map((each) => ({ ...each, path: place(each.path) }));
}
