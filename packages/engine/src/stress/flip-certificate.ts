import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Crossing } from './flip-boundary.js';
import type { FlipProblem } from './flip-problem.js';

/** Both sides of a flip, with the slack found at each (FLIP-5). */
export interface FlipCertificate extends Crossing {
  readonly holdsSlack: number;
  readonly breachedSlack: number;
}

/** The widest gap between the two sides, as a share of the range of each move. */
const WIDEST_GAP = 1e-5;

/**
 * Evaluates both sides of a flip again: the limit holds at one, is breached at the other, the two
 * lie together and the slacks are those stated. Issues: `flip.holds`, `flip.breached`, `flip.gap`,
 * `flip.range`, `flip.slack`, and those of the slack itself.
 */
export function checkFlip(
  { moves, slackAt }: Pick<FlipProblem, 'moves' | 'slackAt'>,
  stated: FlipCertificate,
): Result<FlipCertificate> {
  const holds = slackAt(stated.holdsAt);
  if (!holds.ok) return holds;
  const breached = slackAt(stated.breachedAt);
  if (!breached.ok) return breached;
  const issues: Issue[] = [];
  const refuse = (code: string, expected: string, got: string) =>
    issues.push(issue(code, 'certificate', expected, got));
  if (!(holds.value > 0)) {
    refuse('flip.holds', 'a positive slack just before', String(holds.value));
  }
  if (!(breached.value <= 0)) {
    refuse('flip.breached', 'no slack just after', String(breached.value));
  }
  if (holds.value !== stated.holdsSlack || breached.value !== stated.breachedSlack) {
    const expected = `slacks of ${stated.holdsSlack} and ${stated.breachedSlack}`;
    refuse('flip.slack', expected, `${holds.value} and ${breached.value}`);
  }
  moves.forEach(({ id, low, high }, index) => {
    const [before, after] = [itemAt(stated.holdsAt, index), itemAt(stated.breachedAt, index)];
    const gap = Math.abs(after - before);
    if (!(gap <= WIDEST_GAP * (high - low))) refuse('flip.gap', `${id} alike`, `${gap} apart`);
    if (!(after >= low && after <= high)) {
      refuse('flip.range', `${id} from ${low} to ${high}`, String(after));
    }
  });
  return issues.length === 0 ? ok(stated) : fail(...issues);
}
