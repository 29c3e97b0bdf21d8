export { caseResultSchema } from './case-result-schema.js';
export { formatChange, formatNumber } from './format.js';
export { CONTENT_SECURITY_POLICY } from './html/content-security-policy.js';
export type { HrefOf } from './html/marked.js';
export { htmlAnswer, htmlReport } from './html-report.js';
export {
  answerSections,
  caseSections,
  type HtmlBlock,
  type HtmlSection,
  partSection,
} from './html-section.js';
export { answerNumbers, type ReportNumber, reportNumbers } from './report-numbers.js';
export type * from './site-page.js';
export { SITE_STYLE } from './site-style.js';
export { printable } from './text/printable.js';
export { type TextReportOptions, textAnswer, textReport } from './text-report.js';
