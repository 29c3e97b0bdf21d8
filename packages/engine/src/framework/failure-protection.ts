import type { FailureCell } from '../stress/index.js';
import type { Finding, Table } from './case-result.js';
import { cellAt, failuresOf, type GridOrigin, hedgesOf, RISE } from './failure-cells.js';
import { finding } from './finding.js';
import { columns, inWords, lowerFirst, table } from './table.js';
import { tell } from './told.js';

const SEVERE = 'combined-adverse-severe';
const SIZED = ['ladder-2-5-7-industry-average-risk', 'ladder-2-5-7-true-risk'];

/** Worst cell, and what the hedges do where behaviour breaks (rule CASE-8). */
export function protectionFindings(cells: readonly FailureCell[], originOf: GridOrigin): Finding[] {
  const worst = cells.reduce((a, b) => (b.eveChange < a.eveChange ? b : a));
  const sized = hedgesOf(cells).filter(({ id }) => SIZED.includes(id));
  return [
    finding(
      `Worst cell: ${lowerFirst(worst.failureTitle)}, ${worst.scenario} bp, ` +
        `${lowerFirst(worst.hedgeTitle)}: EVE change ${inWords(worst.eveChange)} million.`,
      originOf(worst.hedge, worst.failure),
    ),
    ...sized.map(({ id, title }) =>
      finding(hedgeFinding(cells, id, title), originOf(id, SEVERE), toldOf(cells, id, originOf)),
    ),
    finding(
      `The severe combined failure itself moves base EVE by ` +
        `${inWords(cellAt(cells, 'none', SEVERE, RISE).eveLossFromFailure)} million before rates ` +
        'move: no rate hedge can give that part back, and none of the hedges here was sized to it.',
      originOf('none', SEVERE),
    ),
  ];
}

/** What that sentence tells of the bank without the hedge, and of behaviour unbroken. */
function toldOf(cells: readonly FailureCell[], hedge: string, originOf: GridOrigin) {
  const pairs = [
    ['none', ''],
    ['none', SEVERE],
    [hedge, ''],
  ] as const;
  return pairs.flatMap(([id, failure]) => {
    const { eveLossFromRates, hedgeProtection } = cellAt(cells, id, failure, RISE);
    const origin = originOf(id, failure);
    return [
      { value: eveLossFromRates, origin },
      ...(id === 'none' ? [] : [{ value: hedgeProtection, origin }]),
    ];
  });
}

/** The dollars of a hedge beside the loss from rates it was sized against, whole and broken. */
function hedgeFinding(cells: readonly FailureCell[], hedge: string, title: string): string {
  const bare = (failure: string) => inWords(cellAt(cells, 'none', failure, RISE).eveLossFromRates);
  const left = (failure: string) => inWords(cellAt(cells, hedge, failure, RISE).eveLossFromRates);
  const gives = inWords(cellAt(cells, hedge, '', RISE).hedgeProtection);
  return (
    `${title}: at ${RISE} bp it gives ${gives} million whatever depositors do. What changes is ` +
    `EVE from rates, which it was sized against: ${bare('')} million while behaviour holds, ` +
    `${bare(SEVERE)} in the severe combined failure; with the hedge ${left('')} and ` +
    `${left(SEVERE)}.`
  );
}

/** How much of the whole loss at +200 bp, failure and rates together, each hedge gives back. */
export function protectionTable(cells: readonly FailureCell[], originOf: GridOrigin): Table {
  const hedges = hedgesOf(cells).filter(({ id }) => id !== 'none');
  return table(
    'failure-protection',
    `Share of the EVE loss at ${RISE} bp that each hedge gives back`,
    [
      ...columns('failure | Failure |'),
      ...hedges.map(({ id, title }) => ({ id, title, unit: '%' })),
    ],
    failuresOf(cells).map(({ id, title }) => [
      title,
      ...hedges.flatMap((hedge) =>
        tell(originOf(hedge.id, id), [givenBackPercent(cells, hedge.id, id)]),
      ),
    ]),
    [
      finding(
        'The loss of the bank without hedge, failure and rates together, is 100.',
        originOf('none'),
      ),
      'A share falls also because the loss it is divided by grows with a part that is no rate ' +
        'risk: read it with the table of EVE from rates.',
    ],
  );
}

function givenBackPercent(
  cells: readonly FailureCell[],
  hedge: string,
  failure: string,
): number | null {
  const bare = cellAt(cells, 'none', failure, RISE).eveChange;
  if (bare >= 0) return null;
  return (-100 * cellAt(cells, hedge, failure, RISE).hedgeProtection) / bare;
}

/** EVE from rates that is left with each hedge, beside the part that no rate hedge reaches. */
export function ratesLeftTable(cells: readonly FailureCell[], originOf: GridOrigin): Table {
  const hedges = hedgesOf(cells);
  return table(
    'failure-rates-left',
    `EVE from rates at ${RISE} bp, left after each hedge`,
    [
      ...columns('failure | Failure |', 'fromFailure | EVE from the failure | USD million'),
      ...hedges.map(({ id, title }) => ({ id, title, unit: 'USD million' })),
    ],
    failuresOf(cells).map(({ id, title }) => [
      title,
      ...tell(originOf('none', id), [cellAt(cells, 'none', id, RISE).eveLossFromFailure]),
      ...hedges.flatMap((hedge) =>
        tell(originOf(hedge.id, id), [cellAt(cells, hedge.id, id, RISE).eveLossFromRates]),
      ),
    ]),
    [
      'EVE from rates = EVE in the scenario less base EVE, both with the failure; losses negative.',
      "The difference of two columns, a hedge's dollars, is the same in every row: swaps do not " +
        'depend on depositors.',
    ],
  );
}
