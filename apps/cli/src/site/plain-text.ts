/** Words of a front matter are text, not Markdown. */
export function plainText(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
