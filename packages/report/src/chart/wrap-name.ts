import { textWidth } from './text-width.js';

/**
 * A name on as many lines as it needs, broken at spaces, and after a hyphen between letters where
 * the word is wider than the room: a comma ends its line.
 */
export function wrapName(name: string, widthPx: number, font?: string): string {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, font) <= widthPx) lines[lines.length - 1] = longer;
    else if (textWidth(word, font) <= widthPx) lines.push(word);
    else lines.push(...word.split(/(?<=\p{L}-)(?=\p{L})/u));
  }
  return lines.join('\n');
}
