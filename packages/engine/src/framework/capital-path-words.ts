import type { CapitalAttribution, CapitalPath, PathRow } from '../attribution/index.js';
import { itemAt } from '../foundation/index.js';
import { inWords, lowerFirst } from './table.js';

/** Parties named in a sentence at most; deposits and hedges always. */
const MOST_NAMED = 4;
/** Below this a part is nothing to speak of, USD million. */
const NOTHING = 0.05;

/** Every line in sentences, and what could not be carried (ATTR-33). */
export function capitalWords({ paths, refused }: CapitalAttribution): readonly string[] {
  return [
    ...paths.flatMap(pathWords),
    ...refused.map(
      ({ line, issue }) => `No path to ${line.id}[${line.scenario}]: ${issue.message}.`,
    ),
  ];
}

/** One line: its ends, what each party does alone and by which link, and what only together. */
function pathWords(path: CapitalPath): readonly string[] {
  const { line, from, to, total, together } = path;
  const name = `${line.title} (${line.measure.id}[${line.measure.scenario}])`;
  if (together.every(({ value }) => Math.abs(value) < NOTHING)) {
    return [`${name}: ${inWords(from)} million; no group moves it.`];
  }
  return [
    `${name}: ${inWords(from)} to ${inWords(to)} million, a change of ${inWords(total.value)}. ` +
      `${alone(path)} ${onlyTogether(path)}`,
  ];
}

function alone(path: CapitalPath): string {
  const single = path.together.filter(({ ids }) => ids.length === 1);
  const bySize = single.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const kept = new Set(bySize.slice(0, MOST_NAMED).filter(isLarge));
  const named = single.filter((row) => kept.has(row) || isAsked(row));
  const rest = single.filter((row) => !named.includes(row));
  const parts = named.map(
    (row) => `${lowerFirst(row.title)} ${inWords(row.value)}${by(path, row)}`,
  );
  const sum = rest.reduce((at, { value }) => at + value, 0);
  const others = rest.some(isLarge) ? [`${rest.length} others ${inWords(sum)}`] : [];
  return `Of it ${[...parts, ...others].join(', ')}.`;
}

/** The widest link of a row, with the measure by which it is found. */
function by({ links }: CapitalPath, { byLink, value }: PathRow): string {
  if (Math.abs(value) < NOTHING) return '';
  const sizes = byLink.map(Math.abs);
  const at = sizes.indexOf(Math.max(...sizes));
  const { title, measure } = itemAt(links, at);
  const id =
    measure === null ? '' : ` (${measure.id}${measure.scenario ? `[${measure.scenario}]` : ''})`;
  return `, most by ${lowerFirst(title)} ${inWords(itemAt(byLink, at))}${id}`;
}

function onlyTogether({ together }: CapitalPath): string {
  const sets = together.filter(({ ids }) => ids.length > 1);
  const asked = sets.find(({ ids }) => ids.length === 2 && ids.every(isAskedId));
  const pair = asked === undefined ? '' : `${asked.title} ${inWords(asked.value)}. `;
  const sum = sets.reduce((at, { value }) => at + value, 0);
  const [widest] = sets.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (widest === undefined || !isLarge(widest)) {
    return `${pair}Nothing ${pair === '' ? '' : 'else '}compounds.`;
  }
  const most = widest === asked ? '' : `; most of it ${lowerFirst(widest.title)}`;
  const value = widest === asked ? '' : ` ${inWords(widest.value)}`;
  return `${pair}What parties do only together comes to ${inWords(sum)}${most}${value}.`;
}

function isLarge({ value }: PathRow): boolean {
  return Math.abs(value) >= NOTHING;
}

/** The two that are asked for by name: what deposits do, and what the hedges do. */
function isAskedId(id: string): boolean {
  return id === 'deposits' || id === 'hedges';
}

function isAsked({ ids }: PathRow): boolean {
  return ids.every(isAskedId);
}
