import { resolve } from 'node:path';
import {
  type AttributionSubject,
  attributionAnswer,
  type ChangeGroup,
  type Issue,
  issue,
  MEASURES,
  type MeasureRequest,
  ok,
  parseChangeGroups,
  planAttribution,
  type Result,
  type Study,
  studyDifference,
  timeStep,
} from '@almfes/engine';
import { nearNames } from '@almfes/intake';
import { attributeOnThreads } from '@almfes/runner';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readJson } from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { readStudy, studyOf } from '../study-source.js';
import { type TimeOptions, type Way, wayOverTime } from '../time-first.js';
import type { ExitCode } from './exit-code.js';

export interface AttributeOptions extends AnswerOptions, TimeOptions {
  readonly groups?: string;
  readonly measure: readonly string[];
  readonly scenario?: string;
  readonly sample?: number;
  readonly seed: number;
  readonly parts: boolean;
  readonly capital?: boolean;
  readonly threads?: number | undefined;
}

/** What two disclosures do not tell (ATTR-27). */
const MIXTURE =
  'A subset is an accounting mixture: run-off, new business and funding are each the value or ' +
  'income of their own flows, unfunded; read the three together (ATTR-27).';

const TWO_DATES = 'two Studies of different dates';
const MOST_THREADS = 64;
/** Dividends of order 2 and above listed for each measure where all are attributed. */
const LISTED_INTERACTIONS = 40;

/** `almfes attribute`: how much of a difference each group of Changes makes. */
export async function attributeCommand(
  fromWords: string,
  toWords: string | undefined,
  options: AttributeOptions,
  effects: Effects,
): Promise<ExitCode> {
  const asked = options.groups ?? toWords;
  if (asked === undefined || (options.groups !== undefined && toWords !== undefined)) {
    effects.stderr(complaint('name one of a second Study and a file with --groups'));
    return 2;
  }
  const { threads = 1 } = options;
  if (threads < 1 || threads > MOST_THREADS) {
    effects.stderr(complaint(`--threads takes 1 to ${MOST_THREADS}`));
    return 2;
  }
  if (!(await answerIsWelcome(options, effects, [fromWords, toWords, options.groups]))) return 2;
  const source = await readStudy(fromWords, options, effects);
  if (source === null) return 2;
  const way = await wayOf(source.study, asked, options, effects);
  const cannot = options.roll === true ? 'time cannot come first' : `${asked} leads nowhere`;
  if (!way.ok) return unattributed(cannot, way.issues, options, effects);
  if (way.value.groups.length === 0) {
    const same = way.value.time === undefined ? 'the two Studies say the same' : 'time does it all';
    effects.stderr(complaint(`nothing to attribute: ${same}`));
    return 1;
  }
  const measures = measuresOf(way.value.from, options);
  if (!measures.ok) return unattributed('no such measure', measures.issues, options, effects);
  return attributed(way.value, measures.value, options, effects);
}

async function attributed(
  way: Way,
  measures: readonly MeasureRequest[] | undefined,
  options: AttributeOptions,
  effects: Effects,
): Promise<ExitCode> {
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const { from, groups, title, time } = way;
  const shape = shapeOf(groups, options);
  const found = await attributeOnThreads(
    {
      ...{ from, groups, nested: shape.nested, ...shape.sample, ...capitalAsked(options) },
      ...(measures === undefined ? { interactions: LISTED_INTERACTIONS } : { measures }),
    },
    {
      threads: options.threads,
      onDone: (done, pieces) => progress('parts of the subsets', done, pieces),
    },
  );
  if (!found.ok)
    return unattributed(`${title}: cannot be attributed`, found.issues, options, effects);
  const step = time === undefined ? {} : { time: timeStep(time.start, time, found.value) };
  const subject: AttributionSubject = {
    ...{ title, remarks: [...way.remarks, ...shape.remarks], sources: [], ...step },
    ...(measures === undefined ? {} : { measures }),
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
  };
  const answer = attributionAnswer(found.value, subject);
  return (await putAnswer({ answer, result: { ...found.value, ...step } }, options, effects))
    ? 0
    : 2;
}

