import { describe, expect, it } from 'vitest';
import { fail, issue, ok } from '../foundation/index.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { type FailureGridRequest, failureGrid, UNBROKEN } from './failure-grid.js';
import type { Failure } from './failures.js';
import { toyOutcome, toyStudy } from './toy-study.test-fixture.js';

const note = (id: string): Change => ({
  id,
  title: id,
  rationale: 'toy',
  sources: [],
  size: 1,
  kind: 'replace-assumption',
  edits: [],
});
const broken: Failure = {
  ...UNBROKEN,
  id: 'broken',
  title: 'Broken',
  changes: [note('b')],
  changesWhenFalling: [note('f')],
};

/**
 * Base EVE 1,000; the failure costs 200 at once and makes +200 cost 300 instead of 100; a hedge
 * gives 80 at +200 and costs 70 at -200. In falling scenarios the failure costs 250.
 */
function toyEvaluate({ title }: Study): Outcome {
  const [up, falling, hedged] = ['b', 'f', 'h'].map((id) => title.includes(id));
  const base = 1000 - (up ? 200 : 0) - (falling ? 250 : 0);
  const hedge = (value: number): number => (hedged ? value : 0);
  return toyOutcome({
    'eve.value[0]': base,
    'eve.value[+200]': base - (up ? 300 : 100) + hedge(80),
    'eve.value[-200]': base + 50 + hedge(-70),
    'nii.12m[0]': 40 - hedge(2) - (up ? 7 : 0),
    'nii.12m[+200]': 50 + hedge(3) - (up ? 20 : 0),
    'nii.12m[-200]': 30 - (falling ? 5 : 0),
    ...Object.fromEntries(
      ['0', '+200', '-200'].flatMap((id) => [
        [`capital.economic.e0[${id}]`, up || falling ? -5 : 60],
        [`runThreshold.liquidity.2d[${id}]`, 0.4],
        [`runThreshold.cet1.2d[${id}]`, 0.3],
        [`runThreshold.tce.2d[${id}]`, 1],
      ]),
    ),
  });
}

const request: FailureGridRequest = {
  study: toyStudy({ title: '' }),
  hedgeVariants: [
    { id: 'none', title: 'No hedge', changes: [] },
    { id: 'swap', title: 'Swap', changes: [note('h')] },
  ],
  failures: [broken],
  scenarios: ['0', '+200', '-200'],
  runDays: '2d',
  evaluate: toyEvaluate,
  apply: (study, change) => ok({ ...study, title: study.title + change.id }),
};

function cellsOf(grid: FailureGridRequest) {
  const cells = failureGrid(grid);
  if (!cells.ok) throw new Error(JSON.stringify(cells.issues));
  return cells.value;
}

describe('failures crossed with hedges and scenarios', () => {
  const cells = cellsOf(request);
  const cell = (failure: string, hedge: string, scenario: string) =>
    cells.find((c) => c.failure === failure && c.hedge === hedge && c.scenario === scenario);

  it('FAIL-7: 2 failures (with none) x 2 hedges x 3 scenarios', () => {
    expect(cells.length).toBe(12);
  });

  it.each([
    // failure, hedge, scenario, from failure, from rates, together, hedge protection
    ['', 'none', '0', 0, 0, 0, 0],
    ['', 'none', '+200', 0, -100, -100, 0],
    ['', 'swap', '+200', 0, -20, -20, 80],
    ['broken', 'none', '+200', -200, -300, -500, 0],
    ['broken', 'swap', '+200', -200, -220, -420, 80],
    ['broken', 'none', '0', -200, 0, -200, 0],
    ['broken', 'none', '-200', -250, 50, -200, 0], // the falling variant of the failure
    ['broken', 'swap', '-200', -250, -20, -270, -70],
  ])('FAIL-8: "%s" with %s at %s: %d and %d, together %d', (...row) => {
    const [failure, hedge, scenario, fromFailure, fromRates, together, protection] = row;
    expect(cell(failure, hedge, scenario)).toMatchObject({
      unbrokenBaseEve: 1000,
      eveLossFromFailure: fromFailure,
      eveLossFromRates: fromRates,
      eveChange: together,
      eveChangeShare: together / 1000,
      hedgeProtection: protection,
    });
  });

  it('FAIL-8: NII is read against the unbroken base of the same hedge', () => {
    // hedged base NII 40 - 2 = 38; broken and hedged at +200: 50 + 3 - 20 = 33
    expect(cell('broken', 'swap', '+200')).toMatchObject({ nii12m: 33, nii12mChange: -5 });
  });

  it('FAIL-8: the smallest run threshold binds', () => {
    expect(cell('broken', 'none', '0')?.runThreshold).toEqual({
      liquidity: 0.4,
      cet1: 0.3,
      tce: 1,
      smallest: 0.3,
    });
  });

  it('FAIL-7: a Change that does not fit names the failure', () => {
    const refused = failureGrid({
      ...request,
      apply: (study, change) =>
        change.id === 'b'
          ? fail(issue('change.model', 'nib', 'a model', 'none'))
          : ok({ ...study, title: study.title + change.id }),
    });
    expect(refused.ok ? '' : refused.issues[0]?.path).toBe('failure broken: nib');
  });

  it('FAIL-8: a base EVE that is not positive has no share', () => {
    const ruined = cellsOf({
      ...request,
      evaluate: (study) => {
        const { measures } = toyEvaluate(study);
        const less = measures.map((m) =>
          m.id === 'eve.value' ? { ...m, value: m.value - 1000 } : m,
        );
        return { schema: 'almfes/outcome/1', measures: less, refused: [] };
      },
    });
    expect(ruined.every(({ eveChangeShare }) => eveChangeShare === null)).toBe(true);
  });
});
