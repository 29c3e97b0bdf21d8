import { describe, expect, it } from 'vitest';
import {
  applyChange,
  baseRowValues,
  type ChangeGroup,
  type DifferenceGroup,
  evaluate,
  type Result,
  type Study,
  studyDifference,
} from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

/** Every measure by name, to the last bit, and what is refused. */
function told(study: Study): Readonly<Record<string, number | string>> {
  const { measures, refused } = evaluate(study);
  const name = ({ id, scenario }: { id: string; scenario: string }) => `${id}[${scenario}]`;
  return Object.fromEntries([
    ...measures.map((measure) => [name(measure), measure.value]),
    ...refused.map((measure) => [name(measure), 'refused']),
  ]);
}

const applied = (study: Study, groups: readonly ChangeGroup[]): Study =>
  groups
    .flatMap(({ changes }) => changes)
    .reduce((at, change) => value(applyChange(at, change, baseRowValues)), study);

const PAIRS = [
  ['svb-2020', 'svb-2021'],
  ['svb-2021', 'svb-2022'],
] as const;

/** Funding alone can leave an EVE below zero, of which no share is told (ATTR-27). */
const SHARES_OF_EVE = ['eve.changeShare', 'convexity.eve'];

describe.each(PAIRS)('from %s to %s', (first, second) => {
  const a = libraryCase(first).study;
  const b = libraryCase(second).study;
  const { from, to, groups } = value(studyDifference(a, b));
  const ends = { first: told(a), second: told(b) };

  it('ATTR-20: on common ground both tell what they told, bit for bit', () => {
    expect(told(from)).toEqual(ends.first);
    expect(told(to)).toEqual(ends.second);
  });

  it('ATTR-26: all groups together, in either order, are the second bit for bit', () => {
    expect(told(applied(from, groups))).toEqual(ends.second);
    expect(told(applied(from, [...groups].reverse()))).toEqual(ends.second);
  });

  it('ATTR-27: each group alone and all but each have all measures, but shares of EVE', () => {
    const subsets = groups.flatMap((group): DifferenceGroup[][] => [
      [group],
      groups.filter((other) => other !== group),
    ]);
    const missing = subsets.flatMap((subset) => {
      const found = told(applied(from, subset));
      const gone = Object.keys(ends.first).filter(
        (name) =>
          typeof ends.first[name] === 'number' &&
          typeof ends.second[name] === 'number' &&
          typeof found[name] !== 'number',
      );
      return gone.map((name) => name.replace(/\[.*/, ''));
    });
    for (const name of missing) expect(SHARES_OF_EVE).toContain(name);
  });
});

describe('what the disclosures of SVB tell of a year', () => {
  const groups = value(
    studyDifference(libraryCase('svb-2021').study, libraryCase('svb-2022').study),
  ).groups;

  it('ATTR-23: the swaps of 10,700 became 550, and are a year nearer their end (34 to 22)', () => {
    const edits = groups
      .flatMap(({ changes }) => changes)
      .flatMap((change) => (change.kind === 'replace-hedges' ? change.swaps : []));
    const [aged, less] = edits;
    expect(aged).toEqual({ id: 'swaps-2021', terms: { maturityMonth: 22 } });
    expect(less?.terms.notionalUsdMillion).toBe(550);
  });
});
