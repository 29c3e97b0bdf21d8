import {
  type Behaviour,
  type DepositModel,
  type PrepaymentModel,
  parameterAt,
} from '../behaviour/index.js';
import { type Issue, issue, type Parameter } from '../foundation/index.js';
import type { BehaviourParameter } from './change.js';

/** What a parameter rests on, for a message: its figures, or the words of its note. */
export function sourceWords(parameter: Pick<Parameter, 'source' | 'note'>): string {
  if (parameter.source.length > 0) return parameter.source.join(', ');
  return parameter.note.trim() === '' ? 'none' : parameter.note.slice(0, 200);
}

/**
 * Issues between the parameters of one model, each well formed by itself (NMD-16). Paths are
 * JSON pointers into the Study; messages name the model, the parameter and its source.
 */
export function modelIssues({ deposits, prepayments }: Behaviour): Issue[] {
  const ids = new Set(deposits.map(({ id }) => id));
  return [
    ...deposits.flatMap((model, index) => [
      ...migrationIssues(model, ids, `/behaviour/deposits/${index}`),
      ...depositIssues(model, `/behaviour/deposits/${index}`),
    ]),
    ...prepayments.flatMap((model, index) =>
      prepaymentIssues(model, `/behaviour/prepayments/${index}`),
    ),
  ];
}

/** Bounds of a prepayment model that are out of order (PREPAY-9). */
export function prepaymentIssues(model: PrepaymentModel, path: string): Issue[] {
  return [
    ...notAbove(model, path, 'minCpr', 'maxCpr'),
    ...notAbove(model, path, 'lockIn.fullRatio', 'lockIn.startRatio'),
  ];
}

function migrationIssues(model: DepositModel, ids: ReadonlySet<string>, path: string): Issue[] {
  const moves = model.migrationShare.value > 0;
  if (model.migrationTo === '' ? !moves : ids.has(model.migrationTo)) return [];
  const got = `"${model.migrationTo}"`;
  return [issue('unknown-model', `${path}/migrationTo`, 'a deposit model', got)];
}

function depositIssues(model: DepositModel, path: string): Issue[] {
  const issues = [
    ...notAbove(model, path, 'rateFloor', 'rateCap'),
    ...notAbove(model, path, 'betaCurve.low', 'beta'),
  ];
  const core = model.core?.share.value ?? 0;
  const surge = model.surge?.share.value ?? 0;
  if (core + surge > 1) {
    const expected = `core and surge shares of together at most 1, surge ${surge}`;
    issues.push(modelIssue(model, path, 'core.share', expected, String(core)));
  }
  if (model.betaDown !== undefined && model.betaCurve !== undefined) {
    const expected = 'none beside a beta curve, which holds in both directions';
    issues.push(modelIssue(model, path, 'betaDown', expected, String(model.betaDown.value)));
  }
  return issues;
}

/** A rollover is of one product that the book has, and each product has one (rule ROLL-1). */
export function rolloverIssues(
  { rollovers = [] }: Behaviour,
  products: readonly string[],
): Issue[] {
  return rollovers.flatMap((model, index) => {
    const path = `/behaviour/rollovers/${index}/product`;
    if (rollovers.findIndex(({ product }) => product === model.product) < index) {
      const expected = `one rollover model of a product, not a second in "${model.id}"`;
      return [issue('duplicate-product', path, expected, model.product)];
    }
    if (products.includes(model.product)) return [];
    const expected = `a product of the book in rollover model "${model.id}"`;
    return [issue('unknown-product', path, expected, model.product)];
  });
}

/** An `order` issue when both are there and the first is above the second. */
function notAbove(
  model: { readonly id: string },
  path: string,
  low: BehaviourParameter,
  high: BehaviourParameter,
): Issue[] {
  const least = parameterAt(model, low);
  const most = parameterAt(model, high);
  if (least === undefined || most === undefined || least.value <= most.value) return [];
  const expected = `at most ${high} ${most.value}`;
  return [{ ...modelIssue(model, path, low, expected, String(least.value)), code: 'order' }];
}

function modelIssue(
  model: { readonly id: string },
  path: string,
  name: BehaviourParameter,
  expected: string,
  got: string,
): Issue {
  const parameter = parameterAt(model, name);
  const source = parameter === undefined ? 'none' : sourceWords(parameter);
  const at = `${path}/${name.replace('.', '/')}/value`;
  const what = `${name} of model "${model.id}" (source: ${source})`;
  const message = `${at}: ${what}: expected ${expected}, got ${got}`;
  return issue('contradiction', at, expected, got, message);
}
