import type { ConformanceVerdict } from './conformance-rule.js';

const DIFFERENCES_SHOWN = 5;

/** The verdicts as lines of a table, differences under their rule, the counts last. */
export function conformanceTable(verdicts: readonly ConformanceVerdict[]): string[] {
  const head = ['paragraph', 'evidence', 'compared', 'verdict', 'rule'];
  const cells = verdicts.map(({ paragraph, evidence, compared, verdict, rule }) => [
    paragraph,
    evidence,
    String(compared),
    verdict,
    rule,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = verdicts.flatMap((verdict, at) => [
    line(cells[at] ?? []),
    ...verdict.differences.slice(0, DIFFERENCES_SHOWN).map((each) => `    ${each}`),
  ]);
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body, counts(verdicts)];
}

function counts(verdicts: readonly ConformanceVerdict[]): string {
  const count = (verdict: ConformanceVerdict['verdict']): number =>
    verdicts.filter((each) => each.verdict === verdict).length;
  const recalled = verdicts.filter(({ evidence }) => evidence === 'recalled').length;
  return (
    `${count('conforms')} conform, ${count('differs')} differ, ` +
    `${count('not checked')} not checked (${recalled} rest on memory)`
  );
}
