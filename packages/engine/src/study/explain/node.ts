import { itemAt } from '../../foundation/index.js';
import type { AmountNode, Formula, SourceNode, StepNode, ValueNode } from './explanation.js';

/** What the caller says of a node; formula, residual and sources follow. */
export interface NodeParts {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: Formula | null;
  readonly children?: readonly ValueNode[];
  readonly restsOn?: readonly SourceNode[];
}

/** The shared part of a node: its residual is what the formula leaves of the value. */
export function node({ title, value, unit, formula, children = [], restsOn = [] }: NodeParts) {
  const residual = formula === null ? 0 : value - (formulaValue(formula, children) ?? value);
  return { title, value, unit, formula, children, residual, restsOn };
}

/** What a formula gives of the children; null where it is in words or in months (EXPL-2). */
function formulaValue(formula: Formula, children: readonly ValueNode[]): number | null {
  const value = (index: number): number => itemAt(children, index).value;
  switch (formula.kind) {
    case 'sum':
      return children.reduce(
        (sum, child, index) => sum + itemAt(formula.weights, index) * child.value,
        0,
      );
    case 'product':
      return children.reduce((product, child) => product * child.value, 1);
    case 'quotient':
      return value(0) / value(1);
    case 'greatest':
      return children.reduce((most, child) => Math.max(most, child.value), 0);
    case 'least':
      return Math.min(...children.map((child) => child.value));
    case 'correlated': {
      const [a, b, r] = [value(0), value(1), value(2)];
      return Math.sqrt(a * a + b * b + 2 * r * a * b);
    }
    case 'months':
    case 'stated':
      return null;
  }
}

/** A plain sum of so many children. */
export function sumOf(children: readonly ValueNode[]): Formula {
  return { kind: 'sum', weights: children.map(() => 1) };
}

/** A sum with a weight for each child. */
export function weighted(...weights: readonly number[]): Formula {
  return { kind: 'sum', weights };
}

export const QUOTIENT: Formula = { kind: 'quotient' };
export const PRODUCT: Formula = { kind: 'product' };

export function stated(text: string): Formula {
  return { kind: 'stated', text };
}

/** A step whose value is what its formula gives: nothing is left over. */
export function step(parts: Omit<NodeParts, 'value'> & { readonly value?: number }): StepNode {
  const { formula, children = [] } = parts;
  const made = formula === null ? null : formulaValue(formula, children);
  const value = parts.value ?? made;
  if (value === null) throw new Error(`the step "${parts.title}" has no value`);
  return { kind: 'step', ...node({ ...parts, value }) };
}

/** A number that is not of the Study: a limit of a rule, a constant of the method. */
export function constant(title: string, value: number, unit: string): AmountNode {
  return { kind: 'amount', path: '', ...node({ title, value, unit, formula: null }) };
}
