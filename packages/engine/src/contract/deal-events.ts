import type { BusinessDayShift } from './business-day-shift.js';
import type { ContractTerms } from './contract-terms.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

/** Purchase and termination, on their dates as they are written. */
export function dealEvents(terms: ContractTerms, shift: BusinessDayShift): ScheduledEvent[] {
  const { purchaseDate, terminationDate } = terms;
  const events: ScheduledEvent[] = [];
  if (purchaseDate !== undefined) events.push(fixedEvent('PRD', purchaseDate, shift));
  if (terminationDate !== undefined) events.push(fixedEvent('TD', terminationDate, shift));
  return events;
}
