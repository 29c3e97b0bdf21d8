import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Book, bookFromPositions, positionsFromBook } from '../balance-sheet/index.js';
import { studyHash } from './identity.js';
import { parseStudy } from './parse-study.js';
import type { Study } from './study.js';
import { parseStudyFrame, studyFromBook } from './study-from-book.js';
import { studyJsonPieces } from './study-json-pieces.js';

const FILE = new URL('../../../../docs/example/study/every-part.json', import.meta.url);
const { positions, ...frameJson } = JSON.parse(readFileSync(FILE, 'utf8'));

/** The canonical text itself stands for its hash. */
const asItIs = (text: string): string => text;

function good<T>(result: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const parsed: Study = good(parseStudy({ ...frameJson, positions }));
const frame = good(parseStudyFrame(frameJson));
const book = parsed.book;

/** The book with one cell of a number column changed. */
function withCell(column: 'rate' | 'maturityMonth', row: number, value: number): Book {
  const cells = book[column].slice();
  cells[row] = value;
  return { ...book, [column]: cells };
}

describe('a Study from a frame and columns', () => {
  it('STUDY-10: is the Study that the same positions give as JSON', () => {
    const made = good(studyFromBook(frame, bookFromPositions(positions)));
    expect(studyHash(made, asItIs)).toBe(studyHash(parsed, asItIs));
  });

  it('STUDY-10: a frame with a book is refused, and one that lacks a part', () => {
    const { capital: _, ...short } = frameJson;
    const codes = (value: unknown) => {
      const read = parseStudyFrame(value);
      return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(codes({ ...frameJson, positions })).toEqual(['unknown-key /positions']);
    expect(codes(short)).toEqual(['missing /capital']);
  });

  it('STUDY-10: a cell out of bounds is refused with its column and row, as in JSON', () => {
    const cases: [Book, string][] = [
      [withCell('rate', 3, Number.NaN), '/book/rate/3'],
      [withCell('rate', 2, 5.25), '/book/rate/2'],
      [withCell('maturityMonth', 1, 481), '/book/maturityMonth/1'],
      [withCell('maturityMonth', 1, 2.5), '/book/maturityMonth/1'],
      [{ ...book, side: Int8Array.from(book.side, () => 0) }, '/book/side/0'],
      [{ ...book, id: book.id.map(() => 'same') }, '/book/id/1'],
      [{ ...book, id: [...book.id].reverse() }, '/book/id/1'],
      [{ ...book, rate: book.rate.slice(1) }, '/book/rate'],
      [{ ...book, group: { ...book.group, names: ['gold', ...book.group.names.slice(1)] } }, ''],
    ];
    for (const [wrong, path] of cases) {
      const made = studyFromBook(frame, wrong);
      expect(made.ok).toBe(false);
      if (!made.ok) expect(made.issues[0]?.path).toContain(path);
    }
  });

  it('STUDY-10: rows that do not fit together are refused by the rules of STUDY-5', () => {
    const rows = positionsFromBook(book);
    const wrong = rows.map((row) => (row.id === 'paid' ? { ...row, behaviour: 'gone' } : row));
    const made = studyFromBook(frame, bookFromPositions(wrong));
    const at = rows.findIndex(({ id }) => id === 'paid');
    expect(made.ok ? [] : made.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `unknown-model /book/behaviour/${at}`,
    ]);
  });

  it('STUDY-11: the pieces of its JSON, joined, are read back as the same Study', () => {
    const text = [...studyJsonPieces(parsed)].join('');
    const again = good(parseStudy(JSON.parse(text)));
    expect(studyHash(again, asItIs)).toBe(studyHash(parsed, asItIs));
  });
});
