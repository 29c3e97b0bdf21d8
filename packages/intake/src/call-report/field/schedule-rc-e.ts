import { amountsOf, domestic, foreign } from './field.js';

const amount = amountsOf('RC-E');
const foreignAmount = amountsOf('RC-E II');

const SMALL_TIME = 'Time deposits of USD 250,000 or less, by maturity or repricing (M.3.a)';
const LARGE_TIME = 'Time deposits over USD 250,000, by maturity or repricing (M.4.a)';

/** Schedule RC-E, deposits of domestic offices (part I) and of foreign offices (part II). */
export const SCHEDULE_RC_E = {
  depositsTransaction: amount(domestic('2215'), 'Transaction accounts (column A, item 7)'),
  depositsDemand: amount(domestic('2210'), 'Demand deposits, in transaction accounts (column B)'),
  depositsNontransaction: amount(domestic('2385'), 'Nontransaction accounts (column C, item 7)'),
  depositsTransactionPrivate: amount(
    domestic('B549'),
    'Transaction accounts of individuals, partnerships and corporations (item 1)',
  ),
  depositsNontransactionPrivate: amount(
    domestic('B550'),
    'Nontransaction accounts of individuals, partnerships and corporations (item 1)',
  ),
  depositsTransactionMunicipal: amount(
    domestic('2203'),
    'Transaction accounts of US states and political subdivisions (item 3)',
  ),
  depositsNontransactionMunicipal: amount(
    domestic('2530'),
    'Nontransaction accounts of US states and political subdivisions (item 3)',
  ),
  depositsMoneyMarket: amount(domestic('6810'), 'Money market deposit accounts (M.2.a.1)'),
  depositsOtherSavings: amount(domestic('0352'), 'Other savings deposits (M.2.a.2)'),
  timeDepositsTo100k: amount(domestic('6648'), 'Time deposits under USD 100,000 (M.2.b)'),
  timeDeposits100kTo250k: amount(
    domestic('J473'),
    'Time deposits of USD 100,000 to 250,000 (M.2.c)',
  ),
  timeDepositsOver250k: amount(domestic('J474'), 'Time deposits over USD 250,000 (M.2.d)'),
  depositsBrokered: amount(domestic('2365'), 'Brokered deposits (M.1.b)'),
  depositsBrokeredInsured: amount(
    domestic('HK05'),
    'Brokered deposits of USD 250,000 or less, fully insured (M.1.c)',
  ),
  depositsReciprocal: amount(domestic('JH83'), 'Reciprocal deposits (M.1.g)'),
  depositsPreferred: amount(
    domestic('5590'),
    'Preferred deposits: uninsured public deposits that are secured (M.1.e)',
  ),
  depositsListingService: amount(
    domestic('K223'),
    'Deposits through listing services that are not brokered, an estimate (M.1.f)',
  ),
  consumerFree: amount(
    domestic('P753'),
    'Non-interest-bearing transaction accounts for individuals, families and households (M.6.a)',
  ),
  consumerTransaction: amount(
    domestic('P754'),
    'Interest-bearing transaction accounts for individuals, families and households (M.6.b)',
  ),
  consumerMoneyMarket: amount(
    domestic('P756'),
    'Money market deposit accounts for individuals, families and households (M.7.a)',
  ),
  consumerSavings: amount(
    domestic('P758'),
    'Other savings deposits for individuals, families and households (M.7.b)',
  ),
  smallTimeTo3Months: amount(domestic('HK07'), `${SMALL_TIME}: 3 months or less`),
  smallTime3To12Months: amount(domestic('HK08'), `${SMALL_TIME}: over 3 to 12 months`),
  smallTime1To3Years: amount(domestic('HK09'), `${SMALL_TIME}: over 1 to 3 years`),
  smallTimeOver3Years: amount(domestic('HK10'), `${SMALL_TIME}: over 3 years`),
  smallTimeMaturingTo1Year: amount(
    domestic('HK11'),
    'Time deposits of USD 250,000 or less with a remaining maturity of 1 year or less (M.3.b)',
  ),
  largeTimeTo3Months: amount(domestic('HK12'), `${LARGE_TIME}: 3 months or less`),
  largeTime3To12Months: amount(domestic('HK13'), `${LARGE_TIME}: over 3 to 12 months`),
  largeTime1To3Years: amount(domestic('HK14'), `${LARGE_TIME}: over 1 to 3 years`),
  largeTimeOver3Years: amount(domestic('HK15'), `${LARGE_TIME}: over 3 years`),
  largeTimeMaturingTo1Year: amount(
    domestic('K222'),
    'Time deposits over USD 250,000 with a remaining maturity of 1 year or less (M.4.b)',
  ),
  foreignTimeMaturingTo1Year: foreignAmount(
    foreign('A245'),
    'Time deposits of foreign offices with a remaining maturity of 1 year or less (part II, M.1)',
  ),
};
