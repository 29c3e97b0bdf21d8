/** A paragraph of at most `width` letters a line: a first prefix, and an equal indent under it. */
export function wrapped(text: string, first: string, width: number): string {
  const room = Math.max(20, width - first.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line]
    .map((each, index) => `${index === 0 ? first : ' '.repeat(first.length)}${each}`)
    .join('\n');
}
