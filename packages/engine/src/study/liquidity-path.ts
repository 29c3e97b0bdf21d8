import {
  intradayRunIn,
  type LadderBucket,
  type LadderKind,
  maturityLadder,
  type RunHour,
  type SegmentOutflow,
  segmentOutflows,
} from '../metric/index.js';
import { viewedIn } from './evaluate.js';
import type { Study } from './study.js';

/**
 * The contractual or the behavioural maturity ladder in one scenario of the Study (LADDER-4). Pure.
 * @throws when the Study has no such scenario.
 */
export function ladderIn(study: Study, scenarioId: string, kind: LadderKind): LadderBucket[] {
  const { program, view } = viewedIn(study, scenarioId);
  return maturityLadder(program, view, kind);
}

/** What every segment of the stated stress has lost by a day (SURV-1); empty without one. */
export function stressBySegment({ liquidityStress }: Study, day: number): SegmentOutflow[] {
  return liquidityStress === undefined ? [] : segmentOutflows(liquidityStress, day);
}

/**
 * The intraday run hour by hour in one scenario (SURV-5); empty without stated hours.
 * @throws when the Study has no such scenario.
 */
export function intradayRunOf(study: Study, scenarioId: string): RunHour[] {
  const { program, view } = viewedIn(study, scenarioId);
  return intradayRunIn({ blocks: study, program }, view);
}
