import { fail, issue, ok, type Result } from '../foundation/index.js';
import { projectAnn } from './ann.js';
import { projectClm } from './clm.js';
import type { ContractTerms } from './contract-terms.js';
import { isoFromTime } from './date-time.js';
import type { ContractEvent } from './event.js';
import { projectLam } from './lam.js';
import { projectLax } from './lax.js';
import { projectNam } from './nam.js';
import { projectPam } from './pam.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import type { EventRow } from './run-events.js';
import type { ContractType } from './term-dictionary.js';
import { projectUmp } from './ump.js';

/** The rule book: one projection for each contract type. */
const PROJECTIONS: Readonly<Partial<Record<ContractType, ProjectContract>>> = {
  PAM: projectPam,
  LAM: projectLam,
  NAM: projectNam,
  ANN: projectAnn,
  LAX: projectLax,
  CLM: projectClm,
  UMP: projectUmp,
};

/** The contract types that can be projected. */
export const PROJECTED_CONTRACT_TYPES: readonly string[] = Object.keys(PROJECTIONS);

/** Events with times in seconds, for callers that compute on; see `contractEvents` for text. */
export const projectContract: ProjectContract = (terms, context) => {
  const projection = PROJECTIONS[terms.contractType];
  if (projection !== undefined) return projection(terms, context);
  const expected = `one of ${PROJECTED_CONTRACT_TYPES.join(', ')}`;
  return fail(issue('enum', 'contractType', expected, terms.contractType));
};

/**
 * Dated events of a contract with payoff and the states after each (rules CONTRACT-1 and on).
 * Issues name the term, its value and what was expected.
 */
export function contractEvents(
  terms: ContractTerms,
  context: Omit<ContractContext, 'project'>,
): Result<ContractEvent[]> {
  const rows = projectContract(terms, { ...context, project: projectContract });
  return rows.ok ? ok(rows.value.map(eventOfRow)) : rows;
}

function eventOfRow(row: EventRow): ContractEvent {
  const { time, type, exerciseTime, ...amounts } = row;
  const event = { eventDate: isoFromTime(time), eventType: type, ...amounts };
  return exerciseTime === undefined ? event : { ...event, exerciseDate: isoFromTime(exerciseTime) };
}
