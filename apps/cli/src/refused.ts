import type { Issue } from '@almfes/engine';
import type { ExitCode } from './command/exit-code.js';
import { complaint, complaintWithIssues } from './complaint.js';
import { issuesJson } from './contract-answer-json.js';
import type { Effects } from './effect/effects.js';

/**
 * Tells why a command gives no answer, with `json` as JSON too; a name that is no case in its own
 * words.
 */
export function refused(
  what: string,
  issues: readonly Issue[],
  { json }: { readonly json?: boolean },
  { stdout, stderr }: Pick<Effects, 'stdout' | 'stderr'>,
): ExitCode {
  if (json === true) stdout(issuesJson(issues));
  const [first] = issues;
  const named = issues.length === 1 && first?.code.startsWith('CASE_') === true;
  stderr(named ? complaint(first.message) : complaintWithIssues(what, issues));
  return 2;
}
