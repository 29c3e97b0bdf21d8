import { isoFromDay } from '@almfes/engine';
import { ISSUE_SECTIONS } from './weekly-issue.js';

const UNDER: Readonly<Record<string, string>> = {
  'What is claimed':
    'TO WRITE: what five to nine entries claim, each named as [[entry ID]]; ids stand in ' +
    'library/weekly/tracker. A measured result is [[figure ID]], never a typed number.',
  'How strong the evidence is':
    'TO WRITE: grade by grade; say which sources were read through another page.',
  'What it changes on Monday':
    'TO WRITE: what a treasurer does differently, with the tools there are.',
  'What would change our mind': 'TO WRITE: the evidence that would, named so that it can be found.',
};

/**
 * An issue to be written: every field and section is there, and the check says by line what is
 * still to write (WEEK-16).
 */
export function issueTemplate(week: string, monday: number): string {
  const sections = ISSUE_SECTIONS.flatMap((title) => [`## ${title}`, '', UNDER[title] ?? '', '']);
  return [
    '---',
    'schema: almfes/weekly-issue/1',
    'title: "TO WRITE: up to 120 letters"',
    'question: "TO WRITE: the question a treasurer would ask"',
    `week: ${week}`,
    `# The day it is written, from ${isoFromDay(monday)} on.`,
    'date: "TO WRITE: YYYY-MM-DD"',
    '# news: at least one source is of this week. reading-list: none is, and the issue says so.',
    'kind: reading-list',
    'version: 1.0.0',
    'licence: CC-BY-4.0',
    'authors: [laboratory]',
    '---',
    '',
    ...sections,
  ].join('\n');
}
