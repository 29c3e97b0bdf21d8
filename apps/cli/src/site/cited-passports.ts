import { type Figure, MEASURES } from '@almfes/engine';
import { type Prose, type ProseLookup, proseReferences } from '@almfes/laboratory';
import { formatNumber, type PageSection, type Passport } from '@almfes/report';
import { type MeasuredPage, measurePassport, passportOf } from './passport-of.js';

interface Cited {
  readonly prose: Prose | undefined;
}

/** The figures that the words of a page name, each with its passport; none when it names none. */
export function figureSections(
  page: Cited & { readonly figures: Readonly<Record<string, Figure>> },
): PageSection[] {
  const { figures } = page;
  const cited = idsOf(page, 'figure')
    .toSorted()
    .flatMap((id): Passport[] => {
      const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
      return figure === undefined ? [] : [passportOf(id, figure)];
    });
  return passportSections([['passports', 'Figures and their passports', cited]]);
}

/** The measures that a case tells in words or in tables, and its discipline. */
export function measureSections(
  page: Cited & MeasuredPage & Pick<ProseLookup, 'valueOf'>,
  inTables: readonly string[],
): PageSection[] {
  const ids = [...new Set([...idsOf(page, 'measure'), ...inTables])].toSorted(inRuleOrder);
  const measures = ids.map((id) => measurePassport(id, page));
  const fields = idsOf(page, 'discipline').map((id) => disciplinePassport(id, page));
  return passportSections([
    ['measures', 'Measures', measures],
    ['discipline', 'Discipline', fields],
  ]);
}

function idsOf({ prose }: Cited, kind: string): string[] {
  const uses = prose === undefined ? [] : proseReferences(prose);
  return [...new Set(uses.filter((use) => use.kind === kind).map(({ id }) => id))];
}

/** As the list of all measures has them. */
function inRuleOrder(a: string, b: string): number {
  const place = (id: string) => MEASURES.findIndex((each) => each.id === id);
  return place(a) - place(b);
}

type Part = readonly [id: string, title: string, passports: readonly Passport[]];

/** Sections of passports; none where there is no passport. */
export function passportSections(parts: readonly Part[]): PageSection[] {
  return parts.flatMap(([id, title, passports]): PageSection[] =>
    passports.length === 0
      ? []
      : [{ id, title, level: 2, blocks: [{ kind: 'passports', passports }] }],
  );
}

function disciplinePassport(
  field: string,
  page: MeasuredPage & Pick<ProseLookup, 'valueOf'>,
): Passport {
  const found = page.valueOf({ kind: 'discipline', id: field });
  const told = found.ok ? found.value : '';
  const [value, unit] =
    typeof told === 'string' ? [told, ''] : [formatNumber(told.value, told.unit), told.unit];
  return {
    anchor: `discipline-${field}`,
    id: `discipline ${field}`,
    label: 'Discipline of the case',
    value,
    unit,
    told: 'Computed the same way for every case.',
    document: 'Capital efficiency, EFF-1 to EFF-7',
    locator: `again: almfes case ${page.slug} --step 2`,
    href: 'method/capital-efficiency',
  };
}
