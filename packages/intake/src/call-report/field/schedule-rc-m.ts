import { amountsOf, consolidated, domestic } from './field.js';

const amount = amountsOf('RC-M');

const ADVANCES = 'FHLB advances, by maturity or repricing (item 5.a.1)';
const OTHER = 'Other borrowings, by maturity or repricing (item 5.b.1)';

/** Schedule RC-M: intangibles, borrowings by bucket, secured liabilities. */
export const SCHEDULE_RC_M = {
  goodwill: amount(consolidated('3163'), 'Goodwill (item 2.b)'),
  servicingAssets: amount(consolidated('3164'), 'Mortgage servicing assets (item 2.a)'),
  otherIntangibles: amount(consolidated('JF76'), 'All other intangible assets (item 2.c)'),
  advancesTo1Year: amount(consolidated('F055'), `${ADVANCES}: 1 year or less`),
  advances1To3Years: amount(consolidated('F056'), `${ADVANCES}: over 1 to 3 years`),
  advances3To5Years: amount(consolidated('F057'), `${ADVANCES}: over 3 to 5 years`),
  advancesOver5Years: amount(consolidated('F058'), `${ADVANCES}: over 5 years`),
  advancesMaturingTo1Year: amount(
    consolidated('2651'),
    'FHLB advances with a remaining maturity of 1 year or less (item 5.a.2)',
  ),
  advancesStructured: amount(consolidated('F059'), 'Structured FHLB advances (item 5.a.3)'),
  otherBorrowingsTo1Year: amount(consolidated('F060'), `${OTHER}: 1 year or less`),
  otherBorrowings1To3Years: amount(consolidated('F061'), `${OTHER}: over 1 to 3 years`),
  otherBorrowings3To5Years: amount(consolidated('F062'), `${OTHER}: over 3 to 5 years`),
  otherBorrowingsOver5Years: amount(consolidated('F063'), `${OTHER}: over 5 years`),
  otherBorrowingsMaturingTo1Year: amount(
    consolidated('B571'),
    'Other borrowings with a remaining maturity of 1 year or less (item 5.b.2)',
  ),
  federalFundsPurchasedSecured: amount(
    domestic('F064'),
    'Federal funds purchased that are secured (item 10.a)',
  ),
  otherBorrowingsSecured: amount(
    consolidated('F065'),
    'Other borrowings that are secured (item 10.b)',
  ),
};
