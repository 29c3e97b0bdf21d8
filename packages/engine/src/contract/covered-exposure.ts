import { collect, fail, issue, ok, type Result } from '../foundation/index.js';
import { marketObjectOf, partsOf } from './contract-part.js';
import type { ContractReference, ContractTerms } from './contract-terms.js';
import { effectiveTime, isoFromTime } from './date-time.js';
import type { ContractContext } from './project-contract.js';
import type { EventRow } from './run-events.js';

/** Exposure of the covered contracts at a moment, after their own events of that moment. */
export type ExposureAt = (time: number) => Result<number>;

/**
 * Unsigned exposure that an enhancement covers, before its coverage (rule COMPOSED-15), at any of
 * the times given: each covered contract is run once for all of them, when first asked for.
 * Issues: those of the covered contracts, `missing`, `type`, `fixing.missing`.
 */
export function coveredExposure(
  terms: ContractTerms,
  context: ContractContext,
  times: readonly number[],
): ExposureAt {
  const covered = partsOf(terms, 'COVE');
  const kind = terms.guaranteedExposure ?? 'NO';
  const claims = new Map<ContractReference, Result<Claims>>();
  const claimAt = (part: ContractReference, time: number): Result<number> => {
    const known = claims.get(part) ?? claimsOf(part, context, times);
    claims.set(part, known);
    if (!known.ok) return known;
    const claim = known.value.get(time);
    if (claim === undefined) throw new Error('a time that was not given');
    const { notionalPrincipal, accruedInterest } = claim;
    return ok(kind === 'NO' ? notionalPrincipal : notionalPrincipal + accruedInterest);
  };
  return (time) => {
    const amounts = collect(
      covered.map((part) => (kind === 'MV' ? priceAt(part, context, time) : claimAt(part, time))),
    );
    return amounts.ok ? ok(amounts.value.reduce((sum, amount) => sum + amount, 0)) : amounts;
  };
}

/** The observed price of the market object of a part. */
export function priceAt(
  part: ContractReference,
  { observed }: ContractContext,
  time: number,
): Result<number> {
  const code = marketObjectOf(part);
  if (!code.ok) return code;
  const price = observed.get(code.value)?.get(time);
  if (price !== undefined) return ok(price);
  const expected = `an observed value of ${code.value} on ${isoFromTime(time)}`;
  return fail(issue('fixing.missing', 'marketObjectCode', expected, 'nothing'));
}

type Claim = Pick<EventRow, 'notionalPrincipal' | 'accruedInterest'>;
type Claims = ReadonlyMap<number, Claim>;

const NO_CLAIM: Claim = { notionalPrincipal: 0, accruedInterest: 0 };

/** The claim from a covered contract at each time, as an asset, seen by analysis events. */
function claimsOf(
  part: ContractReference,
  context: ContractContext,
  times: readonly number[],
): Result<Claims> {
  const { contract } = part;
  if (contract === undefined) {
    const expected = 'notionalPrincipal, or covered contracts with their terms (CNT)';
    return fail(issue('type', 'contractStructure', expected, part.referenceType));
  }
  const terms = { ...contract, contractRole: 'RPA' } as const;
  const { statusDate = Number.NEGATIVE_INFINITY, contractID: contractId } = contract;
  const isBehind = (time: number) => effectiveTime(time) <= effectiveTime(statusDate);
  const claims = new Map<number, Claim>();
  const ahead: number[] = [];
  for (const time of times) {
    if (!isHeld(contract, time)) claims.set(time, NO_CLAIM);
    else if (isBehind(time)) claims.set(time, statesOnStatus(terms, time));
    else ahead.push(time);
  }
  if (ahead.length === 0) return ok(claims);
  const analyses = ahead.map((time) => ({ time, type: 'AD', value: 0, contractId, states: {} }));
  const observedEvents = [...context.observedEvents, ...analyses];
  const rows = context.project(terms, { ...context, to: Math.max(...ahead), observedEvents });
  if (!rows.ok) return rows;
  for (const row of rows.value) if (row.type === 'AD') claims.set(row.time, row);
  if (ahead.every((time) => claims.has(time))) return ok(claims);
  const expected = 'covered contracts whose states can be analysed';
  return fail(issue('unsupported', 'contractStructure', expected, contract.contractType));
}

/** A contract not yet bought, or terminated, is no claim. */
function isHeld({ purchaseDate, terminationDate }: ContractTerms, time: number): boolean {
  const moment = effectiveTime(time);
  if (purchaseDate !== undefined && effectiveTime(purchaseDate) > moment) return false;
  return terminationDate === undefined || effectiveTime(terminationDate) > moment;
}

/** Up to the status date the terms themselves tell the states. */
function statesOnStatus(terms: ContractTerms, time: number): Claim {
  const begun = effectiveTime(terms.initialExchangeDate ?? time) <= effectiveTime(time);
  if (!begun) return { notionalPrincipal: 0, accruedInterest: 0 };
  const { notionalPrincipal = 0, accruedInterest = 0 } = terms;
  return { notionalPrincipal, accruedInterest };
}
