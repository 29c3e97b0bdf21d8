import {
  type Confidence,
  type Figure,
  type FigureRole,
  issue,
  type Parameter,
  type Read,
  read,
} from '../foundation/index.js';

const { describe, identifier, isoDate, list, number, object, oneOf, table, text, title } = read;

const CONFIDENCES: readonly Confidence[] = ['seen', 'seen-secondary', 'derived', 'recalled'];
const ROLES: readonly FigureRole[] = ['input', 'target', 'evidence', 'outcome'];
const BASES: readonly Parameter['basis'][] = ['disclosed', 'derived', 'fitted', 'assumed'];

const finite: Read<number> = number({ what: 'a number' });
const finiteList: Read<number[]> = list(finite, 10_000);
const phrase: Read<string> = text({ max: 1000 });

const figureValue: Read<Figure['value']> = (value, path, issues) => {
  if (typeof value === 'number') return finite(value, path, issues);
  if (typeof value === 'string') return phrase(value, path, issues);
  if (Array.isArray(value)) return finiteList(value, path, issues);
  issues.push(issue('type', path, 'a number, text or a list of numbers', describe(value)));
  return undefined;
};

/** One figure with its passport. */
export const readFigure: Read<Figure> = object<Figure>({
  label: title,
  value: figureValue,
  unit: text({ max: 60 }),
  asOf: text({ min: 1, max: 40 }),
  knownFrom: isoDate,
  document: text({ min: 1, max: 1000 }),
  locator: phrase,
  url: phrase,
  confidence: oneOf(CONFIDENCES),
  role: oneOf(ROLES),
});

/** Figures with their passports, by id. */
export const readFigures: Read<Record<string, Figure>> = table(readFigure, 10_000);

/** A parameter whose value is read by `value`, with its basis, sources and note. */
export function parameter(value: Read<number>): Read<Parameter> {
  return object<Parameter>({
    value,
    unit: text({ max: 60 }),
    basis: oneOf(BASES),
    source: list(identifier, 100),
    note: text({ max: 200_000 }),
  });
}
