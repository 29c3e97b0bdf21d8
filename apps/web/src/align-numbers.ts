/** A node of an HTML tree, as far as this file touches it. */
interface Cell {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Cell[];
}

/** A number, or a range of two, as tables tell them. */
const NUMBER = /^[\u2212+-]?[\d.,]+ ?%?( to [\u2212+-]?[\d.,]+ ?%?)?$/;
const EMPTY = /^[-\u2013]?$/;

/** Columns of numbers stand at the end of their lines, heads included. */
export function alignNumbers(table: Cell): void {
  const rows = elements(table).flatMap((part) => elements(part));
  const body = rows.filter((row) => elements(row).some(({ tagName }) => tagName === 'td'));
  const width = Math.max(0, ...rows.map((row) => elements(row).length));
  for (let column = 1; column < width; column += 1) {
    const texts = body.map((row) => textOf(elements(row)[column]));
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    const words = texts.filter((text) => !NUMBER.test(text) && !EMPTY.test(text)).length;
    if (numbers === 0 || numbers < words) continue;
    for (const row of rows) markEnd(elements(row)[column]);
  }
}

function elements(node: Cell): Cell[] {
  return (node.children ?? []).filter(({ type }) => type === 'element');
}

function textOf(node: Cell | undefined): string {
  if (node === undefined) return '';
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('');
}

function markEnd(cell: Cell | undefined): void {
  if (cell !== undefined) cell.properties = { ...cell.properties, className: ['end'] };
}
