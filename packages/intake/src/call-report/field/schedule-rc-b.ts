import { amountsOf, type CallReportField, consolidated, domestic } from './field.js';

const amount = amountsOf('RC-B');

function htmCost(codes: readonly string[], type: string): CallReportField {
  return amount(codes, `${type}: HTM amortised cost`);
}

function htmFairValue(codes: readonly string[], type: string): CallReportField {
  return amount(codes, `${type}: HTM fair value`);
}

function afsCost(codes: readonly string[], type: string): CallReportField {
  return amount(codes, `${type}: AFS amortised cost`);
}

function afsFairValue(codes: readonly string[], type: string): CallReportField {
  return amount(codes, `${type}: AFS fair value`);
}

const TREASURY = 'US Treasury securities (item 1)';
const AGENCY = 'Debt of US agencies and sponsored enterprises, no MBS (item 2)';
const MUNICIPAL = 'Securities of US states and political subdivisions (item 3)';
const PASS_THROUGH_GNMA = 'Residential pass-throughs of GNMA, forms 031 and 041 (item 4.a.1)';
const PASS_THROUGH_GSE =
  'Residential pass-throughs of FNMA and FHLMC, forms 031 and 041 (item 4.a.2)';
const PASS_THROUGH_AGENCY =
  'Residential pass-throughs of FNMA, FHLMC and GNMA in one, form 051 alone (item 4.a.1)';
const PASS_THROUGH_PRIVATE = 'Other residential pass-throughs (item 4.a.3; form 051: 4.a.2)';
const CMO_AGENCY = 'Other residential MBS (CMO, REMIC, strips) of US agencies (item 4.b.1)';
const CMO_AGENCY_COLLATERAL =
  'Other residential MBS collateralised by MBS of US agencies (item 4.b.2)';
const CMO_PRIVATE = 'All other residential MBS (item 4.b.3)';
const CMBS_PASS_THROUGH_AGENCY =
  'Commercial mortgage pass-throughs of FNMA, FHLMC and GNMA (item 4.c.1.a)';
const CMBS_PASS_THROUGH_PRIVATE = 'Other commercial mortgage pass-throughs (item 4.c.1.b)';
const CMBS_AGENCY = 'Other commercial MBS of US agencies (item 4.c.2.a)';
const CMBS_PRIVATE = 'All other commercial MBS (item 4.c.2.b)';
const ASSET_BACKED = 'Asset-backed securities (item 5.a)';
const STRUCTURED_PRODUCT = 'Structured financial products, such as CLOs (item 5.b)';
const OTHER_DOMESTIC_DEBT = 'Other domestic debt securities (item 6.a)';
const FOREIGN_DEBT = 'Foreign debt securities (item 6.b)';
const ALL_DEBT = 'All debt securities not for trading (item 8)';

