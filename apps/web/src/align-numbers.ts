/** A node of an HTML tree, as far as this file touches it. */
interface Cell {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Cell[];
}

const AMOUNT = '[\\u2212+-]?[\\d.,]+ ?%?';
const UNIT = '(?:[A-Z]{3} )?(?:million|billion|trillion|bp|points?|years?|months?|days?|times)';
/** A number, or a range of two, with its unit or without, as tables tell them. */
const NUMBER = new RegExp(`^(?:[A-Z]{3} )?${AMOUNT}(?: to ${AMOUNT})?(?: ${UNIT})?$`);
const EMPTY = /^[-\u2013]?$/;

/** Columns of numbers, and those that say so, stand at the end of their lines, heads included. */
export function alignNumbers(table: Cell): void {
  const rows = elements(table).flatMap((part) => elements(part));
  const body = rows.filter((row) => elements(row).some(({ tagName }) => tagName === 'td'));
  const width = Math.max(0, ...rows.map((row) => elements(row).length));
  for (let column = 1; column < width; column += 1) {
    const texts = body.map((row) => textOf(elements(row)[column]));
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    const words = texts.filter((text) => !NUMBER.test(text) && !EMPTY.test(text)).length;
    const isSaid = rows.some((row) => elements(row)[column]?.properties?.align === 'right');
    if (!isSaid && (numbers === 0 || numbers < words)) continue;
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
  if (cell === undefined) return;
  const { align: _, ...kept } = cell.properties ?? {};
  cell.properties = { ...kept, className: ['end'] };
}
