import type { CaseResult, Figure } from '@almfes/engine';
import type { ReportOrigins } from '@almfes/report';
import { measureTitle } from './passport-of.js';
import { passportAddress, type SiteCase } from './site-case.js';
import { tableMeasures } from './table-measures.js';

/** Measures that the tables of a case tell, and the links from its numbers to passports. */
export interface CaseOrigins {
  readonly measures: readonly string[];
  readonly origins: ReportOrigins;
}

/** A table whose amounts are figures as they were published. */
const OF_FIGURES = 'funding-sources';

/**
 * Where the numbers of a case's tables come from (rule SITE-8). A number has its own link where it
 * is, to the last bit, a value that the bank's own Study gives to one measure of its table, or a
 * published figure; the others are told by the measures named beneath the table.
 */
export function caseOrigins({ slug, result, outcome, figures }: SiteCase): CaseOrigins {
  const measureHref = (id: string) => `page:${passportAddress(slug, { kind: 'measure', id })}`;
  const figureHref = (id: string) => `page:${passportAddress(slug, { kind: 'figure', id })}`;
  const values = outcome?.measures ?? [];
  const known = new Set(values.map(({ id }) => id));
  const named = (id: string) => (tableMeasures(id) ?? []).filter((each) => known.has(each));
  const linksOf = (ids: readonly string[]) =>
    ids.map((id) => ({ title: measureTitle(id), href: measureHref(id) }));
  const byAmount = figuresByAmount(figures);
  const measureAt = (table: string, number: number) => {
    const own = named(table);
    const isIt = (value: number) => value === number || 100 * value === number;
    const found = values.filter(({ id, value }) => own.includes(id) && isIt(value));
    const ids = [...new Set(found.map(({ id }) => id))];
    return ids.length === 1 ? ids[0] : undefined;
  };
  const measures = new Set(partNames(result).flatMap(named));
  for (const { measure } of result?.attribution ?? [])
    if (known.has(measure)) measures.add(measure);
  return {
    measures: [...measures],
    origins: {
      ofTable: (id) => linksOf(named(id)),
      ofMeasure: (id) => linksOf(known.has(id) ? [id] : []),
      ofNumber: (table, number) => {
        if (number === 0) return undefined;
        const figure = table === OF_FIGURES ? byAmount.get(String(number)) : undefined;
        if (figure !== undefined) return figureHref(figure);
        const measure = measureAt(table, number);
        return measure === undefined ? undefined : measureHref(measure);
      },
      ofFigure: (id) => {
        const own = ownFigure(id);
        return Object.hasOwn(figures, own) ? figureHref(own) : undefined;
      },
    },
  };
}

/** Figures by their amount as text: those of 100 million and above that no other figure equals. */
function figuresByAmount(
  figures: Readonly<Record<string, Figure>>,
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [id, { value, unit }] of Object.entries(figures)) {
    if (typeof value !== 'number' || value < 100 || unit !== 'USD million') continue;
    found.set(String(value), found.has(String(value)) ? undefined : id);
  }
  return found;
}

function partNames(result: CaseResult | undefined): string[] {
  const steps = result?.steps ?? [];
  return steps.flatMap(({ tables, pictures }) => [...tables, ...pictures].map(({ id }) => id));
}

/** `case/figure` without the case. */
function ownFigure(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
