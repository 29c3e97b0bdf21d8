import type { Hedge } from '../balance-sheet/index.js';
import type { Study } from './study.js';

/** The parts of a Study that hold hedges. */
export type HedgeParts = Pick<Study, 'hedges' | 'hedgeOptions' | 'hedgeFutures'>;

/** Every hedge of a Study, in the order of the projection: swaps, options, futures. */
export function hedgesOf({ hedges, hedgeOptions, hedgeFutures }: HedgeParts): readonly Hedge[] {
  return [...hedges, ...(hedgeOptions?.options ?? []), ...(hedgeFutures?.futures ?? [])];
}

/** The same with JSON pointers of the hedges. */
export function hedgePaths(study: HedgeParts): { readonly path: string; readonly hedge: Hedge }[] {
  const within = (path: string, hedges: readonly Hedge[] = []) =>
    hedges.map((hedge, index) => ({ path: `${path}/${index}`, hedge }));
  return [
    ...within('/hedges', study.hedges),
    ...within('/hedgeOptions/options', study.hedgeOptions?.options),
    ...within('/hedgeFutures/futures', study.hedgeFutures?.futures),
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
