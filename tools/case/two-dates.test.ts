import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyChange,
  baseRowValues,
  differenceOverTime,
  evaluate,
  evaluateSubsets,
  itemAt,
  measureOf,
  type Result,
  type Study,
  type StudyDifference,
  shapleyValues,
  studyDifference,
} from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

const page = readFileSync(new URL('../../docs/validation/two-dates.md', import.meta.url), 'utf8');

/** The Study at the rates of its date alone. */
function atBase(slug: string): Study {
  const { study } = libraryCase(slug);
  return { ...study, scenarios: study.scenarios.filter(({ id }) => id === '0') };
}

const SHOWN = [
  'eve.value',
  'franchise',
  'unrealised.htm',
  'nii.12m',
  'capital.economic.e0',
  'capital.economic.e2',
] as const;
/** The columns of the page, and what moves none of its measures. */
const COLUMNS = [
  ...['market', 'roll-down', 'run-off', 'new-business', 'mix', 'assumption', 'hedge', 'funding'],
  ...['capital', 'liquidity'],
];
const measured = (study: Study) => evaluate(study, ['value', 'income', 'marks', 'capital']);
const at = (study: Study, id: string): number => measureOf(measured(study), id, '0');

function millions(amount: number): string {
  const rounded = Math.abs(amount).toFixed(0);
  const text = rounded.replace(/\B(?=(\d{3})+$)/g, ',');
  return amount < 0 && rounded !== '0' ? `-${text}` : text;
}

/** Shapley values of all groups for each measure, from one lattice of 1,024 Studies. */
function attributed({ from, groups }: StudyDifference): readonly (readonly number[])[] {
  const lattice = value(
    evaluateSubsets({
      from,
      groups,
      measures: SHOWN.map((id) => ({ id, scenario: '0' })),
      evaluate: measured,
      apply: (study, change) => applyChange(study, change, baseRowValues),
    }),
  );
  return lattice.values.map((column) => [...shapleyValues(column, groups.length)]);
}

/** Figures of the 10-K as they were typed from it; no Study is made of them here. */
function published(slug: string): Readonly<Record<string, { readonly value: number }>> {
  const file = new URL(`../../library/case/${slug}/figures.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).figures;
}

describe('by hand from the filing', () => {
  it('ATTR-20: E0 at the end of 2022 is CET1 with both marks: 13,697 - 2,533 - 15,158', () => {
    const figures = published('svb-2022');
    const of = (id: string): number => figures[id]?.value ?? Number.NaN;
    const afs = of('bs.2022.afs') - of('bs.2022.afs_cost');
    const htm = of('sec.htm.2022.total.unrealised_gain') + of('sec.htm.2022.total.unrealised_loss');
    expect([of('cap.svbfg.2022.cet1'), afs, htm]).toEqual([13_697, -2533, -15_158]);
    const sum = 13_697 - 2533 - 15_158;
    expect(page).toContain(`| ${millions(sum)} |\n`);
    expect(at(atBase('svb-2022'), 'capital.economic.e0')).toBeCloseTo(sum, 3);
  });
});

describe('from the end of 2021 to the end of 2022', () => {
  const a = atBase('svb-2021');
  const b = atBase('svb-2022');
  const plain = value(studyDifference(a, b));
  const over = value(
    differenceOverTime({
      from: a,
      to: b,
      cashPositionId: 'cash-interest-bearing',
      shortfallPositionId: 'borrowing-short',
    }),
  );
  const ways = [
    ['without time first', plain, null],
    ['time first', over.difference, over.rolled],
  ] as const;

  it.each(ways)(
    'ATTR-28: %s: the page shows the numbers of this run',
    (_way, difference, rolled) => {
      const parts = attributed(difference);
      const ids = difference.groups.map(({ id }) => id);
      expect(ids).toEqual(COLUMNS);
      SHOWN.forEach((id, index) => {
        const start = at(a, id);
        const time = rolled === null ? [] : [at(rolled, id) - start];
        const moves = [...time, ...itemAt(parts, index)];
        const end = at(b, id);
        const sum = moves.reduce((total, move) => total + move, start);
        expect(Math.abs(sum - end)).toBeLessThan(1e-6); // of 1e4
        // liquidity facts move none of these measures: not on the page
        expect(moves.at(-1)).toBe(0);
        const cells = [start, ...moves.slice(0, -1), end].map(millions).join(' | ');
        expect(page).toContain(`| \`${id}\` | ${cells} |`);
      });
    },
  );
});
