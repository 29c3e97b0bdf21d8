import { describe, expect, it } from 'vitest';
import type { TransferPricing } from '../metric/index.js';
import { assumed, exampleStudy, issueLines, valueOrThrow } from './example-study.test-fixture.js';
import { parseStudy, studyToJson } from './index.js';

const PRICING: TransferPricing = {
  liquidityPremiums: [
    { tenorMonths: 12, spread: assumed(0.001) },
    { tenorMonths: 60, spread: assumed(0.004) },
  ],
  optionCosts: [{ product: 'example', costBp: assumed(12, 'bp') }],
  equityCredit: [
    { tenorMonths: 0, share: assumed(0.25) },
    { tenorMonths: 60, share: assumed(0.75) },
  ],
  nonEarningSpread: assumed(0.002),
};

const parsed = (edit: Partial<TransferPricing>) =>
  parseStudy(studyToJson(exampleStudy({ transferPricing: { ...PRICING, ...edit } })));

describe('the transfer pricing part of a Study', () => {
  it('FTP-14: comes back from JSON as it went', () => {
    expect(valueOrThrow(parsed({})).transferPricing).toEqual(PRICING);
  });

  it('FTP-14: equity shares add up to 1', () => {
    const equityCredit = [{ tenorMonths: 0, share: assumed(0.9) }];
    expect(issueLines(parsed({ equityCredit }))).toEqual(['shares /transferPricing/equityCredit']);
  });

  it('FTP-14: tenors ascend', () => {
    const liquidityPremiums = [...PRICING.liquidityPremiums].reverse();
    expect(issueLines(parsed({ liquidityPremiums }))).toEqual([
      'order /transferPricing/liquidityPremiums/1/tenorMonths',
    ]);
  });

  it('FTP-14: an option cost names a product of the book, once', () => {
    const cost = { product: 'example', costBp: assumed(12) };
    const optionCosts = [cost, cost, { ...cost, product: 'exmaple' }];
    expect(issueLines(parsed({ optionCosts }))).toEqual([
      'duplicate-id /transferPricing/optionCosts/1/product',
      'unknown-product /transferPricing/optionCosts/2/product',
    ]);
  });

  it('FTP-14: an empty premium curve and a cost out of bounds are refused with the source', () => {
    const [line] = issueLines(parsed({ liquidityPremiums: [] }));
    expect(line).toContain('/transferPricing/liquidityPremiums');
    const optionCosts = [{ product: 'example', costBp: assumed(-1) }];
    const found = parsed({ optionCosts });
    expect(found.ok ? '' : found.issues[0]?.message).toContain('an example');
  });
});
