import type { RowAddress } from './linked-tables.js';
import { passportAddress, type SiteCase } from './site-case.js';

/** The method page that tells what was fitted and what was predicted, with results of cases. */
export const REPRODUCTION = 'docs/method/reproduction.md';

const PUBLISHED_COLUMN = 1;

/** Where a published number of its tables leads: to the passport of the figure. */
export function figureRows(cases: readonly SiteCase[]): RowAddress {
  const places = new Map<string, string>(
    cases.flatMap(({ result }) =>
      (result?.publishedVsReproduced ?? []).map(({ id, title, unit }) => {
        const [slug = '', figure = ''] = id.split('/');
        const address = passportAddress(slug, { kind: 'figure', id: figure });
        return [`${title}, ${unit}`, `page:${address}`] as const;
      }),
    ),
  );
  return (_, firstCell, column) =>
    column === PUBLISHED_COLUMN ? places.get(firstCell) : undefined;
}
