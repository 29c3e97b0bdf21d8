import { describe, expect, it } from 'vitest';
import { assetLongBank } from '../hedge/asset-long-bank.test-fixture.js';
import { ALL_PARTS } from '../study/all-parts.test-fixture.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import { parseStudy, type Study } from '../study/index.js';
import { hedgesApart } from './discipline-hedges.js';

function withSwap(notionalUsdMillion: number | null): Study {
  const swap: Study['hedges'][number] = {
    ...{ id: 'five', notionalUsdMillion: notionalUsdMillion ?? 0, fixedRate: 0.012 },
    ...{ floatSpread: 0, startMonth: 0, maturityMonth: 60, model: 'undesignated' },
    hedgedGroup: 'none',
  };
  return { ...assetLongBank(), hedges: notionalUsdMillion === null ? [] : [swap] };
}

describe('the hedges that one bank has and the other has not', () => {
  it.each([
    // has, lacks, apart: pay fixed is above zero, receive fixed below
    [200, null, [200]],
    [200, 50, [150]],
    [200, 200, []],
    [200, 300, []],
    [-200, -50, [-150]],
    [-200, -300, []],
    [200, -300, [500]],
  ])('EFF-4: %d beside %j: %j', (has, lacks, apart) => {
    const changes = hedgesApart(withSwap(has), withSwap(lacks));
    const notionals = changes.map((change) =>
      change.kind === 'add-hedge' ? change.swap.notionalUsdMillion : Number.NaN,
    );
    expect(notionals).toEqual(apart);
  });

  it('EFF-4: options and futures count too, options with no premium still to pay', () => {
    const has = valueOrThrow(parseStudy(ALL_PARTS));
    const { hedgeOptions, hedgeFutures, ...lacks } = has;
    const changes = hedgesApart(has, lacks);
    const options = changes.flatMap((each) => (each.kind === 'add-option' ? [each.option] : []));
    const futures = changes.flatMap((each) => (each.kind === 'add-future' ? [each.future] : []));
    const owned = hedgeOptions?.options ?? [];
    expect(owned.some(({ premiumUsdMillion }) => premiumUsdMillion !== 0)).toBe(true);
    expect(options).toEqual(owned.map((option) => ({ ...option, premiumUsdMillion: 0 })));
    expect(futures).toEqual(hedgeFutures?.futures);
    expect(futures.length).toBeGreaterThan(0);
  });
});
