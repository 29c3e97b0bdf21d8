interface JsonFault {
  /** Line and column, counted from one; empty where the parser does not say. */
  readonly where: string;
  readonly reason: string;
}

/** What JSON.parse complained of, and where in the text; the same words in every Node. */
export function jsonFault(message: string, text: string): JsonFault {
  const found = /^(.*?) in JSON at position (\d+)/s.exec(message);
  if (found !== null) return { where: placeIn(text, Number(found[2])), reason: found[1] ?? '' };
  const ended = message === 'Unexpected end of JSON input';
  const reason = message === '' ? 'text that is not JSON' : message;
  return { where: ended ? placeIn(text, text.length) : '', reason };
}

function placeIn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `, line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
