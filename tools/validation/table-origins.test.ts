import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { linkedTables } from '../../apps/cli/src/site/linked-tables.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'docs/validation';
const PAGES = [
  ...readdirSync(`${ROOT}${FOLDER}`).filter((name) => name.endsWith('.md')),
  '../method/reproduction.md',
];

const textOf = (name: string) => readFileSync(`${ROOT}${FOLDER}/${name}`, 'utf8');

/** Rows of tables, without head and rule. */
function rowsOf(text: string): string[] {
  const lines = text.split('\n');
  const isRule = (line = '') => /^\|[-:| ]+\|$/.test(line);
  return lines.filter(
    (line, at) => line.startsWith('|') && !isRule(line) && !isRule(lines[at + 1]),
  );
}

describe.each(PAGES)('%s', (name) => {
  it('SITE-14: every number of a table, but its first column, is inside a link', () => {
    const loose = rowsOf(linkedTables(textOf(name))).filter((row) =>
      row
        .split('|')
        .slice(2, -1)
        .some((cell) => /\d/.test(cell) && !cell.includes('](')),
    );
    expect(loose).toEqual([]);
  });

  it('SITE-14: what tables rest on names a command, its data, and a test that exists', () => {
    const found = textOf(name)
      .split('\n\n')
      .filter((part) => part.startsWith('Recomputed by '));
    for (const part of found) {
      expect(part).toMatch(/`/);
      expect(part, part).toMatch(/data:/);
      expect(part, part).toMatch(/test:|no test/);
      for (const [, href = ''] of part.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
        if (href.startsWith('http')) continue;
        expect(existsSync(posix.join(ROOT, FOLDER, href)), href).toBe(true);
      }
    }
  });
});

it('SITE-14: a table without such a paragraph in its section stays as it is', () => {
  const text = '| a | b |\n|---|---|\n| x | 1 |\n\n## Next\n\nRecomputed by nothing.';
  expect(linkedTables(text)).toBe(
    '| a | b |\n|---|---|\n| x | 1 |\n\n## Next\n\n- **TABLE-1** Recomputed by nothing.',
  );
});

it('SITE-14: a number leads to the passport of its row, else to the paragraph', () => {
  const text = '<!-- up -->\n| a | b |\n|---|---|\n| x | 1 |\n| y | -2% |\n\nRecomputed by z.';
  const linked = linkedTables(text, (marker, first) =>
    first === 'x' ? `#${marker}-x` : undefined,
  );
  expect(rowsOf(linked)).toEqual(['| x | [1](#up-x) |', '| y | [-2%](#table-1) |']);
});