/** Debt securities not for trading by type, items 1 to 6 and 8. */
const TYPES = {
  treasuryHtmCost: htmCost(consolidated('0211'), TREASURY),
  treasuryHtmFairValue: htmFairValue(consolidated('0213'), TREASURY),
  treasuryAfsCost: afsCost(consolidated('1286'), TREASURY),
  treasuryAfsFairValue: afsFairValue(consolidated('1287'), TREASURY),
  agencyHtmCost: htmCost(consolidated('HT50'), AGENCY),
  agencyHtmFairValue: htmFairValue(consolidated('HT51'), AGENCY),
  agencyAfsCost: afsCost(consolidated('HT52'), AGENCY),
  agencyAfsFairValue: afsFairValue(consolidated('HT53'), AGENCY),
  municipalHtmCost: htmCost(consolidated('8496'), MUNICIPAL),
  municipalHtmFairValue: htmFairValue(consolidated('8497'), MUNICIPAL),
  municipalAfsCost: afsCost(consolidated('8498'), MUNICIPAL),
  municipalAfsFairValue: afsFairValue(consolidated('8499'), MUNICIPAL),
  passThroughGnmaHtmCost: htmCost(consolidated('G300'), PASS_THROUGH_GNMA),
  passThroughGnmaHtmFairValue: htmFairValue(consolidated('G301'), PASS_THROUGH_GNMA),
  passThroughGnmaAfsCost: afsCost(consolidated('G302'), PASS_THROUGH_GNMA),
  passThroughGnmaAfsFairValue: afsFairValue(consolidated('G303'), PASS_THROUGH_GNMA),
  passThroughGseHtmCost: htmCost(consolidated('G304'), PASS_THROUGH_GSE),
  passThroughGseHtmFairValue: htmFairValue(consolidated('G305'), PASS_THROUGH_GSE),
  passThroughGseAfsCost: afsCost(consolidated('G306'), PASS_THROUGH_GSE),
  passThroughGseAfsFairValue: afsFairValue(consolidated('G307'), PASS_THROUGH_GSE),
  passThroughAgencyHtmCost: htmCost(domestic('HT54'), PASS_THROUGH_AGENCY),
  passThroughAgencyHtmFairValue: htmFairValue(domestic('HT55'), PASS_THROUGH_AGENCY),
  passThroughAgencyAfsCost: afsCost(domestic('HT56'), PASS_THROUGH_AGENCY),
  passThroughAgencyAfsFairValue: afsFairValue(domestic('HT57'), PASS_THROUGH_AGENCY),
  passThroughPrivateHtmCost: htmCost(consolidated('G308'), PASS_THROUGH_PRIVATE),
  passThroughPrivateHtmFairValue: htmFairValue(consolidated('G309'), PASS_THROUGH_PRIVATE),
  passThroughPrivateAfsCost: afsCost(consolidated('G310'), PASS_THROUGH_PRIVATE),
  passThroughPrivateAfsFairValue: afsFairValue(consolidated('G311'), PASS_THROUGH_PRIVATE),
  cmoAgencyHtmCost: htmCost(consolidated('G312'), CMO_AGENCY),
  cmoAgencyHtmFairValue: htmFairValue(consolidated('G313'), CMO_AGENCY),
  cmoAgencyAfsCost: afsCost(consolidated('G314'), CMO_AGENCY),
  cmoAgencyAfsFairValue: afsFairValue(consolidated('G315'), CMO_AGENCY),
  cmoAgencyCollateralHtmCost: htmCost(consolidated('G316'), CMO_AGENCY_COLLATERAL),
  cmoAgencyCollateralHtmFairValue: htmFairValue(consolidated('G317'), CMO_AGENCY_COLLATERAL),
  cmoAgencyCollateralAfsCost: afsCost(consolidated('G318'), CMO_AGENCY_COLLATERAL),
  cmoAgencyCollateralAfsFairValue: afsFairValue(consolidated('G319'), CMO_AGENCY_COLLATERAL),
  cmoPrivateHtmCost: htmCost(consolidated('G320'), CMO_PRIVATE),
  cmoPrivateHtmFairValue: htmFairValue(consolidated('G321'), CMO_PRIVATE),
  cmoPrivateAfsCost: afsCost(consolidated('G322'), CMO_PRIVATE),
  cmoPrivateAfsFairValue: afsFairValue(consolidated('G323'), CMO_PRIVATE),
  cmbsPassThroughAgencyHtmCost: htmCost(consolidated('K142'), CMBS_PASS_THROUGH_AGENCY),
  cmbsPassThroughAgencyHtmFairValue: htmFairValue(consolidated('K143'), CMBS_PASS_THROUGH_AGENCY),
  cmbsPassThroughAgencyAfsCost: afsCost(consolidated('K144'), CMBS_PASS_THROUGH_AGENCY),
  cmbsPassThroughAgencyAfsFairValue: afsFairValue(consolidated('K145'), CMBS_PASS_THROUGH_AGENCY),
  cmbsPassThroughPrivateHtmCost: htmCost(consolidated('K146'), CMBS_PASS_THROUGH_PRIVATE),
  cmbsPassThroughPrivateHtmFairValue: htmFairValue(consolidated('K147'), CMBS_PASS_THROUGH_PRIVATE),
  cmbsPassThroughPrivateAfsCost: afsCost(consolidated('K148'), CMBS_PASS_THROUGH_PRIVATE),
  cmbsPassThroughPrivateAfsFairValue: afsFairValue(consolidated('K149'), CMBS_PASS_THROUGH_PRIVATE),
  cmbsAgencyHtmCost: htmCost(consolidated('K150'), CMBS_AGENCY),
  cmbsAgencyHtmFairValue: htmFairValue(consolidated('K151'), CMBS_AGENCY),
  cmbsAgencyAfsCost: afsCost(consolidated('K152'), CMBS_AGENCY),
  cmbsAgencyAfsFairValue: afsFairValue(consolidated('K153'), CMBS_AGENCY),
  cmbsPrivateHtmCost: htmCost(consolidated('K154'), CMBS_PRIVATE),
  cmbsPrivateHtmFairValue: htmFairValue(consolidated('K155'), CMBS_PRIVATE),
  cmbsPrivateAfsCost: afsCost(consolidated('K156'), CMBS_PRIVATE),
  cmbsPrivateAfsFairValue: afsFairValue(consolidated('K157'), CMBS_PRIVATE),
  assetBackedHtmCost: htmCost(consolidated('C026'), ASSET_BACKED),
  assetBackedHtmFairValue: htmFairValue(consolidated('C988'), ASSET_BACKED),
  assetBackedAfsCost: afsCost(consolidated('C989'), ASSET_BACKED),
  assetBackedAfsFairValue: afsFairValue(consolidated('C027'), ASSET_BACKED),
  structuredProductHtmCost: htmCost(consolidated('HT58'), STRUCTURED_PRODUCT),
  structuredProductHtmFairValue: htmFairValue(consolidated('HT59'), STRUCTURED_PRODUCT),
  structuredProductAfsCost: afsCost(consolidated('HT60'), STRUCTURED_PRODUCT),
  structuredProductAfsFairValue: afsFairValue(consolidated('HT61'), STRUCTURED_PRODUCT),
  otherDomesticDebtHtmCost: htmCost(consolidated('1737'), OTHER_DOMESTIC_DEBT),
  otherDomesticDebtHtmFairValue: htmFairValue(consolidated('1738'), OTHER_DOMESTIC_DEBT),
  otherDomesticDebtAfsCost: afsCost(consolidated('1739'), OTHER_DOMESTIC_DEBT),
  otherDomesticDebtAfsFairValue: afsFairValue(consolidated('1741'), OTHER_DOMESTIC_DEBT),
  foreignDebtHtmCost: htmCost(consolidated('1742'), FOREIGN_DEBT),
  foreignDebtHtmFairValue: htmFairValue(consolidated('1743'), FOREIGN_DEBT),
  foreignDebtAfsCost: afsCost(consolidated('1744'), FOREIGN_DEBT),
  foreignDebtAfsFairValue: afsFairValue(consolidated('1746'), FOREIGN_DEBT),
  allDebtHtmCost: htmCost(consolidated('1754'), ALL_DEBT),
  allDebtHtmFairValue: htmFairValue(consolidated('1771'), ALL_DEBT),
  allDebtAfsCost: afsCost(consolidated('1772'), ALL_DEBT),
  allDebtAfsFairValue: afsFairValue(consolidated('1773'), ALL_DEBT),
};