function capitalAsked({ capital, scenario }: AttributeOptions) {
  return capital === true ? { capital: scenario === undefined ? {} : { scenario } } : {};
}

/** Parts are told apart where that is not too much; where it is, the answer says so. */
function shapeOf(groups: readonly ChangeGroup[], { sample, seed, parts }: AttributeOptions) {
  const sampled = sample === undefined ? {} : { sample: { permutations: sample, seed } };
  const nested = parts && groups.some((group) => (group.parts ?? []).length > 1);
  const plan = planAttribution({ groups, nested, ...sampled });
  if (!nested || plan.ok || !planAttribution({ groups, ...sampled }).ok) {
    return { nested, sample: sampled, remarks: [] };
  }
  const why = plan.issues.map(({ message }) => message).join('; ');
  return { nested: false, sample: sampled, remarks: [`Parts are not told apart: ${why}.`] };
}

/** A Study that is read, or groups of Changes on the first. */
async function wayOf(
  from: Study,
  asked: string,
  options: AttributeOptions,
  effects: Effects,
): Promise<Result<Way>> {
  const { groups, roll } = options;
  if (groups !== undefined || asked.endsWith('.json')) {
    const json = await readJson(resolve(effects.workingFolder, asked), effects.files);
    if (!json.ok) return json;
    if (groups !== undefined || isGroups(json.value)) {
      const file = parseChangeGroups(json.value);
      if (roll === true) return { ok: false, issues: [issue('roll', '--roll', TWO_DATES, asked)] };
      return file.ok ? ok({ from, ...file.value, remarks: [] }) : file;
    }
  }
  const other = await studyOf(asked, effects);
  if (!other.ok) return other;
  if (roll === true) {
    const over = wayOverTime(from, other.value.study, options);
    return over.ok ? ok({ ...over.value, remarks: [...over.value.remarks, MIXTURE] }) : over;
  }
  const between = studyDifference(from, other.value.study);
  if (!between.ok) return between;
  const title = `From ${from.title} to ${other.value.study.title}`;
  return ok({ ...between.value, title, remarks: [MIXTURE] });
}

function isGroups(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    value.schema === 'almfes/change-groups/1'
  );
}

/** The measures named, in one scenario or in all; undefined when none is named. */
function measuresOf(
  { scenarios }: Study,
  { measure, scenario }: AttributeOptions,
): Result<readonly MeasureRequest[] | undefined> {
  if (scenario !== undefined && !scenarios.some(({ id }) => id === scenario)) {
    const all = scenarios.map(({ id }) => id).join(', ');
    return { ok: false, issues: [issue('scenario', '--scenario', `one of ${all}`, scenario)] };
  }
  if (measure.length === 0) return ok(undefined);
  const requests: MeasureRequest[] = [];
  for (const id of measure) {
    const definition = MEASURES.find((each) => each.id === id);
    if (definition === undefined) {
      const near = nearNames(
        id,
        MEASURES.map((each) => each.id),
      ).join(', ');
      const expected = near === '' ? 'an id of almfes measures --list' : `perhaps ${near}`;
      return { ok: false, issues: [issue('measure', '--measure', expected, id)] };
    }
    const asked = scenario === undefined ? scenarios.map((each) => each.id) : [scenario];
    const of = definition.ofDate === true ? [''] : asked;
    requests.push(...of.map((each) => ({ id, scenario: each })));
  }
  return ok(requests);
}

/** A named measure without a value is an answer, 1; all else that is refused cannot be done, 2. */
/** A measure that has no value is the answer "no"; all else cannot be attributed. */
function unattributed(
  what: string,
  issues: readonly Issue[],
  options: AttributeOptions,
  effects: Effects,
): ExitCode {
  const code = refused(what, issues, options, effects);
  return issues.every(({ code: of }) => of === 'attribution.measure') ? 1 : code;
}
