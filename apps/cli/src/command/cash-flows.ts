import { basename, resolve } from 'node:path';
import { type ContractTestAnswer, contractTestAnswers, type Issue } from '@almfes/engine';
import { readJson } from '../case-run.js';
import { complaint } from '../complaint.js';
import { contractAnswerJson, issuesJson } from '../contract-answer-json.js';
import { contractEventTable } from '../contract-event-table.js';
import type { Effects } from '../effect/effects.js';
import { issueText } from '../issue-text.js';
import type { ExitCode } from './exit-code.js';

export interface CashFlowOptions {
  readonly json?: boolean;
}

const SHOWN_ISSUES = 20;

/** `almfes cashflows`: the events of the contract, or of each contract, of one file. */
export async function cashFlowCommand(
  file: string,
  options: CashFlowOptions,
  effects: Effects,
): Promise<ExitCode> {
  const read = await readJson(resolve(effects.workingFolder, file), effects.files);
  const answers = read.ok
    ? effects.longWork('events', () => contractTestAnswers(read.value))
    : read;
  if (!answers.ok) return refuse(answers.issues, file, options, effects);
  const [only] = answers.value.answers;
  if (!answers.value.isSet && only !== undefined) {
    if (!only.events.ok) return refuse(only.events.issues, file, options, effects);
  }
  const broken = answers.value.answers.filter(({ events }) => !events.ok);
  for (const answer of broken) sayIssues(answer, effects);
  const isNothing = broken.length === answers.value.answers.length;
  if (options.json === true) effects.stdout(contractAnswerJson(answers.value));
  else if (!isNothing) effects.stdout(contractEventTable(answers.value));
  if (isNothing) return 2;
  return broken.length === 0 ? 0 : 1;
}

function refuse(
  issues: readonly Issue[],
  file: string,
  options: CashFlowOptions,
  effects: Effects,
): ExitCode {
  if (options.json === true) effects.stdout(issuesJson(issues));
  complain(basename(file), issues, effects);
  return 2;
}

function sayIssues({ id, events }: ContractTestAnswer, effects: Effects): void {
  if (!events.ok) complain(id, events.issues, effects);
}

/** One line an issue; a file of a thousand faults must not flood the screen. */
function complain(what: string, issues: readonly Issue[], { stderr }: Effects): void {
  for (const one of issues.slice(0, SHOWN_ISSUES)) {
    stderr(complaint(`${what}: ${issueText(one)}`));
  }
  const rest = issues.length - SHOWN_ISSUES;
  if (rest > 0) stderr(complaint(`${what}: and ${rest} more`));
}
