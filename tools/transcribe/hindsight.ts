/** Cases by decision date: what was published later is hindsight there. */
const decisions = [
  ['svb-2021', '2022-03-01'],
  ['svb-2022', '2023-02-24'],
] as const;

/** The cases, separated by blanks, that were decided before a document was public. */
export function hindsightFor(knownFrom: string): string {
  return decisions
    .filter(([, day]) => knownFrom > day)
    .map(([slug]) => slug)
    .join(' ');
}
