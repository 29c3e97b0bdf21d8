import type { CaseVersion } from '@almfes/laboratory';
import type { ListTable, PageSection } from '@almfes/report';
import { contributionAddress } from './site-contribution.js';

const COLUMNS = ['Version', 'Day', 'What changed', 'Through'] as const;

/** What each version changed and through whom (CITE-5), the latest first; none: no section. */
export function versionSections(versions: readonly CaseVersion[]): PageSection[] {
  if (versions.length === 0) return [];
  const list: ListTable = {
    id: 'version-list',
    title: 'Versions',
    isFixed: true,
    columns: COLUMNS.map((title) => ({ title, align: 'start' })),
    facets: [],
    rows: versions.toReversed().map(({ version, date, what, contributors, contribution }) => ({
      cells: [
        { text: version },
        { text: date },
        { text: what },
        {
          text: contributors.length === 0 ? 'the laboratory' : contributors.join(', '),
          ...(contribution === '' ? {} : { href: contributionAddress(contribution) }),
        },
      ],
      facets: {},
    })),
  };
  const blocks = [{ kind: 'list', list }] as const;
  return [{ id: 'versions', title: 'Versions', level: 2, blocks }];
}
