import { type Read, read } from '../foundation/index.js';
import {
  type Collateral,
  type CollateralPool,
  LENDERS,
  type Pledge,
  type PoolSale,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { identifier, list, nullable, object, oneOf, title } = read;

const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const haircut = sourced({ min: 0, max: 1, what: 'a haircut' });
const bidOffer = sourced({ min: 0, max: 1, what: 'a share' });
const hours = sourced({ min: 0, max: 8760, what: 'hours' });

const readPledge: Read<Pledge> = object<Pledge>({
  id: identifier,
  title,
  lender: oneOf(LENDERS),
  carryingUsdMillion: amount,
  haircut,
  drawnUsdMillion: amount,
  hoursToCash: hours,
});

const readSale: Read<PoolSale> = object<PoolSale>({
  carryingUsdMillion: amount,
  bidOffer,
  hoursToCash: hours,
});

/** A pool without a position is an empty promise: it is refused (COLL-5). */
const readPool: Read<CollateralPool> = object<CollateralPool>({
  id: identifier,
  title,
  positions: list(identifier, 10_000, 1),
  pledges: list(readPledge, 100),
  sale: nullable(readSale),
});

/** The collateral register (rules COLL-1 to COLL-5). */
export const readCollateral: Read<Collateral> = object<Collateral>({
  pools: list(readPool, 1000),
});
