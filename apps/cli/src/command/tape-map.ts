import { resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import type { MappingProposal, TapeKind } from '@almfes/tape';
import { apartFrom } from '../apart-from.js';
import type { Effects } from '../effect/effects.js';
import { whileWaiting } from '../effect/while-waiting.js';
import { jsonText } from '../json-text.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { refused } from '../refused.js';
import { openTapeFile, type ReadingOptions, tapeReader } from '../tape-file.js';
import type { ExitCode } from './exit-code.js';

export interface TapeMapOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly kind?: string;
  readonly out?: string;
}

/** `almfes tape map`: a proposal of a mapping, for a person to check and save. */
export async function tapeMapCommand(
  file: string,
  options: TapeMapOptions,
  effects: Effects,
): Promise<ExitCode> {
  const out = options.out === undefined ? undefined : resolve(effects.workingFolder, options.out);
  const apart = apartFrom({ written: { '--out': out }, read: [file] }, effects.workingFolder);
  if (!apart.ok) return refused(`${file} has no mapping`, apart.issues, options, effects);
  if (out !== undefined && !(await folderIsReady(out, effects))) return 2;
  const proposal = await proposalOf(file, options, effects);
  if (!proposal.ok) return refused(`${file} has no mapping`, proposal.issues, options, effects);
  const { proposalText } = await tapeReader();
  const text = proposalText(proposal.value);
  if (out !== undefined) {
    if (!(await writeFileWhole({ text, path: out, what: 'Proposal' }, effects))) return 2;
    effects.stderr(`${countText(proposal.value)}\n`);
  }
  if (options.json === true) effects.stdout(jsonText(proposal.value));
  else if (out === undefined) effects.stdout(text);
  return 0;
}

async function proposalOf(
  file: string,
  options: TapeMapOptions,
  effects: Effects,
): Promise<Result<MappingProposal>> {
  const { inferMapping, profileTape, TAPE_KINDS } = await tapeReader();
  const kind = TAPE_KINDS.find((name): name is TapeKind => name === options.kind);
  if (options.kind !== undefined && kind === undefined) {
    return fail(issue('option', '--kind', `one of ${TAPE_KINDS.join(', ')}`, options.kind));
  }
  const waiting = { what: file, write: effects.stderr, clockMs: effects.clockMs };
  const tape = await whileWaiting(waiting, openTapeFile(file, options, effects));
  if (!tape.ok) return tape;
  try {
    const profile = await whileWaiting(waiting, profileTape(tape.value));
    return profile.ok ? ok(inferMapping(profile.value, kind)) : profile;
  } finally {
    await tape.value.close();
  }
}

function countText({ sections, questions }: MappingProposal): string {
  const lines = sections.reduce((sum, section) => sum + section.lines.length, 0);
  const open = sections.reduce((sum, section) => sum + section.open.length, questions.length);
  return `${lines} terms proposed, ${open} questions open: check and answer them before you load.`;
}
