import { evaluate, fail, type Issue, issue, ok, type Result, read } from '@almfes/engine';
import { type CaseFiles, parseCase } from '@almfes/intake';
import { type CaseCheck, checkCaseFolder, placeIssues } from '../case-check/index.js';
import type { FolderFile } from '../folder-file.js';
import type { PageLink, PageTarget } from '../prose/index.js';
import { balanceLines, meets } from './balance-lines.js';
import { type Check, checkOf } from './check.js';
import type { CheckedLibrary } from './checked-library.js';
import type { ProposedCase } from './contribution.js';
import { figuresIn } from './figure-correction.js';
import { jsonOf } from './placed-json.js';

const NEEDED = ['case.md', 'figures.json'];

/**
 * The checks of a proposed case (CONTRIB-10): a new name, every check of a case of the library
 * (FORM-23 to FORM-27), and a balance that holds. Its five steps are run with a solver, elsewhere.
 */
export function caseChecks(
  { case: slug }: ProposedCase,
  files: readonly FolderFile[],
  library: CheckedLibrary,
): Check[] {
  const texts = textsOf(files);
  const taken = library.slugs.includes(slug)
    ? [issue('duplicate-slug', '/case', 'a name that no case has', slug)]
    : [];
  const unread = [
    ...NEEDED.filter((name) => !Object.hasOwn(texts, name)).map((name) =>
      issue('missing-file', name, 'a file', 'no file'),
    ),
    ...Object.entries(texts).flatMap(([name, text]) => unreadIssues({ name, text })),
  ];
  const title = 'the folder is a case that evaluates to what it expects';
  if (unread.length > 0) return [checkOf('reproduction', title, [...taken, ...inCase(unread)])];
  const found = checkedFolder(slug, texts, library);
  const proposed = proposedFiles({ case: slug }, files, library);
  const notes = found.issues.length > 0 || proposed === null ? [] : [counted(found, proposed)];
  const early = placeIssues(futureFacts(texts, library), texts);
  const { broken, others } =
    proposed === null ? { broken: [], others: [] } : missedTotals(proposed);
  const met = 'the balance sheet meets its published totals';
  return [
    checkOf('reproduction', title, [...taken, ...inCase([...found.issues, ...early])], notes),
    checkOf('identities', met, inCase(placeIssues(broken, texts)), others),
  ];
}

/** The files of a proposed case whose steps can be run; null of a disclosure or broken JSON. */
export function proposedFiles(
  { case: slug }: Pick<ProposedCase, 'case'>,
  files: readonly FolderFile[],
  { cases, curves, quarterEnds }: CheckedLibrary,
): CaseFiles | null {
  const texts = textsOf(files);
  const [figures, study, changes] = ['figures.json', 'study.json', 'changes.json'].map((name) => {
    const text = texts[name];
    const value = text === undefined ? null : jsonOf({ name, text });
    return value?.ok === true ? value.value : undefined;
  });
  if (figures === undefined || study === undefined || changes === undefined) return null;
  const sisters = cases.filter((each) => sistersIn(changes).includes(each.slug));
  const later = quarterEnds === undefined ? {} : { quarterEnds };
  return { slug, figures, study, changes, sisters, curves, ...later };
}

/** What is no JSON, by its line; a page is read elsewhere. */
function unreadIssues(file: FolderFile): readonly Issue[] {
  const read = file.name.endsWith('.json') ? jsonOf(file) : null;
  return read?.ok === false ? read.issues : [];
}

function textsOf(files: readonly FolderFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files
      .filter(({ name }) => name.startsWith('case/'))
      .map(({ name, text }) => [name.slice('case/'.length), text]),
  );
}

function checkedFolder(
  slug: string,
  texts: Readonly<Record<string, string>>,
  library: CheckedLibrary,
): CaseCheck {
  const { curves, quarterEnds } = library;
  const gilts = library.data.find(({ name }) => name === 'boe-gilt-month-end');
  const changes = jsonOf({ name: 'changes.json', text: texts['changes.json'] ?? '{}' });
  const named = sistersIn(changes.ok ? changes.value : null);
  const sisters = library.cases.filter((each) => named.includes(each.slug));
  const later = {
    ...(quarterEnds === undefined ? {} : { quarterEnds }),
    ...(gilts === undefined ? {} : { giltCurves: gilts.text }),
  };
  return checkCaseFolder({
    ...{ slug, texts, curves, sisters, ...later },
    pageOf: (target) => pageOf(target, slug, library),
  });
}

/** A page of the library, or the proposed one; entries of the tracker are checked there. */
function pageOf(
  { kind, id }: PageTarget,
  slug: string,
  { slugs, told }: CheckedLibrary,
): Result<PageLink> {
  const articles = told.filter(({ part }) => part === 'article').map((each) => each.slug);
  const known = kind === 'case' ? [slug, ...slugs] : articles;
  if (kind === 'entry' || known.includes(id)) return ok({ title: id, address: `#${kind}-${id}` });
  return fail(issue(`unknown-${kind}`, '', `a ${kind} of the library`, id));
}

function sistersIn(changes: unknown): readonly unknown[] {
  if (typeof changes !== 'object' || changes === null || !('sisters' in changes)) return [];
  return Array.isArray(changes.sisters) ? changes.sisters : [];
}

function counted({ figures, measures }: CaseCheck, files: CaseFiles): string {
  const parsed = parseCase(files);
  const refused = parsed.ok ? evaluate(parsed.value.study).refused.length : 0;
  return `${figures} figures, ${measures} measures as expected, ${refused} refused`;
}

/** Figures that were public on a day that has not come. */
function futureFacts(
  texts: Readonly<Record<string, string>>,
  { today }: CheckedLibrary,
): readonly Issue[] {
  const file = jsonOf({ name: 'figures.json', text: texts['figures.json'] ?? '{}' });
  const figures = (file.ok ? figuresIn(file.value) : null) ?? {};
  return Object.entries(figures)
    .filter(([, { knownFrom }]) => knownFrom > today)
    .map(([id, { knownFrom }]) => {
      const at = `figures.json#${read.pointer(read.pointer('/figures', id), 'knownFrom')}`;
      return issue('known-from', at, `public by today, ${today}`, knownFrom);
    });
}

/** Printed totals that the balance misses: broken where no other total of that side is met. */
interface MissedTotals {
  readonly broken: readonly Issue[];
  /** Of another entity or basis: a bank beside its group. */
  readonly others: readonly string[];
}

function missedTotals(files: CaseFiles): MissedTotals {
  const parsed = parseCase(files);
  if (!parsed.ok) return { broken: [], others: [] };
  const lines = balanceLines(parsed.value.study, figuresIn(files.figures) ?? {});
  const met = lines.filter(meets).map(({ of }) => of);
  const missed = lines.filter((line) => !meets(line));
  const broken = missed
    .filter(({ of }) => !met.includes(of))
    .map(({ figure, of, published, built }) =>
      issue(
        'identity',
        `figures.json#${read.pointer('/figures', figure)}`,
        `${of} of ${published} within 1, in USD million`,
        `rows that add up to ${built.toFixed(1)}`,
      ),
    );
  const others = missed
    .filter(({ of }) => met.includes(of))
    .map(({ figure, of, published }) => `${figure} prints other ${of}: ${published} USD million`);
  return { broken, others };
}

function inCase(issues: readonly Issue[]): Issue[] {
  return issues.map((each) => ({ ...each, path: `case/${each.path}` }));
}
