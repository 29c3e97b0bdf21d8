import { describe, expect, it } from 'vitest';
import { capitalPath, type Party, type SubsetLattice } from '../attribution/index.js';
import { issue, type Result } from '../foundation/index.js';
import { capitalPathTable } from './capital-path-tables.js';
import { capitalWords } from './capital-path-words.js';

function made<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.issues));
}

const at = (id: string) => ({ id, scenario: '+200' });
const LINE = {
  id: 'capital.economic.e2',
  title: 'Economic CET1',
  measure: at('capital.economic.e2'),
  links: [{ id: 'franchise', title: 'Deposit franchise', measure: at('franchise') }],
  rest: { id: 'held', title: 'Held' },
};
const group = (id: string) => ({ id, title: id, changes: [] });
const party = (id: string, title: string): Party => ({ id, title, groups: [id] });

/** Groups deposits and hedges: none, deposits, hedges, both. */
function pathOf(capital: readonly number[], franchise: readonly number[]) {
  const lattice: SubsetLattice = {
    groups: [group('deposits'), group('hedges')],
    measures: [LINE.measure, at('franchise')],
    units: ['USD million', 'USD million'],
    values: [Float64Array.from(capital), Float64Array.from(franchise)],
  };
  const parties = [party('deposits', 'Deposit assumption'), party('hedges', 'Hedges')];
  return { parties, path: made(capitalPath(lattice, LINE, parties)) };
}

describe('paths to capital in words', () => {
  // deposits 80 - 100, hedges 70 - 100, both 55 - 100 = -45, so 5 together; franchise 50 to 32
  const { parties, path } = pathOf([100, 80, 70, 55], [50, 32, 50, 32]);
  const told = (paths: readonly (typeof path)[]) =>
    capitalWords({ scenario: '+200', parties, paths, refused: [] });

  it('ATTR-33: each alone, by which link most, and the two together', () => {
    expect(told([path])).toEqual([
      'Economic CET1 (capital.economic.e2[+200]): 100 to 55.0 million, a change of −45.0. ' +
        'Of it deposit assumption alone −20.0, most by deposit franchise −18.0 ' +
        '(franchise[+200]), hedges alone −30.0, most by held −30.0. ' +
        'Deposit assumption and Hedges only together 5.0. ' +
        'What parties do only together comes to 5.0.',
    ]);
  });

  it('ATTR-33: the two together are told where they do nothing, and a line that stays', () => {
    const adds = pathOf([100, 80, 70, 50], [50, 50, 50, 50]).path;
    expect(told([adds])[0]).toMatch(/Hedges only together 0\.0\. Nothing else compounds\.$/);
    const stays = pathOf([100, 100, 100, 100], [50, 50, 50, 50]).path;
    expect(told([stays])[0]).toMatch(/: 100 million; no group moves it\.$/);
  });

  it('ATTR-33: a line left out is told with the reason', () => {
    const left = issue('attribution.measure', 'franchise[+200]', 'a finite value', 'no deposits');
    const refused = [{ line: LINE.measure, issue: left }];
    const [words] = capitalWords({ scenario: '+200', parties, paths: [], refused });
    expect(words).toContain('No path to capital.economic.e2[+200]:');
    expect(words).toContain('no deposits');
  });

  it('ATTR-33: a table of the widest sets alone says what the others come to', () => {
    const { rows, notes } = capitalPathTable(path, { most: 0 });
    expect(rows.map(([cause]) => cause)).not.toContain(
      'Deposit assumption and Hedges only together',
    );
    expect(notes.at(-1)).toContain('1 sets of parties, together 5.0');
  });
});
