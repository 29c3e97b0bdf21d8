import type { ContractTestAnswers, Issue } from '@almfes/engine';

/**
 * The answers as JSON: a list of events for one contract; for a set an object with a list for each
 * id, in the order of the file, or `{"issues": […]}` where a contract could not be run. Written id
 * by id, because an id such as `__proto__` or `10` does not survive a JavaScript object.
 */
export function contractAnswerJson({ isSet, answers }: ContractTestAnswers): string {
  const parts = answers.map(({ id, events }) => {
    const value = events.ok ? events.value : { issues: events.issues };
    return { id, text: JSON.stringify(value, null, 2) };
  });
  if (!isSet) return `${parts.map(({ text }) => text).join('')}\n`;
  const members = parts.map(({ id, text }) => `${JSON.stringify(id)}: ${text}`);
  return `{${members.map((member) => `\n  ${member.replaceAll('\n', '\n  ')}`).join(',')}\n}\n`;
}

/** `{"issues": […]}` for a file of which nothing could be run. */
export function issuesJson(issues: readonly Issue[]): string {
  return `${JSON.stringify({ issues }, null, 2)}\n`;
}
