import { type Book, NUMBER_COLUMNS, TEXT_COLUMNS } from '../balance-sheet/index.js';
import { type Issue, issue, itemAt } from '../foundation/index.js';
import { MAX_POSITIONS, POSITION_SHAPE } from './parse-position.js';

/** More issues than this tell nothing new; a book of a million rows could have as many. */
const MOST_ISSUES = 1000;

/**
 * Issues of the cells of a Book that no parser has read: each cell by the rule of its term in
 * `parseStudy`, ids unique and in order, columns as long as the ids. At most the first thousand.
 */
export function bookColumnIssues(book: Book): Issue[] {
  const shape = lengthIssues(book);
  if (shape.length > 0) return shape;
  const issues = [...idIssues(book.id), ...signIssues(book)];
  for (const name of TEXT_COLUMNS) {
    book[name].names.forEach((text, code) => {
      const read: (value: unknown, path: string, issues: Issue[]) => unknown = POSITION_SHAPE[name];
      if (issues.length < MOST_ISSUES) read(text, `/book/${name}/names/${code}`, issues);
    });
  }
  for (const name of NUMBER_COLUMNS) numberIssues(book, name, issues);
  return issues;
}

function lengthIssues(book: Book): Issue[] {
  const rows = book.id.length;
  const issues: Issue[] = [];
  if (rows > MAX_POSITIONS) {
    issues.push(issue('length', '/book', `at most ${MAX_POSITIONS} positions`, String(rows)));
  }
  const lengths = [
    ...(['side', 'floats', ...NUMBER_COLUMNS] as const).map((name) => [name, book[name].length]),
    ...TEXT_COLUMNS.map((name) => [name, book[name].codes.length]),
  ];
  for (const [name, length] of lengths) {
    if (length === rows) continue;
    issues.push(issue('length', `/book/${name}`, `${rows} rows, as many as ids`, String(length)));
  }
  return issues;
}

/** Rows stand in id order (BOOK-2), so that an id that stands twice has its like before it. */
function idIssues(ids: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  for (let row = 0; row < ids.length && issues.length < MOST_ISSUES; row += 1) {
    const id = itemAt(ids, row);
    const before = ids[row - 1];
    const at = `/book/id/${row}`;
    POSITION_SHAPE.id(id, at, issues);
    if (before === id) issues.push(issue('duplicate-id', at, 'unique position ids', id));
    else if (before !== undefined && before > id) {
      issues.push(issue('order', at, `an id after "${before}"`, id));
    }
  }
  return issues;
}

function signIssues({ side, floats }: Book): Issue[] {
  const issues: Issue[] = [];
  for (let row = 0; row < side.length && issues.length < MOST_ISSUES; row += 1) {
    const sign = itemAt(side, row);
    const code = itemAt(floats, row);
    if (sign !== 1 && sign !== -1) {
      issues.push(issue('enum', `/book/side/${row}`, 'one of 1, -1', String(sign)));
    }
    if (code > 1) issues.push(issue('enum', `/book/floats/${row}`, 'one of 0, 1', String(code)));
  }
  return issues;
}

/** A cell is read twice when it is wrong: its path is written only then. */
function numberIssues(book: Book, name: (typeof NUMBER_COLUMNS)[number], issues: Issue[]): void {
  const read = POSITION_SHAPE[name];
  const probe: Issue[] = [];
  const column = book[name];
  for (let row = 0; row < column.length && issues.length < MOST_ISSUES; row += 1) {
    const value = itemAt(column, row);
    if (read(value, '', probe) === undefined) read(value, `/book/${name}/${row}`, issues);
  }
}
