const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

function list(items: object, bounds: object = {}) {
  return { type: 'array', items, ...bounds } as const;
}

/** Every property but those of `also` is required, and no other is allowed. */
function record(properties: Readonly<Record<string, object>>, also = {}) {
  return {
    type: 'object',
    properties: { ...properties, ...also },
    required: Object.keys(properties),
    additionalProperties: false,
  } as const;
}

const origin = {
  oneOf: [
    record({ figure: text }),
    record({ data: text }),
    record({ title: text, rule: text, measures: list(text), applied: list(text) }),
  ],
};

const origins = record({
  list: list(origin, { minItems: 1 }),
  cells: list(list({ type: ['integer', 'null'] })),
});

const marked = list(list(record({ at: number, length: number, origin })));

function picture(kind: string, properties: Readonly<Record<string, object>>) {
  return record({ kind: { const: kind }, id: text, title: text, ...properties }, { origins });
}

const table = record(
  {
    id: text,
    title: text,
    columns: list(record({ id: text, title: text, unit: text })),
    rows: list(list({ type: ['number', 'string', 'null'] })),
    notes: list(text),
  },
  { origins, noteNumbers: marked },
);

const pictures = {
  oneOf: [
    picture('waterfall', {
      unit: text,
      items: list(record({ label: text, value: number, total: { type: 'boolean' } })),
    }),
    picture('bars', {
      unit: text,
      categories: list(text),
      series: list(record({ name: text, values: list(number) })),
    }),
    picture('lines', {
      unit: text,
      points: list(text),
      series: list(record({ name: text, values: list(number) })),
    }),
    picture('heat-map', {
      unit: text,
      rows: list(text),
      columns: list(text),
      values: list(list(number)),
    }),
    picture('frontier', {
      xTitle: text,
      yTitle: text,
      points: list(record({ label: text, x: number, y: number })),
    }),
  ],
};

const step = record(
  {
    step: { enum: [0, 1, 2, 3, 4] },
    id: text,
    title: text,
    findings: list(text),
    tables: list(table),
    pictures: list(pictures),
  },
  { findingNumbers: marked },
);

const reproduction = record(
  {
    id: text,
    title: text,
    published: number,
    reproduced: number,
    unit: text,
    difference: number,
    role: { enum: ['fitted', 'predicted'] },
    aim: { type: ['number', 'null'] },
    source: text,
  },
  { origin },
);

const fit = record(
  {
    parameter: text,
    value: number,
    unit: text,
    kind: { enum: ['calibrated to a disclosure', 'free parameter'] },
    target: text,
    targetValue: number,
    reached: number,
    source: text,
  },
  { origin },
);

const namedValues = list(record({ id: text, title: text, value: number }));

const attribution = record(
  {
    measure: text,
    scenario: text,
    unit: text,
    from: number,
    to: number,
    total: number,
    residual: number,
    waterfall: namedValues,
    shapley: namedValues,
    compounding: list(record({ ids: list(text, { minItems: 1 }), value: number })),
    compoundingTotal: number,
    orderSpread: list(record({ id: text, min: number, max: number })),
  },
  { origin },
);

const claim = record(
  {
    claim: text,
    claimed: number,
    ours: { type: ['number', 'null'] },
    unit: text,
    explanation: text,
  },
  { origin },
);

/** JSON Schema (draft 2020-12) of a CaseResult: what `almfes case SLUG --json` prints. */
export const caseResultSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:almfes:case-result:1',
  title: 'ALMFES case result',
  description: 'Everything one case says. Money in USD million, changes as scenario minus base.',
  ...record({
    schema: { const: 'almfes/case-result/1' },
    case: text,
    title: text,
    institution: text,
    valuationDate: date,
    curveDate: date,
    decisionDate: date,
    studyHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    steps: list(step, { maxItems: 5 }),
    publishedVsReproduced: list(reproduction),
    fits: list(fit),
    attribution: list(attribution),
    claims: list(claim),
    assumptions: list(text),
    sources: list(text),
  }),
} as const;
