import {
  type CaseInput,
  type Change,
  type DisciplineEnd,
  type DisciplinePlan,
  type DisciplineRange,
  disciplineRange,
  fail,
  issue,
  ok,
  type Result,
} from '@almfes/engine';
import type { Unknown } from '../call-report-study/index.js';
import { type CaseFiles, parseCaseStudy } from '../case/parse-case.js';
import { SWAP_SPREAD } from './named-bank-league.js';

type CaseOwn = Pick<CaseInput, 'study' | 'discipline'>;
type Disciplined = Pick<CaseInput, 'study'> & { readonly discipline: DisciplinePlan };

/**
 * The discipline of a case over both ends of each assumption alone, the same Changes on a Study
 * that is built anew (EFF-14). Issues: `league.no-range` for a Study that was built by hand;
 * `league.no-discipline`; those of the files and of the discipline with the case's own levels.
 */
export function caseRange(files: CaseFiles, own: CaseOwn): Result<DisciplineRange> {
  const { study, discipline } = own;
  const built = parseCaseStudy(files);
  if (!built.ok) return built;
  const { unknowns } = built.value;
  if (unknowns.length === 0) {
    const expected = 'assumptions with a low and a high end, as a Call Report case names them';
    return fail(issue('league.no-range', 'study.json', expected, 'a Study built by hand'));
  }
  if (discipline === null) {
    return fail(issue('league.no-discipline', 'changes.json', 'a discipline', 'none'));
  }
  const disciplined = { study, discipline };
  return disciplineRange(disciplined, endsOf(files, disciplined, unknowns));
}

/** One after the other, so that no more than one further Study is held. */
function* endsOf(
  files: CaseFiles,
  own: Disciplined,
  unknowns: readonly Unknown[],
): Generator<DisciplineEnd> {
  for (const unknown of unknowns.filter(bearsOnSomething)) {
    for (const level of ['low', 'high'] as const) {
      if (unknown[level] === unknown.value) continue;
      const study = studyAt(files, unknown.name, level);
      const at = study.ok ? ok({ ...own, study: study.value.study }) : study;
      yield { title: `${unknown.title}: ${level}`, at };
    }
  }
  yield* spreadEnds(own);
}

function bearsOnSomething({ amountUsdMillion, low, high }: Unknown): boolean {
  return amountUsdMillion !== 0 && low !== high;
}

/** The Study through its own door, with another level of one assumption. */
function studyAt(files: CaseFiles, name: string, level: 'low' | 'high') {
  const { study } = files;
  const form = typeof study === 'object' && study !== null ? study : {};
  const levels: unknown = 'assumptions' in form ? form.assumptions : {};
  const others = typeof levels === 'object' ? levels : {};
  const assumptions = { ...others, [name]: level };
  return parseCaseStudy({ ...files, study: { ...form, assumptions } });
}

/** Swaps that the discipline strikes pay the spread of that end over the rate they state. */
function* spreadEnds({ study, discipline }: Disciplined): Generator<DisciplineEnd> {
  if (discipline.changes.every(({ kind }) => kind !== 'add-hedge')) return;
  for (const level of ['low', 'high'] as const) {
    const more = SWAP_SPREAD[level] - study.market.swapSpread.value;
    const changes = discipline.changes.map((change) => struckAt(change, more));
    const title = `Spread of swap rates over Treasury par: ${level}`;
    yield { title, at: ok({ study, discipline: { ...discipline, changes } }) };
  }
}

function struckAt(change: Change, more: number): Change {
  if (change.kind !== 'add-hedge') return change;
  const { swap } = change;
  return { ...change, swap: { ...swap, fixedRate: swap.fixedRate + more } };
}
