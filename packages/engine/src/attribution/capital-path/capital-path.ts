import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { MeasureRequest } from '../group.js';
import { harsanyiDividends } from '../harsanyi.js';
import { memberCount, shapleyValues } from '../shapley.js';
import { type SubsetLattice, subsetCount } from '../subsets.js';
import type { CapitalLine } from './capital-line.js';

/** Groups that are told as one party: together they are all groups, each in one party. */
export interface Party {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** A part of a capital line: a link of it, or its rest. */
export interface PathLink {
  readonly id: string;
  readonly title: string;
  /** Null for the rest, which is the line less its links. */
  readonly measure: MeasureRequest | null;
}

/** What one group, or what one set of parties together, gave to a line and to each of its links. */
export interface PathRow {
  readonly ids: readonly string[];
  readonly title: string;
  readonly value: number;
  /** In the order of the links; they sum to `value`. */
  readonly byLink: readonly number[];
}

/** A capital line attributed: to groups by Shapley value, to parties alone and together. */
export interface CapitalPath {
  readonly line: CapitalLine;
  readonly unit: string;
  readonly links: readonly PathLink[];
  readonly from: number;
  readonly to: number;
  readonly total: PathRow;
  readonly groups: readonly PathRow[];
  /** Each party alone, then each set of parties for what only all of them together do. */
  readonly together: readonly PathRow[];
}

/**
 * Carries a decomposition along a capital line (ATTR-30 to ATTR-32): every number is split by link,
 * and the splits sum to the line because Shapley values and dividends add over measures. The
 * lattice must hold the measures of the line. Issues: `attribution.measure` for one it has not,
 * `attribution.parties` when the parties are not a partition of the groups.
 */
export function capitalPath(
  lattice: SubsetLattice,
  line: CapitalLine,
  parties: readonly Party[],
): Result<CapitalPath> {
  const columns = columnsOf(lattice, line);
  if (!columns.ok) return columns;
  const partyOf = partition(lattice, parties);
  if (!partyOf.ok) return partyOf;
  const whole = itemAt(columns.value, 0);
  const players = lattice.groups.length;
  const shapley = columns.value.map((column) => shapleyValues(column, players));
  const dividends = columns.value.map((column) => byParties(column, partyOf.value));
  const row = (ids: readonly string[], title: string, parts: readonly number[]): PathRow => {
    const [value = 0, ...byLink] = parts;
    return { ids, title, value, byLink };
  };
  const at = (columnsAt: readonly Float64Array[], index: number): readonly number[] =>
    columnsAt.map((column) => itemAt(column, index));
  return ok({
    line,
    unit: 'USD million',
    links: [
      ...line.links.map(({ id, title, measure }) => ({ id, title, measure })),
      { ...line.rest, measure: null },
    ],
    from: itemAt(whole, 0),
    to: itemAt(whole, whole.length - 1),
    total: row(
      [],
      'Total',
      columns.value.map((column) => itemAt(column, column.length - 1) - itemAt(column, 0)),
    ),
    groups: lattice.groups.map(({ id, title }, player) => row([id], title, at(shapley, player))),
    together: setsOf(parties.length).map((mask) => {
      const members = parties.filter((_, party) => (mask & (1 << party)) !== 0);
      const ids = members.map(({ id }) => id);
      return row(ids, titleOf(members.map(({ title }) => title)), at(dividends, mask));
    }),
  });
}

/** The line, its links, and last the rest, over all subsets. */
function columnsOf(lattice: SubsetLattice, line: CapitalLine): Result<readonly Float64Array[]> {
  const columns: Float64Array[] = [];
  for (const { id, scenario } of [line.measure, ...line.links.map(({ measure }) => measure)]) {
    const at = lattice.measures.findIndex((each) => each.id === id && each.scenario === scenario);
    const column = lattice.values[at];
    if (column === undefined) {
      return fail(issue('attribution.measure', `${id}[${scenario}]`, 'in the lattice', 'absent'));
    }
    columns.push(column);
  }
  const [whole, ...links] = columns;
  const rest = whole?.map((value, mask) =>
    links.reduce((left, column) => left - itemAt(column, mask), value),
  );
  return ok(rest === undefined ? [] : [...columns, rest]);
}

/** The party of each group, in the order of the groups. */
function partition(lattice: SubsetLattice, parties: readonly Party[]): Result<readonly number[]> {
  const named = parties.flatMap(({ groups }) => groups).sort();
  const wanted = lattice.groups.map(({ id }) => id).sort();
  if (named.join('\n') !== wanted.join('\n')) {
    const expected = `each of ${wanted.join(', ')} in one party`;
    return fail(issue('attribution.parties', 'parties', expected, named.join(', ')));
  }
  return ok(lattice.groups.map(({ id }) => parties.findIndex(({ groups }) => groups.includes(id))));
}

/** Every set of parties as a mask, the small ones first. */
function setsOf(parties: number): readonly number[] {
  const masks = Array.from({ length: subsetCount(parties) - 1 }, (_, index) => index + 1);
  return masks.sort((a, b) => memberCount(a) - memberCount(b) || a - b);
}

/** By set of parties: dividends of the sets of groups that come from all of them and no other. */
function byParties(column: Float64Array, partyOf: readonly number[]): Float64Array {
  const dividends = harsanyiDividends(column);
  const sums = new Float64Array(subsetCount(Math.max(...partyOf) + 1));
  for (let mask = 1; mask < dividends.length; mask += 1) {
    let met = 0;
    partyOf.forEach((party, player) => {
      if ((mask & (1 << player)) !== 0) met |= 1 << party;
    });
    sums[met] = itemAt(sums, met) + itemAt(dividends, mask);
  }
  return sums;
}

function titleOf(titles: readonly string[]): string {
  const [first = '', ...others] = titles;
  return others.length === 0 ? `${first} alone` : `${titles.join(' and ')} only together`;
}
