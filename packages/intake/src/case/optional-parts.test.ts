import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Loose, libraryFiles, lines, valueOrThrow } from './library-files.test-fixture.js';
import { parseCaseStudy } from './parse-case.js';

const EXAMPLE: Loose = JSON.parse(
  readFileSync(new URL('../../../../docs/example/study/every-part.json', import.meta.url), 'utf8'),
);
const HEDGE_PARTS = ['hedgeOptions', 'hedgeFutures', 'hedgeDeferrals', 'hedgeMargin'] as const;

/** The case with parts of the example in its form. */
function withParts(edit: (study: Loose) => void = () => undefined) {
  const files = libraryFiles('svb-2022');
  for (const key of HEDGE_PARTS) files.study[key] = structuredClone(EXAMPLE[key]);
  edit(files.study);
  return parseCaseStudy(files);
}

describe('the optional parts of a Study in the form of a case', () => {
  it('FORM-2: options, futures, deferrals and margin stand in it as they were written', () => {
    const { study } = valueOrThrow(withParts());
    expect(study.hedgeOptions?.options.map(({ id }) => id)).toEqual(['collar', 'payer']);
    expect(study.hedgeFutures?.futures.map(({ notionalUsdMillion: each }) => each)).toEqual(
      EXAMPLE.hedgeFutures.futures.map((each: Loose) => each.notionalUsdMillion),
    );
    expect(study.hedgeDeferrals?.deferrals[0]?.deferredUsdMillion).toBe(1.5);
    expect(study.hedgeMargin?.overTheCounter.map(({ share }) => share.value)).toEqual([0.01, 0.04]);
    const bare = valueOrThrow(parseCaseStudy(libraryFiles('svb-2022'))).study;
    expect('hedgeMargin' in bare).toBe(false);
  });

  it('FORM-3: an amount in them may be a public figure, and is cited', () => {
    const found = valueOrThrow(
      withParts((study) => {
        study.hedgeDeferrals.deferrals[0].deferredUsdMillion = { add: ['bs.2022.afs'], over: 1000 };
      }),
    );
    expect(found.study.hedgeDeferrals?.deferrals[0]?.deferredUsdMillion).toBeCloseTo(26.069, 12);
    const place = '/hedgeDeferrals/deferrals/0/deferredUsdMillion';
    expect(found.citations.get(place)).toEqual(['bs.2022.afs']);
  });

  it('FORM-2: they go through the door of the Study', () => {
    const wrong = withParts((study) => {
      study.hedgeFutures.futures[0].contract = 'gold';
    });
    expect(lines(wrong)[0]).toContain('/hedgeFutures/futures/0');
  });
});
