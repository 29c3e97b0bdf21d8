import { type ColumnSource, type TermName, termOf } from '../mapping/index.js';
import type { ColumnProfile } from '../profile/index.js';
import { meaningOf } from './code-meanings.js';
import type { ProposalLine, Reason } from './proposal.js';
import { proposeUnit } from './propose-unit.js';
import type { NameMatch } from './synonyms.js';

interface Reading {
  readonly source: ColumnSource;
  readonly reasons: readonly Reason[];
}

const NAME_POINTS = 0.6;
const TYPE_POINTS = 0.2;
const VALUE_POINTS = 0.2;

/**
 * A column as the source of a term, or undefined when its cells cannot be of that type. Points:
 * name up to 0.6, type 0.2, values up to 0.2; what speaks against takes points away.
 */
export function proposeLine(match: NameMatch, column: ColumnProfile): ProposalLine | undefined {
  const reading = readAs(match.term, column);
  if (reading === undefined) return undefined;
  const name = {
    points: NAME_POINTS * match.strength,
    evidence: `the name matches ${match.evidence}`,
  };
  const reasons = [name, ...reading.reasons];
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    term: match.term,
    source: reading.source,
    confidence: Math.round(100 * Math.min(1, Math.max(0, points))) / 100,
    evidence: reasons.map(({ evidence }) => evidence),
  };
}

function readAs(term: TermName, column: ColumnProfile): Reading | undefined {
  const { type } = termOf(term);
  if (type === 'date') return readAsDate(column);
  if (type === 'amount' || type === 'rate') return readAsNumber(term, column);
  if (type === 'months') return readAsMonths(term, column);
  return type === 'code' ? readAsCode(term, column) : readAsText(term, column);
}

function readAsDate(column: ColumnProfile): Reading | undefined {
  const [pattern, ...others] = column.patterns ?? [];
  if (column.reads !== 'date' || pattern === undefined) return undefined;
  const type = { points: TYPE_POINTS, evidence: `its cells are dates ${pattern}` };
  const clear =
    others.length === 0
      ? { points: VALUE_POINTS, evidence: 'no other pattern fits' }
      : { points: -VALUE_POINTS, evidence: `as well ${others.join(', ')}: which is it?` };
  return { source: { column: column.name, pattern }, reasons: [type, clear, ...unfit(column)] };
}

function readAsNumber(term: TermName, column: ColumnProfile): Reading | undefined {
  if (column.reads !== 'number') return undefined;
  const { unit, reason } = proposeUnit(term, column);
  const type = { points: TYPE_POINTS, evidence: 'its cells are numbers' };
  const source = { column: column.name, unit, ...numeralsOf(column) };
  return { source, reasons: [type, reason, ...unfit(column)] };
}

function readAsMonths(term: TermName, column: ColumnProfile): Reading | undefined {
  if (column.reads === 'number') {
    const type = { points: TYPE_POINTS, evidence: 'its cells are numbers, taken as months' };
    const source = { column: column.name, unit: 'months', ...numeralsOf(column) } as const;
    return { source, reasons: [type, ...unfit(column)] };
  }
  const coded = readAsCode(term, column);
  if (coded === undefined) return undefined;
  return { ...coded, source: { ...coded.source, unit: 'months' } };
}

function numeralsOf({ numerals }: ColumnProfile): Pick<ColumnSource, 'numerals'> {
  return numerals === undefined || numerals === '1234.5' ? {} : { numerals };
}

function readAsText(term: TermName, column: ColumnProfile): Reading | undefined {
  const source = { column: column.name };
  const type = { points: TYPE_POINTS, evidence: 'any text will do' };
  const filled = column.rows - column.absent;
  if (term === 'contractID') return { source, reasons: [type, idReason(column, filled)] };
  if (column.reads === 'date') return undefined;
  if (term !== 'currency') return { source, reasons: [type, groupReason(column, filled)] };
  const codes = column.examples.every(({ cell }) => /^[A-Z]{3}$/.test(cell));
  const reason = codes
    ? { points: VALUE_POINTS, evidence: 'its cells are codes of three letters' }
    : { points: -VALUE_POINTS, evidence: 'its cells are no currency codes' };
  return { source, reasons: [type, reason] };
}

function idReason({ distinct, reads }: ColumnProfile, filled: number): Reason {
  if (reads === 'date') return { points: -0.4, evidence: 'its cells are dates' };
  if (filled > 0 && distinct === filled) {
    return { points: VALUE_POINTS, evidence: `all ${filled} cells are different` };
  }
  return { points: -0.4, evidence: `${distinct} different cells in ${filled} rows` };
}

/** A product groups rows: fewer different cells than half the rows. */
function groupReason({ distinct, reads }: ColumnProfile, filled: number): Reason {
  if (reads === 'number') return { points: -0.1, evidence: 'its cells are numbers' };
  return 2 * distinct <= filled
    ? { points: VALUE_POINTS, evidence: `${distinct} different cells group the rows` }
    : { points: 0, evidence: `${distinct} different cells in ${filled} rows` };
}

const MOST_CODES = 25;

function readAsCode(term: TermName, column: ColumnProfile): Reading | undefined {
  if (column.reads === 'date' || column.distinct > MOST_CODES) return undefined;
  const pairs = column.examples.map(({ cell }) => [cell, meaningOf(term, cell)] as const);
  const known = pairs.flatMap(([cell, meaning]) =>
    meaning === undefined ? [] : [[cell, meaning]],
  );
  const unknown = pairs.flatMap(([cell, meaning]) => (meaning === undefined ? [cell] : []));
  if (known.length === 0) return undefined;
  const source = { column: column.name, codes: Object.fromEntries(known) };
  const type = {
    points: TYPE_POINTS,
    evidence: `known codes ${known.map(([cell]) => cell).join(', ')}`,
  };
  const all =
    unknown.length === 0
      ? { points: VALUE_POINTS, evidence: 'every code is known' }
      : { points: -VALUE_POINTS, evidence: `unknown codes ${unknown.join(', ')}` };
  return { source, reasons: [type, all] };
}

function unfit({ unfit: count, reads }: ColumnProfile): readonly Reason[] {
  return count === 0 ? [] : [{ points: -0.05, evidence: `${count} cells are no ${reads}` }];
}
