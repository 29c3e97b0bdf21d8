import type { Answer, CaseResult } from '@almfes/engine';
import { answerDocument } from './answer-document.js';
import { buildDocument } from './build-document.js';
import type { ReportDocument } from './document.js';

/**
 * The report of a case as one self-contained HTML file: no script and no network request, legible
 * in light and dark, on a phone, on a wide screen and on paper. The same result gives the same
 * bytes. Rejects with RangeError when a number of the result is not finite.
 */
export async function htmlReport(result: CaseResult): Promise<string> {
  return pageOf(buildDocument(result));
}

/** An Answer as such a page, under the same rules. */
export async function htmlAnswer(answer: Answer): Promise<string> {
  return pageOf(answerDocument(answer));
}

/** What draws is large: read when a page is made, and not with every command. */
async function pageOf(document: ReportDocument): Promise<string> {
  const { documentHtml } = await import('./html/page.js');
  return documentHtml(document);
}
