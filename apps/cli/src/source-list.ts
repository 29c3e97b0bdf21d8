import type {
  ExplanationNode,
  FigureNode,
  ParameterNode,
  SourceNode,
  ValueNode,
} from '@almfes/engine';
import { valueText } from './value-text.js';

/** One numbered entry: what it is, and lines beneath it. */
export interface SourceEntry {
  readonly mark: string;
  readonly title: string;
  readonly lines: readonly string[];
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sources of a tree, each under one number, and the numbers of a node. */
export interface SourceList {
  readonly entries: readonly SourceEntry[];
  readonly marks: (node: ValueNode) => string;
}

/** Numbers the sources of a tree in the order in which they are met. */
export function sourceList(root: ValueNode, titleOfModel: (path: string) => string): SourceList {
  const groups = new Map<string, Group>();
  const met = (node: ExplanationNode): string[] => {
    const own = 'restsOn' in node ? node.restsOn.flatMap((each) => note(each)) : [];
    return own;
  };
  const note = (source: SourceNode): string[] => {
    const group = groupOf(source, titleOfModel);
    if (!groups.has(group.key)) groups.set(group.key, group);
    else merge(groups, group);
    return [group.key, ...(source.kind === 'figure' ? [] : met(source))];
  };
  const keys = new Map<ValueNode, readonly string[]>();
  const walk = (node: ValueNode): void => {
    const own = node.kind === 'parameter' ? note(node) : met(node);
    node.children.forEach(walk);
    const beneath = node.kind === 'difference' ? node.children : [];
    const theirs = beneath.flatMap((child) => keys.get(child) ?? []);
    keys.set(node, [...new Set([...own, ...theirs])]);
  };
  walk(root);
  const numbers = new Map([...groups.keys()].map((key, index) => [key, index + 1]));
  const entries = [...groups.values()].map(({ key, title, lines }) => ({
    mark: `[${numbers.get(key)}]`,
    title,
    lines: [...new Set(lines)],
  }));
  return { entries, marks: (node) => marksText(keys.get(node) ?? [], numbers) };
}

function merge(groups: Map<string, Group>, more: Group): void {
  const known = groups.get(more.key);
  if (known === undefined) return;
  groups.set(more.key, { ...known, lines: [...known.lines, ...more.lines] });
}

/** Rates and the curve are behind every value: their numbers are not repeated on each line. */
function marksText(keys: readonly string[], numbers: ReadonlyMap<string, number>): string {
  const own = keys.filter((key) => key !== CURVE && !key.startsWith(PATH));
  const found = own.map((key) => numbers.get(key) ?? 0).sort((a, b) => a - b);
  return found.length === 0 ? '' : `[${ranges(found).join(', ')}]`;
}

/** 1, 2, 3, 7 as 1-3, 7. */
function ranges(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
}

const CURVE = 'curve';
const PATH = 'path ';

function groupOf(source: SourceNode, titleOfModel: (path: string) => string): Group {
  switch (source.kind) {
    case 'curve': {
      const quotes = source.quotes.map(
        ({ tenorMonths, rate }) => `${tenorText(tenorMonths)} ${(100 * rate).toFixed(2)}%`,
      );
      const title = `${source.title} (${source.source})`;
      return { key: CURVE, title, lines: [quotes.join(', ')] };
    }
    case 'rate-path':
      return {
        key: `${PATH}${source.title}`,
        title: source.title,
        lines: [pathLine(source.values)],
      };
    case 'figure':
      return {
        key: pageOf(source),
        title: pageOf(source),
        lines: [figureLine(source)],
      };
    case 'parameter': {
      const owner = ownerOf(source.path);
      return { key: owner, title: titleOfModel(owner), lines: [parameterLine(source, owner)] };
    }
    case 'amount': {
      const owner = ownerOf(source.path);
      const line = `${source.title}: ${valueText(source.value, source.unit)} ${source.unit}`.trim();
      return { key: owner, title: titleOfModel(owner), lines: [line] };
    }
    case 'part': {
      const owner = ownerOf(source.path);
      const lines = owner === source.path ? [] : [source.title];
      return { key: owner, title: titleOfModel(owner), lines };
    }
  }
}

/** The model or part that a parameter belongs to: /behaviour/deposits/1, /market, /plan … */
function ownerOf(path: string): string {
  const [, part = '', kind = '', index = ''] = path.split('/');
  return part === 'behaviour' ? `/behaviour/${kind}/${index}` : `/${part}`;
}

function parameterLine(parameter: ParameterNode, owner: string): string {
  const { path, value, unit, basis, note } = parameter;
  const name = spaced(withoutUnit(path.slice(owner.length + 1), unit));
  const amount = `${valueText(value, unit)} ${unit === 'ratio' ? '' : unit}`.trim();
  return `${name}: ${amount}, ${basis}${note === '' ? '' : `: ${note}`}`;
}

/** A name ends in its unit (`limitUsdMillion`), which stands behind the number as well. */
function withoutUnit(name: string, unit: string): string {
  const [last = ''] = /(UsdMillion|Months|Years|Days|Bp)$/.exec(name) ?? [];
  return last.toLowerCase() === unit.replaceAll(' ', '').toLowerCase()
    ? name.slice(0, name.length - last.length)
    : name;
}

function spaced(pointer: string): string {
  return pointer
    .replaceAll('/', ', ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function pageOf({ document, locator }: FigureNode): string {
  return locator === '' ? document : `${document}, ${locator}`;
}

function figureLine({ label, value, unit, asOf, knownFrom, confidence }: FigureNode): string {
  const amount = typeof value === 'number' ? valueText(value, unit) : String(value);
  return `${label}: ${amount} ${unit}, as of ${asOf}, known from ${knownFrom}, ${confidence}`;
}

function pathLine(values: Float64Array): string {
  const shown = [0, 12, 60, 120, 360].filter((month) => month < values.length);
  return shown
    .map((month) => `month ${month} ${valueText(values[month] ?? Number.NaN, '')}`)
    .join(', ');
}

function tenorText(months: number): string {
  return months % 12 === 0 ? `${months / 12}Y` : `${months}M`;
}
