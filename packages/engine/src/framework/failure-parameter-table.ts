import {
  BETA_CAP,
  COMBINED_RUN_MONTH,
  FAILURE_DESCRIPTIONS,
  FAILURE_PARAMETERS,
  type Failure,
  type FailureAnchor,
  type FailureKind,
  type FailureParameters,
  type Severity,
} from '../stress/index.js';
import type { Study } from '../study/index.js';
import type { ComputedOrigin, Origin, Table } from './case-result.js';
import { columns, inWords, table } from './table.js';
import { tell } from './told.js';

const SEVERITIES: readonly Severity[] = ['moderate', 'severe'];

type DepositModel = Study['behaviour']['deposits'][number];

/** What a failure makes of one parameter of one deposit model. */
interface Applied {
  readonly model: string;
  readonly own: number;
  readonly broken: Readonly<Record<Severity, number>>;
}

function counted(count: number, unit: string): string {
  return `${plain(count)} ${unit}${count === 1 ? '' : 's'}`;
}

const plain = (value: number) => String(Number(value.toFixed(2)));
const percent = (value: number) => `${inWords(100 * value)}%`;

const SEVERITY_ORIGIN: ComputedOrigin = {
  title: 'Severities of the named failures, and what they become on this Study',
  rule: 'FAIL-1',
  measures: [],
  applied: [],
};

/** A data set has its passport; what figures give is said with their names. */
function anchorOrigin({ text, source }: FailureAnchor): Origin {
  if ('data' in source) return source;
  return {
    title: `Observed elsewhere: ${text}`,
    rule: 'FAIL-1',
    measures: [],
    applied: [`nothing: reckoned from the figures ${source.figures.join(', ')}`],
  };
}

function sourceText({ source }: FailureAnchor): string {
  return 'data' in source
    ? `library/data: ${source.data}`
    : `library/case: ${source.figures.join(', ')}`;
}

/** Every stated severity, what it becomes on this Study, and whether it binds there (FAIL-1). */
export function parametersTable(study: Study, failures: readonly Failure[]): Table {
  return table(
    'failure-parameters',
    'Severities, what they become on this Study, and whether they bind',
    columns(
      'parameter | Parameter |',
      'moderate | Moderate |',
      'severe | Severe |',
      'study | Own value, then moderate / severe |',
      'binds | Binds |',
    ),
    parameterRows(study, failures).map((row) => tell(SEVERITY_ORIGIN, row)),
    [
      `Combined adverse takes all of them, the run in month ${COMBINED_RUN_MONTH}.`,
      'A severity that does not bind changes nothing: the bank is there already.',
    ],
  );
}

function parameterRows(study: Study, failures: readonly Failure[]): string[][] {
  const found = (kind: FailureKind, parameter: BrokenParameter, falls = false) =>
    appliedTo(study.behaviour.deposits, failures, kind, parameter, falls);
  const lives = found('deposit-stickiness-reversion', 'averageLifeYears');
  const betas = found('pricing-power-loss', 'beta');
  const both = (text: (parameters: FailureParameters) => string) =>
    SEVERITIES.map((severity) => text(FAILURE_PARAMETERS[severity]));
  const row = (
    name: string,
    values: readonly string[],
    applied: readonly Applied[],
    show: (value: number) => string,
  ) => [name, ...values, inModels(applied, show), bindsIn(applied)];
  return [
    hazardFloorRow(study.behaviour.deposits),
    row(
      'Hazard, times',
      both((p) => plain(p.hazardMultiple)),
      lives,
      (x) => counted(x, 'year'),
    ),
    row(
      'Fall of the non-interest-bearing share, 12 months',
      both((p) => `${plain(100 * p.freeShareFall)} points`),
      found('deposit-stickiness-reversion', 'migrationShare'),
      percent,
    ),
    row(
      'Beta, rates rise',
      both((p) => `+${plain(p.betaRise)}`),
      betas,
      plain,
    ),
    betaCapRow(betas),
    row('Lag, rates rise', both(lagText), found('pricing-power-loss', 'lagMonths'), (x) =>
      counted(x, 'month'),
    ),
    row(
      'Beta, rates fall',
      both((p) => `x ${plain(p.betaFallingMultiple)}`),
      found('pricing-power-loss', 'beta', true),
      plain,
    ),
    [
      'Uninsured gone on day 1',
      ...both((p) => percent(p.uninsuredOutflowDayOne)),
      'no cash flow: months are the shortest step',
      'in the run table only',
    ],
    row(
      'Uninsured gone by day 2, as a share of a model',
      both((p) => percent(p.uninsuredOutflowDayTwo)),
      found('digital-disruption', 'outflowShare'),
      percent,
    ),
  ];
}

