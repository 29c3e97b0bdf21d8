import { fail, issue, itemAt, ok, type Result } from '@almfes/engine';
import { type CutRecord, cutRecord } from './cut-record.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const MOST_COLUMNS = 2000;
const SAMPLE_RECORDS = 200;

export const newRecord = (): CutRecord => {
  return { end: 0, next: 0, cells: 0, innerLines: 0, problem: undefined };
};

/**
 * The delimiter of a CSV file by its first rows (rule TAPE-4): the one that cuts most of them into
 * as many cells as the header, two or more. Two that do so equally well are an issue, not a guess.
 */
export function findDelimiter(sample: Uint8Array, fileName: string): Result<Delimiter> {
  const tried = DELIMITERS.map((delimiter) => {
    return { delimiter, share: agreeingShare(sample, delimiter.charCodeAt(0)) };
  }).toSorted((a, b) => b.share - a.share);
  const best = itemAt(tried, 0);
  const second = itemAt(tried, 1);
  if (best.share === 0) return ok(',');
  if (second.share === best.share) {
    const got = `${said(best.delimiter)} and ${said(second.delimiter)} both fit`;
    return fail(issue('tape.delimiter', fileName, 'a stated delimiter', got));
  }
  return ok(best.delimiter);
}

const said = (delimiter: Delimiter): string => (delimiter === '\t' ? 'tab' : `'${delimiter}'`);

/** Share of the first records with as many cells as the header; 0 when the header is one cell. */
function agreeingShare(sample: Uint8Array, delimiter: number): number {
  const record = newRecord();
  const counts: number[] = [];
  for (let at = 0; at < sample.length && counts.length < SAMPLE_RECORDS; at = record.next) {
    cutRecord(sample, at, { delimiter, isLast: false }, record);
    if (record.next < 0) {
      if (counts.length === 0) counts.push(record.cells);
      break;
    }
    if (record.end > at) counts.push(record.cells);
  }
  const [header = 1, ...rows] = counts;
  if (header < 2) return 0;
  return (1 + rows.filter((cells) => cells === header).length) / counts.length;
}

/** The cells of one record that is known to be well formed. */
export function recordCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charAt(at) === '"') {
      let close = at + 1;
      while (text.charAt(close) !== '"' || text.charAt(close + 1) === '"') {
        close += text.charAt(close) === '"' ? 2 : 1;
        if (close > text.length) break;
      }
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      const found = text.indexOf(delimiter, at);
      const end = found < 0 ? text.length : found;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return cells;
    at += 1;
    if (at === text.length) return [...cells, ''];
  }
}

/** Names of columns: each says something, none is given twice, and they are not all numbers. */
export function checkHeader(
  cells: readonly string[],
  { fileName, row }: { readonly fileName: string; readonly row: number },
): Result<readonly string[]> {
  const path = `${fileName} row ${row}`;
  const names = cells.map((cell) => cell.trim());
  if (names.length > MOST_COLUMNS) {
    const got = `${names.length} columns`;
    return fail(issue('tape.header', path, `at most ${MOST_COLUMNS} columns`, got));
  }
  if (names.every((name) => /^[-+.,\d\s%$]*$/.test(name))) {
    const got = `"${names.join(', ').slice(0, 60)}"`;
    return fail(issue('tape.header', path, 'a row of column names', got));
  }
  const issues = names.flatMap((name, index) => {
    const at = `${path} column ${index + 1}`;
    if (name === '') return [issue('tape.header', at, 'a name', 'nothing')];
    const first = names.indexOf(name);
    if (first === index) return [];
    const got = `"${name}", as column ${first + 1}`;
    return [issue('tape.header', at, 'a name of its own', got)];
  });
  return issues.length > 0 ? fail(...issues) : ok(names);
}
