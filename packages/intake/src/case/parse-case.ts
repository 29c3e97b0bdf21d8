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
} from '@almfes/engine';
import { type AmountContext, amountOf, isRecord } from './amount.js';
import { buildStudy } from './build-study.js';
import { type FormFit, parseFits } from './fit-form.js';
import { parsePlan } from './parse-plan.js';
import { type CurveTable, parseTreasuryCurves } from './treasury-curve.js';

/** The files of a case folder as JSON of unknown shape, and the par yields it may name. */
export interface CaseFiles {
  readonly slug: string;
  readonly figures: unknown;
  readonly study: unknown;
  readonly changes: unknown;
  /** Text of a us-treasury-par.csv. */
  readonly curves: string;
  /** Files of the cases named under `sisters` in changes.json, in that order. */
  readonly sisters: readonly Omit<CaseFiles, 'curves' | 'sisters'>[];
}

/** A case ready to run, or every issue with the file and place it stands in. */
export function parseCase(files: CaseFiles): Result<CaseInput> {
  const curves = parseTreasuryCurves(files.curves);
  if (!curves.ok) return { ok: false, issues: inFile('us-treasury-par.csv', curves.issues) };
  const sisters: CaseInput[] = [];
  for (const sister of files.sisters) {
    const parsed = parseOne(sister, curves.value, []);
    if (!parsed.ok) return parsed;
    sisters.push(parsed.value);
  }
  return parseOne(files, curves.value, sisters);
}

function parseOne(
  files: Omit<CaseFiles, 'curves' | 'sisters'>,
  curves: CurveTable,
  sisters: readonly CaseInput[],
): Result<CaseInput> {
  const figures = figuresOf(files.figures);
  if (!figures.ok) return { ok: false, issues: inFile('figures.json', figures.issues) };
  if (!isRecord(files.study)) return notAnObject('study.json');
  if (!isRecord(files.changes)) return notAnObject('changes.json');
  const issues: Issue[] = [];
  const fits = parseFits(files.study['fits'], issues);
  if (issues.length > 0) return { ok: false, issues: inFile('study.json', issues) };
  const study = buildStudy(files.study, figures.value, curves);
  if (!study.ok) return { ok: false, issues: inFile('study.json', study.issues) };
  const context = contextOf(figures.value, study.value.decisionDate, fits);
  const resolvedFits = fits.map((fit) => caseFit(fit, context));
  if (context.issues.length > 0) return { ok: false, issues: inFile('study.json', context.issues) };
  const plan = parsePlan(files.changes, curves);
  if (!plan.ok) return { ok: false, issues: inFile('changes.json', plan.issues) };
  const published = plan.value.published.flatMap((entry) => publishedOf(entry, context));
  if (context.issues.length > 0) {
    return { ok: false, issues: inFile('changes.json', context.issues) };
  }
  const { published: _entries, ...rest } = plan.value;
  const sources = documentsOf(figures.value, context.cited);
  return ok({
    ...rest,
    slug: files.slug,
    study: study.value,
    fits: resolvedFits,
    published,
    sources,
    sisters,
  });
}

function figuresOf(file: unknown): Result<Record<string, Figure>> {
  if (isRecord(file) && isRecord(file['figures'])) {
    // The Study's own parser checks every figure's passport key by key.
    return ok(file['figures'] as Record<string, Figure>);
  }
  return fail(issue('form', '/figures', 'an object of figures', typeof file));
}

function contextOf(
  figures: Record<string, Figure>,
  decisionDate: string,
  fits: readonly FormFit[],
): AmountContext {
  const values = new Map(fits.map((fit) => [fit.id, fit.value]));
  return { figures, fits: values, decisionDate, issues: [], cited: new Set() };
}

function caseFit(fit: FormFit, context: AmountContext): CaseFit {
  const wanted = amountOf(fit.wanted, `/fits/${fit.id}/wanted`, context);
  const { id, parameter, value, unit, kind, target, wantedUnit, source } = fit;
  return { id, parameter, value, unit, kind, target, wanted, wantedUnit, source };
}

/** A published figure with its value read from its passport, in the unit it was printed in. */
function publishedOf(
  entry: Omit<PublishedFigure, 'published' | 'source'> & { readonly figure: string },
  context: AmountContext,
): PublishedFigure[] {
  const { figure: id, ...rest } = entry;
  const figure = context.figures[id];
  if (figure === undefined || typeof figure.value !== 'number') {
    context.issues.push(issue('unknown-figure', `/published/${rest.id}`, 'a figure', id));
    return [];
  }
  return [{ ...rest, published: figure.value, source: `${figure.document}, ${figure.locator}` }];
}

/** The documents behind what the case uses, each once. */
function documentsOf(figures: Record<string, Figure>, cited: ReadonlySet<string>): string[] {
  const documents = new Set<string>();
  for (const [id, { document, role }] of Object.entries(figures)) {
    if (cited.has(id) || role === 'target') documents.add(document);
  }
  return [...documents].sort();
}

function notAnObject(file: string): Result<never> {
  return { ok: false, issues: inFile(file, [issue('form', '', 'an object', 'something else')]) };
}

function inFile(file: string, issues: readonly Issue[]): Issue[] {
  return issues.map((each) => ({ ...each, path: `${file}#${each.path}` }));
}
