import type { Relocation, RoleRule } from './collected.js';

/**
 * The collected notes cite this page beside the FY2022 10-K page from which the value was read;
 * the column of the year before was read on it.
 */
function alsoInFy2021(page: string, laterPage: string): Relocation {
  return {
    document:
      'SVB Financial Group Form 10-K FY2021 ' +
      '(filed 2022-03-01, accession 0000719739-22-000023)',
    url: 'https://www.sec.gov/Archives/edgar/data/719739/000071973922000023/sivb-20211231.htm',
    locator: `MD&A ${page}; value transcribed from the 2021 column of the FY2022 10-K ${laterPage}`,
    knownFrom: '2022-03-01',
  };
}

const earlySeries = /^irr\.eve_at_risk_100\./;
const federalReserveEvidence: readonly RoleRule[] = [
  [/^irr\.eve_(inner_threshold|outer_limit)$/, 'evidence'],
  [/^irr\.assumption_change$/, 'evidence'],
  [earlySeries, 'evidence'],
];

const whatFollowed2022: readonly RoleRule[] = [
  [/^event\.(afs_sale|afs_sale_loss|equity_raise)$/, 'outcome'],
  [/^event\.(outflow_9mar_(fed|barr|dfpi)|cash_close_9mar|queue_10mar|share_of_base)$/, 'outcome'],
  [/^fdic\.(2023-03-10\.(assets|deposits)|discount|dif_cost_initial)$/, 'outcome'],
];

export const rules2022: readonly RoleRule[] = [
  [/^bs\.202[12]\./, 'input'],
  [/^bs_as_first_reported\.2021\.(total_assets|cash|other_assets|stb|other_liab)$/, 'evidence'],
  [/^(cash|other_assets|other_liab|offbs|stb|fv)\.202[12]\./, 'input'],
  [/^sec\.(afs|htm)\.202[12]\./, 'input'],
  [/^mat\.(afs|htm)\.2022\./, 'input'],
  [/^mat\.(afs|htm)\.2021\.total\./, 'input'],
  [/^duration\.2022\./, 'target'],
  [/^duration\.202[01]\./, 'input'],
  [/^secflow\.202[12]\./, 'input'],
  [/^(loans|dep)\.202[12]\.(?!yield|uninsured_pct_fed|vc_backed)/, 'input'],
  [/^loanmat\.2022\./, 'input'],
  [/^time_deposits\.2022\./, 'input'],
  [/^client_funds\.2022\./, 'input'],
  [/^avg\.202[012]\./, 'input'],
  [/^(ltd|pref)\.2022\./, 'input'],
  [/^ltd\.2021\..*\.carrying$/, 'input'],
  [/^liq\.202[12]\./, 'input'],
  [/^cap\.(svbfg|bank)\.202[12]\./, 'input'],
  [/^is\.202[012]\.(?!eps)/, 'input'],
  [/^tax\.2022\./, 'input'],
  [/^hedge\.202[012]\./, 'input'],
  [/^hedge\.(purchase_date|cashflow)/, 'input'],
  [/^irr\.2022\.nii_pct\./, 'target'],
  [/^irr\.202[12]\.beta$/, 'input'],
  [/^irr\.2021\./, 'evidence'],
  [/^hedge\.unwind_(start|end)$/, 'evidence'],
  [/^dep\.2022\.(uninsured_pct_fed|vc_backed_share)$/, 'evidence'],
  [/^bank\.2022\.(total_assets|deposits)$/, 'evidence'],
  [/^cf\.(cet1_no_optout|cet1_ratio_no_optout|aoci_impact)$/, 'evidence'],
  [/^lcr\./, 'evidence'],
  [/^ilst\.2022-0[89]/, 'evidence'],
  [/^irr\.mra$/, 'evidence'],
  [/^outflow\.2022_ytd_clients$/, 'evidence'],
  ...federalReserveEvidence,
  ...whatFollowed2022,
];

export const rules2021: readonly RoleRule[] = [
  [/^bs_as_first_reported\.202[01]\./, 'input'],
  [/^mat\.(afs|htm)\.2021\./, 'input'],
  [/^loanmat\.2021\./, 'input'],
  [/^liq\.2021\./, 'input'],
  [/^fv\.2020\.net_loans\.fair$/, 'input'],
  [/^duration\.2020\./, 'input'],
  [/^duration\.2021\./, 'target', alsoInFy2021('p.68', 'p.66')],
  [/^dep\.2021\.(uninsured_us|foreign_not_insured)$/, 'input', alsoInFy2021('p.81', 'p.80')],
  [/^policy\.2021\./, 'input'],
  [/^hedge\.(2020\.notional|purchase_date)$/, 'input'],
  [/^irr\.2021\.beta$/, 'input'],
  [/^irr\.2021\./, 'target'],
  [/^(sec|dep|loans|cap|avg|cash|stb|fv)\.(afs\.|htm\.|svbfg\.|bank\.)?2021\./, 'evidence'],
  [/^avg\.2020\./, 'evidence'],
  [/^ltd\.2021\..*\.carrying$/, 'evidence'],
  [/^(is|secflow|hedge)\.2021\./, 'evidence'],
  [/^bs\.2021\.(total_assets|cash|other_assets|stb|other_liab)$/, 'evidence'],
  [/^hedge\.unwind_(start|end)$/, 'outcome'],
  [/^hedge\.2022\.(notional|swap_fv_change)$/, 'outcome'],
  [/^sec\.(afs|htm)\.2022\.total\./, 'outcome'],
  [/^bs\.2022\.(dep_nib|dep_ib|dep_total|stb|total_assets|aoci)$/, 'outcome'],
  [/^cap\.svbfg\.2022\.(cet1|cet1_ratio|rwa)$/, 'outcome'],
  [/^is\.2022\.nii$/, 'outcome'],
  ...federalReserveEvidence,
  ...whatFollowed2022,
];

export const rules2020: readonly RoleRule[] = [
  [/^bs_as_first_reported\.2020\./, 'input'],
  [/^bs\.2020\.(afs_cost|htm_fv)$/, 'input'],
  [/^sec\.(afs|htm)\.2020\./, 'input'],
  [/^(duration|loans|dep|fv|offbs)\.2020\./, 'input'],
  [/^ltd\.2020\./, 'input'],
  [/^cap\.(svbfg|bank)\.2020\.(?!tce)/, 'input'],
  [/^hedge\.2020\./, 'input'],
  [/^irr\.2021\.beta$/, 'input'],
  [/^irr\.2020\./, 'target'],
  [/^(avg|is)\.2020\.(?!eps)/, 'evidence'],
  [/^cap\.svbfg\.2020\.tce/, 'evidence'],
  [/^bs\.2020\.(total_assets_restated|cash_restated)$/, 'evidence'],
  [/^irr\.eve_at_risk_100\.2020-/, 'evidence'],
];
