export { type CaseVersion, caseHistoryText, parseCaseHistory } from './case-history.js';
export { type Author, type Citable, LABORATORY, permanentId } from './citable.js';
export { type CitedArticle, citableArticle } from './citable-article.js';
export { authorsNamed, CASE_CONTENT, type CitedCase, citableCase } from './citable-case.js';
export { citableIssue } from './citable-issue.js';
export {
  apaCitation,
  bibtexEntry,
  CITATION_FORMATS,
  type CitationFormat,
  citationFile,
  citationText,
} from './citation-text.js';
export { contentOf } from './content-hash.js';
