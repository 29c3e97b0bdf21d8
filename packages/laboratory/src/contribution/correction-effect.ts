import {
  type CaseInput,
  canonicalJson,
  evaluate,
  type Figure,
  type Fit,
  fitsOf,
  type Issue,
  publishedVsReproduced,
  type Reproduction,
  type Result,
  read,
} from '@almfes/engine';
import { type CaseFiles, parseCase, parseCaseStudy } from '@almfes/intake';
import { type BalanceLine, balanceLines, meets } from './balance-lines.js';
import { type CorrectedData, correctedData, withData } from './data-correction.js';
import { type DataSet, dataName } from './data-set.js';
import {
  correctedFigures,
  type FigureCorrection,
  figuresIn,
  withFigures,
} from './figure-correction.js';
import { isObject } from './json-object.js';
import { type MovedDiscipline, movedDiscipline } from './moved-discipline.js';
import { movedHedge } from './moved-hedge.js';
import { type LostMeasure, type MovedMeasure, movedMeasures } from './moved-measures.js';
import { heldIn, homeName, type ToldFolder } from './told-folder.js';
import { type MovedUnexplained, movedUnexplained } from './unexplained-amounts.js';

/** A published figure whose reproduction moves, before and after. */
export interface MovedReproduction {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly aim: number | null;
  readonly before: Pick<Reproduction, 'published' | 'reproduced' | 'difference'>;
  readonly after: Pick<Reproduction, 'published' | 'reproduced' | 'difference'>;
  /** Met before and missed now. */
  readonly isMissedNow: boolean;
}

/** A fitted number that no longer solves for its target, and has to be fitted again. */
export type UnsolvedFit = Pick<Fit, 'parameter' | 'target' | 'targetValue' | 'reached'>;

/** What a correction does to one case or article of the library (rule CONTRIB-12). */
export interface CaseEffect {
  readonly part: 'case' | 'article';
  /** False for a disclosure study, of whose figures a hedge at most is made, and an article. */
  readonly hasStudy: boolean;
  readonly slug: string;
  /** Ids under which the folder itself holds the fact; empty where only a sister does. */
  readonly figures: readonly string[];
  /** JSON pointers of the numbers of its Study that are read from it. */
  readonly numbers: readonly string[];
  /** Changes of its files that name the figure as a source: their numbers stay as they are. */
  readonly namedIn: readonly string[];
  readonly measures: readonly MovedMeasure[];
  readonly lost: readonly LostMeasure[];
  readonly discipline: readonly MovedDiscipline[];
  readonly reproductions: readonly MovedReproduction[];
  readonly unsolvedFits: readonly UnsolvedFit[];
  /** Totals met before and missed now. */
  readonly brokenTotals: readonly BalanceLine[];
  /** What no item explains of assets or liabilities, where it moves. */
  readonly unexplained: readonly MovedUnexplained[];
  /** Why the case cannot be read with the correction in it; then nothing else is known. */
  readonly issues: readonly Issue[];
}

/** What holds figures: cases that evaluate, folders that only tell, and data sets. */
export interface FiguredLibrary {
  readonly cases: readonly CaseFiles[];
  readonly told: readonly ToldFolder[];
  readonly data: readonly DataSet[];
}

const NOTHING = {
  ...{ numbers: [], namedIn: [], measures: [], lost: [], discipline: [] },
  ...{ reproductions: [], unsolvedFits: [], brokenTotals: [], unexplained: [] },
};

