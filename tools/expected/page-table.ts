import { assumptionChangeTable } from '../../packages/engine/src/framework/assumption-change.js';
import { fitsOf, publishedVsReproduced } from '../../packages/engine/src/framework/reproduce.js';
import type { CaseInput, Fit, Reproduction } from '../../packages/engine/src/index.js';
import { libraryCase } from '../case/library-case.js';

/** The tables of docs/method/reproduction.md, by the name that stands in its markers. */
export function pageTables(): Readonly<Record<string, readonly string[]>> {
  const [own, check, later] = ['svb-2021', 'svb-2020', 'svb-2022'].map(alone);
  if (own === undefined || check === undefined || later === undefined) throw new Error('no case');
  const calibrated = (input: CaseInput) =>
    fitTable(fitsOf(input).filter(({ kind }) => kind === 'calibrated to a disclosure'));
  return {
    'published svb-2021': publishedTable(own),
    'published svb-2020': publishedTable(check),
    'published svb-2022': publishedTable(later),
    'free parameters': fitTable(fitsOf(own).filter(({ kind }) => kind === 'free parameter')),
    'calibrated svb-2021': calibrated(own),
    'calibrated svb-2020': calibrated(check),
    'calibrated svb-2022': calibrated(later),
    'april 2022': lifeTable(own),
    variants: variantTable(own),
  };
}

function alone(slug: string): CaseInput {
  return { ...libraryCase(slug), sisters: [] };
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)];
}

function publishedTable(input: CaseInput): string[] {
  const heads = ['Figure', 'Published', 'Ours', 'Difference', 'Role', 'Aim', 'Met'];
  return markdown(heads, publishedVsReproduced(input).map(publishedRow));
}

function publishedRow(row: Reproduction): string[] {
  const { title, published, reproduced, difference, unit, role, aim } = row;
  const aimed = aim === null ? 'none' : `${aim.toFixed(unit === 'USD million' ? 0 : 1)}`;
  const met = Math.abs(difference) <= (aim ?? 0) ? 'yes' : '**no**';
  const name = `${title}, ${unit}`;
  const numbers = [shown(published, unit), shown(reproduced, unit), shown(difference, unit)];
  return [name, ...numbers, role, aimed, aim === null ? '' : met];
}

/** Millions whole, per cent to 0.1 as published, durations to 0.01. */
function shown(value: number, unit: string): string {
  if (unit === 'USD million') return value.toFixed(0).replace(/^-0$/, '0');
  return value.toFixed(unit === 'years' ? 2 : 1).replace(/^-(0\.0+)$/, '$1');
}

function fitTable(fits: readonly Fit[]): string[] {
  const heads = ['Number', 'Value', 'Solved to', 'Disclosed', 'Reached', 'Source'];
  const rows = fits.map(({ parameter, value, unit, target, targetValue, reached, source }) => [
    parameter.replace(/^[^:]+: /, ''),
    `${significant(value)} ${unit}`,
    target,
    significant(targetValue),
    significant(reached),
    source,
  ]);
  return markdown(heads, rows);
}

/** Five significant digits, no exponent, no zeros that say nothing. */
function significant(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function lifeTable({ study, assumptionChange }: CaseInput): string[] {
  if (assumptionChange === null) throw new Error('no assumption change to tell');
  const told = assumptionChangeTable(study, assumptionChange);
  if (!told.ok) throw new Error(told.issues.map(({ message }) => message).join('\n'));
  const heads = ['Reading', 'EVE at +100 bp, %', 'Average life that gives it, years'];
  return markdown(
    heads,
    told.value.rows.map(([title, published, life]) => [
      String(title),
      Number(published).toFixed(1),
      Number(life).toFixed(2),
    ]),
  );
}

function variantTable({ variants }: CaseInput): string[] {
  const rows = variants.map(({ title, result, chosen }) => [title, result, chosen ? 'yes' : 'no']);
  return markdown(['Variant', 'Result', 'Chosen'], rows);
}

/** The page with every marked table written anew. @throws when a marker has no table. */
export function withTables(page: string, tables: Readonly<Record<string, readonly string[]>>) {
  const block = /<!-- table: ([^>]+) -->\n[\s\S]*?<!-- end -->/g;
  return page.replace(block, (_, name: string) => {
    const lines = tables[name];
    if (lines === undefined) throw new Error(`no table "${name}"`);
    return `<!-- table: ${name} -->\n${lines.join('\n')}\n<!-- end -->`;
  });
}
