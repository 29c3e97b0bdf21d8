import { textAt } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import type { Study } from './study.js';

const ROUNDING = 1e-9;

/** Issues between the parts of transfer pricing and the book (rule FTP-14). */
export function transferPricingIssues({ transferPricing, book }: Study): Issue[] {
  if (transferPricing === undefined) return [];
  const { liquidityPremiums, optionCosts, equityCredit } = transferPricing;
  const products = new Set(book.id.map((_, row) => textAt(book.product, row)));
  return [
    ...orderIssues(liquidityPremiums, '/transferPricing/liquidityPremiums'),
    ...orderIssues(equityCredit, '/transferPricing/equityCredit'),
    ...shareIssues(equityCredit.map(({ share }) => share.value)),
    ...productIssues(
      optionCosts.map(({ product }) => product),
      products,
    ),
  ];
}

function orderIssues(nodes: readonly { readonly tenorMonths: number }[], path: string): Issue[] {
  return nodes.flatMap(({ tenorMonths }, index) => {
    const before = nodes[index - 1]?.tenorMonths;
    if (before === undefined || tenorMonths > before) return [];
    const got = String(tenorMonths);
    return [issue('order', `${path}/${index}/tenorMonths`, `more than ${before} months`, got)];
  });
}

function shareIssues(shares: readonly number[]): Issue[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= ROUNDING) return [];
  const path = '/transferPricing/equityCredit';
  return [issue('shares', path, 'shares that add up to 1', String(sum))];
}

function productIssues(named: readonly string[], products: ReadonlySet<string>): Issue[] {
  const seen = new Set<string>();
  return named.flatMap((product, index) => {
    const path = `/transferPricing/optionCosts/${index}/product`;
    const issues: Issue[] = [];
    if (!products.has(product)) {
      issues.push(issue('unknown-product', path, 'a product of the book', product));
    }
    if (seen.has(product)) issues.push(issue('duplicate-id', path, 'a new product', product));
    seen.add(product);
    return issues;
  });
}
