import type { Issue } from '@almfes/engine';
import { printable } from '@almfes/report';
import { issueText } from './issue-text.js';

const SHOWN_ISSUES = 10;
const LINE_LETTERS = 400;

/** One clear line on what could not be done. */
export function complaint(text: string): string {
  return `almfes: ${oneLine(text)}\n`;
}

/** A line for the whole, the first issue and how many more there are; the next ten below it. */
export function complaintWithIssues(text: string, issues: readonly Issue[]): string {
  const [first = '', ...others] = issues.map((one) => oneLine(issueText(one)));
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const lines = others.slice(0, SHOWN_ISSUES);
  const rest = others.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more`);
  const head = `almfes: ${oneLine(text)}: ${first}${more}\n`;
  return head + lines.map((line) => `  ${line}\n`).join('');
}

/** Input is quoted in complaints: it must neither break the line nor flood the screen. */
function oneLine(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' '));
  return line.length > LINE_LETTERS ? `${line.slice(0, LINE_LETTERS)}\u2026` : line;
}
