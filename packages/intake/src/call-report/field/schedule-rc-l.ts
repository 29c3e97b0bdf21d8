import { amountsOf, consolidated } from './field.js';

const amount = amountsOf('RC-L');

/** Schedule RC-L, commitments and derivatives. Form 051 has the first part only. */
export const SCHEDULE_RC_L = {
  unusedHomeEquityLines: amount(
    consolidated('3814'),
    'Unused commitments: revolving lines secured by 1-4 family houses (item 1.a)',
  ),
  unusedCreditCards: amount(consolidated('3815'), 'Unused commitments: credit cards (item 1.b)'),
  unusedConstructionResidential: amount(
    consolidated('F164'),
    'Unused commitments: construction of 1-4 family houses (item 1.c.1.a)',
  ),
  unusedConstructionOther: amount(
    consolidated('F165'),
    'Unused commitments: commercial real estate and other construction (item 1.c.1.b)',
  ),
  unusedRealEstateNotSecured: amount(
    consolidated('6550'),
    'Unused commitments for real estate, not secured by it (item 1.c.2)',
  ),
  unusedSecuritiesUnderwriting: amount(
    consolidated('3817'),
    'Unused commitments: securities underwriting (item 1.d)',
  ),
  unusedCommercialIndustrial: amount(
    consolidated('J457'),
    'Unused commitments: commercial and industrial (item 1.e.1)',
  ),
  unusedFinancialInstitutions: amount(
    consolidated('J458'),
    'Unused commitments: loans to financial institutions (item 1.e.2)',
  ),
  unusedOther: amount(consolidated('J459'), 'Unused commitments: all other (item 1.e.3)'),
  standbyFinancial: amount(consolidated('3819'), 'Financial standby letters of credit (item 2)'),
  standbyPerformance: amount(
    consolidated('3821'),
    'Performance standby letters of credit (item 3)',
  ),
  lettersOfCreditCommercial: amount(consolidated('3411'), 'Commercial letters of credit (item 4)'),
  securitiesLent: amount(consolidated('3433'), 'Securities lent (item 6.a)'),
  rateFuturesNotional: amount(consolidated('8693'), 'Interest rate futures (item 12.a)'),
  rateForwardsNotional: amount(consolidated('8697'), 'Interest rate forwards (item 12.b)'),
  rateOptionsWrittenListedNotional: amount(
    consolidated('8701'),
    'Exchange-traded interest rate options written (item 12.c.1)',
  ),
  rateOptionsBoughtListedNotional: amount(
    consolidated('8705'),
    'Exchange-traded interest rate options purchased (item 12.c.2)',
  ),
  rateOptionsWrittenNotional: amount(
    consolidated('8709'),
    'Over-the-counter interest rate options written (item 12.d.1)',
  ),
  rateOptionsBoughtNotional: amount(
    consolidated('8713'),
    'Over-the-counter interest rate options purchased (item 12.d.2)',
  ),
  rateSwapsNotional: amount(consolidated('3450'), 'Interest rate swaps, all (item 12.e)'),
  rateDerivativesTradingNotional: amount(
    consolidated('A126'),
    'Interest rate derivatives held for trading (item 13)',
  ),
  rateDerivativesOtherNotional: amount(
    consolidated('8725'),
    'Interest rate derivatives held for purposes other than trading (item 14)',
  ),
  rateSwapsPayFixedNotional: amount(
    consolidated('A589'),
    'Swaps in which the bank pays a fixed rate, not for trading (item 14.a)',
  ),
  rateTradingPositiveValue: amount(
    consolidated('8733'),
    'Interest rate derivatives for trading, gross positive fair value (item 15.a.1)',
  ),
  rateTradingNegativeValue: amount(
    consolidated('8737'),
    'Interest rate derivatives for trading, gross negative fair value (item 15.a.2)',
  ),
  rateOtherPositiveValue: amount(
    consolidated('8741'),
    'Interest rate derivatives not for trading, gross positive fair value (item 15.b.1)',
  ),
  rateOtherNegativeValue: amount(
    consolidated('8745'),
    'Interest rate derivatives not for trading, gross negative fair value (item 15.b.2)',
  ),
};