const OTHER_DEBT =
  'Debt securities that are no residential first-lien pass-through and no other MBS (M.2.a)';
const PASS_THROUGH = 'Pass-throughs backed by closed-end first-lien 1-4 family loans (M.2.b)';
const OTHER_MBS = 'Other MBS such as CMOs, by expected average life (M.2.c)';

/** Item 7, since 2022: column C holds it, and no type does. */
const HEDGES = {
  portfolioLayerAdjustment: amount(
    consolidated('MG95'),
    'Basis adjustment of AFS debt by portfolio layer hedges, in the AFS cost of item 8 (item 7)',
  ),
};

/**
 * Memoranda. Memorandum 2 counts HTM at amortised cost and AFS at fair value by the earlier of
 * maturity and next repricing, other MBS by expected average life; nonaccrual is left out.
 */
const MEMORANDA = {
  pledgedSecurities: amount(consolidated('0416'), 'Pledged securities, book value (M.1)'),
  otherDebtTo3Months: amount(consolidated('A549'), `${OTHER_DEBT}: 3 months or less`),
  otherDebt3To12Months: amount(consolidated('A550'), `${OTHER_DEBT}: over 3 to 12 months`),
  otherDebt1To3Years: amount(consolidated('A551'), `${OTHER_DEBT}: over 1 to 3 years`),
  otherDebt3To5Years: amount(consolidated('A552'), `${OTHER_DEBT}: over 3 to 5 years`),
  otherDebt5To15Years: amount(consolidated('A553'), `${OTHER_DEBT}: over 5 to 15 years`),
  otherDebtOver15Years: amount(consolidated('A554'), `${OTHER_DEBT}: over 15 years`),
  passThroughTo3Months: amount(consolidated('A555'), `${PASS_THROUGH}: 3 months or less`),
  passThrough3To12Months: amount(consolidated('A556'), `${PASS_THROUGH}: over 3 to 12 months`),
  passThrough1To3Years: amount(consolidated('A557'), `${PASS_THROUGH}: over 1 to 3 years`),
  passThrough3To5Years: amount(consolidated('A558'), `${PASS_THROUGH}: over 3 to 5 years`),
  passThrough5To15Years: amount(consolidated('A559'), `${PASS_THROUGH}: over 5 to 15 years`),
  passThroughOver15Years: amount(consolidated('A560'), `${PASS_THROUGH}: over 15 years`),
  otherMbsTo3Years: amount(consolidated('A561'), `${OTHER_MBS}: 3 years or less`),
  otherMbsOver3Years: amount(consolidated('A562'), `${OTHER_MBS}: over 3 years`),
  debtSecuritiesMaturingTo1Year: amount(
    consolidated('A248'),
    'Debt securities of M.2.a to c with a remaining maturity of 1 year or less (M.2.d)',
  ),
  htmSoldCost: amount(
    consolidated('1778'),
    'HTM securities sold, or moved to AFS or trading, since 1 January, amortised cost (M.3)',
  ),
  structuredNotesCost: amount(consolidated('8782'), 'Structured notes, amortised cost (M.4.a)'),
  structuredNotesFairValue: amount(consolidated('8783'), 'Structured notes, fair value (M.4.b)'),
};

/** Schedule RC-B, securities. */
export const SCHEDULE_RC_B = { ...TYPES, ...HEDGES, ...MEMORANDA };
