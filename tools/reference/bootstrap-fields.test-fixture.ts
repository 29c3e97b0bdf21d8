import type { BootstrapCase } from './curve-bootstraps.test-fixture.js';

/** What a case expects, by the fields of each kind that the tests read. */
const FIELDS = {
  case: 'id source inputs expected tolerance computed_ql129_nodes computed_ql129 swaps',
  unread: 'maxRepriceError ok note test reproduced_ql129 status verification',
  expected: 'futurePrice',
  node: 'date df zeroContA365',
  set: 'nodes offNode maxRepriceError',
  row: 'tenor rate start settlementDays freq month year price convexity',
  swap: `tenor fixedRate side notional start end npv parRate fixedLegBPS sumKeyRateDV01
    keyRateDV01_parQuoteBump_central parallelParBumpDV01_central parallelZeroBumpDV01_central`,
} as const;

/** The fields of a case that no test reads, so that none is passed over unseen. */
export function unreadFields(one: BootstrapCase): readonly string[] {
  const { deposits = [], fras = [], ois = [], swaps = [], quotes = [] } = one.inputs;
  const sets = Object.values(one.computed_ql129 ?? {});
  const nodes = sets.flatMap((set) => [...(set.nodes ?? []), ...(set.offNode ?? [])]);
  const parts: readonly (readonly [string, readonly unknown[]])[] = [
    [`${FIELDS.case} ${FIELDS.unread}`, [one]],
    [FIELDS.expected, typeof one.expected === 'object' ? [one.expected] : []],
    [FIELDS.set, sets],
    [FIELDS.node, [...nodes, ...(one.computed_ql129_nodes ?? [])]],
    [FIELDS.row, [...deposits, ...fras, ...ois, ...swaps, ...quotes]],
    [FIELDS.swap, one.swaps ?? []],
  ];
  return parts.flatMap(([known, found]) =>
    found.flatMap((part) =>
      Object.keys(part ?? {}).filter((name) => !known.split(/\s+/).includes(name)),
    ),
  );
}
