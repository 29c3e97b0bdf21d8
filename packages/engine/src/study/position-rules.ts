import type { Group, Position } from '../balance-sheet/index.js';
import type { Behaviour } from '../behaviour/index.js';
import { type Issue, issue } from '../foundation/index.js';

/** The models a Study has, by id: what a position may name. */
export interface ModelIds {
  readonly deposits: ReadonlySet<string>;
  readonly prepayments: ReadonlySet<string>;
  readonly redemptions: ReadonlySet<string>;
  readonly drawdowns: ReadonlySet<string>;
}

export function modelIds(behaviour: Behaviour): ModelIds {
  return {
    deposits: new Set(behaviour.deposits.map((model) => model.id)),
    prepayments: new Set(behaviour.prepayments.map((model) => model.id)),
    redemptions: new Set(behaviour.redemptions?.map((model) => model.id)),
    drawdowns: new Set(behaviour.drawdowns?.map((model) => model.id)),
  };
}

const SIDE_OF_GROUP: Readonly<Record<Group, Position['side'] | 'either'>> = {
  cash: 'asset',
  afs: 'asset',
  htm: 'asset',
  loans: 'asset',
  deposits: 'liability',
  borrowings: 'liability',
  other: 'either',
};

/**
 * Issues of a position whose terms are each well formed but do not fit together (STUDY-5).
 * `at` gives the path of a term, so that the same rules serve rows, columns and Changes.
 */
export function positionIssues(
  position: Position,
  models: ModelIds,
  at: (term: keyof Position) => string,
): Issue[] {
  return [
    ...groupIssues(position, at),
    ...modelIssues(position, models, at),
    ...monthIssues(position, at),
    ...indexIssues(position, at),
  ];
}

/** A floating rate names what it follows; nothing else does (rule STUDY-5). */
function indexIssues({ floats, rateIndex }: Position, at: (term: keyof Position) => string) {
  if (floats === (rateIndex !== 'none')) return [];
  const expected = floats ? 'the index of a floating rate' : 'none for a fixed rate';
  return [issue('rate-index', at('rateIndex'), expected, rateIndex)];
}

function groupIssues(position: Position, at: (term: keyof Position) => string): Issue[] {
  const issues: Issue[] = [];
  const side = SIDE_OF_GROUP[position.group];
  if (side !== 'either' && side !== position.side) {
    issues.push(issue('side', at('side'), `${side} in ${position.group}`, position.side));
  }
  const classes = { afs: 'available-for-sale', htm: 'held-to-maturity' } as const;
  for (const group of ['afs', 'htm'] as const) {
    const inGroup = position.group === group;
    const inClass = position.accountingClass === classes[group];
    if (inGroup === inClass) continue;
    const expected = `${classes[group]} in ${group} and nowhere else`;
    const got = `${position.accountingClass} in ${position.group}`;
    issues.push(issue('accounting-class', at('accountingClass'), expected, got));
  }
  return issues;
}

function modelIssues(
  position: Position,
  models: ModelIds,
  at: (term: keyof Position) => string,
): Issue[] {
  const { principal, group, behaviour } = position;
  if (principal === 'decay') {
    if (group !== 'deposits') {
      return [issue('principal', at('principal'), 'decay in deposits only', group)];
    }
    if (models.deposits.has(behaviour)) return [];
    return [withoutModel(position, at('behaviour'), 'a deposit model of the study')];
  }
  if (principal === 'line') return lineIssues(position, models, at);
  if (behaviour === '') return [];
  if (principal === 'level') {
    if (models.prepayments.has(behaviour)) return [];
    return [withoutModel(position, at('behaviour'), 'a prepayment model of the study, or none')];
  }
  if (principal === 'even' && group === 'deposits') {
    if (models.redemptions.has(behaviour)) return [];
    return [withoutModel(position, at('behaviour'), 'a redemption model of the study, or none')];
  }
  return [withoutModel(position, at('behaviour'), `none for ${principal}`)];
}

/** A line is a commitment: an asset of loans with a model, nothing of it drawn yet (DRAW-3). */
function lineIssues(
  position: Position,
  models: ModelIds,
  at: (term: keyof Position) => string,
): Issue[] {
  const { group, behaviour, carryingUsdMillion, premium } = position;
  if (group !== 'loans') return [issue('principal', at('principal'), 'line in loans only', group)];
  const issues: Issue[] = [];
  if (!models.drawdowns.has(behaviour)) {
    issues.push(withoutModel(position, at('behaviour'), 'a drawdown model of the study'));
  }
  for (const [term, value] of [
    ['carryingUsdMillion', carryingUsdMillion],
    ['premium', premium],
  ] as const) {
    if (value === 0) continue;
    const expected = '0 for a line: what is drawn stands in a row of its own';
    issues.push(issue('line', at(term), expected, String(value)));
  }
  return issues;
}

/** The position has no assumption set that it can follow (rule NMD-16). */
function withoutModel({ id, behaviour }: Position, path: string, expected: string): Issue {
  const got = behaviour === '' ? 'none' : `"${behaviour}"`;
  const message = `${path}: behaviour of position "${id}": expected ${expected}, got ${got}`;
  return issue('unknown-model', path, expected, got, message);
}

function monthIssues(position: Position, at: (term: keyof Position) => string): Issue[] {
  const { principal, firstPrincipalMonth, maturityMonth } = position;
  const issues: Issue[] = [];
  const dated = principal === 'even' || principal === 'level' || principal === 'line';
  if (dated && maturityMonth < 1) {
    const expected = `month 1 to 480 for ${principal}`;
    issues.push(issue('range', at('maturityMonth'), expected, String(maturityMonth)));
  }
  if (principal === 'even' && firstPrincipalMonth < 1) {
    const expected = 'month 1 or later';
    issues.push(issue('range', at('firstPrincipalMonth'), expected, String(firstPrincipalMonth)));
  }
  if (firstPrincipalMonth > maturityMonth) {
    const expected = `not after maturity month ${maturityMonth}`;
    issues.push(issue('order', at('firstPrincipalMonth'), expected, String(firstPrincipalMonth)));
  }
  return issues;
}
