import type { Change, Study } from '../study/index.js';

const REASON = { rationale: 'margin of the hedges that a discipline keeps', sources: [], size: 1 };

/**
 * The Changes that add the hedges, or the part of their notional, that one bank has and the other
 * has not (EFF-4). Premiums stand as paid: options are added for nothing.
 */
export function hedgesApart(has: Study, lacks: Study): readonly Change[] {
  const swaps = apart(has.hedges, lacks.hedges);
  const options = apart(has.hedgeOptions?.options ?? [], lacks.hedgeOptions?.options ?? []);
  const futures = apart(has.hedgeFutures?.futures ?? [], lacks.hedgeFutures?.futures ?? []);
  return [
    ...swaps.map((swap): Change => ({ ...named(swap.id), kind: 'add-hedge', swap })),
    ...options.map(
      (option): Change => ({
        ...{ ...named(option.id), kind: 'add-option', cashPositionId: 'none' },
        option: { ...option, premiumUsdMillion: 0 },
      }),
    ),
    ...futures.map((future): Change => ({ ...named(future.id), kind: 'add-future', future })),
  ];
}

function named(id: string) {
  return { ...REASON, id, title: id };
}

function apart<H extends { readonly id: string; readonly notionalUsdMillion: number }>(
  has: readonly H[],
  lacks: readonly H[],
): H[] {
  return has.flatMap((hedge) => {
    const other = lacks.find(({ id }) => id === hedge.id)?.notionalUsdMillion ?? 0;
    const notionalUsdMillion = hedge.notionalUsdMillion - other;
    const same =
      notionalUsdMillion === 0 || notionalUsdMillion > 0 !== hedge.notionalUsdMillion > 0;
    return same ? [] : [{ ...hedge, notionalUsdMillion }];
  });
}
