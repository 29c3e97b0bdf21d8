/** No file of the laboratory nests deeper than ten; what does would exhaust a reader's stack. */
export const MOST_DEPTH = 64;

/** Whether brackets outside of texts stand deeper in one another than any file needs. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (isText && character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (!isText && (character === '[' || character === '{')) depth += 1;
    else if (!isText && (character === ']' || character === '}')) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}
