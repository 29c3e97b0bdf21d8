import { collect, fail, issue, ok, type Result } from '../foundation/index.js';
import { marketObjectOf, partsOf } from './contract-part.js';
import type { ContractReference, ContractTerms } from './contract-terms.js';
import { effectiveTime, isoFromTime } from './date-time.js';
import type { ContractContext } from './project-contract.js';
import type { EventRow } from './run-events.js';

/** Exposure of the covered contracts at a moment, after their own events of that moment. */
export type ExposureAt = (time: number) => Result<number>;

/**
 * Unsigned exposure that an enhancement covers, before its coverage (rule COMPOSED-15). Issues:
 * those of the covered contracts, `missing`, `type`, `fixing.missing`.
 */
export function coveredExposure(terms: ContractTerms, context: ContractContext): ExposureAt {
  const covered = partsOf(terms, 'COVE');
  const kind = terms.guaranteedExposure ?? 'NO';
  return (time) => {
    const amounts = collect(
      covered.map((part) =>
        kind === 'MV' ? priceAt(part, context, time) : claimAt(part, context, time, kind),
      ),
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

function claimAt(
  part: ContractReference,
  context: ContractContext,
  time: number,
  kind: 'NO' | 'NI',
): Result<number> {
  const { contract } = part;
  if (contract === undefined) {
    const expected = 'notionalPrincipal, or covered contracts with their terms (CNT)';
    return fail(issue('type', 'contractStructure', expected, part.referenceType));
  }
  const states = statesAt(contract, context, time);
  if (!states.ok) return states;
  const { notionalPrincipal, accruedInterest } = states.value;
  return ok(kind === 'NO' ? notionalPrincipal : notionalPrincipal + accruedInterest);
}

type Claim = Pick<EventRow, 'notionalPrincipal' | 'accruedInterest'>;

/** The states of a contract, as an asset, seen by an analysis event of that moment. */
function statesAt(contract: ContractTerms, context: ContractContext, time: number): Result<Claim> {
  const terms = { ...contract, contractRole: 'RPA' } as const;
  if (!isHeld(contract, time)) return ok({ notionalPrincipal: 0, accruedInterest: 0 });
  if (effectiveTime(time) <= effectiveTime(contract.statusDate ?? time)) {
    return ok(statesOnStatus(terms, time));
  }
  const analysis = {
    time,
    type: 'AD',
    value: 0,
    contractId: contract.contractID,
    states: {},
  };
  const observedEvents = [...context.observedEvents, analysis];
  const rows = context.project(terms, { ...context, to: time, observedEvents });
  if (!rows.ok) return rows;
  const seen = rows.value.findLast(({ type }) => type === 'AD');
  if (seen !== undefined) return ok(seen);
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
