/** Lines of at most `width` letters, broken at spaces; a longer word is broken where it must. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A paragraph with a first prefix and an equal indent under it. */
export function wrapIndented(text: string, first: string, width: number): string {
  const indent = ' '.repeat(first.length);
  return wrap(text, Math.max(20, width - first.length))
    .map((line, index) => `${index === 0 ? first : indent}${line}`)
    .join('\n');
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < word.length; start += width) {
    parts.push(word.slice(start, start + width));
  }
  return parts;
}
