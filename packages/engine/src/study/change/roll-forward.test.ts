import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position, type Swap } from '../../balance-sheet/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import { baseDiscount, baseRowValues, evaluate } from '../evaluate.js';
import {
  assumed,
  depositModel,
  exampleStudy,
  issueLines,
  prepaymentModel,
  row,
  SEED,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import { measureOf } from '../outcome.js';
import { parseStudy } from '../parse-study.js';
import type { Study } from '../study.js';
import { studyToJson } from '../study-to-json.js';

const HEADER = { id: 'time', title: 'Time', rationale: 'because', sources: [], size: 1 } as const;

function noValues(): Float64Array {
  throw new Error('time asks for no prices');
}
const rollBy = (months: number): Change => ({
  ...HEADER,
  kind: 'roll-forward',
  months,
  cashPositionId: 'cash',
  shortfallPositionId: null,
});
const roll = (study: Study, months: number): Study =>
  valueOrThrow(applyChange(study, rollBy(months), noValues));

const amounts = (usdMillion: number) => ({
  notionalUsdMillion: usdMillion,
  carryingUsdMillion: usdMillion,
});
const bullet = (month: number): Partial<Position> => ({
  firstPrincipalMonth: month,
  maturityMonth: month,
});
const AFS = { accountingClass: 'available-for-sale' } as const;
const HTM = { accountingClass: 'held-to-maturity' } as const;

/** Cash that is placed from month to month at the one-month rate of the curve. */
function cash(rate: number, usdMillion = 500): Position {
  return row('cash', 'cash', { ...bullet(1), ...amounts(usdMillion), floats: true, rate });
}

/** A quote for every tenor: a flat curve has the same forward everywhere. */
function market(rateAt: (months: number) => number): Study['market'] {
  const tenors = [1, 6, 12, 24, 36, 60, 84, 120, 240, 360];
  return {
    ...exampleStudy().market,
    parQuotes: tenors.map((tenorMonths) => ({ tenorMonths, rate: rateAt(tenorMonths) })),
  };
}

interface Bank {
  readonly rows: readonly Position[];
  readonly hedges?: readonly Swap[];
  readonly market: Study['market'];
}

/** Models without a memory: deposits that follow at once, pools with age alone. */
function bank({ rows, hedges = [], market: of }: Bank): Study {
  const placed = rows.map((each) =>
    each.id === 'cash' ? { ...each, rate: oneMonth(of), couponRate: oneMonth(of) } : each,
  );
  const deposits = ['nib', 'ib'].map((id) => ({
    ...depositModel(id),
    averageLifeYears: assumed(1),
    lagMonths: assumed(0),
  }));
  const prepayments = [{ ...prepaymentModel('mbs'), seasoningMonths: assumed(30, 'months') }];
  return exampleStudy({
    book: bookFromPositions(placed),
    market: of,
    hedges,
    behaviour: { deposits, prepayments },
  });
}

const flat = (rate: number) => market(() => rate);
const ZERO = flat(0);
const rowAt = (study: Study, id: string) => {
  const at = study.book.id.indexOf(id);
  return {
    notional: study.book.notionalUsdMillion[at] ?? Number.NaN,
    carrying: study.book.carryingUsdMillion[at] ?? Number.NaN,
    first: study.book.firstPrincipalMonth[at],
    maturity: study.book.maturityMonth[at],
    age: study.book.ageMonths[at],
    rate: study.book.rate[at] ?? Number.NaN,
  };
};

describe('a year by hand, at rates of zero', () => {
  const rows = [
    cash(0, 50),
    row('note', 'loans', { ...amounts(100), ...bullet(12), rate: 0.03 }), // 100 + 3 in cash
    row('spread', 'htm', { ...HTM, ...amounts(120), firstPrincipalMonth: 7, maturityMonth: 18 }),
    row('debt', 'borrowings', { ...amounts(40), ...bullet(30), rate: 0.06 }), // 2.4 paid
    row('premises', 'other', { ...amounts(9), principal: 'none' }),
  ];
  const later = roll(bank({ rows, market: ZERO }), 12);

  it('CHANGE-30: a note of 12 months is repaid; 30 months become 18', () => {
    expect(rowAt(later, 'note').notional).toBe(0);
    expect(rowAt(later, 'debt')).toMatchObject({ notional: 40, first: 18, maturity: 18 });
    expect(rowAt(later, 'premises').carrying).toBe(9);
  });

  it('CHANGE-30: parts of 10 from month 7 on: six of twelve are paid, six months are left', () => {
    const { notional, first, maturity } = rowAt(later, 'spread');
    expect(notional).toBeCloseTo(60, 10);
    expect([first, maturity]).toEqual([1, 6]);
  });

  it('CHANGE-30: cash 50, the note 103, parts 60, interest 2.15, debt -2.4', () => {
    // 2% of 120 for 7 months, then of 110, 100, 90, 80, 70: (840 + 450) x 0.02 / 12 = 2.15
    expect(rowAt(later, 'cash').carrying).toBeCloseTo(50 + 103 + 60 + 2.15 - 2.4, 9);
  });

  it('CHANGE-30: the clock moves with it: a year later, cash of the sources too', () => {
    expect([later.valuationDate, later.market.curveDate]).toEqual(['2022-12-31', '2022-12-31']);
    const [first] = later.liquidity.sources;
    const moved = first?.kind === 'cash' ? first.amountUsdMillion : Number.NaN;
    expect(moved - 90).toBeCloseTo(rowAt(later, 'cash').carrying - 50, 9);
  });
});

const SLOPED = market((months) => 0.02 + 0.03 * (months / 360));
const swap = (id: string, edit: Partial<Swap>): Swap => ({
  id,
  notionalUsdMillion: 80,
  fixedRate: 0.031,
  floatSpread: 0.001,
  startMonth: 0,
  maturityMonth: 60,
  model: 'undesignated',
  hedgedGroup: 'none',
  ...edit,
});
const WHOLE = {
  rows: [
    cash(0.02),
    row('loan', 'loans', {
      ...amounts(300),
      principal: 'level',
      maturityMonth: 180,
      noteRate: 0.06,
    }),
    row('pool', 'htm', {
      ...HTM,
      ...amounts(200),
      principal: 'level',
      behaviour: 'mbs',
      maturityMonth: 300,
      noteRate: 0.045,
      premium: 0.02,
      ageMonths: 14,
    }),
    row('bonds', 'afs', { ...AFS, ...amounts(150), firstPrincipalMonth: 4, maturityMonth: 90 }),
    row('floating', 'loans', { ...amounts(120), ...bullet(48), floats: true, rate: 0.05 }),
    row('sight', 'deposits', { ...amounts(400), principal: 'decay', behaviour: 'ib', rate: 0.01 }),
    row('advance', 'borrowings', { ...amounts(90), ...bullet(40), rate: 0.035 }),
  ],
  hedges: [
    swap('spot', {}),
    swap('forward', { startMonth: 9, maturityMonth: 80 }),
    swap('falling', { amortisation: { kind: 'linear' }, maturityMonth: 50 }),
    swap('short', { maturityMonth: 4 }),
  ],
};

describe('forwards that come true', () => {
  const eve = (study: Study) => measureOf(evaluate(study, ['value']), 'eve.value', '0');

  it.each([6, 12, 24])(
    'CHANGE-31: %i months on a flat curve of 4: EVE has grown by 2 in 100 each half year',
    (months) => {
      const of = flat(0.04);
      const start = bank({ ...WHOLE, market: of });
      // one month's simple rate of a flat curve: 12 x (1.02^(1/6) - 1)
      const growth = 1.02 ** (months / 6);
      expect(eve(roll(start, months)) / (growth * eve(start))).toBeCloseTo(1, 9);
    },
  );

  it.each([6, 18, 36])('CHANGE-31: sloped: %i months on, value = value now / D', (months) => {
    const start = bank({ ...WHOLE, market: SLOPED });
    const expected = eve(start) / (baseDiscount(start)[months] ?? Number.NaN);
    expect(eve(roll(start, months)) / expected).toBeCloseTo(1, 9);
  });

  it('CHANGE-30: AFS is carried at its later value, HTM at what is left of its cost', () => {
    const later = roll(bank({ ...WHOLE, market: SLOPED }), 12);
    const values = baseRowValues(later);
    expect(rowAt(later, 'bonds').carrying).toBeCloseTo(
      values[later.book.id.indexOf('bonds')] ?? Number.NaN,
      9,
    );
    const { notional, carrying, age } = rowAt(later, 'pool');
    expect(carrying).toBe(notional);
    expect(age).toBe(26); // 14 + 12
  });

  it('CHANGE-31: the later curve is the forward curve, month by month', () => {
    const start = bank({ ...WHOLE, market: SLOPED });
    const now = baseDiscount(start);
    const later = baseDiscount(roll(start, 12));
    for (let t = 0; t <= 348; t += 1) {
      expect(later[t]).toBeCloseTo((now[t + 12] ?? 0) / (now[12] ?? 0), 12);
    }
  });

  it('CHANGE-30: half a year twice is a year, in every measure', () => {
    const start = bank({
      ...WHOLE,
      rows: [cash(oneMonth(SLOPED)), ...WHOLE.rows.slice(1)],
      market: SLOPED,
    });
    const once = evaluate(roll(start, 12));
    const twice = evaluate(roll(roll(start, 6), 6));
    expect(twice.measures.length).toBe(once.measures.length);
    for (const { id, scenario, value } of once.measures) {
      const found = measureOf(twice, id, scenario);
      const off = Math.abs(found - value) / Math.max(1, Math.abs(value));
      expect(off, `${id}[${scenario}]: ${found} for ${value}`).toBeLessThan(1e-7);
    }
  });

  it('CHANGE-30: any bank of such rows keeps its value, and passes the door', () => {
    const month = fc.integer({ min: 1, max: 240 });
    const terms = fc.record({ first: month, more: month, rate: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(terms, terms, fc.constantFrom(6, 12, 30), (loan, debt, months) => {
        const even = ({ first, more, rate }: { first: number; more: number; rate: number }) => ({
          firstPrincipalMonth: first,
          maturityMonth: Math.min(350, first + more),
          rate: rate / 1000,
        });
        const rows = [
          ...WHOLE.rows,
          row('other-loan', 'loans', { ...amounts(70), ...even(loan) }),
          row('other-debt', 'borrowings', { ...amounts(30), ...even(debt) }),
        ];
        const start = bank({ ...WHOLE, rows, market: SLOPED });
        const later = roll(start, months);
        const expected = eve(start) / (baseDiscount(start)[months] ?? Number.NaN);
        expect(eve(later) / expected).toBeCloseTo(1, 9);
        expect(issueLines(parseStudy(studyToJson(later)))).toEqual([]);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });
});

/** The one-month rate of a market whose shortest quote is of one month. */
function oneMonth({ parQuotes }: Study['market']): number {
  return parQuotes[0]?.rate ?? Number.NaN;
}

describe('cash that runs short', () => {
  it('CHANGE-30: what 5 of cash does not pay of 103 is borrowed', () => {
    const rows = [
      cash(0, 5),
      row('debt', 'borrowings', { ...amounts(100), ...bullet(12), rate: 0.03 }),
      row('overnight', 'borrowings', { ...amounts(7), ...bullet(1), rate: 0, floats: true }),
      row('loan', 'loans', { ...amounts(200), ...bullet(60), rate: 0 }),
    ];
    const change = { ...rollBy(12), shortfallPositionId: 'overnight' } as Change;
    const later = valueOrThrow(applyChange(bank({ rows, market: ZERO }), change, noValues));
    expect(rowAt(later, 'cash').carrying).toBeCloseTo(0, 9);
    expect(rowAt(later, 'overnight').carrying).toBeCloseTo(100 + 3 + 7 - 5, 9); // 7 renewed
  });
});

describe('what cannot be rolled', () => {
  const start = bank({ ...WHOLE, market: SLOPED });
  const withDeposits = (edit: object): Study => ({
    ...start,
    behaviour: {
      ...start.behaviour,
      deposits: start.behaviour.deposits.map((model) => ({ ...model, ...edit })),
    },
  });
  const part = { share: assumed(0.3), averageLifeYears: assumed(4) };
  const refused: readonly [string, Study, Partial<Change>, string[]][] = [
    ['four months', start, { months: 4 } as object, ['roll.months /months']],
    ['half of a year', start, { size: 0.5 }, ['size /size']],
    [
      'deposits with a core, two models',
      withDeposits({ core: part }),
      {},
      ['roll.memory /months', 'roll.memory /months'],
    ],
    [
      'a lag',
      withDeposits({ lagMonths: assumed(3) }),
      {},
      ['roll.memory /months', 'roll.memory /months'],
    ],
    [
      'a row that is no cash',
      start,
      { cashPositionId: 'loan' } as object,
      ['not-cash /cashPositionId'],
    ],
    [
      'a swap with a schedule of notionals, and what an ended hedge left',
      {
        ...start,
        hedges: [swap('steps', { amortisation: { kind: 'schedule', steps: [] } })],
        hedgeDeferrals: { deferrals: [] },
      },
      {},
      ['roll.part /months', 'roll.swap /months'],
    ],
    [
      'more deposits leaving than there is cash',
      { ...start, book: bookFromPositions([cash(0.02, 1), ...WHOLE.rows.slice(5)]) },
      {},
      ['not-enough-cash /cashPositionId'],
    ],
  ];
  it.each(refused)('CHANGE-32: %s', (_what, study, edit, issues) => {
    const change = { ...rollBy(12), ...edit } as Change;
    expect(issueLines(applyChange(study, change, noValues))).toEqual(issues);
  });
});
