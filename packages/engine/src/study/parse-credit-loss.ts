import { type Read, read } from '../foundation/index.js';
import type { CreditLoss, LoanSegment, PropertyCollateral } from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { identifier, list, nullable, object, title } = read;

const share = sourced({ min: 0, max: 1, what: 'a share' });
const part = sourced({ min: 0, max: 1, aboveMin: true, what: 'a share' });
const multiple = sourced({ min: 0, max: 100, what: 'a sensitivity' });
const sensitivity = sourced({ min: -100, max: 100, what: 'a sensitivity' });
const rate = sourced({ min: 0, max: 1, what: 'a decimal rate' });
const coverage = sourced({ min: 0, max: 100, aboveMin: true, what: 'a coverage ratio' });

const readProperty: Read<PropertyCollateral> = object<PropertyCollateral>({
  loanToValue: sourced({ min: 0, max: 10, aboveMin: true, what: 'loan over value' }),
  capRate: sourced({ min: 0.01, max: 0.5, what: 'a cap rate' }),
  capRateBeta: sourced({ min: 0, max: 2, what: 'a beta of cap rates' }),
  saleCostShare: share,
  lossFloor: part,
  debtServiceCoverage: coverage,
  loanRate: rate,
  amortisationMonths: sourced({ min: 1, max: 600, what: 'months' }),
  refinanceSpread: sourced({ min: -0.2, max: 0.2, what: 'a decimal spread' }),
  requiredCoverage: coverage,
  shortfallSensitivity: multiple,
  maturingShare: share,
});

const readSegment: Read<LoanSegment> = object<LoanSegment>({
  id: identifier,
  product: title,
  lifetimeLossRate: share,
  chargeOffRate: share,
  rateSensitivity: sensitivity,
  property: nullable(readProperty),
});

/** Assumptions of credit losses (rules CREDIT-1 to CREDIT-7). */
export const readCreditLoss: Read<CreditLoss> = object<CreditLoss>({
  segments: list(readSegment, 1000, 1),
  reportedAllowanceUsdMillion: nullable(sourced({ min: 0, max: 1e12, what: 'USD million' })),
});
