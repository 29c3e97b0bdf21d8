import { type Hedge, type HedgeLine, isFuture, isOption } from '../balance-sheet/index.js';
import type { Study } from './study.js';

/** The parts of a Study that hold hedges, and what ended ones have left. */
export type HedgeParts = Pick<Study, 'hedges' | 'hedgeOptions' | 'hedgeFutures' | 'hedgeDeferrals'>;

/** Every hedge of a Study: swaps, options, futures. */
export function hedgesOf({ hedges, hedgeOptions, hedgeFutures }: HedgeParts): readonly Hedge[] {
  return [...hedges, ...(hedgeOptions?.options ?? []), ...(hedgeFutures?.futures ?? [])];
}

/** Every line of the projection, in its order: hedges, then deferrals. */
export function hedgeLinesOf(study: HedgeParts): readonly HedgeLine[] {
  return [...hedgesOf(study), ...(study.hedgeDeferrals?.deferrals ?? [])];
}

/** The same with JSON pointers. */
export function hedgePaths(
  study: HedgeParts,
): { readonly path: string; readonly hedge: HedgeLine }[] {
  const within = (path: string, lines: readonly HedgeLine[] = []) =>
    lines.map((hedge, index) => ({ path: `${path}/${index}`, hedge }));
  return [
    ...within('/hedges', study.hedges),
    ...within('/hedgeOptions/options', study.hedgeOptions?.options),
    ...within('/hedgeFutures/futures', study.hedgeFutures?.futures),
    ...within('/hedgeDeferrals/deferrals', study.hedgeDeferrals?.deferrals),
  ];
}

/** The Study with one hedge kept to a share of its size; a share of 0 takes it out. */
export function withHedgeScaled(study: Study, id: string, share: number): Study {
  const { hedgeOptions, hedgeFutures, ...rest } = study;
  const options = scaled(hedgeOptions?.options ?? [], id, (option) => ({
    ...option,
    notionalUsdMillion: option.notionalUsdMillion * share,
    premiumUsdMillion: option.premiumUsdMillion * share,
  }));
  const futures = scaled(hedgeFutures?.futures ?? [], id, (future) => ({
    ...future,
    notionalUsdMillion: future.notionalUsdMillion * share,
  }));
  const hedges = scaled(study.hedges, id, (swap) => ({
    ...swap,
    notionalUsdMillion: swap.notionalUsdMillion * share,
  }));
  return {
    ...rest,
    hedges,
    ...(options.length === 0 ? {} : { hedgeOptions: { options } }),
    ...(futures.length === 0 ? {} : { hedgeFutures: { futures } }),
  };

  function scaled<H extends Hedge>(all: readonly H[], of: string, change: (hedge: H) => H): H[] {
    return all.flatMap((hedge) => {
      if (hedge.id !== of) return [hedge];
      return share === 0 ? [] : [change(hedge)];
    });
  }
}

/** The Study with `size` times a hedge in the part of its kind. */
export function withHedge(study: Study, hedge: Hedge, size: number): Study {
  const notionalUsdMillion = hedge.notionalUsdMillion * size;
  if (isOption(hedge)) {
    const premiumUsdMillion = hedge.premiumUsdMillion * size;
    const option = { ...hedge, notionalUsdMillion, premiumUsdMillion };
    return {
      ...study,
      hedgeOptions: { options: [...(study.hedgeOptions?.options ?? []), option] },
    };
  }
  if (isFuture(hedge)) {
    const future = { ...hedge, notionalUsdMillion };
    return {
      ...study,
      hedgeFutures: { futures: [...(study.hedgeFutures?.futures ?? []), future] },
    };
  }
  return { ...study, hedges: [...study.hedges, { ...hedge, notionalUsdMillion }] };
}
