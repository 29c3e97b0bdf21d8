/** An id for a link target: lower-case ASCII letters, digits and dashes, never empty. */
export function anchor(...parts: readonly string[]): string {
  const text = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return text === '' ? 'part' : text;
}
