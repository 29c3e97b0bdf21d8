import { fail, type Issue, ok, type Result } from '../foundation/index.js';
import { type Change, type Outcome, type Study, whyNot } from '../study/index.js';
import { addedHedges, type ComparedHedge, type HedgeEngine, withChanges } from './variant.js';

/** What margin asks for one hedge by itself, as `hedge.margin.*` tells it, USD million. */
export interface MarginCall {
  readonly initialMarginUsdMillion: number;
  /** Variation margin to be posted where it is most; 0 when the hedge loses nowhere. */
  readonly marginUsdMillion: number;
  /** Both: the greatest `hedge.margin.need`. */
  readonly worstMarginUsdMillion: number;
  /** Empty when the hedge loses nowhere. */
  readonly marginScenario: string;
}

interface MarginRequest extends HedgeEngine {
  readonly study: Study;
  readonly scenarios: readonly string[];
}

/**
 * Margin of the hedge in a bank that has no other (HEDGE-21, INSTRUMENT-14 to INSTRUMENT-16). The
 * shares of the Study's part `hedgeMargin` hold; without the part, that of the hedge. Issues: those
 * of the measures, as where the part covers no hedge so long, and of a Change that does not fit.
 */
export function marginCall(
  { study, scenarios, evaluate, apply }: MarginRequest,
  hedge: ComparedHedge,
): Result<MarginCall> {
  const { hedgeOptions: _options, hedgeFutures: _futures, ...rest } = study;
  const hedgeMargin = study.hedgeMargin ?? marginPart(hedge.changes, hedge.initialMarginShare ?? 0);
  const alone = withChanges({ ...rest, hedges: [], hedgeMargin }, hedge.changes, apply);
  if (!alone.ok) return alone;
  const outcome = evaluate(alone.value, ['hedge']);
  let worst: MarginCall | undefined;
  for (const scenario of scenarios) {
    const call = callIn(outcome, scenario);
    if ('code' in call) return fail(call);
    if (worst === undefined || call.marginUsdMillion > worst.marginUsdMillion) worst = call;
  }
  if (worst === undefined) throw new Error('margin was asked for in no scenario');
  return ok(worst.marginUsdMillion > 0 ? worst : { ...worst, marginScenario: '' });
}

function callIn({ measures, ...outcome }: Outcome, scenario: string): MarginCall | Issue {
  const id = 'hedge.margin.need';
  const need = measures.find((each) => each.id === id && each.scenario === scenario);
  if (need?.parts === undefined) return whyNot({ ...outcome, measures }, id, scenario);
  const { initial = 0, overTheCounter = 0, exchangeTraded = 0 } = need.parts;
  return {
    initialMarginUsdMillion: initial,
    marginUsdMillion: overTheCounter + exchangeTraded,
    worstMarginUsdMillion: need.value,
    marginScenario: scenario,
  };
}

/** One share of the notional for every hedge that the Changes add. */
function marginPart(changes: readonly Change[], share: number): NonNullable<Study['hedgeMargin']> {
  const toMonths = Math.max(1, ...addedHedges(changes).map(({ maturityMonth }) => maturityMonth));
  const note = 'HEDGE-21: what a move of rates over the days of margin costs';
  const parameter = { value: share, unit: 'ratio', basis: 'assumed', source: [], note } as const;
  return { overTheCounter: [{ toMonths, share: parameter }] };
}
