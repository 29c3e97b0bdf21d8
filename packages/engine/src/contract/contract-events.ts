import { type Issue, issue, ok, type Result } from '../foundation/index.js';
import { projectAnn } from './ann.js';
import { projectCapfl } from './capfl.js';
import { projectCec } from './cec.js';
import { projectCeg } from './ceg.js';
import { projectClm } from './clm.js';
import type { ContractTerms } from './contract-terms.js';
import { projectCsh } from './csh.js';
import { isoFromTime } from './date-time.js';
import type { ContractEvent } from './event.js';
import { projectFutur } from './futur.js';
import { projectFxout } from './fxout.js';
import { projectLam } from './lam.js';
import { projectLax } from './lax.js';
import { projectNam } from './nam.js';
import type { ObservedEvent } from './observed-data.js';
import { projectOptns } from './optns.js';
import { projectPam } from './pam.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import type { EventRow } from './run-events.js';
import { projectCom, projectStk } from './stk.js';
import { projectSwaps } from './swaps.js';
import { projectSwppv } from './swppv.js';
import type { ContractType } from './term-dictionary.js';
import { projectUmp } from './ump.js';

/** The rule book: one projection for each contract type. */
const PROJECTIONS: Readonly<Record<ContractType, ProjectContract>> = {
  PAM: projectPam,
  LAM: projectLam,
  NAM: projectNam,
  ANN: projectAnn,
  LAX: projectLax,
  CLM: projectClm,
  UMP: projectUmp,
  CSH: projectCsh,
  STK: projectStk,
  COM: projectCom,
  FXOUT: projectFxout,
  SWPPV: projectSwppv,
  SWAPS: projectSwaps,
  CAPFL: projectCapfl,
  OPTNS: projectOptns,
  FUTUR: projectFutur,
  CEG: projectCeg,
  CEC: projectCec,
};

/** Events with times in seconds, for callers that compute on; see `contractEvents` for text. */
export const projectContract: ProjectContract = (terms, context) =>
  PROJECTIONS[terms.contractType](terms, context);

/**
 * Dated events of a contract with payoff and the states after each (rules CONTRACT-1 and on).
 * Issues name the term, its value and what was expected.
 */
export function contractEvents(
  terms: ContractTerms,
  context: Omit<ContractContext, 'project'>,
): Result<ContractEvent[]> {
  const issues = strayEvents(terms, context.observedEvents);
  if (issues.length > 0) return { ok: false, issues };
  const rows = projectContract(terms, { ...context, project: projectContract });
  return rows.ok ? ok(rows.value.map(eventOfRow)) : rows;
}

/** Kinds of observed events that types act on, beside CE, which tells a guarantee. */
const OBSERVED: Readonly<Partial<Record<ContractType, readonly string[]>>> = {
  PAM: ['AD', 'PP'],
  LAM: ['AD', 'PP'],
  NAM: ['AD', 'PP'],
  ANN: ['AD', 'PP'],
  LAX: ['AD', 'PP'],
  CLM: ['AD', 'XD'],
  UMP: ['AD', 'PR', 'PI'],
  CSH: ['AD'],
  STK: [],
  COM: [],
  FXOUT: [],
  SWPPV: [],
  OPTNS: ['XD'],
  FUTUR: ['XD'],
};

/** An observed event on which this contract would not act; those of its parts are theirs. */
function strayEvents(terms: ContractTerms, events: readonly ObservedEvent[]): Issue[] {
  const kinds = OBSERVED[terms.contractType];
  if (kinds === undefined) return [];
  const expected = [...kinds, 'CE'].join(', ');
  return events
    .filter(({ type, contractId = terms.contractID }) => {
      return contractId === terms.contractID && type !== 'CE' && !kinds.includes(type);
    })
    .map(({ type, time }) => {
      const of = `${type} ${isoFromTime(time)}`;
      return issue('not-applicable', 'eventsObserved', `${expected} for ${terms.contractType}`, of);
    });
}

function eventOfRow(row: EventRow): ContractEvent {
  const { time, type, exerciseTime, ...amounts } = row;
  const event = { eventDate: isoFromTime(time), eventType: type, ...amounts };
  return exerciseTime === undefined ? event : { ...event, exerciseDate: isoFromTime(exerciseTime) };
}
