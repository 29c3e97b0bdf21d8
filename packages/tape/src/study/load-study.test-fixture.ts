import { readFileSync } from 'node:fs';
import { type Issue, parseStudyFrame, type Result, type StudyFrame } from '@almfes/engine';
import { parseMapping, type TapeMapping } from '../mapping/index.js';
import { type Ledger, parseLedger } from '../quality/index.js';

export const FOLDER = new URL('../../../../docs/example/tape/', import.meta.url);

export const exampleText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export function exampleFrame(): StudyFrame {
  return good(parseStudyFrame(JSON.parse(exampleText('frame.json'))));
}

export function exampleMapping(): TapeMapping {
  return good(parseMapping({ text: exampleText('mapping.yaml'), name: 'mapping.yaml' }));
}

export function exampleLedger(): Ledger {
  return good(parseLedger({ text: exampleText('ledger.yaml'), name: 'ledger.yaml' }));
}

export const codesOf = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code, path }) => `${code} ${path}`);
