/**
 * The rule conformance pack: `npm run conformance` prints a table of rule, source paragraph and
 * verdict, `--json` the same as JSON. Exit code 1 when a rule differs, 2 for other words.
 */
import { ALL_RULES } from './all-rules.js';
import { conformanceVerdict } from './conformance-rule.js';
import { conformanceTable } from './conformance-table.js';

const WORDS_OF_THE_TABLE = 'What the words of the table mean: docs/method/conformance.md';

function main(words: readonly string[]): number {
  const wrong = words.find((word) => word !== '--json');
  if (wrong !== undefined) {
    process.stderr.write(`conformance: there is no option '${wrong}'; there is --json\n`);
    return 2;
  }
  const verdicts = ALL_RULES.map(conformanceVerdict);
  const text = words.includes('--json')
    ? JSON.stringify(verdicts, null, 2)
    : [...conformanceTable(verdicts), WORDS_OF_THE_TABLE].join('\n');
  process.stdout.write(`${text}\n`);
  return verdicts.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
