import type { Finding } from './check.js';

/** Debt admitted in `ratchet.json`: how many findings of one check one file still has. */
export interface Debt {
  readonly check: string;
  readonly file: string;
  readonly count: number;
  readonly reason: string;
}

export interface Verdict {
  /** Findings that fail the check. */
  readonly failures: readonly Finding[];
  /** Findings the ratchet admits. */
  readonly admitted: number;
}

/**
 * Sets one check's findings against the debt. More than admitted: they all show. Fewer: the
 * ratchet must be lowered in the same change, so it can only shrink.
 */
export function applyRatchet(
  check: string,
  findings: readonly Finding[],
  debts: readonly Debt[],
): Verdict {
  const own = debts.filter((debt) => debt.check === check);
  const admittedOf = (file: string): number => own.find((debt) => debt.file === file)?.count ?? 0;
  const counts = new Map<string, number>();
  for (const { file } of findings) counts.set(file, (counts.get(file) ?? 0) + 1);
  const over = findings.filter(({ file }) => (counts.get(file) ?? 0) > admittedOf(file));
  const loose = own
    .filter((debt) => (counts.get(debt.file) ?? 0) < debt.count)
    .map((debt) => ({
      file: debt.file,
      line: 0,
      message: `ratchet.json admits ${debt.count}, found ${counts.get(debt.file) ?? 0}: lower it`,
    }));
  return { failures: [...over, ...loose], admitted: findings.length - over.length };
}
