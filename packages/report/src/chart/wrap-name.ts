import { textWidth } from './text-width.js';

/** A name on as many lines as it needs, broken at spaces alone: a comma ends its line. */
export function wrapName(name: string, widthPx: number): string {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}
