export * from './call-report-of.js';
export * from './call-reports.js';
export type { CallReportField, FieldUnit, Schedule } from './field/field.js';
export { FIELD_NAMES, FIELDS, type FieldName, isFieldName } from './field/fields.js';
export { findInstitutions, type InstitutionMatch } from './find-institutions.js';
export { institutionTitle } from './institution-title.js';
export { type CallReportZip, parseCallReports } from './parse-call-reports.js';
