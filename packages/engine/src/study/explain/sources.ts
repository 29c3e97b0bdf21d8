import type { Parameter } from '../../foundation/index.js';
import type { ScenarioView } from '../../metric/index.js';
import { parametersIn } from '../block-parameters.js';
import type { Evaluation } from '../evaluation.js';
import type { Study } from '../study.js';
import type {
  AmountNode,
  CurveNode,
  FigureNode,
  ParameterNode,
  PartNode,
  RatePathNode,
  SourceNode,
} from './explanation.js';
import { node } from './node.js';

/** Ids of the figures that a number of the Study was read from, by its JSON pointer. */
export type Citations = ReadonlyMap<string, readonly string[]>;

type RateColumn = 'discount' | 'oneMonth' | 'mortgage';

/** Makers of source nodes; the same source is the same object wherever it stands in a tree. */
export interface Sources {
  readonly curve: CurveNode;
  readonly parameter: (path: string, parameter: Parameter) => ParameterNode;
  /** Every Parameter inside a value of the Study that stands at a pointer. */
  readonly parametersOf: (part: unknown, path: string) => ParameterNode[];
  readonly figures: (ids: readonly string[]) => FigureNode[];
  /** Figures that a plain number of the Study cites, if it is known which. */
  readonly cited: (...paths: readonly string[]) => FigureNode[];
  readonly amount: (path: string, title: string, value: number, unit: string) => AmountNode;
  readonly ratePath: (view: ScenarioView, column: RateColumn) => RatePathNode;
  readonly parPath: (view: ScenarioView, tenorMonths: number) => RatePathNode;
  readonly part: (key: keyof Study) => PartNode;
}

const RATE_TITLES: Readonly<Record<RateColumn, string>> = {
  discount: 'discount factors',
  oneMonth: 'one-month rate',
  mortgage: 'mortgage rate',
};

/** One source is made once. */
function remembering<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
}

export function sourcesOf({ study, scenarioOf }: Evaluation, citations: Citations): Sources {
  const curve = curveOf(study);
  const figureOnce = remembering<FigureNode | null>();
  const parameterOnce = remembering<ParameterNode>();
  const amountOnce = remembering<AmountNode>();
  const pathOnce = remembering<RatePathNode>();
  const partOnce = remembering<PartNode>();
  const figures = (ids: readonly string[]): FigureNode[] =>
    ids.map((id) => figureOnce(id, () => figureOf(study, id))).filter((found) => found !== null);
  const cited = (...paths: readonly string[]): FigureNode[] =>
    figures([...new Set(paths.flatMap((path) => citations.get(path) ?? []))]);
  const parameter = (path: string, found: Parameter): ParameterNode =>
    parameterOnce(path, () => parameterNode(path, found, figures(found.source)));
  const parametersOf = (part: unknown, path: string): ParameterNode[] =>
    parametersIn(part, path).map((each) => parameter(each.path, each.parameter));
  const amount = (path: string, title: string, value: number, unit: string): AmountNode =>
    amountOnce(`${path} ${title}`, () => {
      const restsOn = cited(path);
      return { kind: 'amount', path, ...node({ title, value, unit, formula: null, restsOn }) };
    });
  const path = (view: ScenarioView, name: string, values: Float64Array, more: SourceNode[]) =>
    pathOnce(`${view.id} ${name}`, () => {
      const scenario = scenarioOf.get(view);
      if (scenario === undefined) throw new Error(`a view of no scenario: ${view.id}`);
      const title = `${name}, ${scenario.title}`;
      return { kind: 'rate-path', title, scenario, values, restsOn: [curve, ...more] };
    });
  const mortgage = () => [parameter('/market/mortgageRate', study.market.mortgageRate)];
  return {
    curve,
    parameter,
    parametersOf,
    figures,
    cited,
    amount,
    ratePath: (view, column) =>
      path(view, RATE_TITLES[column], view.rates[column], column === 'mortgage' ? mortgage() : []),
    parPath: (view, tenor) =>
      path(view, `par rate of ${tenor} months`, view.rates.parPath(tenor), []),
    part: (key) =>
      partOnce(key, () => {
        const part = partNode(study, key, parametersOf, amount);
        if (key !== 'market') return part;
        return { ...part, restsOn: [curve, ...parametersOf(study.market, '/market')] };
      }),
  };
}

function curveOf({ market }: Study): CurveNode {
  const { curveDate, curveSource, parQuotes } = market;
  return {
    kind: 'curve',
    title: `par yield curve of ${curveDate}`,
    dateIso: curveDate,
    source: curveSource,
    quotes: parQuotes,
  };
}

function figureOf({ figures }: Study, id: string): FigureNode | null {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  return figure === undefined ? null : { kind: 'figure', id, ...figure };
}

function parameterNode(
  path: string,
  { value, unit, basis, note }: Parameter,
  restsOn: readonly FigureNode[],
): ParameterNode {
  const title = wordsOf(path);
  const valued = node({ title, value, unit, formula: null, restsOn });
  return { kind: 'parameter', path, basis, note, ...valued };
}

/** A part with its Parameters and its plain numbers, in document order. */
function partNode(
  study: Study,
  key: keyof Study,
  parametersOf: Sources['parametersOf'],
  amount: Sources['amount'],
): PartNode {
  const part = study[key];
  const amounts = numbersIn(part, `/${key}`).map(({ path, value }) =>
    amount(path, wordsOf(path), value, unitOf(path)),
  );
  const restsOn = [...parametersOf(part, `/${key}`), ...amounts];
  return { kind: 'part', title: wordsOf(`/${key}`), path: `/${key}`, restsOn };
}

function numbersIn(part: unknown, path: string): { path: string; value: number }[] {
  if (typeof part === 'number') return [{ path, value: part }];
  if (part === null || typeof part !== 'object' || ArrayBuffer.isView(part)) return [];
  if ('basis' in part && 'source' in part) return [];
  return Object.entries(part).flatMap(([key, value]) => numbersIn(value, `${path}/${key}`));
}

/** The last words of a pointer, `averageLifeYears` as "average life". */
function wordsOf(path: string): string {
  const last = path.split('/').at(-1) ?? path;
  const name = last === 'value' ? (path.split('/').at(-2) ?? last) : last;
  const words = name
    .replace(/(UsdMillion|Years|Months|Month)$/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
  return words.toLowerCase();
}

function unitOf(path: string): string {
  if (path.endsWith('UsdMillion')) return 'USD million';
  if (/Months?$/.test(path)) return 'months';
  if (/days/i.test(path)) return 'days';
  return /(Rate|Share|bidOffer)$/.test(path) ? 'ratio' : '';
}
