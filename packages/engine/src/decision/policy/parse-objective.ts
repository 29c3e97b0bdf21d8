import { type Read, read } from '../../foundation/index.js';
import type {
  MeasureCell,
  Objective,
  RankedObjective,
  SingleObjective,
  WeightedState,
} from '../objective.js';

const { identifier, list, members, number, object, oneOf, text } = read;

type Kind = SingleObjective['kind'];
type ObjectiveOf<K extends Kind> = Extract<SingleObjective, { readonly kind: K }>;

const scenario = text({ max: 120 });
const cell = object<MeasureCell>({ measure: identifier, scenario, world: identifier });
const state = object<WeightedState>({
  scenario,
  world: identifier,
  probability: number({ min: 0, max: 1, what: 'a probability' }),
});

const READERS: { readonly [K in Kind]: Read<ObjectiveOf<K>> } = {
  'least-cost': object<ObjectiveOf<'least-cost'>>({ kind: oneOf(['least-cost']) }),
  most: object<ObjectiveOf<'most'>>({ kind: oneOf(['most']), of: cell }),
  'return-on-capital': object<ObjectiveOf<'return-on-capital'>>({
    kind: oneOf(['return-on-capital']),
    capital: cell,
    times: number({ min: -1e6, max: 1e6, what: 'a multiple' }),
    chargeUsdMillion: number({ min: -1e9, max: 1e9, what: 'USD million' }),
  }),
  'conditional-value-at-risk': object<ObjectiveOf<'conditional-value-at-risk'>>({
    kind: oneOf(['conditional-value-at-risk']),
    measure: identifier,
    states: list(state, 1000, 1),
    level: number({ min: 0, max: 1, aboveMin: true, what: 'a confidence level' }),
  }),
};

const KINDS = Object.keys(READERS) as Kind[];

const single: Read<SingleObjective> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const kind = oneOf(KINDS)(found.kind, `${path}/kind`, issues);
  return kind === undefined ? undefined : READERS[kind](value, path, issues);
};

type Ordered = Extract<Objective, { readonly kind: 'lexicographic' }>;

const ordered = object<Ordered>({
  kind: oneOf(['lexicographic']),
  order: list(
    object<RankedObjective>({
      objective: single,
      tolerance: number({ min: 0, max: 1e9, what: 'a tolerance' }),
    }),
    10,
    1,
  ),
});

/** What a plan is to be best at, by its kind (POLICY-1). */
export const readObjective: Read<Objective> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  const isOrdered = found.kind === 'lexicographic';
  return isOrdered ? ordered(value, path, issues) : single(value, path, issues);
};
