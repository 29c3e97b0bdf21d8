import { bookWithNumbers, bookWithTexts, rowOf, textAt } from '../../balance-sheet/index.js';
import { type DepositModel, parameterAt, withParameterAt } from '../../behaviour/index.js';
import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { PARAMETER_BOUNDS, withinBounds } from '../parameter-bounds.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';
import { editedParameter } from './parameter-edits.js';

/**
 * Pays `size` x `rateChange` more on a deposit row, its whole balance repriced, and gives it
 * `size` x `lifeChangeYears` more of average life (CHANGE-14). A model that other rows or models
 * name is copied as `<model>@<change id>`, so that only this row moves.
 * Issues: `unknown-position`, `not-a-deposit`, `unknown-model`, `range`, `duplicate-id`.
 */
export function repriceDeposits(study: Study, change: ChangeOf<'reprice-deposits'>): Result<Study> {
  const { book, behaviour } = study;
  const row = rowOf(book, change.positionId);
  if (row === undefined) {
    return fail(issue('unknown-position', '/positionId', 'a position', change.positionId));
  }
  const group = textAt(book.group, row);
  if (group !== 'deposits') {
    return fail(issue('not-a-deposit', '/positionId', 'a deposit row', `a row of ${group}`));
  }
  const rate = itemAt(book.rate, row) + change.size * change.rateChange;
  if (!(rate >= 0 && rate <= 1)) {
    return fail(issue('range', '/rateChange', 'a rate paid of 0 to 1', String(rate)));
  }
  const coupon = itemAt(book.couponRate, row) + change.size * change.rateChange;
  const paying = bookWithNumbers(book, 'rate', new Map([[row, rate]]));
  const couponRate = new Map([[row, coupon]]);
  const repriced = { ...study, book: bookWithNumbers(paying, 'couponRate', couponRate) };
  if (change.lifeChangeYears === 0) return ok(repriced);
  const model = behaviour.deposits.find(({ id }) => id === textAt(book.behaviour, row));
  if (model === undefined) {
    const expected = 'a row with a deposit model, whose life can change';
    return fail(issue('unknown-model', '/lifeChangeYears', expected, 'a row without one'));
  }
  return withLongerLife(repriced, change, row, model);
}

function withLongerLife(
  study: Study,
  change: ChangeOf<'reprice-deposits'>,
  row: number,
  model: DepositModel,
): Result<Study> {
  const longer = longerLived(model, change);
  if (!longer.ok) return longer;
  const edited = longer.value;
  const { deposits } = study.behaviour;
  if (!isShared(study, row, model.id)) {
    const own = deposits.map((each) => (each.id === model.id ? edited : each));
    return ok({ ...study, behaviour: { ...study.behaviour, deposits: own } });
  }
  const id = `${model.id}@${change.id}`;
  if (deposits.some((each) => each.id === id)) {
    return fail(issue('duplicate-id', '/id', `no deposit model ${id}`, 'one'));
  }
  const copies = [...deposits, { ...edited, id }];
  return ok({
    ...study,
    book: bookWithTexts(study.book, 'behaviour', new Map([[row, id]])),
    behaviour: { ...study.behaviour, deposits: copies },
  });
}

/** A surge leaves as soon whatever it is paid; the other parts stay longer by the same years. */
const LIVES = ['averageLifeYears', 'core.averageLifeYears'] as const;

function longerLived(
  model: DepositModel,
  change: ChangeOf<'reprice-deposits'>,
): Result<DepositModel> {
  let edited = model;
  for (const name of LIVES) {
    const present = parameterAt(model, name);
    if (present === undefined) continue;
    const life = editedParameter(present, present.value + change.lifeChangeYears, change);
    if (!withinBounds(PARAMETER_BOUNDS[name], life.value)) {
      const expected = 'an average life above 0, at most 100';
      return fail(issue('range', '/lifeChangeYears', expected, String(life.value)));
    }
    edited = withParameterAt(edited, name, life);
  }
  return ok(edited);
}

/** True when another row follows the model, or another model sends balances to it. */
function isShared({ book, behaviour }: Study, row: number, model: string): boolean {
  const otherRow = book.id.some(
    (_, other) => other !== row && textAt(book.behaviour, other) === model,
  );
  return otherRow || behaviour.deposits.some(({ migrationTo }) => migrationTo === model);
}
