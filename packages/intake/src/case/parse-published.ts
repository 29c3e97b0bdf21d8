import {
  type Figure,
  type Issue,
  issue,
  MEASURES,
  type PublishedFigure,
  type Read,
  read,
} from '@almfes/engine';

const { flag, identifier, number, nullable, object, oneOf, text, title } = read;

/** A published figure as changes.json names it, by its passport. */
export type PlannedFigure = Omit<PublishedFigure, 'published' | 'source'> & {
  readonly figure: string;
};

export const plannedFigure: Read<PlannedFigure> = object<PlannedFigure>({
  id: identifier,
  figure: identifier,
  title,
  unit: oneOf(['USD million', '%', 'years', 'ratio']),
  measure: identifier,
  scenario: text({ max: 120 }),
  percentOf: nullable(identifier),
  withoutHedges: flag,
  role: oneOf(['fitted', 'predicted']),
  aim: nullable(number({ min: 0, max: 1e9, what: 'an absolute difference' })),
});

const ROLES: readonly Figure['role'][] = ['input', 'target'];

/**
 * The figure with the value of its passport, in the unit it was printed in, or null after an
 * issue: it must be a number, known on the decision date, read in its document, an input or a
 * target, and in the unit that the entry and its measure give (rule FORM-7).
 */
export function publishedOf(
  entry: PlannedFigure,
  path: string,
  figures: Readonly<Record<string, Figure>>,
  decisionDate: string,
  issues: Issue[],
): PublishedFigure | null {
  const { figure: id, ...rest } = entry;
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined || typeof figure.value !== 'number') {
    issues.push(issue('unknown-figure', `${path}/figure`, 'the id of a figure with a number', id));
    return null;
  }
  const before = issues.length;
  if (figure.knownFrom > decisionDate) {
    const got = `${id}, ${figure.knownFrom}`;
    issues.push(issue('known-after-decision', `${path}/figure`, `known by ${decisionDate}`, got));
  }
  if (figure.confidence === 'recalled' || !ROLES.includes(figure.role)) {
    const got = `${id} is ${figure.role}, ${figure.confidence}`;
    const expected = 'an input or target read in a document';
    issues.push(issue('figure-role', `${path}/figure`, expected, got));
  }
  const printed = figure.unit === 'percent' ? '%' : figure.unit;
  const given = entry.percentOf === null ? unitOfMeasure(entry.measure) : '%';
  if (entry.unit !== printed || entry.unit !== given) {
    const expected = `the figure's ${printed} and the measure's ${given}`;
    issues.push(issue('unit', `${path}/unit`, expected, entry.unit));
  }
  if (issues.length > before) return null;
  return { ...rest, published: figure.value, source: `${figure.document}, ${figure.locator}` };
}

function unitOfMeasure(id: string): string {
  return MEASURES.find((measure) => measure.id === id)?.unit ?? 'unknown unit';
}
