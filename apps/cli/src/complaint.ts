import type { Issue } from '@almfes/engine';
import { printable } from '@almfes/report';

const SHOWN_ISSUES = 10;
const LINE_LETTERS = 300;

/** One clear line on what could not be done. */
export function complaint(text: string): string {
  return `almfes: ${oneLine(text)}\n`;
}

/** A line for the whole and one for each issue, ten at most and a count of the others. */
export function complaintWithIssues(text: string, issues: readonly Issue[]): string {
  const lines = issues
    .slice(0, SHOWN_ISSUES)
    .map(({ code, path, expected, got }) => `${code} at ${path}: expected ${expected}, got ${got}`);
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more`);
  return complaint(text) + lines.map((line) => `  ${oneLine(line)}\n`).join('');
}

/** Input is quoted in complaints: it must neither break the line nor flood the screen. */
function oneLine(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' '));
  return line.length > LINE_LETTERS ? `${line.slice(0, LINE_LETTERS)}\u2026` : line;
}
