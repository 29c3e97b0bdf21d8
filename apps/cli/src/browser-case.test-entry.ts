import { canonicalJson, runCase } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A case from the text of its files to the text of its result, with nothing of the machine it
 * runs on: the same module is run in Node and, bundled, in a browser. No solver is given.
 */
export async function runCaseText(filesText: string): Promise<string> {
  const parsed = parseCase(JSON.parse(filesText));
  if (!parsed.ok) return canonicalJson(parsed);
  const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
  const result = await runCase(parsed.value, { hash, progress: () => undefined });
  return canonicalJson(result);
}
