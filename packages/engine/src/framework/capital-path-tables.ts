import type { CapitalPath, PathRow } from '../attribution/index.js';
import { itemAt } from '../foundation/index.js';
import type { Origin, Table } from './case-result.js';
import { finding } from './finding.js';
import { columns, inWords, lowerFirst, scenarioName, table } from './table.js';
import { type RowCell, tell } from './told.js';

/** Below this a part is not shown, USD million; the notes say what is left out. */
const SHOWN = 0.05;

/**
 * One capital line as a table: what each group gave by Shapley value, then each party alone and
 * what parties do only together, by link (ATTR-31, ATTR-32).
 * `most`: rows of what parties do only together, the widest; absent: all that are shown.
 */
export function capitalPathTable(
  path: CapitalPath,
  { most, origin }: { readonly most?: number; readonly origin?: Origin } = {},
): Table {
  const { line, groups, together, total } = path;
  const shown = widest(together.filter(isShown), most);
  const left = together.length - shown.length;
  const rows = [...groups, ...shown, total];
  const kept = [...path.links.keys()].filter((at) =>
    rows.some(({ byLink }) => isLarge(byLink[at])),
  );
  const linksLeft = path.links.length - kept.length;
  const links = kept.map((at) => itemAt(path.links, at));
  const cells = ({ title, byLink, value }: PathRow): readonly RowCell[] => {
    const row = [title, ...kept.map((at) => itemAt(byLink, at)), value];
    return origin === undefined ? row : tell(origin, row);
  };
  const heads = columns(
    'cause | Cause |',
    ...links.map(({ id, title }) => `${id} | ${title} | USD million`),
    'all | All | USD million',
  );
  const note = (text: string) => (origin === undefined ? text : finding(text, origin));
  return table(
    `capital-path-${line.id}-${line.measure.scenario}`,
    `${line.title} (${nameOf(path)})`,
    heads,
    [
      ...groups.map(cells),
      ...shown.map(cells),
      cells({ ...total, title: `From ${inWords(path.from)} to ${inWords(path.to)}` }),
    ],
    [
      'First the groups by Shapley value, which sum to the last row; then parties alone and what ' +
        'they do only together (Harsanyi dividends), which sum to it as well.',
      `Links: ${links.map((link) => `${link.title}, ${measureName(link.measure)}`).join('; ')}.`,
      note(
        most === undefined
          ? `Not shown: ${linksLeft} links and ${left} sets of parties that are ` +
              `below ${SHOWN} million throughout.`
          : `Not shown: ${linksLeft} links below ${SHOWN} million throughout, and ` +
              `${left} sets of parties, together ${inWords(sumOf(together) - sumOf(shown))}.`,
      ),
    ],
  );
}

/** What the line lost, and to whom: parties alone, and what they do only together. */
export function capitalPathFinding(path: CapitalPath): string {
  const { line, together, from, to, total } = path;
  const parts = together
    .filter(({ ids, value }) => ids.length === 1 || Math.abs(value) >= SHOWN)
    .map(({ title, value }) => `${lowerFirst(title)} ${inWords(value)}`);
  const moved = `${inWords(from)} to ${inWords(to)} million (${inWords(total.value)})`;
  return `${line.title} (${nameOf(path)}): ${moved}: ${parts.join(', ')}.`;
}

/** Every party alone, and of the sets of several the widest; in their order. */
function widest(rows: readonly PathRow[], most = rows.length): readonly PathRow[] {
  const sets = rows.filter(({ ids }) => ids.length > 1);
  const size = ({ value }: PathRow): number => Math.abs(value);
  const kept = new Set(sets.toSorted((a, b) => size(b) - size(a)).slice(0, most));
  return rows.filter((row) => row.ids.length === 1 || kept.has(row));
}

function sumOf(rows: readonly PathRow[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0);
}

function isShown({ value, byLink }: PathRow): boolean {
  return [value, ...byLink].some(isLarge);
}

function isLarge(part: number | undefined): boolean {
  return part !== undefined && Math.abs(part) >= SHOWN;
}

function nameOf({ line: { measure } }: CapitalPath): string {
  return measureName(measure);
}

function measureName(measure: CapitalPath['line']['measure'] | null): string {
  if (measure === null) return 'what is left';
  const { id, scenario } = measure;
  return scenario === '' ? id : `${id} at ${scenarioName(scenario)}`;
}
