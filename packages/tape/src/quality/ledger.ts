import { GROUPS, type Issue, issue, type Read, type Result, read } from '@almfes/engine';
import { formOfText } from '@almfes/intake';
import { type AmountUnit, UNITS } from '../mapping/index.js';

const { isoDate, list, members, number, object, objectWith, oneOf, pointer, text, title } = read;

/** Books of a reconciliation: those of a Study, and derivatives by their notional. */
export const LEDGER_GROUPS = [...GROUPS, 'derivatives'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

/** One total of the ledger: of a group, or of a product of it. */
export interface LedgerLine {
  readonly group: LedgerGroup;
  readonly product?: string;
  /** In the ledger's unit, positive on both sides. */
  readonly total: number;
}

/** Totals that a tape must add up to (rule TAPE-33). */
export interface Ledger {
  readonly version: 1;
  readonly title: string;
  readonly asOf: string;
  readonly unit: AmountUnit;
  /** Largest difference of a line that is let in, in the same unit. */
  readonly tolerance: number;
  readonly lines: readonly LedgerLine[];
}

const amount: Read<number> = number({ min: -1e18, max: 1e18, what: 'an amount' });

const readLine: Read<LedgerLine> = objectWith<
  Omit<LedgerLine, 'product'>,
  { readonly product: string }
>({ group: oneOf(LEDGER_GROUPS), total: amount }, { product: text({ min: 1, max: 120 }) });

const readLedger: Read<Ledger> = (value, path, issues) => {
  if (members(value, path, issues) === undefined) return undefined;
  const ledger = object<Ledger>({
    version: oneOf([1]),
    title,
    asOf: isoDate,
    unit: oneOf(UNITS.amount),
    tolerance: number({ min: 0, max: 1e18, what: 'an amount' }),
    lines: list(readLine, 65_536, 1),
  })(value, path, issues);
  if (ledger === undefined) return undefined;
  const before = issues.length;
  refuseTwice(ledger, pointer(path, 'lines'), issues);
  return issues.length === before ? ledger : undefined;
};

/** A group is stated once, as a whole or by products: both would count it twice. */
function refuseTwice(ledger: Ledger, path: string, issues: Issue[]): void {
  const seen = new Set<string>();
  const wholes = new Set(
    ledger.lines.flatMap((line) => (line.product === undefined ? [line.group] : [])),
  );
  ledger.lines.forEach(({ group, product }, row) => {
    const key = JSON.stringify([group, product ?? '']);
    const twice = seen.has(key) || (product !== undefined && wholes.has(group));
    seen.add(key);
    if (!twice) return;
    const got = product === undefined ? group : `${group}, ${product}`;
    issues.push(
      issue('duplicate', pointer(path, row), 'each group once, whole or by products', got),
    );
  });
}

/** A ledger file, JSON or YAML; issues name file, line and place. */
export function parseLedger(file: {
  readonly text: string;
  readonly name: string;
}): Result<Ledger> {
  const form = formOfText(file);
  if (!form.ok) return form;
  const issues: Issue[] = [];
  const ledger = read.resultOf(readLedger(form.value.value, '', issues), issues);
  return ledger.ok ? ledger : { ok: false, issues: ledger.issues.map(form.value.placed) };
}
