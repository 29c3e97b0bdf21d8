/** A name in query text: every name of a column or table passes here (rule TAPE-2). */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in query text: every text passes here (rule TAPE-2). */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function sqlTexts(texts: readonly string[]): string {
  return `(${texts.map(sqlText).join(', ')})`;
}

/** A finite number in query text, to the last bit. */
export function sqlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number for a query`);
  return `cast('${value}' as double)`;
}