/** The effect on every case, disclosure and article whose own figures or sisters hold the fact. */
export function correctionEffect(
  correction: FigureCorrection,
  { cases, told, data }: FiguredLibrary,
): readonly CaseEffect[] {
  if (dataName(correction.case) !== null) {
    return dataEffect(correctedData(correction, data), { cases, told, data });
  }
  const evaluated = cases.flatMap((files) => {
    const after = corrected(files, correction);
    if (after === null) return [];
    const was = figuresIn(files.figures) ?? {};
    const figures = Object.keys(correctedFigures(files.slug, was, correction));
    return [caseEffect(files, after, figures)];
  });
  const others = told.flatMap((folder): CaseEffect[] => {
    const figures = heldIn(folder, correction);
    if (figures.length === 0) return [];
    const { part, slug } = folder;
    const was = figuresIn(folder.figures) ?? {};
    const changed = correctedFigures(homeName(folder), was, correction);
    const is = { ...folder, figures: withFigures(folder.figures, changed) };
    const moved = movedHedge({ was: folder, is, data });
    return [{ ...NOTHING, part, hasStudy: false, slug, figures, ...moved }];
  });
  return [...evaluated, ...others];
}

/** The effect on every case in which a number moves, or whose Study copied the fact. */
function dataEffect(
  data: readonly CorrectedData[],
  { cases, told, data: sets }: FiguredLibrary,
): readonly CaseEffect[] {
  if (data.length === 0) return [];
  const dataAfter = sets.map((set) => data.find(({ before }) => before === set)?.after ?? set);
  const hedges = told.flatMap((folder): CaseEffect[] => {
    const moved = movedHedge({ was: folder, is: folder, data: sets, dataAfter });
    if (moved.measures.length + moved.issues.length === 0) return [];
    const { part, slug } = folder;
    return [{ ...NOTHING, part, hasStudy: false, slug, figures: [], ...moved }];
  });
  const evaluated = cases.flatMap((files) => {
    const after = withData(files, data);
    const numbers = movedParts(files.study, after.study);
    const effect = { ...caseEffect(files, after, []), numbers };
    const { measures, lost, discipline, reproductions, issues } = effect;
    const moved = [numbers, measures, lost, discipline, reproductions, issues];
    return moved.some((each) => each.length > 0) ? [effect] : [];
  });
  return [...evaluated, ...hedges];
}

/** JSON pointers of the parts of the form that differ. */
function movedParts(before: unknown, after: unknown): readonly string[] {
  if (!isObject(before) || !isObject(after)) return [];
  return Object.keys(before)
    .filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]))
    .map((key) => read.pointer('', key));
}

/** The files with the correction in them and in their sisters; null where the fact is in none. */
export function corrected(files: CaseFiles, correction: FigureCorrection): CaseFiles | null {
  const own = correctedFile(files, correction);
  const sisters = files.sisters.map((each) => correctedFile(each, correction) ?? each.figures);
  const isInSister = sisters.some((figures, index) => figures !== files.sisters[index]?.figures);
  if (own === null && !isInSister) return null;
  return {
    ...files,
    figures: own ?? files.figures,
    sisters: files.sisters.map((each, index) => ({ ...each, figures: sisters[index] })),
  };
}

function correctedFile(
  { slug, figures }: Pick<CaseFiles, 'slug' | 'figures'>,
  correction: FigureCorrection,
): unknown {
  const found = figuresIn(figures);
  if (found === null) return null;
  const changed = correctedFigures(slug, found, correction);
  return Object.keys(changed).length === 0 ? null : withFigures(figures, changed);
}

function caseEffect(before: CaseFiles, after: CaseFiles, figures: readonly string[]): CaseEffect {
  const { slug } = before;
  const was = figuresIn(before.figures) ?? {};
  const is = figuresIn(after.figures) ?? {};
  const numbers = numbersFrom(figures, before);
  const namedIn = [
    ...namingChanges(before.changes, figures, 'changes.json#'),
    ...namingChanges(before.study, figures, 'study.json#'),
  ];
  const parsed = { was: parseCase(before), is: parseCase(after) };
  const issues = [...issuesOf(parsed.was), ...issuesOf(parsed.is)];
  if (!parsed.was.ok || !parsed.is.ok) {
    return { ...NOTHING, part: 'case', hasStudy: true, slug, figures, numbers, namedIn, issues };
  }
  const cases = { was: parsed.was.value, is: parsed.is.value };
  const { moved, lost } = movedMeasures(evaluate(cases.was.study), evaluate(cases.is.study));
  return {
    ...{ part: 'case', hasStudy: true, slug, figures, numbers, namedIn },
    ...{ measures: moved, lost, issues },
    discipline: movedDiscipline(cases),
    reproductions: movedReproductions(cases),
    unsolvedFits: unsolvedFits(cases),
    brokenTotals: brokenTotals(cases, { was, is }),
    unexplained: movedUnexplained(cases.was.study, cases.is.study),
  };
}

