import { type Figure, MEASURES } from '@almfes/engine';
import { type Prose, proseReferences } from '@almfes/laboratory';
import type { PageSection, Passport } from '@almfes/report';
import { type MeasuredPage, measurePassport, passportOf } from './passport-of.js';

interface Cited extends MeasuredPage {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly prose: Prose | undefined;
  /** What stands on the page though no sentence names it. */
  readonly also: { readonly figures: readonly string[]; readonly measures: readonly string[] };
}

/** Where every number of a page comes from; none when it has none. */
export function originSections(page: Cited): PageSection[] {
  const { prose, figures, also } = page;
  const uses = prose === undefined ? [] : proseReferences(prose);
  const idsOf = (kind: string): string[] => [
    ...new Set(uses.filter((use) => use.kind === kind).map(({ id }) => id)),
  ];
  const figureIds = [...new Set([...idsOf('figure'), ...also.figures])].toSorted();
  const cited = figureIds.flatMap((id): Passport[] => {
    const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
    return figure === undefined ? [] : [passportOf(id, figure)];
  });
  const measureIds = [...new Set([...idsOf('measure'), ...also.measures])].toSorted(inRuleOrder);
  const measures = measureIds.map((id) => measurePassport(id, page));
  const fields = idsOf('discipline').map(disciplinePassport);
  return [
    section('passports', 'Figures and their passports', cited),
    section('measures', 'Measures and their passports', [...measures, ...fields]),
  ].filter(({ blocks }) => blocks.length > 0);
}

/** As the list of all measures has them. */
function inRuleOrder(a: string, b: string): number {
  const place = (id: string) => MEASURES.findIndex((each) => each.id === id);
  return place(a) - place(b);
}

function section(id: string, title: string, passports: readonly Passport[]): PageSection {
  const blocks = passports.length === 0 ? [] : [{ kind: 'passports', passports } as const];
  return { id, title, level: 2, blocks };
}

function disciplinePassport(field: string): Passport {
  return {
    anchor: `discipline-${field}`,
    id: `discipline ${field}`,
    label: 'Discipline of the case',
    value: '',
    unit: '',
    told: 'Computed the same way for every case.',
    document: 'Capital efficiency, EFF-1 to EFF-7',
    locator: '',
    href: 'method/capital-efficiency',
  };
}
