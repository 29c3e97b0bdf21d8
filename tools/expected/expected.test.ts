import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Expected, expectedOf, expectedText } from '../../packages/laboratory/src/index.js';
import { casePath, caseSlugs, libraryCase } from '../case/library-case.js';
import { pageTables, withTables } from './page-table.js';
import { REPRODUCTION_PAGE } from './write-expected.js';

const MENDED_BY = 'if the change is meant: npx tsx tools/expected/write-expected.ts';

function stored(slug: string): Expected {
  return JSON.parse(readFileSync(casePath(slug, 'expected.json'), 'utf8'));
}

/** Rows of `now` that are not the stored ones within the stored tolerance. */
function drift(before: Expected, now: Expected): string[] {
  const { relative, absolute } = before.columns.value;
  return before.rows.flatMap((row, index) => {
    const found = now.rows[index];
    const name = `${row.measure}[${row.scenario}] ${row.unit}`;
    if (found === undefined || `${found.measure}[${found.scenario}] ${found.unit}` !== name) {
      return [`${name} is not row ${index} any more`];
    }
    const difference = Math.abs(found.value - row.value);
    const room = Math.max(absolute, relative * Math.abs(row.value));
    return difference <= room ? [] : [`${name}: ${row.value} is now ${found.value}`];
  });
}

describe.each(caseSlugs())('expected.json of %s', (slug) => {
  const before = stored(slug);
  const now = expectedOf(slug, libraryCase(slug).study);

  it('CASE-10: every headline measure stands where it stood', () => {
    expect(before.schema).toBe('almfes/expected/1');
    expect(before.rows.length).toBe(now.rows.length);
    expect(drift(before, now), MENDED_BY).toEqual([]);
  });

  it('CASE-10: a measure that moved by a millionth is found', () => {
    const [first, ...rest] = now.rows;
    if (first === undefined) throw new Error('no rows');
    const moved = { ...now, rows: [{ ...first, value: first.value * 1.000001 }, ...rest] };
    expect(drift(before, moved)).toHaveLength(1);
  });

  it('CASE-10: the file is as the script writes it', () => {
    expect(expectedText(before)).toBe(readFileSync(casePath(slug, 'expected.json'), 'utf8'));
  });
});

describe('docs/method/reproduction.md', () => {
  const page = readFileSync(REPRODUCTION_PAGE, 'utf8');
  const tables = pageTables();

  it('CASE-1: its tables are what the code gives now', () => {
    expect(withTables(page, tables), MENDED_BY).toBe(page);
  });

  it.each(Object.keys(tables))('CASE-1: the table "%s" stands on the page', (name) => {
    expect(page).toContain(`<!-- table: ${name} -->\n| `);
  });

  it('CASE-1: a table that went stale is found', () => {
    const stale = page.replace('EVE, USD million | 20672 |', 'EVE, USD million | 20600 |');
    expect(stale).not.toBe(page);
    expect(withTables(stale, tables)).not.toBe(stale);
  });
});
