import { type Issue, type Read, read } from '@almfes/engine';
import { semanticVersion, slugText } from '../case/case-front.js';
import { mondayOf } from './iso-week.js';
import { oneLine } from './one-line.js';
import { ISSUE_KINDS, type IssueFront } from './weekly-issue.js';

const week: Read<string> = (value, path, issues) => {
  const text = read.identifier(value, path, issues);
  const monday = text === undefined ? undefined : mondayOf(text, path);
  if (monday?.ok === false) issues.push(...monday.issues);
  return monday?.ok === true ? text : undefined;
};

type Written = Omit<IssueFront, 'revised'> & { readonly schema: string };

const front = read.objectWith<Written, { revised: string }>(
  {
    schema: read.oneOf(['almfes/weekly-issue/1']),
    title: oneLine(read.text({ min: 5, max: 120 })),
    question: oneLine(read.text({ min: 10, max: 300 })),
    week,
    date: read.isoDate,
    kind: read.oneOf(ISSUE_KINDS),
    version: semanticVersion,
    licence: read.oneOf(['CC-BY-4.0']),
    authors: read.list(slugText, 20, 1),
  },
  { revised: read.isoDate },
);

/** Reads the front matter of `issue.md`; an unknown key is refused (WEEK-8). */
export const readIssueFront: Read<IssueFront> = (value, path, issues: Issue[]) => {
  const found = front(value, path, issues);
  if (found === undefined) return undefined;
  const { schema: _schema, ...rest } = found;
  return rest;
};
