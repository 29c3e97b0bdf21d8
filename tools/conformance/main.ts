/**
 * The rule conformance pack: `npm run conformance` prints a table of rule, source paragraph and
 * verdict, `--json` the same as JSON. Exit code 1 when a rule differs.
 */
import { ALL_RULES } from './all-rules.js';
import { conformanceVerdict } from './conformance-rule.js';
import { conformanceTable } from './conformance-table.js';

const verdicts = ALL_RULES.map(conformanceVerdict);
const text = process.argv.includes('--json')
  ? JSON.stringify(verdicts, null, 2)
  : conformanceTable(verdicts).join('\n');
process.stdout.write(`${text}\n`);
process.exitCode = verdicts.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
