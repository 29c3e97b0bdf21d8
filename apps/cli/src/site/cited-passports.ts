import type { Figure } from '@almfes/engine';
import { type Prose, proseReferences } from '@almfes/laboratory';
import type { PageSection, Passport } from '@almfes/report';
import { measurePassport, passportOf } from './passport-of.js';

interface Cited {
  readonly slug: string;
  readonly prose: Prose | undefined;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Figures that stand on the page though no sentence names them. */
  readonly alsoFigures: readonly string[];
}

/** Where every number that the words of a page name comes from; none when they name none. */
export function originSections({ slug, prose, figures, alsoFigures }: Cited): PageSection[] {
  const uses = prose === undefined ? [] : proseReferences(prose);
  const idsOf = (kind: string): string[] => [
    ...new Set(uses.filter((use) => use.kind === kind).map(({ id }) => id)),
  ];
  const figureIds = [...new Set([...idsOf('figure'), ...alsoFigures])].toSorted();
  const cited = figureIds.flatMap((id): Passport[] => {
    const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
    return figure === undefined ? [] : [passportOf(id, figure)];
  });
  const measures = idsOf('measure').map((id) => measurePassport(id, slug));
  const fields = idsOf('discipline').map(disciplinePassport);
  return [
    section('passports', 'Figures and their passports', cited),
    section('measures', 'Measures', [...measures, ...fields]),
  ].filter(({ blocks }) => blocks.length > 0);
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
