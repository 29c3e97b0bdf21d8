export { caseResultSchema } from './case-result-schema.js';
export { CONTENT_SECURITY_POLICY } from './html/page.js';
export { htmlReport } from './html-report.js';
export { printable } from './text/printable.js';
export { type TextReportOptions, textReport } from './text-report.js';
