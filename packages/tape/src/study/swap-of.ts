import type { StudyFrame } from '@almfes/engine';
import type { ContractTerms } from './contract-terms.js';
import type { StudyMonths } from './study-months.js';

type Swap = StudyFrame['hedges'][number];

/** The swap of a row that has no flaw (rule TAPE-46): positive when the bank pays fixed. */
export function swapOf(terms: ContractTerms, months: StudyMonths): Swap {
  const { contractRole, notionalPrincipal } = terms;
  return {
    id: terms.contractID,
    model: modelOf(terms.hedgeModel),
    hedgedGroup: groupOf(terms.hedgedGroup),
    notionalUsdMillion: contractRole === 'PFL' ? notionalPrincipal : 0 - notionalPrincipal,
    fixedRate: terms.nominalInterestRate,
    floatSpread: terms.rateSpread,
    startMonth: months.until(terms.initialExchangeDate),
    maturityMonth: months.until(terms.maturityDate),
  };
}

const MODELS = ['fair-value', 'cash-flow', 'undesignated'] as const;
const HEDGED = ['afs', 'loans', 'deposits', 'borrowings', 'none'] as const;

function modelOf(code: string): Swap['model'] {
  const found = MODELS.find((name) => name === code);
  if (found === undefined) throw new Error(`"${code}" is no hedge model`);
  return found;
}

function groupOf(code: string): Swap['hedgedGroup'] {
  const found = HEDGED.find((name) => name === code);
  if (found === undefined) throw new Error(`"${code}" is no hedged group`);
  return found;
}
