import { GROUPS, type Group } from '../balance-sheet/index.js';
import type { Program, ScenarioRates } from '../cash-flow/index.js';
import { itemAt } from '../foundation/index.js';

/** Anything made on the rates of a scenario or of a bump. */
interface OnRates {
  readonly rates: ScenarioRates;
}

interface Made<V> {
  readonly other: ScenarioRates;
  readonly value: V;
}

/**
 * What is made from the rows of a program in a view alone, kept with the list of rows and the
 * rates: hedges, capital and liquidity do not touch it, nor does another Book whose rows say the
 * same (rule EVAL-10). `make` reads the rows, the rates, and nothing else.
 * @param other a second view of the same rows that `make` reads, such as the base scenario
 */
export function keptByRows<V>(): (
  program: Program,
  view: OnRates,
  make: () => V,
  other?: OnRates,
) => V {
  const kept = new WeakMap<ScenarioRates, WeakMap<object, Made<V>>>();
  return ({ rows }, { rates }, make, { rates: other } = { rates }) => {
    const ofRates = kept.get(rates) ?? new WeakMap<object, Made<V>>();
    kept.set(rates, ofRates);
    const known = ofRates.get(rows);
    if (known !== undefined && known.other === other) return known.value;
    const value = make();
    ofRates.set(rows, { other, value });
    return value;
  };
}

export type ByGroup = Readonly<Record<Group, number>>;

/**
 * The same for sums by group, each over the rows of its group in their order: kept group by
 * group, so that a Change to deposits leaves those of loans. `make` makes all of them.
 */
export function keptByGroup(): (
  program: Program,
  view: OnRates,
  make: () => ByGroup,
  other?: OnRates,
) => ByGroup {
  const kept = new WeakMap<ScenarioRates, WeakMap<object, Made<number>>>();
  return ({ book, rows }, { rates }, make, { rates: other } = { rates }) => {
    const ofRates = kept.get(rates) ?? new WeakMap<object, Made<number>>();
    kept.set(rates, ofRates);
    const sums = { cash: 0, afs: 0, htm: 0, loans: 0, deposits: 0, borrowings: 0, other: 0 };
    let missing = false;
    rows.byGroup.forEach((ofGroup, code) => {
      const known = ofRates.get(ofGroup);
      if (known === undefined || known.other !== other) missing = true;
      else sums[groupNamed(itemAt(book.group.names, code))] = known.value;
    });
    if (!missing) return sums;
    const made = make();
    rows.byGroup.forEach((ofGroup, code) => {
      ofRates.set(ofGroup, { other, value: made[groupNamed(itemAt(book.group.names, code))] });
    });
    return made;
  };
}

/** @throws when a book has a group that is none of the seven: its reader refuses it. */
export function groupNamed(name: string): Group {
  const group = GROUPS.find((candidate) => candidate === name);
  if (group === undefined) throw new Error(`${name} is no group of a book`);
  return group;
}
