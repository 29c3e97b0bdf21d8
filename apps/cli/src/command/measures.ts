import {
  canonicalJson,
  evaluate,
  MEASURES,
  type MeasureValue,
  type Outcome,
  type RefusedMeasure,
} from '@almfes/engine';
import { printable } from '@almfes/report';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { familyOf, measureTable, registryList } from '../measure-table.js';
import { readStudy } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface MeasuresOptions {
  readonly family?: string;
  readonly scenario?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `almfes measures`: every measure of a Study, or the registry. */
export async function measuresCommand(
  words: string | undefined,
  options: MeasuresOptions,
  effects: Effects,
): Promise<ExitCode> {
  const families = [...new Set(MEASURES.map(({ id }) => familyOf(id)))];
  const { family } = options;
  if (family !== undefined && !MEASURES.some(({ id }) => isIn(id, family))) {
    effects.stderr(complaint(`there is no family '${family}'; there are ${families.join(', ')}`));
    return 2;
  }
  if (options.list === true) return listed(options, effects);
  if (words === undefined) {
    effects.stderr(complaint('which Study? Name a case, a folder or a JSON file, or say --list'));
    return 2;
  }
  return ofStudy(words, options, effects);
}

function isIn(id: string, family: string): boolean {
  return id === family || id.startsWith(`${family}.`);
}

function listed({ family, json }: MeasuresOptions, { stdout, width }: Effects): ExitCode {
  const found = MEASURES.filter(({ id }) => family === undefined || isIn(id, family));
  stdout(json === true ? jsonOf(found) : registryList(found, width));
  return 0;
}

async function ofStudy(
  words: string,
  options: MeasuresOptions,
  effects: Effects,
): Promise<ExitCode> {
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const { study } = source;
  const scenarios = study.scenarios.map(({ id }) => id);
  const { scenario } = options;
  if (scenario !== undefined && !scenarios.includes(scenario)) {
    const known = scenarios.join(', ');
    effects.stderr(complaint(`there is no scenario '${scenario}'; there are ${known}`));
    return 2;
  }
  const found = chosen(
    effects.longWork('evaluation', () => evaluate(study)),
    options,
  );
  if (options.json === true) effects.stdout(jsonOf(found));
  else {
    const title = `${study.title}\n\n`;
    const table = measureTable({
      ...found,
      scenarios,
      width: effects.width,
      withTenors: options.family !== undefined,
    });
    effects.stdout(printable(title + table));
  }
  return found.measures.length === 0 ? 1 : 0;
}

interface Chosen {
  readonly measures: readonly MeasureValue[];
  readonly refused: readonly RefusedMeasure[];
}

function chosen({ measures, refused }: Outcome, { family, scenario }: MeasuresOptions): Chosen {
  const asked = (each: { readonly id: string; readonly scenario: string }): boolean =>
    (family === undefined || isIn(each.id, family)) &&
    (scenario === undefined || each.scenario === scenario || each.scenario === '');
  return { measures: measures.filter(asked), refused: refused.filter(asked) };
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
