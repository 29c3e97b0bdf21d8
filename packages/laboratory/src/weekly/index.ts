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
  type SourceRead,
  TECHNIQUES,
  type Technique,
} from './entry.js';
export { entryName, fillIssue, gradesUsed } from './fill-issue.js';
export { isoWeekOf, mondayOf } from './iso-week.js';
export { type NamedText, parseEntries } from './parse-entries.js';
export { parseIssue } from './parse-issue.js';
export {
  ISSUE_KINDS,
  ISSUE_SECTIONS,
  type IssueFront,
  type IssueKind,
  type WeeklyIssue,
} from './weekly-issue.js';
