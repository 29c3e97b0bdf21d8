import { textAt } from '../../balance-sheet/index.js';
import type { DepositModel, PrepaymentModel } from '../../behaviour/index.js';
import { type Issue, issue } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { cashRow } from './cash.js';
import type { ChangeOf } from './context.js';

/** Half years, on which the nodes of a par curve stay where they are (CHANGE-31). */
const STEP_MONTHS = 6;
const MOST_MONTHS = 60;

/** What cannot be rolled: a Study keeps no past, so nothing in it may remember one (CHANGE-32). */
export function rollIssues(study: Study, change: ChangeOf<'roll-forward'>): Issue[] {
  const { months, size } = change;
  const issues: Issue[] = [];
  if (size !== 1) issues.push(issue('size', '/size', '0 or 1 for time', String(size)));
  if (!(months % STEP_MONTHS === 0 && months >= STEP_MONTHS && months <= MOST_MONTHS)) {
    const expected = `a multiple of ${STEP_MONTHS} up to ${MOST_MONTHS}`;
    issues.push(issue('roll.months', '/months', expected, String(months)));
  }
  const left = study.market.parQuotes.filter(({ tenorMonths }) => tenorMonths > months).length;
  if (left < 2) {
    issues.push(issue('roll.curve', '/months', 'two quotes of longer tenors', `${left}`));
  }
  const cash = cashRow(study.book, change.cashPositionId, '/cashPositionId');
  if (!cash.ok) issues.push(...cash.issues);
  for (const [row, id] of study.book.id.entries()) {
    if (textAt(study.book.principal, row) !== 'line') continue;
    issues.push(issue('roll.line', '/months', 'no undrawn line: what is drawn is a new row', id));
  }
  return [...issues, ...modelMemory(study), ...partMemory(study)];
}

function modelMemory({ behaviour }: Study): Issue[] {
  const remembers = (id: string, what: readonly string[]): Issue[] =>
    what.map((term) => issue('roll.memory', '/months', `model ${id} without ${term}`, term));
  return [
    ...behaviour.deposits.flatMap((model) => remembers(model.id, depositMemory(model))),
    ...behaviour.prepayments.flatMap((model) => remembers(model.id, prepaymentMemory(model))),
    ...(behaviour.redemptions ?? []).flatMap(({ id }) => remembers(id, ['early redemption'])),
  ];
}

function depositMemory(model: DepositModel): string[] {
  const parts = (['core', 'surge', 'rateGap', 'betaDown'] as const).filter(
    (part) => model[part] !== undefined,
  );
  const shares = (['lagMonths', 'migrationShare', 'outflowShare'] as const).filter(
    (part) => model[part].value !== 0,
  );
  return [...parts, ...shares];
}

function prepaymentMemory(model: PrepaymentModel): string[] {
  return 'burnoutFloor' in model && model.burnoutFloor !== undefined ? ['burnoutFloor'] : [];
}

/** Parts with months or amounts of the date that no rule here rolls. */
const DATED_PARTS = [
  'hedgeOptions',
  'hedgeFutures',
  'hedgeDeferrals',
  'automaticOptions',
  'mortgageBanking',
] as const;

function partMemory(study: Study): Issue[] {
  const parts = DATED_PARTS.filter((part) => study[part] !== undefined);
  const issues = parts.map((part) =>
    issue('roll.part', '/months', 'no part of the date but rows and swaps', part),
  );
  for (const { id, amortisation } of study.hedges) {
    if (amortisation?.kind !== 'schedule') continue;
    issues.push(issue('roll.swap', '/months', 'a swap without a schedule of notionals', id));
  }
  return issues;
}
