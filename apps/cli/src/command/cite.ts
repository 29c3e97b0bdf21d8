import { type CitationFormat, citationText } from '@almfes/laboratory';
import { citedBy } from '../cited.js';
import type { Effects } from '../effect/effects.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';

/** `almfes cite`: how a version of a case or of a weekly issue is cited (rule CITE-10). */
export async function citeCommand(
  what: string,
  { format }: { readonly format: CitationFormat },
  effects: Effects,
): Promise<ExitCode> {
  const citable = await citedBy(what, effects);
  if (!citable.ok) return refused(`${what} cannot be cited`, citable.issues, {}, effects);
  effects.stdout(citationText(citable.value, format));
  return 0;
}
