import { type ColumnSource, type TermName, termOf } from '../mapping/index.js';
import type { ColumnProfile } from '../profile/index.js';
import type { Reason } from './proposal.js';

interface ProposedUnit {
  readonly unit: NonNullable<ColumnSource['unit']>;
  readonly reason: Reason;
}

/** Names that say the unit of an amount. */
const NAMED: readonly (readonly [RegExp, ProposedUnit['unit']])[] = [
  [/(^|[^a-z])(000s?|k|thousands?|usd_?k|tusd)([^a-z]|$)/i, 'USD thousand'],
  [/(^|[^a-z])(mm|mio|millions?|usd_?m|musd)([^a-z]|$)/i, 'USD million'],
  [/(^|[^a-z])cents?([^a-z]|$)/i, 'USD cent'],
];

/** The unit of an amount or rate by name and size (rules TAPE-25 and TAPE-31). */
export function proposeUnit(term: TermName, column: ColumnProfile): ProposedUnit {
  return termOf(term).type === 'rate' ? rateUnit(term, column) : amountUnit(column);
}

/** Sizes do not tell the unit of an amount: 55,000 may be dollars or thousands of them. */
function amountUnit({ name, range }: ColumnProfile): ProposedUnit {
  const named = NAMED.find(([pattern]) => pattern.test(name));
  if (named !== undefined) {
    return { unit: named[1], reason: { points: 0.2, evidence: `the name says ${named[1]}` } };
  }
  const evidence = `half of it to ${short(range?.median ?? 0)}: USD, or thousands?`;
  return { unit: 'USD', reason: { points: -0.1, evidence } };
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function rateUnit(term: TermName, { range }: ColumnProfile): ProposedUnit {
  if (range === undefined) {
    return { unit: 'per cent', reason: { points: -0.2, evidence: 'no rate to tell the unit by' } };
  }
  const { median, p99 } = range;
  const sizes = `half of it to ${short(median)}, nearly all to ${short(p99)}`;
  const reason = (unit: string, points: number): Reason => ({
    points,
    evidence: `${sizes}: looks like ${unit}`,
  });
  if (term === 'rateSpread') {
    // A margin of 0.5 may be half a per cent or half of one: only decimals are plain.
    const unit = p99 <= 0.1 ? 'decimal' : p99 > 20 ? 'basis points' : 'per cent';
    return { unit, reason: reason(unit, 0.1) };
  }
  if (median <= 0.25 && p99 <= 0.4) return { unit: 'decimal', reason: reason('decimals', 0.2) };
  if (median > 25) return { unit: 'basis points', reason: reason('basis points', 0.2) };
  return { unit: 'per cent', reason: reason('per cent', 0.2) };
}
