export { caseResultSchema } from './case-result-schema.js';
export { CONTENT_SECURITY_POLICY } from './html/content-security-policy.js';
export { htmlAnswer, htmlReport } from './html-report.js';
export { printable } from './text/printable.js';
export { type TextReportOptions, textAnswer, textReport } from './text-report.js';
