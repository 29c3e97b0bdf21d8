import type { EventRule } from './contract-run.js';

/** The holder pays the purchase price, with the sign of the role. */
export const signedPurchase: EventRule = ({ terms, sign }) =>
  -sign * (terms.priceAtPurchaseDate ?? 0);

/** The holder receives the termination price, with the sign of the role. */
export const signedTermination: EventRule = ({ terms, sign }) =>
  sign * (terms.priceAtTerminationDate ?? 0);

/** A price that carries its own sign (rules COMPOSED-4, COMPOSED-5, COMPOSED-9, COMPOSED-11). */
export const ownSignTermination: EventRule = ({ terms }) => terms.priceAtTerminationDate ?? 0;
