import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { hedgeChanges, strikeStructure, structureOf } from '../hedge/index.js';
import { baseDiscount, type Change, measureOf, type Outcome, type Study } from '../study/index.js';
import type { DisciplinePlan } from './case-input.js';
import { ENGINE } from './engine.js';

/** The disciplines that every bank of the league is measured with (EFF-8, EFF-9). */
export const PROGRAMMES = ['half-swapped', 'short'] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const PROGRAMME_TITLES: Readonly<Record<Programme, string>> = {
  'half-swapped': 'Five-year swaps that halve the loss of the securities',
  short: 'Fixed securities over five years held in cash',
};

const UNIT_NOTIONAL = 1000;
const SIZED_AT = '+100';
const HALF = 0.5;
const LONG_MONTHS = 60;
const REASON = { rationale: 'a standard programme of the league (EFF-8, EFF-9)', sources: [] };

/**
 * The Study as the league takes it: without the hedges that the bank has, and with nothing pledged
 * (EFF-8).
 */
export function leagueStudy(study: Study): Study {
  const { hedgeOptions: _options, hedgeFutures: _futures, ...rest } = study;
  const sources = study.liquidity.sources.map((source) =>
    source.kind === 'sale' ? { ...source, pledgedUsdMillion: 0 } : source,
  );
  return { ...rest, hedges: [], liquidity: { ...study.liquidity, sources } };
}

/**
 * A standard programme for the Study of a bank that has it not. Issues: `league.no-loss`,
 * `league.no-securities`, `league.no-cash`: the bank is then not measured.
 */
export function standardProgramme(
  programme: Programme,
  study: Study,
): Result<Pick<DisciplinePlan, 'heldByBank' | 'changes'>> {
  const changes = programme === 'short' ? shortChanges(study) : swapChanges(study);
  return changes.ok ? ok({ heldByBank: false, changes: changes.value }) : changes;
}

/** Swaps that gain at +100 bp half of what AFS and HTM lose (EFF-8). */
function swapChanges(study: Study): Result<readonly Change[]> {
  const lost = -gainOf(ENGINE.evaluate(study, ['marks']), ['unrealised.afs', 'unrealised.htm']);
  if (!(lost > 0)) {
    const expected = 'securities that lose at +100 bp';
    return fail(issue('league.no-loss', '/positions', expected, `a loss of ${lost.toFixed(3)}`));
  }
  const unit = swapsOf(study, UNIT_NOTIONAL);
  if (!unit.ok) return unit;
  const first = unit.value[0];
  const alone = first === undefined ? undefined : ENGINE.apply({ ...study, hedges: [] }, first);
  if (alone?.ok !== true) throw new Error('a bullet is one swap, and fits a Study without hedges');
  const gain = gainOf(ENGINE.evaluate(alone.value, ['marks']), ['unrealised.hedges']);
  return swapsOf(study, (UNIT_NOTIONAL * HALF * lost) / gain);
}

function gainOf(outcome: Outcome, marks: readonly string[]): number {
  return marks.reduce(
    (sum, id) => sum + measureOf(outcome, id, SIZED_AT) - measureOf(outcome, id, '0'),
    0,
  );
}

function swapsOf(study: Study, notionalUsdMillion: number): Result<readonly Change[]> {
  const struck = strikeStructure(structureOf('bullet-5'), notionalUsdMillion, {
    discount: baseDiscount(study),
    swapSpread: study.market.swapSpread.value,
    model: 'undesignated',
    hedgedGroup: 'none',
  });
  return struck.ok ? ok(hedgeChanges(struck.value, REASON)) : struck;
}

/** Sells at fair value what is fixed and has a last payment after five years (EFF-9). */
function shortChanges(study: Study): Result<readonly Change[]> {
  const cash = interestBearingCash(study);
  if (cash === undefined) {
    const expected = 'cash that earns the one-month rate';
    return fail(issue('league.no-cash', '/positions', expected, 'none'));
  }
  const changes = (['afs', 'htm'] as const).flatMap((group): Change[] => {
    const rows = longRows(study, group);
    const carrying = rows.reduce((sum, row) => sum + itemAt(study.book.carryingUsdMillion, row), 0);
    if (!(carrying > 0)) return [];
    const positionIds = rows.map((row) => itemAt(study.book.id, row));
    const sale = { kind: 'sell', group, carryingUsdMillion: carrying, positionIds } as const;
    const id = `short-${group}`;
    return [{ ...REASON, ...sale, id, title: id, size: 1, cashPositionId: cash }];
  });
  if (changes.length > 0) return ok(changes);
  const expected = 'fixed securities over five years';
  return fail(issue('league.no-securities', '/positions', expected, 'none'));
}

function groupAt({ book }: Study, row: number): string {
  return itemAt(book.group.names, itemAt(book.group.codes, row));
}

function longRows(study: Study, group: 'afs' | 'htm'): number[] {
  const { id, maturityMonth, floats, carryingUsdMillion } = study.book;
  return [...id.keys()].filter(
    (row) =>
      groupAt(study, row) === group &&
      itemAt(maturityMonth, row) > LONG_MONTHS &&
      itemAt(floats, row) === 0 &&
      itemAt(carryingUsdMillion, row) > 0,
  );
}

/** The largest row of cash that floats. */
function interestBearingCash(study: Study): string | undefined {
  const { book } = study;
  const rows = [...book.id.keys()].filter(
    (row) => groupAt(study, row) === 'cash' && itemAt(book.floats, row) === 1,
  );
  const size = (row: number) => itemAt(book.carryingUsdMillion, row);
  const largest = rows.toSorted((a, b) => size(b) - size(a))[0];
  return largest === undefined ? undefined : itemAt(book.id, largest);
}
