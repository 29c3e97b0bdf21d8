import {
  bookFromPositions,
  type PathScenario,
  type Position,
  positionsFromBook,
  type Study,
  viewedIn,
} from '@almfes/engine';
import {
  byType,
  DEPOSIT_TYPES,
  type DepositResponse,
  type DepositType,
} from './deposit-response.js';

/** How each type of deposit of one bank answers. */
export type BankResponses = Readonly<
  Record<DepositType, Pick<DepositResponse, 'beta' | 'lagMonths'>>
>;

/** A way to predict (docs/validation/call-report.md). */
export interface PredictionMethod {
  /** Null: the Study as the Call Report gives it, with its central betas and lags. */
  readonly responses: BankResponses | null;
  /** Time deposits by beta and lag; otherwise by the buckets in which they mature. */
  readonly timeByBeta: boolean;
}

const QUARTERS = 4;
const MONTHS_A_QUARTER = 3;
const MONTHS_A_YEAR = 12;

export type PaidType = DepositType | 'foreign';
export const PAID_TYPES: readonly PaidType[] = [...DEPOSIT_TYPES, 'foreign'];

/** A year of one bank by quarter, USD million; balances are those of the date and stay. */
export interface YearOfBank {
  readonly paid: Readonly<Record<PaidType, readonly number[]>>;
  readonly balance: Readonly<Record<PaidType, number>>;
  readonly freeDeposits: number;
  readonly netInterestIncome: readonly number[];
  readonly assets: number;
}

/**
 * A year from the positions of a date on the curves that came: the balances and rates from which
 * the engine makes net interest income (NII-2), row by row and quarter by quarter.
 */
export function predictYear(bank: Study, path: PathScenario, method: PredictionMethod): YearOfBank {
  const base = bank.scenarios.filter(({ id }) => id === '0');
  const study = { ...withMethod(bank, method), scenarios: [...base, path] };
  const { program, view } = viewedIn(study, path.id);
  const { income, hedgeIncome } = view.flows;
  const rows = positionsFromBook(study.book);
  const months = income.old.length / rows.length;
  const paid = emptyTypes(() => [0, 0, 0, 0]);
  const balance = emptyTypes(() => 0);
  const netInterestIncome = [0, 0, 0, 0];
  rows.forEach((row, at) => {
    const type = typeOf(row);
    if (type !== null) balance[type] += row.carryingUsdMillion;
    if (row.principal === 'none') return;
    for (let month = 0; month < QUARTERS * MONTHS_A_QUARTER; month += 1) {
      const cell = at * months + month;
      const old = (income.old[cell] ?? 0) * (income.oldRate[cell] ?? 0);
      const fresh = (income.fresh[cell] ?? 0) * (income.freshRate[cell] ?? 0);
      const amount = (old + fresh) / MONTHS_A_YEAR;
      addAt(netInterestIncome, month, row.side === 'asset' ? amount : -amount);
      if (type !== null) addAt(paid[type], month, amount);
    }
  });
  const hedgeMonths = hedgeIncome.length / Math.max(1, program.hedges.length);
  program.hedges.forEach((_, hedge) => {
    for (let month = 0; month < QUARTERS * MONTHS_A_QUARTER; month += 1) {
      addAt(netInterestIncome, month, hedgeIncome[hedge * hedgeMonths + month] ?? 0);
    }
  });
  const free = rows.filter((row) => row.group === 'deposits' && typeOf(row) === null);
  const assets = rows.filter(({ side }) => side === 'asset');
  return {
    ...{ paid, balance, netInterestIncome },
    ...{ freeDeposits: balanceOf(free), assets: balanceOf(assets) },
  };
}

function emptyTypes<T>(make: () => T): Record<PaidType, T> {
  return { ...byType(make), foreign: make() };
}

function addAt(quarters: number[], month: number, amount: number): void {
  const quarter = Math.floor(month / MONTHS_A_QUARTER);
  quarters[quarter] = (quarters[quarter] ?? 0) + amount;
}

const balanceOf = (rows: readonly Position[]): number =>
  rows.reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);

const MODEL_OF = {
  transaction: 'deposits-transaction',
  savings: 'deposits-savings',
  smallTime: 'deposits-time-small',
  largeTime: 'deposits-time-large',
} as const satisfies Readonly<Record<DepositType, string>>;

/** Null: no deposit, or one that pays nothing. */
function typeOf({ id, group }: Position): PaidType | null {
  if (group !== 'deposits') return null;
  if (id === 'deposits-foreign') return 'foreign';
  return DEPOSIT_TYPES.find((type) => id.startsWith(MODEL_OF[type])) ?? null;
}

function withMethod(study: Study, { responses, timeByBeta }: PredictionMethod): Study {
  if (responses === null) return study;
  const usual = study.behaviour.deposits.find(({ id }) => id === MODEL_OF.savings);
  if (usual === undefined) throw new Error('the Study has no savings model');
  const { betaDown: _betaDown, ...savings } = usual;
  const types = DEPOSIT_TYPES.filter((type) => timeByBeta || !type.endsWith('Time'));
  const models = types.map((type) => ({
    ...savings,
    id: MODEL_OF[type],
    beta: { ...savings.beta, value: responses[type].beta },
    lagMonths: { ...savings.lagMonths, value: responses[type].lagMonths },
  }));
  const known = new Set<string>(models.map(({ id }) => id));
  const others = study.behaviour.deposits.filter(({ id }) => !known.has(id));
  const rows = positionsFromBook(study.book);
  return {
    ...study,
    behaviour: { ...study.behaviour, deposits: [...others, ...models] },
    book: timeByBeta ? bookFromPositions(rows.map(timeAsModel)) : study.book,
  };
}

/** A time deposit in the place of its buckets: its balance stays and its rate follows the model. */
function timeAsModel(row: Position): Position {
  const model = [MODEL_OF.smallTime, MODEL_OF.largeTime].find((id) => row.id.startsWith(id));
  return model === undefined ? row : { ...row, principal: 'decay', behaviour: model };
}
