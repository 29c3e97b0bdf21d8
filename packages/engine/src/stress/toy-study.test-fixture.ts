import { bookFromPositions } from '../balance-sheet/index.js';
import type { DepositModel } from '../behaviour/index.js';
import type { MeasureUnit, MeasureValue } from '../metric/index.js';
import { assumed, depositModel, exampleStudy, row } from '../study/example-study.test-fixture.js';
import type { Outcome, Study } from '../study/index.js';

type ToyTerm =
  | 'averageLifeYears'
  | 'beta'
  | 'betaDown'
  | 'lagMonths'
  | 'migrationShare'
  | 'outflowShare'
  | 'outflowMonth';

/** A deposit model of the example bank with some of its terms replaced. */
export function toyDepositModel(
  id: string,
  terms: Partial<Record<ToyTerm, number>> = {},
  migrationTo = '',
): DepositModel {
  const replaced = Object.entries(terms).map(([name, value]) => [name, assumed(value)]);
  const usual = { ...depositModel(id, migrationTo), lagMonths: assumed(6, 'months') };
  return { ...usual, ...Object.fromEntries(replaced) };
}

const deposit = (id: string, behaviour: string, balance: number, rate: number) =>
  row(id, 'deposits', {
    notionalUsdMillion: balance,
    carryingUsdMillion: balance,
    principal: behaviour === '' ? 'even' : 'decay',
    behaviour,
    rate,
  });

/**
 * A bank small enough to work by hand: deposits of 1,000, of which 600 pay nothing, 300 pay
 * interest and 100 are time deposits; 800 of the 1,000 are uninsured.
 */
export function toyStudy(edit: Partial<Study> = {}): Study {
  return exampleStudy({
    title: 'toy',
    book: bookFromPositions([
      deposit('free', 'nib', 600, 0),
      deposit('paid', 'ib', 300, 0.01),
      deposit('time', '', 100, 0.02),
    ]),
    behaviour: {
      deposits: [toyDepositModel('nib', { beta: 0 }, 'ib'), toyDepositModel('ib')],
      prepayments: [],
    },
    hedges: [],
    liquidity: { sources: [], uninsuredUsdMillion: 800, outflowShare: 0.3 },
    scenarios: [-200, 0, 100, 200].map((shockBp) => ({
      id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
      title: `${shockBp} bp`,
      kind: 'parallel',
      shockBp,
      floorRate: null,
    })),
    ...edit,
  });
}

/** An Outcome from a table `{ 'eve.change[+100]': -5 }`; all in USD million unless said. */
export function toyOutcome(
  values: Readonly<Record<string, number>>,
  units: Readonly<Record<string, MeasureUnit>> = {},
  by: Readonly<Record<string, NonNullable<MeasureValue['by']>>> = {},
): Outcome {
  const measures = Object.entries(values).map(([key, value]): MeasureValue => {
    const bracket = key.indexOf('[');
    const id = bracket === -1 ? key : key.slice(0, bracket);
    const scenario = bracket === -1 ? '' : key.slice(bracket + 1, -1);
    const split = by[key];
    const plain = { id, scenario, unit: units[id] ?? 'USD million', value };
    return split === undefined ? plain : { ...plain, by: split };
  });
  return { schema: 'almfes/outcome/1', measures, refused: [] };
}
