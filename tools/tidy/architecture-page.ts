import type { Architecture, Room } from './architecture.js';
import type { Check } from './check.js';

export const PAGE = 'ARCHITECTURE.md';
const START = '<!-- layers: written by `npm run architecture` from architecture.json -->';
const END = '<!-- /layers -->';

/** The layer table of ARCHITECTURE.md is drawn from architecture.json, never by hand. */
export const architecturePage: Check = {
  name: 'architecture-page',
  title: `${PAGE} shows the layers of architecture.json`,
  run(repository, architecture) {
    if (!repository.files.includes(PAGE)) return [at('is missing')];
    const page = repository.text(PAGE);
    const fresh = withLayerTable(page, architecture);
    if (fresh === undefined) return [at('has no place marked for the layer table')];
    return fresh === page ? [] : [at('is stale: run `npm run architecture`')];
  },
};

const at = (message: string) => ({ file: PAGE, line: 0, message });

/** The page with its table renewed; undefined when the page has no marked place. */
export function withLayerTable(page: string, architecture: Architecture): string | undefined {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) return undefined;
  const table = layerTable(architecture);
  return `${page.slice(0, start + START.length)}\n\n${table}\n\n${page.slice(end)}`;
}

/** Markdown: the workspaces, then the rooms in the order in which they may import. */
export function layerTable(architecture: Architecture): string {
  const packages = architecture.packages.map(
    (layer) => `| \`${layer.path}\` | ${layer.purpose} | ${listed(layer.mayImport)} |`,
  );
  const rooms = architecture.rooms.map(
    (room) => `| \`${room.name}\` | ${purposeOf(room)} | ${listed(room.mayImport)} |`,
  );
  return [
    '| workspace | purpose | may import |',
    '|---|---|---|',
    ...packages,
    '',
    '| room of the engine, lowest first | purpose | may import |',
    '|---|---|---|',
    ...rooms,
  ].join('\n');
}

const purposeOf = (room: Room): string =>
  room.planned === true ? `${room.purpose} (planned)` : room.purpose;

const listed = (names: readonly string[]): string => (names.length === 0 ? '-' : names.join(', '));
