import { canonicalJson } from '@almfes/engine';

/**
 * A result as JSON with sorted names and two spaces: the same result gives the same bytes. Throws
 * TypeError when a number is not finite, which JSON would turn into null without a word.
 */
export function jsonText(result: unknown): string {
  const sorted: unknown = JSON.parse(canonicalJson(result));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
