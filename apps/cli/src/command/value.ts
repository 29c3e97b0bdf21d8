import { basename, resolve } from 'node:path';
import {
  fail,
  type Issue,
  issue,
  type Result,
  read,
  type ValuedInstrument,
  valueInstrument,
} from '@almfes/engine';
import { readJson } from '../case-run.js';
import { complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { valuationJson, valuationTable } from '../valuation-text.js';
import type { ExitCode } from './exit-code.js';

export interface ValueOptions {
  readonly curve?: string;
  readonly json?: boolean;
}

/** `almfes value`: the price and the sensitivities of one instrument on one market. */
export async function valueCommand(
  file: string,
  options: ValueOptions,
  effects: Effects,
): Promise<ExitCode> {
  const valued = await valuedFiles(file, options, effects);
  if (!valued.ok) {
    if (options.json === true) effects.stdout(issuesJson(valued.issues));
    const what = `${basename(file)} could not be valued`;
    effects.stderr(complaintWithIssues(what, valued.issues));
    return 2;
  }
  effects.stdout(
    options.json === true ? valuationJson(valued.value) : valuationTable(valued.value),
  );
  return 0;
}

async function valuedFiles(
  file: string,
  { curve }: ValueOptions,
  { files, workingFolder, longWork }: Effects,
): Promise<Result<ValuedInstrument>> {
  const json = await readJson(resolve(workingFolder, file), files);
  if (!json.ok) return json;
  const issues: Issue[] = [];
  const found = read.members(json.value, '', issues);
  if (found === undefined) return { ok: false, issues };
  const { market: inside, ...terms } = found;
  if (curve === undefined && inside === undefined) {
    return fail(issue('missing', '/market', 'a market in the file, or --curve FILE', 'neither'));
  }
  const valueOn = (market: unknown, at: string) =>
    longWork('valuation', () => valueInstrument(terms, market, at));
  if (curve === undefined) return valueOn(inside, '/market');
  if (inside !== undefined) {
    return fail(issue('contradiction', '/market', 'a market in one place', '--curve as well'));
  }
  const market = await readJson(resolve(workingFolder, curve), files);
  return market.ok ? valueOn(market.value, `${basename(curve)}:`) : market;
}
