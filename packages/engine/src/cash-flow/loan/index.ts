export { BULLET, LEVEL, LINEAR, type LoanColumns, type Timetable } from './loan-columns.js';
export { type LoanSelection, loansFromTerms } from './loans-from-terms.js';
export { valueLoans } from './value-loans.js';
