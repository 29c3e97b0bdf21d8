import type { Issue } from '../../foundation/index.js';
import type { Study } from '../../study/index.js';
import type { CoalitionColumn } from '../coalition-values.js';
import type { MeasureRequest } from '../group.js';
import { askedColumns, type SubsetLattice } from '../subsets.js';
import { capitalLines, measuresOfLines } from './capital-line.js';
import { type CapitalPath, capitalPath, type Party } from './capital-path.js';
import { partiesOf } from './party.js';

/** The paths to capital of one scenario, from the lattice of an attribution. */
export interface CapitalAttribution {
  /** Id of a scenario of the Study. */
  readonly scenario: string;
  readonly parties: readonly Party[];
  readonly paths: readonly CapitalPath[];
  /** Lines of which some measure has no value in some subset. */
  readonly refused: readonly { readonly line: MeasureRequest; readonly issue: Issue }[];
}

/** The scenario of the paths to capital; absent: that in which EVE changes most at either end. */
export interface CapitalRequest {
  readonly scenario?: string;
}

/** Ids of all measures that paths to capital read. */
export const CAPITAL_PATH_MEASURES: readonly string[] = [
  ...new Set([
    'eve.change',
    ...measuresOfLines(capitalLines('0', { withRegime: true })).map(({ id }) => id),
  ]),
];

export function readsForCapital(id: string): boolean {
  return CAPITAL_PATH_MEASURES.includes(id);
}

/**
 * Every capital line carried along its links (ATTR-33) from a lattice that is there already;
 * nothing is evaluated. A line that the lattice cannot give is listed with the reason.
 */
export function capitalAttribution(
  of: {
    readonly from: Study;
    readonly lattice: SubsetLattice;
    /** Every measure that was evaluated, with the reason of those that have no value. */
    readonly columns: readonly CoalitionColumn[];
  },
  { scenario = mostMoved(of.lattice) }: CapitalRequest,
): CapitalAttribution {
  const { lattice, columns, from } = of;
  const parties = partiesOf(from, lattice.groups);
  const paths: CapitalPath[] = [];
  const withRegime = from.capitalRegime !== undefined;
  const refused: CapitalAttribution['refused'][number][] = [];
  for (const line of capitalLines(scenario, { withRegime })) {
    const measured = askedColumns(columns, measuresOfLines([line]));
    const path = measured.ok ? capitalPath(lattice, line, parties) : measured;
    if (path.ok) paths.push(path.value);
    else refused.push(...path.issues.map((found) => ({ line: line.measure, issue: found })));
  }
  return { scenario, parties, paths, refused };
}

/** The scenario in which EVE changes most at either end; that of the base where none changes. */
function mostMoved({ measures, values }: SubsetLattice): string {
  let most = { scenario: '0', size: 0 };
  for (const [at, { id, scenario }] of measures.entries()) {
    const ends = [values[at]?.at(0) ?? 0, values[at]?.at(-1) ?? 0];
    const size = id === 'eve.change' ? Math.max(...ends.map(Math.abs)) : 0;
    if (size > most.size) most = { scenario, size };
  }
  return most.scenario;
}
