/** Where a number leads, by the marker before its table, the first cell of its row, its column. */
export type RowAddress = (marker: string, firstCell: string, column: number) => string | undefined;

/** What tells where the tables above it come from (SITE-14). */
const RECOMPUTED = 'Recomputed by ';

/**
 * Markdown in which every number of a table leads to where it comes from: to the passport of its
 * row where it has one, else to the next paragraph that says how the tables above it are made
 * again, which gets an anchor. Tables without either stay as they are.
 */
export function linkedTables(body: string, rowAddress: RowAddress = () => undefined): string {
  const lines = body.split('\n');
  const places = placesOf(lines);
  let marker = '';
  return lines
    .map((line, at) => {
      marker = /^<!-- (.+) -->$/.exec(line)?.[1] ?? marker;
      const place = places[at];
      if (line.startsWith(RECOMPUTED) && place !== undefined) return `- **${place}** ${line}`;
      if (!line.startsWith('|') || isHeadOrRule(lines, at)) return line;
      const [first = '', ...others] = cellsOf(line);
      const beneath = place === undefined ? undefined : `#${place.toLowerCase()}`;
      const linked = others.map((cell, index) =>
        linkedCell(cell, rowAddress(marker, first, index + 1) ?? beneath),
      );
      return `| ${[first, ...linked].join(' | ')} |`;
    })
    .join('\n');
}

/** By line: the name of the paragraph that it rests on, itself included, in the same section. */
function placesOf(lines: readonly string[]): readonly (string | undefined)[] {
  const places: (string | undefined)[] = [];
  let place: string | undefined;
  let left = lines.filter((line) => line.startsWith(RECOMPUTED)).length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.startsWith(RECOMPUTED)) {
      place = `TABLE-${left}`;
      left -= 1;
    }
    places[at] = place;
    if (line.startsWith('## ')) place = undefined;
  }
  return places;
}

function isHeadOrRule(lines: readonly string[], at: number): boolean {
  const isRule = (line = '') => /^\|[-:| ]+\|$/.test(line);
  return isRule(lines[at]) || isRule(lines[at + 1]);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** A cell with a digit in it is a number, unless it is a link already. */
function linkedCell(cell: string, href: string | undefined): string {
  return href === undefined || !/\d/.test(cell) || cell.includes('](')
    ? cell
    : `[${cell}](${href})`;
}