/** Pointers of the parts of a file whose list of sources has one of the figures. */
function namingChanges(value: unknown, figures: readonly string[], path: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, at) => namingChanges(each, figures, `${path}/${at}`));
  }
  if (!isObject(value)) return [];
  const { sources } = value;
  const isNamed = Array.isArray(sources) && sources.some((each) => figures.includes(each));
  const inner = Object.entries(value).flatMap(([key, each]) =>
    namingChanges(each, figures, read.pointer(path, key)),
  );
  return isNamed ? [path, ...inner] : inner;
}

interface Pair<T> {
  readonly was: T;
  readonly is: T;
}

function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? [] : result.issues;
}

/** Numbers of the Study that were read from any of the figures (FORM-14). */
function numbersFrom(figures: readonly string[], files: CaseFiles): string[] {
  const built = parseCaseStudy(files);
  if (!built.ok) return [];
  return [...built.value.citations]
    .filter(([, ids]) => ids.some((id) => figures.includes(id)))
    .map(([pointer]) => pointer);
}

/** A sister is a case of the library itself, and told as that. */
function alone(input: CaseInput): CaseInput {
  return { ...input, sisters: [] };
}

function movedReproductions({ was, is }: Pair<CaseInput>): MovedReproduction[] {
  const after = new Map(publishedVsReproduced(alone(is)).map((each) => [each.id, each]));
  return publishedVsReproduced(alone(was)).flatMap((before) => {
    const { id, title, unit, aim } = before;
    const now = after.get(id);
    if (now === undefined || sameReading(before, now)) return [];
    const met = (each: Reproduction) => aim !== null && Math.abs(each.difference) <= aim;
    const isMissedNow = met(before) && !met(now);
    return [{ id, title, unit, aim, before: reading(before), after: reading(now), isMissedNow }];
  });
}

/** A share of the published value below which a reproduction stays: noise of its last digits. */
const STILL = 1e-9;

function sameReading(one: Reproduction, other: Reproduction): boolean {
  const room = STILL * Math.max(1, Math.abs(one.published));
  return one.published === other.published && Math.abs(other.reproduced - one.reproduced) <= room;
}

function reading({ published, reproduced, difference }: Reproduction): MovedReproduction['before'] {
  return { published, reproduced, difference };
}

/** The largest miss of a fit, as a share of its target, that counts as solved (CASE-3). */
const SOLVED = 1e-4;

/** Fits that are worse solved than before, and not solved any more. */
function unsolvedFits({ was, is }: Pair<CaseInput>): UnsolvedFit[] {
  const miss = ({ targetValue, reached }: Fit) => Math.abs(reached - targetValue);
  const before = fitsOf(alone(was)).map(miss);
  return fitsOf(alone(is)).flatMap((fit, index) => {
    const isWorse = miss(fit) > (before[index] ?? 0) * (1 + SOLVED);
    if (!isWorse || miss(fit) <= SOLVED * Math.abs(fit.targetValue)) return [];
    const { parameter, target, targetValue, reached } = fit;
    return [{ parameter, target, targetValue, reached }];
  });
}

function brokenTotals(
  cases: Pair<CaseInput>,
  figures: Pair<Readonly<Record<string, Figure>>>,
): BalanceLine[] {
  const before = new Map(
    balanceLines(cases.was.study, figures.was).map((line) => [line.figure, line]),
  );
  return balanceLines(cases.is.study, figures.is).filter((line) => {
    const old = before.get(line.figure);
    return !meets(line) && (old === undefined || meets(old));
  });
}
