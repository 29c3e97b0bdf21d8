import type { ValueNode } from '@almfes/engine';
import { valueText } from './value-text.js';

export interface TreeTextOptions {
  readonly width: number;
  /** Marks of the sources of a node, such as "[3]". */
  readonly marks: (node: ValueNode) => string;
  /** Whether the months are printed beneath: then the tree need not say what is summed. */
  readonly hasMonths: boolean;
}

interface Line {
  readonly words: string;
  readonly number: string;
}

/** How nodes are written. */
interface Write {
  readonly marks: TreeTextOptions['marks'];
  readonly hasMonths: boolean;
  readonly amount: (node: ValueNode) => string;
}

const GAP = 2;

/** Money below this share of the whole is written as 0.0: its digits would only distract. */
const NEGLIGIBLE = 1e-6;

function amountText(value: number, unit: string, least: number): string {
  return unit === 'USD million' && Math.abs(value) < least ? '0.0' : valueText(value, unit);
}

/** A tree in box characters: words on the left, values under one another on the right. */
export function treeText(root: ValueNode, { width, marks, hasMonths }: TreeTextOptions): string {
  const least = NEGLIGIBLE * Math.abs(root.value);
  const write: Write = {
    marks,
    hasMonths,
    amount: ({ value, unit }) => amountText(value, unit, least),
  };
  const lines = [lineOf(root, '', '', write), ...linesBeneath(root, '', write)];
  const numbers = Math.max(...lines.map(({ number }) => number.length));
  const longest = Math.max(...lines.map(({ words }) => words.length));
  const room = Math.min(longest, width - numbers - GAP);
  return lines
    .map(({ words, number }) => {
      if (number === '') return cut(words, width);
      return `${cut(words, room).padEnd(room)}${' '.repeat(GAP)}${number.padStart(numbers)}`;
    })
    .join('\n');
}

function linesBeneath(of: ValueNode, stem: string, write: Write): readonly Line[] {
  const told = notesOf(of, write);
  const terms = termsOf(of);
  const count = told.length + terms.length;
  const branch = (at: number) => (at === count - 1 ? '└─ ' : '├─ ');
  const under = (at: number) => (at === count - 1 ? '   ' : '│  ');
  const notes = told.map((words, at) => ({ words: `${stem}${branch(at)}${words}`, number: '' }));
  const children = terms.flatMap(({ node, sign }, index) => {
    const at = told.length + index;
    const head = lineOf(node, `${stem}${branch(at)}`, sign, write);
    return [head, ...linesBeneath(node, stem + under(at), write)];
  });
  return [...notes, ...children];
}

interface Term {
  readonly node: ValueNode;
  readonly sign: string;
}

/** The children with what each does to the value above; a difference shows its months at once. */
function termsOf(of: ValueNode): readonly Term[] {
  return of.children.map((child, index): Term => {
    const [only, ...others] = child.children;
    const isPlace = child.kind === 'position' || child.kind === 'hedge';
    if (of.kind !== 'difference' || !isPlace || only === undefined || others.length > 0) {
      return { node: child, sign: operator(of, index) };
    }
    return { node: only, sign: weightText(weightOf(of, index) * weightOf(child, 0)) };
  });
}

function weightOf({ formula }: ValueNode, index: number): number {
  return formula?.kind === 'sum' ? (formula.weights[index] ?? 1) : 1;
}

function lineOf(of: ValueNode, stem: string, sign: string, write: Write): Line {
  const words = [`${stem}${sign}${titleOf(of)}`, write.marks(of)].filter((text) => text !== '');
  return { words: words.join(' '), number: write.amount(of) };
}

/** A book says how many positions it has, months what is summed. */
function titleOf(of: ValueNode): string {
  if (of.kind === 'months') return `${of.title}: ${of.months} months`;
  if (of.kind === 'measure' && of.scenario !== '') return `${of.definition.id}, ${of.scenario}`;
  if (of.kind === 'measure') return of.definition.id;
  return of.title;
}

/** What a child does to the value above it. */
function operator({ formula, children }: ValueNode, index: number): string {
  switch (formula?.kind) {
    case 'sum':
      return weightText(formula.weights[index] ?? 1);
    case 'product':
      return index === 0 ? '' : '\u00d7 ';
    case 'quotient':
      return index === 0 ? '' : '\u00f7 ';
    case 'greatest':
      return children.length === 1 ? 'not below 0: ' : 'greatest of: ';
    default:
      return '';
  }
}

function weightText(weight: number): string {
  if (weight === 1) return '';
  if (weight === -1) return '\u2212 ';
  return `${valueText(weight, '')} \u00d7 `;
}

/** What stands beneath a node in words: a formula that is told, and a split another way. */
function notesOf(of: ValueNode, { hasMonths }: Write): string[] {
  return [...formulaNote(of, hasMonths), ...partsNote(of), ...residualNote(of)];
}

function formulaNote({ formula }: ValueNode, hasMonths: boolean): string[] {
  if (formula?.kind === 'stated') return [`= ${formula.text}`];
  return formula?.kind === 'months' && !hasMonths ? [`= ${formula.text}`] : [];
}

function partsNote({ parts, unit }: ValueNode): string[] {
  if (parts === undefined) return [];
  const texts = Object.entries(parts).map(
    ([name, value]) => `${spaced(name)} ${valueText(value, unit)}`,
  );
  return [`= ${texts.join(', ')}`];
}

const spaced = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** A residual is rounding; above a billionth of the value it is said where it stands. */
function residualNote({ residual, value }: ValueNode): string[] {
  if (Math.abs(residual) <= 1e-9 * Math.max(1, Math.abs(value))) return [];
  return [`residual ${residual.toExponential(1)}`];
}

function cut(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, Math.max(0, room - 1))}\u2026` : text;
}
