import { byType, type DepositType } from './deposit-response.js';
import type { SharedRow } from './shared-file.js';

const COLUMN: Readonly<Record<DepositType, string>> = {
  transaction: 'beta_ibtrans',
  savings: 'beta_sav_mmda',
  smallTime: 'beta_td_le250',
  largeTime: 'beta_td_gt250',
};

const UP = 'up_2018Q1_2019Q2';
const DOWN = 'down_2019Q2_2020Q4';

/** A bank's own beta over that of its peers, by type; absent: it has none. */
export type OwnMultiples = Readonly<Partial<Record<DepositType, number>>>;

export interface OwnBetas {
  /** By IDRSSD. */
  readonly multiples: ReadonlyMap<string, OwnMultiples>;
  /** How much of a bank's distance from its peers is kept, by type. */
  readonly kept: Readonly<Record<DepositType, number>>;
}

/** Beyond these a cumulative beta says nothing on a bank: a few accounts, or a merger. */
const BOUNDS = { least: 0, most: 1.5 } as const;

/**
 * What of a bank's beta of the rise of 2018-19 may be its own (both cycles were over by 2020): the
 * beta over the median of all banks that have one; of the distance from 1 that part is kept which
 * came back in the fall of 2019-20, the slope of the one relative distance on the other, 0 to 1.
 */
export function ownBetas(rows: readonly SharedRow[]): OwnBetas {
  const multiples = new Map<string, Partial<Record<DepositType, number>>>();
  const kept = byType((type) => {
    const up = relative(rows, UP, type);
    const share = Math.min(1, Math.max(0, slope(up, relative(rows, DOWN, type))));
    for (const [bank, value] of up) {
      const own = multiples.get(bank) ?? {};
      own[type] = 1 + share * (value - 1);
      multiples.set(bank, own);
    }
    return share;
  });
  return { multiples, kept };
}

function relative(
  rows: readonly SharedRow[],
  cycle: string,
  type: DepositType,
): ReadonlyMap<string, number> {
  const found = rows
    .filter((row) => row.cycle === cycle && row[COLUMN[type]] !== '')
    .map((row): [string, number] => {
      const beta = Number(row[COLUMN[type]]);
      return [row.idrssd ?? '', Math.min(BOUNDS.most, Math.max(BOUNDS.least, beta))];
    });
  const sorted = found.map(([, beta]) => beta).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return new Map(found.map(([bank, beta]) => [bank, beta / middle]));
}

/** Least squares through (1, 1) of the later on the earlier distance. */
function slope(up: ReadonlyMap<string, number>, down: ReadonlyMap<string, number>): number {
  let product = 0;
  let square = 0;
  for (const [bank, value] of up) {
    const later = down.get(bank);
    if (later === undefined) continue;
    product += (value - 1) * (later - 1);
    square += (value - 1) * (value - 1);
  }
  return product / square;
}
