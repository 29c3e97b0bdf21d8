import { ok, type Result } from '../foundation/index.js';
import { solveParameter } from '../stress/index.js';
import type { Change, Study } from '../study/index.js';
import type { AssumptionChangePlan } from './case-input.js';
import type { ComputedOrigin, Table } from './case-result.js';
import { ENGINE } from './engine.js';
import { finding } from './finding.js';
import { columns, table } from './table.js';
import { type RowCell, type Told, tell } from './told.js';

/**
 * Which average life gives each published reading, everything else unchanged (rule CASE-6): what
 * one assumption had to become for the number to move with no risk removed.
 */
export function assumptionChangeTable(study: Study, plan: AssumptionChangePlan): Result<Table> {
  const rows: RowCell[][] = [];
  const origin: ComputedOrigin = {
    title: plan.title,
    rule: 'CASE-6',
    measures: [plan.measure],
    applied: [`average life of ${plan.models.join(', ')}, on the Study of ${study.valuationDate}`],
  };
  const stated = { ...origin, measures: [], applied: ['nothing: the case states it in a note'] };
  const published: Told<number>[] = [];
  for (const { title, value, figure } of plan.readings) {
    const solved = solveParameter({
      study,
      makeChange: (life) => lifeChange(plan, life),
      measure: plan.measure,
      scenario: plan.scenario,
      target: value,
      low: plan.low,
      high: plan.high,
      ...ENGINE,
    });
    if (!solved.ok) return solved;
    const told = { value: 100 * value, origin: figure === undefined ? origin : { figure } };
    if (figure !== undefined) published.push(told);
    const found = tell(origin, [solved.value.x, 100 * solved.value.value]);
    rows.push([...tell(origin, [title]), told, ...found]);
  }
  return ok(
    table(
      'assumption-change',
      plan.title,
      columns(
        'reading | Reading |',
        'published | Published | %',
        'life | Average life that gives it | years',
        'reached | Reached | %',
      ),
      rows,
      plan.notes.map((note) => finding(note, stated, published)),
    ),
  );
}

function lifeChange(plan: AssumptionChangePlan, averageLifeYears: number): Change {
  return {
    kind: 'replace-assumption',
    id: 'average-life',
    title: `Average life ${averageLifeYears.toFixed(2)} years`,
    rationale: plan.title,
    sources: [],
    size: 1,
    edits: plan.models.map((model) => ({
      model,
      parameter: 'averageLifeYears',
      value: averageLifeYears,
    })),
  };
}
