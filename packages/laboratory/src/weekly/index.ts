export { type Edition, editionOf, kindLine, permanentUrn, SERIES } from './edition.js';
export {
  ALM_PROCESSES,
  type AlmProcess,
  type Entry,
  type EntrySource,
  EVIDENCE_GRADES,
  type EvidenceGrade,
  type MeasuredResult,
  PHASES,
  type Phase,
  SOURCE_READ,
  type SourceRead,
  TECHNIQUES,
  type Technique,
} from './entry.js';
export { type EntryFact, entryFacts } from './entry-facts.js';
export { atomFeed, editionHtml, type FeedPlace, jsonFeed, rssFeed } from './feed.js';
export { entryName, fillIssue, gradesUsed } from './fill-issue.js';
export { isoWeekOf, mondayOf } from './iso-week.js';
export { issueTemplate } from './issue-template.js';
export { letterHtml } from './letter-html.js';
export { letterMail } from './letter-mail.js';
export { letterText } from './letter-text.js';
export { type NamedText, parseEntries } from './parse-entries.js';
export { parseIssue } from './parse-issue.js';
export { trackerPictures } from './tracker-counts.js';
export { trackerAnswer, trackerTables } from './tracker-tables.js';
export {
  ISSUE_KINDS,
  ISSUE_SECTIONS,
  type IssueFront,
  type IssueKind,
  type WeeklyIssue,
} from './weekly-issue.js';
