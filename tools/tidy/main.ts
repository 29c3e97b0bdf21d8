import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allChecks } from './all-checks.js';
import type { Finding } from './check.js';
import { parseArchitecture, parseDebts } from './parse.js';
import { applyRatchet } from './ratchet.js';
import { repositoryAt } from './repository.js';

// The architecture and style test: a table of checks, then every finding. Exit code 1 on any.
// `npm run tidy -- packages/intake` shows the findings of that folder alone.
// `--counts FILE` also writes { passed, failed }, one for each check, for `npm test` to add up.

const repository = repositoryAt(fileURLToPath(new URL('../..', import.meta.url)));
const architecture = parseArchitecture(repository.text('architecture.json'));
const debts = parseDebts(repository.text('tools/tidy/ratchet.json'));

const verdicts = allChecks.map((check) => {
  const findings = check.run(repository, architecture);
  return { check, ...applyRatchet(check.name, findings, debts) };
});

for (const { check, failures, admitted } of verdicts) {
  const state = failures.length === 0 ? 'ok  ' : 'FAIL';
  const debt = admitted > 0 ? ` (${admitted} in ratchet.json)` : '';
  process.stdout.write(`${state} ${check.name.padEnd(18)} ${check.title}${debt}\n`);
}
const folder = process.argv[2]?.startsWith('-') === false ? process.argv[2] : '';
for (const { check, failures } of verdicts) {
  const shown = failures.filter((failure) => failure.file.startsWith(folder));
  for (const failure of shown) process.stdout.write(`${check.name}: ${place(failure)}\n`);
}
const unknown = debts.filter((debt) => !allChecks.some((check) => check.name === debt.check));
for (const debt of unknown) process.stdout.write(`ratchet.json: no check '${debt.check}'\n`);

const failed = verdicts.filter(({ failures }) => failures.length > 0).length + unknown.length;
const countsAt = process.argv.indexOf('--counts');
const countsFile = countsAt < 0 ? undefined : process.argv[countsAt + 1];
if (countsFile !== undefined) {
  writeFileSync(countsFile, JSON.stringify({ passed: verdicts.length - failed, failed }));
}
process.exitCode = failed === 0 ? 0 : 1;

function place({ file, line, message }: Finding): string {
  return line === 0 ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}
