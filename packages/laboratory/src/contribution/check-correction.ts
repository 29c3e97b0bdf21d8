import { canonicalJson, type Figure, type Issue, issue } from '@almfes/engine';
import { parseCaseStudy } from '@almfes/intake';
import { type Check, checkOf } from './check.js';
import type { CheckedLibrary } from './checked-library.js';
import type { Correction } from './contribution.js';
import { type CaseEffect, correctionEffect, type FiguredLibrary } from './correction-effect.js';
import { dataFile, dataName, dataSetOf } from './data-set.js';
import { type FigureCorrection, figureCorrection, figuresIn } from './figure-correction.js';
import { homeName } from './told-folder.js';
import { explainsLess } from './unexplained-amounts.js';

/** The checks of a correction: its passport, then what the case gives with it (CONTRIB-9, -10). */
export function correctionChecks(correction: Correction, library: CheckedLibrary): Check[] {
  const home = homeOf(correction, library);
  const figures = home === null ? null : figuresIn(home.figures);
  if (home === null || figures === null) {
    const expected = `a case, article or data set: ${homesOf(library).join(', ')}`;
    return [passport([issue('unknown-case', '/case', expected, correction.case)])];
  }
  const found = figureCorrection(correction, figures);
  if (found === null) {
    const expected = `the id of a figure of ${correction.case}`;
    return [passport([issue('unknown-figure', '/figure', expected, correction.figure)])];
  }
  const issues = [...passportIssues(found, home, library.today), ...dataIssues(found)];
  if (issues.length > 0) return [passport(issues)];
  return [passport([]), ...effectChecks(correctionEffect(found, library))];
}

function homesOf({ cases, told, data }: FiguredLibrary): readonly string[] {
  const sets = data.map(({ name }) => `data/${name}`);
  return [...cases.map(({ slug }) => slug), ...told.map(homeName), ...sets];
}

/** The correction beside what its case holds now; null where it has no such figure. */
export function correctionIn(
  correction: Correction,
  library: FiguredLibrary,
): FigureCorrection | null {
  return figureCorrection(correction, figuresIn(homeOf(correction, library)?.figures) ?? {});
}

/** A folder of figures with the day they had to be public by, and what the Study reads. */
interface Home {
  readonly figures: unknown;
  readonly date: string | null;
  readonly cited: ReadonlySet<string>;
}

function homeOf({ case: wanted }: Correction, { cases, told, data }: FiguredLibrary): Home | null {
  const set = dataSetOf(wanted, data);
  if (set !== undefined) return { figures: dataFile(set), date: null, cited: new Set() };
  const files = cases.find(({ slug }) => slug === wanted);
  if (files === undefined) {
    const other = told.find((each) => homeName(each) === wanted);
    return other === undefined ? null : { ...other, cited: new Set() };
  }
  const { figures } = files;
  const built = parseCaseStudy(files);
  if (!built.ok) return { figures, date: null, cited: new Set() };
  return { figures, date: built.value.study.decisionDate, cited: built.value.cited };
}

function passport(issues: readonly Issue[]): Check {
  return checkOf('passport', 'the passport is whole, public and known in time', issues);
}

