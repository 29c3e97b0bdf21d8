import { basename, resolve } from 'node:path';
import { fail, issue, ok, parseStudyFrame, type Result, type StudyFrame } from '@almfes/engine';
import type { Ledger, TapeMapping } from '@almfes/tape';
import { readJson } from './case-run.js';
import type { Effects } from './effect/effects.js';
import { tapeReader } from './tape-file.js';

const LIMIT_BYTES = 10_000_000;

interface Named {
  readonly mapping: readonly string[];
  readonly frame: string;
  readonly ledger?: string;
  readonly maxBad?: number;
}

/** What a load is told beside its tapes. */
export interface LoadInputs {
  /** One a tape. */
  readonly mappings: readonly TapeMapping[];
  readonly frame: StudyFrame;
  readonly ledger?: Ledger;
}

type Reading = Pick<Effects, 'files' | 'workingFolder'>;

/** Reads mappings, frame and ledger; one mapping serves all tapes, else there is one a tape. */
export async function readLoadInputs(
  tapes: number,
  named: Named,
  effects: Reading,
): Promise<Result<LoadInputs>> {
  if (named.mapping.length !== 1 && named.mapping.length !== tapes) {
    const expected = `one mapping, or one for each of the ${tapes} files`;
    return fail(issue('option', '--mapping', expected, String(named.mapping.length)));
  }
  const json = await readJson(resolve(effects.workingFolder, named.frame), effects.files);
  if (!json.ok) return json;
  const frame = parseStudyFrame(json.value);
  if (!frame.ok) {
    const name = basename(named.frame);
    return fail(...frame.issues.map((each) => ({ ...each, path: `${name} ${each.path}` })));
  }
  const mappings: TapeMapping[] = [];
  for (const file of named.mapping) {
    const mapping = await readMapping(file, named.maxBad, effects);
    if (!mapping.ok) return mapping;
    mappings.push(mapping.value);
  }
  const [first] = mappings;
  const all =
    mappings.length === 1 && first ? Array.from({ length: tapes }, () => first) : mappings;
  if (named.ledger === undefined) return ok({ mappings: all, frame: frame.value });
  const ledger = await readLedger(named.ledger, effects);
  return ledger.ok ? ok({ mappings: all, frame: frame.value, ledger: ledger.value }) : ledger;
}

async function readMapping(
  file: string,
  maxBad: number | undefined,
  effects: Reading,
): Promise<Result<TapeMapping>> {
  const text = await readText(file, effects);
  if (!text.ok) return text;
  const { parseMapping } = await tapeReader();
  const mapping = parseMapping({ text: text.value, name: basename(file) });
  if (!mapping.ok || maxBad === undefined) return mapping;
  const limits = { quarantinedRows: maxBad, quarantinedBalance: maxBad };
  return ok({ ...mapping.value, limits });
}

async function readLedger(file: string, effects: Reading): Promise<Result<Ledger>> {
  const text = await readText(file, effects);
  if (!text.ok) return text;
  const { parseLedger } = await tapeReader();
  return parseLedger({ text: text.value, name: basename(file) });
}

function readText(file: string, { files, workingFolder }: Reading): Promise<Result<string>> {
  return files.readText(resolve(workingFolder, file), LIMIT_BYTES);
}
