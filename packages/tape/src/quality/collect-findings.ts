import type { TapeKind } from '../mapping/index.js';
import { compareText } from './compare-text.js';
import { type ExactSum, exactSum } from './exact-sum.js';
import { type Finding, type Flaw, RULE_IDS, severityOf } from './rule.js';

/** Counts flaws as rows pass by; examples are the first rows of the file. */
export interface FindingCollector {
  readonly add: (flaw: FlawOfRow) => void;
  /** In the order of the rules, then of kinds and terms. */
  readonly findings: () => readonly Finding[];
}

export interface FlawOfRow {
  readonly flaw: Flaw;
  readonly kind: TapeKind | '';
  readonly row: number;
  /** NaN when it cannot be read. */
  readonly balance: number;
}

interface Counted {
  readonly flaw: Flaw;
  readonly kind: TapeKind | '';
  count: number;
  readonly balance: ExactSum;
  readonly examples: { readonly row: number; readonly got: string }[];
}

const MOST_EXAMPLES = 5;

export function findingCollector(): FindingCollector {
  const counted = new Map<string, Counted>();
  return {
    add: ({ flaw, kind, row, balance }) => {
      const key = `${flaw.rule} ${kind} ${flaw.at}`;
      const found = counted.get(key) ?? { flaw, kind, count: 0, balance: exactSum(), examples: [] };
      counted.set(key, found);
      found.count += 1;
      if (!Number.isNaN(balance)) found.balance.add(Math.abs(balance));
      if (found.examples.length < MOST_EXAMPLES) found.examples.push({ row, got: flaw.got });
    },
    findings: () => [...counted.values()].map(findingOf).sort(inRuleOrder),
  };
}

function findingOf({ flaw, kind, count, balance, examples }: Counted): Finding {
  const { rule, at } = flaw;
  const balanceUsdMillion = balance.total();
  return { rule, severity: severityOf(rule), kind, at, count, balanceUsdMillion, examples };
}

/** The order of the rules, then of kinds and terms. */
export function inRuleOrder(a: Finding, b: Finding): number {
  return (
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule) ||
    compareText(a.kind, b.kind) ||
    compareText(a.at, b.at)
  );
}
