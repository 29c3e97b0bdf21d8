import { canonicalJson, type Figure, type Issue, readFigures } from '@almfes/engine';
import type { Correction } from './contribution.js';
import { isObject } from './json-object.js';

/** Where a figure is corrected, what stands there now, and what is to stand. */
export interface FigureCorrection {
  readonly case: string;
  readonly figure: string;
  readonly before: Figure;
  readonly passport: Figure;
}

/** The figures of a `figures.json`, or null where they cannot be read. */
export function figuresIn(file: unknown): Readonly<Record<string, Figure>> | null {
  const found = isObject(file) ? file.figures : undefined;
  const issues: Issue[] = [];
  const figures = readFigures(found, '/figures', issues);
  return issues.length === 0 && figures !== undefined ? figures : null;
}

/** The correction with what the case holds now; null when the case has no such figure. */
export function figureCorrection(
  { case: slug, figure, passport }: Correction,
  figures: Readonly<Record<string, Figure>>,
): FigureCorrection | null {
  const before = Object.hasOwn(figures, figure) ? figures[figure] : undefined;
  return before === undefined ? null : { case: slug, figure, before, passport };
}

/**
 * The same fact in another place of the library (rule CONTRIB-12): of the same document, page, day,
 * unit and value, under the same id or label.
 */
export function isSameFact(id: string, figure: Figure, { figure: own, before }: FigureCorrection) {
  const keys = ['document', 'locator', 'asOf', 'unit', 'value'] as const;
  if (id !== own && figure.label !== before.label) return false;
  return keys.every((key) => canonicalJson(figure[key]) === canonicalJson(before[key]));
}

/**
 * What is to stand in the figures of one folder, by id; empty where none of them is the fact. A
 * copy in another folder keeps its role and label: an outcome there may be an input here.
 */
export function correctedFigures(
  slug: string,
  figures: Readonly<Record<string, Figure>>,
  correction: FigureCorrection,
): Readonly<Record<string, Figure>> {
  const { passport, figure: own } = correction;
  const isHome = slug === correction.case;
  return Object.fromEntries(
    Object.entries(figures).flatMap(([id, found]) => {
      if (isHome && id === own) return [[id, passport]];
      if (!isSameFact(id, found, correction)) return [];
      return [[id, { ...passport, role: found.role, label: found.label }]];
    }),
  );
}

/** The file with these figures in it; what else it says stays. */
export function withFigures(file: unknown, corrected: Readonly<Record<string, Figure>>): unknown {
  if (!isObject(file) || !isObject(file.figures)) return file;
  return { ...file, figures: { ...file.figures, ...corrected } };
}
