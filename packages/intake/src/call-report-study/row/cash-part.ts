import type { Position } from '@almfes/engine';
import { type BuiltPart, carryingOf, type PartTerms, reconciliationLine } from '../built-part.js';
import { evenPrincipal, floatingRate, positionRow, restingRow } from './position-row.js';

/** Cash, federal funds sold and securities to resell: at the federal funds rate (rule CALL-22). */
export function cashPart({ reader, market }: PartTerms): BuiltPart {
  const { amount } = reader;
  const idle = [restingRow('cash-idle', 'asset', 'cash', amount('cashNoninterestBearing'))];
  const earning = [overnight('cash-earning', amount('cashInterestBearing'), market.policyRate)];
  const lent = reader.sum(['federalFundsSold', 'securitiesPurchasedToResell']);
  const sold = [overnight('federal-funds-sold', lent, market.policyRate)];
  return {
    rows: [...idle, ...earning, ...sold],
    lines: [
      reconciliationLine(reader, {
        ...{ item: 'cash', title: 'Cash and balances due' },
        added: ['cashNoninterestBearing', 'cashInterestBearing'],
        builtUsdMillion: carryingOf([...idle, ...earning]),
      }),
      reconciliationLine(reader, {
        ...{ item: 'federal-funds-sold', title: 'Federal funds sold and securities to resell' },
        added: ['federalFundsSold', 'securitiesPurchasedToResell'],
        builtUsdMillion: carryingOf(sold),
      }),
    ],
    borne: {},
  };
}

function overnight(id: string, balance: number, rate: number): Position {
  return positionRow({
    ...{ id, side: 'asset', group: 'cash', accountingClass: 'not-remeasured', rate },
    ...{ notionalUsdMillion: balance, carryingUsdMillion: balance },
    ...evenPrincipal(1),
    ...floatingRate(0),
  });
}
