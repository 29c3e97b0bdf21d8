import { isFactIssue } from './fact-issues.js';
import { parseDisclosure } from './parse-disclosure.js';

/** A made-up bank: assets 30 + 70 = 100, liabilities 90, equity 10; AFS 33 - 3 = 30. */
export const SMALL = `schema: almfes/disclosure/1
case: small-bank
institution: Small Bank (made up)
valuationDate: 2020-12-31
decisionDate: 2021-03-01
currency: USD
unit: USD million
note: Made up.
documents:
  report:
    title: Annual report 2020
    knownFrom: 2021-02-20
    url: https://www.example.org/report.htm
balanceSheet:
${fact('a1', 'assets', 30, 'of: securities-afs')}
${fact('a2', 'assets', 70, 'of: loans')}
${fact('a', 'assets', 100)}
${fact('l1', 'liabilities', 90, 'of: deposits')}
${fact('l', 'liabilities', 90)}
${fact('e1', 'equity', 10, 'of: common')}
${fact('e', 'equity', 10)}
securitiesAfs:
${fact('cost', 'amortised-cost', 33)}
${fact('gain', 'unrealised-gain', 0)}
${fact('loss', 'unrealised-loss', -3)}
${fact('fair', 'fair-value', 30)}
${fact('carry', 'carrying-amount', 30)}
securitiesHtm: []
loans: []
deposits: []
borrowings: []
hedges: []
capital: []
unrealised: []
liquidity: []
income: []
sensitivities: []
`;

/** A fact on one line, in the flow form of YAML. */
export function fact(id: string, item: string, value: number, more = ''): string {
  const place = more === '' ? '' : `, ${more}`;
  const what = `id: ${id}, item: ${item}${place}, label: x, value: ${value}, unit: USD million`;
  const where = 'asOf: 2020-12-31, document: report, locator: p.1, confidence: seen, role: input';
  return `  - { ${what}, ${where} }`;
}

/** Code and place of every issue, `+` before those of facts that do not hold. */
export function issuesOf(text: string, format: 'json' | 'yaml' = 'yaml'): string[] {
  const found = parseDisclosure(text, format);
  if (found.ok) return [];
  return found.issues.map((each) => `${isFactIssue(each) ? '+' : ''}${each.code} ${each.path}`);
}

/** SMALL with the first of one piece of text replaced; it must be there. */
export function edited(from: string, to: string): string {
  if (!SMALL.includes(from)) throw new Error(`no ${from}`);
  return SMALL.replace(from, to);
}

export const without = (line: string): string => edited(`${line}\n`, '');
