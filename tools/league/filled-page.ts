/**
 * The page with the rows of the table after `<!-- marker -->` replaced; head and rule of the table
 * stay. Throws when the page has no such marker.
 */
export function filled(page: string, marker: string, rows: readonly string[]): string {
  const [before, after] = page.split(`<!-- ${marker} -->\n`);
  if (before === undefined || after === undefined) throw new Error(`no marker ${marker}`);
  const [table = '', ...rest] = after.split('\n\n');
  const head = table.split('\n').slice(0, 2);
  const body = [...head, ...rows].join('\n');
  return [`${before}<!-- ${marker} -->\n${body}`, ...rest].join('\n\n');
}

/** Cells of the rows of the table after a marker. */
export function tableOf(page: string, marker: string): string[][] {
  const [, after = ''] = page.split(`<!-- ${marker} -->\n`);
  const [table = ''] = after.split('\n\n');
  return table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
