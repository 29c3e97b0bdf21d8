import { ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import type { LaterCurves } from './case-input.js';
import { type DisciplineResult, disciplineOf } from './discipline.js';
import { type RealisedDiscipline, realisedDiscipline } from './discipline-realised.js';
import { ENGINE } from './engine.js';
import { leagueStudy, type Programme, standardProgramme } from './standard-programme.js';

/** Smallest and greatest over the variants; ratio null where one of them has none (EFF-10). */
export interface LeagueRange {
  readonly capitalKept: readonly [low: number, high: number];
  readonly cost: readonly [low: number, high: number];
  readonly ratio: readonly [low: number, high: number] | null;
}

/** A standard programme measured at one bank (EFF-8 to EFF-11). */
export interface LeagueMeasure {
  /** Notional of the swaps, or carrying amount sold, USD million. */
  readonly sizeUsdMillion: number;
  readonly assetsUsdMillion: number;
  readonly central: DisciplineResult;
  readonly range: LeagueRange;
  /** Null where no curves of two years after are held, or none is asked for. */
  readonly realised: RealisedDiscipline | null;
}

export interface LeagueQuestion {
  readonly programme: Programme;
  /** The bank with central assumptions. */
  readonly central: Study;
  /** The same with one assumption at an end of its range. */
  readonly variants: readonly Study[];
  readonly laterCurves: LaterCurves;
}

/**
 * A programme on every variant of a bank, sized anew on each. Issues: why the bank is not measured:
 * those of `standardProgramme`, `disciplineOf` and, but for later curves that are not held, of
 * `realisedDiscipline`.
 */
export function leagueMeasure(question: LeagueQuestion): Result<LeagueMeasure> {
  const found: Measured[] = [];
  for (const study of [question.central, ...question.variants]) {
    const measured = measuredOf(question.programme, leagueStudy(study));
    if (!measured.ok) return measured;
    found.push(measured.value);
  }
  const [first] = found;
  if (first === undefined) throw new Error('the central Study is always measured');
  const realised = realisedOf(first, question.laterCurves);
  if (!realised.ok) return realised;
  return ok({
    sizeUsdMillion: sizeOf(first),
    assetsUsdMillion: question.central.capital.leverageAssetsUsdMillion,
    central: first.result,
    range: rangeOf(found.map(({ result }) => result)),
    realised: realised.value,
  });
}

interface Measured {
  readonly request: Parameters<typeof disciplineOf>[0];
  readonly result: DisciplineResult;
}

function measuredOf(programme: Programme, study: Study): Result<Measured> {
  const discipline = standardProgramme(programme, study);
  if (!discipline.ok) return discipline;
  const request = { study, discipline: discipline.value, engine: ENGINE };
  const result = disciplineOf(request);
  return result.ok ? ok({ request, result: result.value }) : result;
}

function realisedOf(
  { request, result }: Measured,
  laterCurves: LaterCurves,
): Result<RealisedDiscipline | null> {
  if (laterCurves.length === 0) return ok(null);
  return realisedDiscipline(request, result, laterCurves);
}

function sizeOf({ request }: Measured): number {
  return request.discipline.changes.reduce((sum, change) => {
    if (change.kind === 'add-hedge') return sum + change.swap.notionalUsdMillion * change.size;
    return change.kind === 'sell' ? sum + change.carryingUsdMillion * change.size : sum;
  }, 0);
}

/** Over every variant; at least one (EFF-10). */
export function rangeOf(results: readonly DisciplineResult[]): LeagueRange {
  const span = (values: readonly number[]): readonly [number, number] => [
    Math.min(...values),
    Math.max(...values),
  ];
  const ratios = results.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
  return {
    capitalKept: span(results.map(({ capitalKept }) => capitalKept)),
    cost: span(results.map(({ cost }) => cost)),
    ratio: ratios.length === results.length ? span(ratios) : null,
  };
}
