import type { CaseResult, Table } from '@almfes/engine';
import type { Block, DocumentOrigin, DocumentTable, Section } from './document.js';
import { anchor } from './section/anchor.js';

/** Where the numbers of a report come from, as the page around it knows. */
export interface ReportOrigins {
  /** Passports of a table or picture of a step, by its id. */
  readonly ofTable: (id: string) => readonly DocumentOrigin[];
  /** The passport whose value is this number of a table, where there is one. */
  readonly ofNumber: (id: string, value: number) => string | undefined;
  /** The passport of a measure. */
  readonly ofMeasure: (id: string) => readonly DocumentOrigin[];
  /** The passport of a published figure, by `case/figure`. */
  readonly ofFigure: (id: string) => string | undefined;
}

/** The same sections, each table with the passports of its numbers (rule SITE-8). */
export function withOrigins(
  sections: readonly Section[],
  result: CaseResult,
  origins: ReportOrigins,
): readonly Section[] {
  const known = knownOrigins(result, origins);
  const told = (table: DocumentTable): DocumentTable => {
    const found = known.get(table.id);
    return found === undefined ? table : { ...table, origins: found };
  };
  const block = (each: Block): Block => {
    if (each.kind === 'table') return { ...each, table: told(each.table) };
    return each.kind === 'picture' ? { ...each, data: told(each.data) } : each;
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(block) }));
}

type Known = NonNullable<DocumentTable['origins']>;

function knownOrigins(result: CaseResult, origins: ReportOrigins): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { step, tables, pictures } of result.steps) {
    const at = (id: string): string => anchor(`step-${step}`, id);
    for (const { id } of pictures) known.set(at(id), { beneath: origins.ofTable(id), cells: [] });
    for (const table of tables) {
      const cells = cellsOf(table, origins);
      known.set(at(table.id), { beneath: origins.ofTable(table.id), cells });
    }
  }
  for (const { measure, scenario } of result.attribution) {
    const beneath = origins.ofMeasure(measure);
    for (const name of ['attribution', 'compounding']) {
      known.set(anchor(name, measure, scenario), { beneath, cells: [] });
    }
  }
  const published = result.publishedVsReproduced.map(({ id }) => origins.ofFigure(id));
  known.set('reproduction-table', {
    beneath: [],
    cells: published.map((href) => [undefined, undefined, href]),
  });
  return known;
}

function cellsOf({ id, rows }: Table, { ofNumber }: ReportOrigins): Known['cells'] {
  return rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? ofNumber(id, cell) : undefined)),
  );
}
