import { type Figure, type Issue, issue } from '@almfes/engine';

/** Where figures of a structural hedge are looked up, and when they had to be known. */
export interface FigureContext {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly decisionDate: string;
  readonly issues: Issue[];
  /** The ids that were used. */
  readonly cited: Set<string>;
}

/** What is wanted of a figure: its units, each with the factor to the unit of the caller. */
export interface FigureWanted {
  readonly id: string;
  readonly path: string;
  readonly factors: Readonly<Record<string, number>>;
}

/**
 * The number of a figure that may carry a result: an input known on the decision date, read in a
 * document, in one of the units (rules STRUCT-12, FORM-4). Undefined after an issue.
 */
export function usableFigure(
  { id, path, factors }: FigureWanted,
  { figures, decisionDate, issues, cited }: FigureContext,
): number | undefined {
  const refuse = (code: string, expected: string, got: string): undefined => {
    issues.push(issue(code, path, expected, got));
    return undefined;
  };
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined) return refuse('unknown-figure', 'a figure id', id);
  const { value, unit, knownFrom, confidence, role } = figure;
  if (typeof value !== 'number') return refuse('figure-value', 'a figure with a number', id);
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined;
  if (factor === undefined) {
    const expected = `a figure in ${Object.keys(factors).join(' or ')}`;
    return refuse('figure-unit', expected, `${id}, ${unit}`);
  }
  if (knownFrom > decisionDate) {
    return refuse('known-after-decision', `known by ${decisionDate}`, `${id}, ${knownFrom}`);
  }
  if (confidence === 'recalled' || role !== 'input') {
    const got = `${id} is ${role}, ${confidence}`;
    return refuse('figure-role', 'a figure read in a document, role input', got);
  }
  cited.add(id);
  return value * factor;
}