/** What the table shows of a model: parameters that every deposit model has. */
type BrokenParameter =
  | 'averageLifeYears'
  | 'beta'
  | 'lagMonths'
  | 'migrationShare'
  | 'outflowShare';

function hazardFloorRow(models: readonly DepositModel[]): string[] {
  const floors = SEVERITIES.map((severity) => FAILURE_PARAMETERS[severity].hazardFloorPerYear);
  const hazards = models.map(({ id, averageLifeYears }) => ({
    id,
    base: 1 / averageLifeYears.value,
  }));
  const bound = hazards.filter(({ base }) => floors.some((floor) => floor > base));
  return [
    'Hazard floor',
    ...floors.map((floor) => `${plain(floor)} a year`),
    hazards.map(({ id, base }) => `${id}: ${plain(base)} a year`).join('; '),
    bound.length === 0
      ? 'no: every base hazard, 1 / average life, is higher'
      : `on ${bound.map(({ id }) => id).join(', ')}`,
  ];
}

function betaCapRow(betas: readonly Applied[]): string[] {
  const capped = SEVERITIES.filter((severity) =>
    betas.some(({ own }) => own + FAILURE_PARAMETERS[severity].betaRise > BETA_CAP),
  );
  const cap = `at most ${plain(BETA_CAP)}`;
  return ['Beta cap, rates rise', cap, cap, inModels(betas, plain), severitiesText(capped)];
}

function lagText({ lagMultiple, lagCapMonths }: FailureParameters): string {
  const cap = lagCapMonths === Number.MAX_SAFE_INTEGER ? '' : `, at most ${lagCapMonths} month`;
  return `x ${plain(lagMultiple)}${cap}`;
}

function appliedTo(
  models: readonly DepositModel[],
  failures: readonly Failure[],
  kind: FailureKind,
  parameter: BrokenParameter,
  falls: boolean,
): Applied[] {
  return models.flatMap((model) => {
    const own = model[parameter].value;
    const value = (severity: Severity) =>
      editedValue(failures, `${kind}-${severity}`, falls, model.id, parameter);
    const [moderate, severe] = [value('moderate'), value('severe')];
    if (moderate === undefined && severe === undefined) return [];
    const broken = { moderate: moderate ?? own, severe: severe ?? own };
    return [{ model: model.id, own, broken }];
  });
}

function editedValue(
  failures: readonly Failure[],
  id: string,
  falls: boolean,
  model: string,
  parameter: BrokenParameter,
): number | undefined {
  const failure = failures.find((each) => each.id === id);
  if (failure === undefined) throw new Error(`no failure ${id}`);
  const changes = falls ? failure.changesWhenFalling : failure.changes;
  return changes
    .flatMap((change) => (change.kind === 'break-assumption' ? change.edits : []))
    .find((edit) => edit.model === model && edit.parameter === parameter)?.value;
}

function inModels(applied: readonly Applied[], show: (value: number) => string): string {
  return applied
    .map(({ model, own, broken }) => {
      return `${model}: ${show(own)}, then ${show(broken.moderate)} / ${show(broken.severe)}`;
    })
    .join('; ');
}

function bindsIn(applied: readonly Applied[]): string {
  const moved = (own: number, to: number) => Math.abs(to - own) > 1e-9 * Math.abs(own);
  return severitiesText(
    SEVERITIES.filter((severity) =>
      applied.some(({ own, broken }) => moved(own, broken[severity])),
    ),
  );
}

function severitiesText(severities: readonly Severity[]): string {
  if (severities.length === SEVERITIES.length) return 'yes';
  return severities.length === 0 ? 'no' : `${severities.join(', ')} only`;
}

/** One row an observation: both severities of a failure rest on the same ones. */
export function anchorsTable(): Table {
  return table(
    'failure-anchors',
    'What the severities rest on',
    columns('failure | Failure |', 'anchor | Public anchor |', 'source | Where it stands |'),
    Object.values(FAILURE_DESCRIPTIONS).flatMap(({ title, anchors }) =>
      anchors.map((anchor, at) => [
        at === 0 ? title : '',
        ...tell(anchorOrigin(anchor), [anchor.text]),
        sourceText(anchor),
      ]),
    ),
    ['Severities are judgements on these anchors, many seen only after the decision date.'],
  );
}
