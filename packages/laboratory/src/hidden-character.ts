/** Controls but tab and line break, and marks that turn the direction of text (PROSE-1). */
const HIDDEN = /[^\P{C}\n\r\t]/u;

/** The first character that cannot be seen, as `U+202e`, or nothing. */
export function hiddenCharacter(text: string): string | undefined {
  const code = HIDDEN.exec(text)?.[0].codePointAt(0)?.toString(16).padStart(4, '0');
  return code === undefined ? undefined : `U+${code}`;
}
