import { createHash } from 'node:crypto';
import type { Issue, Result } from '@almfes/engine';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A made-up contribution of each kind, as JSON that a test may break. */
// biome-ignore lint/suspicious/noExplicitAny: tests break the files term by term
export type Loose = any;

const HEADER = {
  schema: 'almfes/contribution/1',
  title: 'An example',
  contributor: { name: 'Example Contributor', orcid: 'https://orcid.org/0000-0002-1825-0097' },
  received: '2026-11-01',
  interest: 'none',
  licence: 'CC-BY-4.0',
  sources: ['https://www.sec.gov/Archives/edgar/data/719739/000071973922000021/index.htm'],
};

export const FIGURE = {
  label: 'Cash and cash equivalents',
  value: 100,
  unit: 'USD million',
  asOf: '2020-12-31',
  knownFrom: '2021-03-01',
  document: 'Form 10-K of an example bank',
  locator: 'page 95',
  url: 'https://www.sec.gov/Archives/edgar/data/719739/10-k.htm',
  confidence: 'seen',
  role: 'input',
};

export function correction(): Loose {
  return structuredClone({
    ...HEADER,
    kind: 'correction',
    case: 'svb-2020',
    figure: 'bs.2020.cash',
    passport: FIGURE,
    reason: 'The page says so.',
  });
}

export function challenge(): Loose {
  return structuredClone({
    ...HEADER,
    kind: 'challenge',
    cases: [],
    change: {
      kind: 'replace-assumption',
      id: 'faster-beta',
      title: 'Deposits reprice faster',
      rationale: 'seen in the last cycle',
      sources: ['a public study'],
      size: 1,
      edits: [{ model: 'ib', parameter: 'beta', value: 0.4 }],
    },
    claim: 'Interest-bearing deposits follow the policy rate more closely than the case assumes.',
  });
}

export function perspective(): Loose {
  return structuredClone({ ...HEADER, kind: 'perspective', about: ['svb-2022'] });
}

export function proposedCase(): Loose {
  return structuredClone({ ...HEADER, kind: 'case', case: 'a-new-bank-2024' });
}

/** `code path` of every issue; empty for a success. */
export function lines(result: Result<unknown> | readonly Issue[]): string[] {
  const issues = 'ok' in result ? (result.ok ? [] : result.issues) : result;
  return issues.map(({ code, path }) => `${code} ${path}`);
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(lines(result).join('\n'));
}
