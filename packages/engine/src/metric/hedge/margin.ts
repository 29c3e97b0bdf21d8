import { type Hedge, isDeferral, isFuture, isOption } from '../../balance-sheet/index.js';
import { type Issue, issue, itemAt } from '../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import type { HedgeMargin } from './input.js';

/** Amounts by where a hedge is traded, USD million. */
export interface ByVenue {
  readonly overTheCounter: number;
  readonly exchangeTraded: number;
}

/** What is settled since the base scenario: positive when it is received (INSTRUMENT-14). */
export function variationMargin(
  { program, base }: Pick<MeasureInput, 'program' | 'base'>,
  view: ScenarioView,
): ByVenue {
  const sums = { overTheCounter: 0, exchangeTraded: 0 };
  program.hedges.forEach((hedge, index) => {
    const moved = itemAt(view.hedgeValues, index) - itemAt(base.hedgeValues, index);
    sums[isFuture(hedge) ? 'exchangeTraded' : 'overTheCounter'] += moved;
  });
  return sums;
}

/** Initial margin of the date, or the part of the Study that is missing (INSTRUMENT-15). */
export function initialMargin({
  program,
  blocks,
}: Pick<MeasureInput, 'program' | 'blocks'>): ByVenue | Issue {
  const sums = { overTheCounter: 0, exchangeTraded: 0 };
  for (const hedge of program.hedges) {
    if (isDeferral(hedge)) continue;
    const notional = Math.abs(hedge.notionalUsdMillion);
    // A hedge of nothing asks for no margin, whatever is not known of it
    if (notional === 0) continue;
    if (isFuture(hedge)) {
      sums.exchangeTraded += notional * hedge.initialMarginShare.value;
      continue;
    }
    if (isOption(hedge) && hedge.position === 'bought' && hedge.kind !== 'collar') continue;
    const share = shareOf(hedge, blocks.hedgeMargin);
    if (typeof share !== 'number') return share;
    sums.overTheCounter += notional * share;
  }
  return sums;
}

function shareOf({ id, maturityMonth }: Hedge, margin: HedgeMargin | undefined): number | Issue {
  if (margin === undefined) {
    return issue('measure.no-input', '/hedgeMargin', partFor(id), 'nothing');
  }
  const step = margin.overTheCounter.find(({ toMonths }) => maturityMonth <= toMonths);
  if (step !== undefined) return step.share.value;
  const expected = `a step that covers ${id}, which ends in month ${maturityMonth}`;
  return issue('measure.no-input', '/hedgeMargin/overTheCounter', expected, 'none');
}

function partFor(id: string): string {
  return (
    'this part of the Study, shares of the notional by months to maturity as in ' +
    `docs/example/study/every-part.json (${id} asks for margin over the counter)`
  );
}
