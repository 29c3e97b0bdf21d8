import type { Answer, CaseResult } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import { documentHtml } from './html/page.js';

/**
 * The report of a case as one self-contained HTML file: no script and no network request, legible
 * in light and dark, on a phone, on a wide screen and on paper. The same result gives the same
 * bytes. Throws RangeError when a number of the result is not finite.
 */
export function htmlReport(result: CaseResult): string {
  return documentHtml(buildDocument(result));
}

/** An Answer as such a page, under the same rules. */
export function htmlAnswer(answer: Answer): string {
  return documentHtml(answerDocument(answer));
}
