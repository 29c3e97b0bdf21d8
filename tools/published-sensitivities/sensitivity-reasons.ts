/**
 * Why ours differs from what was published, as far as it is known. A row that is predicted and
 * differs as printed has a reason here; 'not traced' is one.
 */
export const REASONS: Readonly<Record<string, string>> = {
  'jpmorgan-2021/firm.nii.+100': 'group and not bank, rates paid on deposits, swaps: below',
  'svb-2020/irr.2020.eve_base': 'not traced; within its aim',
  'svb-2020/irr.2020.eve_pct.+200': 'deposit life of 2021, no maturities of 2020',
  'svb-2020/irr.2020.eve_pct.+100': 'deposit life of 2021, no maturities of 2020',
  'svb-2020/irr.2020.eve_pct.-100': 'deposit life of 2021, no maturities of 2020',
  'svb-2020/irr.2020.eve_pct.-200': 'deposit life of 2021, no maturities of 2020',
  'svb-2020/irr.2020.nii_base': 'one average yield for all mortgage securities',
  'svb-2020/irr.2020.nii_pct.+200': 'not traced; within its aim',
  'svb-2020/irr.2020.nii_pct.+100': 'not traced; within its aim',
  'svb-2020/irr.2020.nii_pct.-100': 'not traced; within its aim',
  'svb-2020/irr.2020.nii_pct.-200': 'not traced; within its aim',
  'svb-2021/irr.2021.eve_pct.+200': 'not traced; within its aim',
  'svb-2021/irr.2021.eve_pct.-100': 'rate floor, convexity, paths of the bank: not public',
  'svb-2021/irr.2021.eve_pct.-200': 'rate floor, convexity, paths of the bank: not public',
  'svb-2021/irr.2021.nii_base': 'not traced; within its aim',
  'svb-2021/irr.2021.nii_pct.+200': 'not traced; within its aim',
  'svb-2021/irr.2021.nii_pct.+100': 'not traced; within its aim',
  'svb-2021/irr.2021.nii_pct.-100': 'not traced; within its aim',
  'svb-2021/irr.2021.nii_pct.-200': 'not traced; within its aim',
  'svb-2021/duration.2021.total': 'not traced',
  'svb-2021/duration.2021.total_hedged': 'not traced',
  'svb-2022/irr.2022.nii_pct.+200': 'beta near 70%, floating advances',
  'svb-2022/irr.2022.nii_pct.+100': 'beta near 70%, floating advances',
  'svb-2022/irr.2022.nii_pct.-100': 'beta near 70%, floating advances',
  'svb-2022/irr.2022.nii_pct.-200': 'beta near 70%, floating advances',
  'svb-2022/duration.2022.afs_hedged': 'not traced',
  'svb-2022/duration.2022.total': 'not traced',
  'svb-2022/duration.2022.total_hedged': 'not traced',
};