/** A data set has one passport for all of its numbers, so that a number alone is corrected. */
function dataIssues({ case: home, before, passport: next }: FigureCorrection): readonly Issue[] {
  if (dataName(home) === null) return [];
  const keys = ['label', 'unit', 'asOf', 'knownFrom', 'document', 'locator', 'url'] as const;
  const others = keys
    .filter((key) => before[key] !== next[key])
    .map((key) => issue('passport-of-file', `/passport/${key}`, String(before[key]), next[key]));
  if (typeof next.value === 'number') return others;
  return [...others, issue('type', '/passport/value', 'a number', String(next.value))];
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const CARRIES: readonly Figure['role'][] = ['input', 'target'];

function passportIssues(
  { before, passport: next, figure }: FigureCorrection,
  home: Home,
  today: string,
): readonly Issue[] {
  const issues: Issue[] = [];
  const at = (key: keyof Figure): string => `/passport/${key}`;
  if (canonicalJson(before) === canonicalJson(next)) {
    issues.push(
      issue('same-figure', '/passport', 'a passport that differs', 'the one of the case'),
    );
  }
  if (next.locator.trim() === '') {
    issues.push(issue('locator', at('locator'), 'the page or table', 'nothing'));
  }
  if (ISO_DATE.test(next.asOf) && next.asOf > next.knownFrom) {
    const got = `${next.knownFrom}, before ${next.asOf}`;
    issues.push(issue('known-from', at('knownFrom'), 'not before the day it describes', got));
  }
  if (next.knownFrom > today) {
    const expected = `public by today, ${today}`;
    issues.push(issue('known-from', at('knownFrom'), expected, next.knownFrom));
  }
  const { date, cited } = home;
  if (date === null || !(cited.has(figure) || CARRIES.includes(next.role))) return issues;
  if (next.knownFrom > date) {
    const expected = `public by the decision date ${date}`;
    issues.push(issue('known-after-decision', at('knownFrom'), expected, next.knownFrom));
  }
  if (next.confidence === 'recalled') {
    issues.push(issue('recalled-figure', at('confidence'), 'read in its document', 'recalled'));
  }
  return issues;
}

function effectChecks(effects: readonly CaseEffect[]): Check[] {
  const unread = effects.flatMap(({ slug, issues }) =>
    issues.map((each) => ({ ...each, path: `${slug}/${each.path}` })),
  );
  const broken = effects.flatMap(({ slug, brokenTotals }) =>
    brokenTotals.map(({ figure, of, published, built }) =>
      issue(
        'identity',
        `${slug}/figures.json#/figures/${figure}`,
        `${of} of ${published} within 1, in USD million`,
        `rows that add up to ${built.toFixed(1)}: correct the other side with it`,
      ),
    ),
  );
  return [
    checkOf('reproduction', 'the cases are read and evaluated with it', unread, notes(effects)),
    checkOf(
      'identities',
      'the balance sheet meets its published totals, and no more is unexplained',
      [...broken, ...effects.flatMap(unexplainedIssues)],
      effects.flatMap(unexplainedNotes),
    ),
  ];
}

/** In a Call Report case a total is always met: what no item explains has a row of its own. */
function unexplainedIssues({ slug, figures, unexplained }: CaseEffect): Issue[] {
  return unexplained.filter(explainsLess).map(({ of, total, before, after }) => {
    const had = before.toFixed(1);
    return issue(
      'identity',
      `${slug}/figures.json#/figures/${figures.join(', ')}`,
      `${had} of total ${of} unexplained by items, or less, within 1, in USD million`,
      `${after.toFixed(1)}: total ${of} ${total.toFixed(1)}, items ${(total - after).toFixed(1)}`,
    );
  });
}

function unexplainedNotes({ slug, unexplained }: CaseEffect): string[] {
  return unexplained
    .filter((each) => !explainsLess(each))
    .map(({ of, before, after }) => {
      const isLess = Math.abs(after) < Math.abs(before);
      const change = `from ${before.toFixed(1)} to ${after.toFixed(1)} USD million`;
      return `${slug}: ${isLess ? 'less' : 'hardly more'} of total ${of} is unexplained: ${change}`;
    });
}

function notes(effects: readonly CaseEffect[]): string[] {
  if (effects.length === 0) return ['no case of the library moves'];
  return effects.flatMap(({ slug, measures, discipline, namedIn, reproductions, unsolvedFits }) => [
    `${slug}: ${measures.length} measures move, ${discipline.length} numbers of the discipline`,
    ...reproductions
      .filter(({ isMissedNow }) => isMissedNow)
      .map(({ title, after }) => `${slug}: ${title} is missed now, by ${shown(after.difference)}`),
    ...(namedIn.length === 0
      ? []
      : [`${slug}: ${namedIn.length} Changes of the case name it as a source`]),
    ...(unsolvedFits.length === 0
      ? []
      : [`${slug}: ${unsolvedFits.length} fitted numbers must be fitted again`]),
  ]);
}

function shown(value: number): string {
  return value.toPrecision(4);
}
