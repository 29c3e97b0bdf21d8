import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addAttribute } from './add-attribute.js';
import { addBacktest } from './add-backtest.js';
import { addBaseline } from './add-baseline.js';
import { addCase, type CaseActs } from './add-case.js';
import { addCashFlows } from './add-cash-flows.js';
import { addBundle, addCite } from './add-cite.js';
import { addContribute } from './add-contribute.js';
import { addDecide } from './add-decide.js';
import { addDisclosure } from './add-disclosure.js';
import { addEstimate } from './add-estimate.js';
import { addExplain, addMeasures } from './add-explain.js';
import { addFail } from './add-fail.js';
import { addHedge } from './add-hedge.js';
import { addLeague } from './add-league.js';
import { addSimulate } from './add-simulate.js';
import { addSite } from './add-site.js';
import { addTape } from './add-tape.js';
import { addValue } from './add-value.js';
import { addWeekly } from './add-weekly.js';
import { attributeCommand } from './command/attribute.js';
import { backtestCommand } from './command/backtest.js';
import { baselineCommand } from './command/baseline.js';
import { caseCommand } from './command/case.js';
import { checkCaseCommand } from './command/case-check.js';
import { newCaseCommand } from './command/case-new.js';
import { cashFlowCommand } from './command/cash-flows.js';
import { decideCommand } from './command/decide.js';
import { checkDisclosureCommand, newDisclosureCommand } from './command/disclosure.js';
import { estimateBetaCommand, estimateDecayCommand } from './command/estimate.js';
import type { ExitCode } from './command/exit-code.js';
import { explainCommand } from './command/explain.js';
import { failCommand } from './command/fail.js';
import { hedgeCommand } from './command/hedge.js';
import { leagueCommand } from './command/league.js';
import { measuresCommand } from './command/measures.js';
import { simulateCommand } from './command/simulate.js';
import { siteCommand } from './command/site.js';
import { type StartOptions, startCommand } from './command/start.js';
import { tapeLoadCommand } from './command/tape-load.js';
import { tapeMapCommand } from './command/tape-map.js';
import { tapeProfileCommand } from './command/tape-profile.js';
import { valueCommand } from './command/value.js';
import { checkWeeklyCommand, newWeeklyCommand } from './command/weekly.js';
import { publishWeeklyCommand } from './command/weekly-publish.js';
import { complaint } from './complaint.js';
import type { Effects } from './effect/effects.js';

/**
 * Parses the words after `almfes`, runs the command and gives the exit code; never throws for
 * what a person may type.
 */
export async function runProgram(words: readonly string[], effects: Effects): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(effects, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** Name, help and complaints; the commands are added to it. */
function emptyProgram(effects: Effects): Command {
  return (
    new Command('almfes')
      .description("Turn a bank's balance sheet risk into decisions, from public data.")
      .version(effects.version)
      // The options of a subcommand are its own: they stand after its name.
      .enablePositionalOptions()
      .exitOverride()
      .configureOutput({
        writeOut: effects.stdout,
        writeErr: effects.stderr,
        getOutHelpWidth: () => effects.width,
        getErrHelpWidth: () => effects.width,
        outputError: (text, write) => write(complaint(text.replace(/^error: /, '').trim())),
      })
      .addHelpText(
        'after',
        '\nExamples:\n  almfes start\n  almfes case svb-2022 --json' +
          '\n  almfes explain svb-2022 eve.change --scenario=+200' +
          '\n  almfes cashflows docs/example/contract/annuity-loan.json\n',
      )
  );
}

function buildProgram(effects: Effects, finish: (code: ExitCode) => void): Command {
  const program = emptyProgram(effects);
  addStart(program, async (options) => finish(await startCommand(options, effects)));
  addBundle(addCase(program, caseActs(effects, finish)), effects, finish);
  addCite(program, effects, finish);
  addBaseline(program, async (options) => finish(await baselineCommand(options, effects)));
  addTape(program, {
    profile: async (file, options) => finish(await tapeProfileCommand(file, options, effects)),
    map: async (file, options) => finish(await tapeMapCommand(file, options, effects)),
    load: async (files, options) => finish(await tapeLoadCommand(files, options, effects)),
  });
  addCashFlows(program, async (file, options) =>
    finish(await cashFlowCommand(file, options, effects)),
  );
  addValue(program, async (file, options) => finish(await valueCommand(file, options, effects)));
  addDisclosure(
    program,
    async (slug, options) => finish(await newDisclosureCommand(slug, options, effects)),
    async (file, options) => finish(await checkDisclosureCommand(file, options, effects)),
  );
  addEstimate(
    program,
    async (file, options) => finish(await estimateBetaCommand(file, options, effects)),
    async (file, options) => finish(await estimateDecayCommand(file, options, effects)),
  );
  addMeasures(program, async (study, options) =>
    finish(await measuresCommand(study, options, effects)),
  );
  addExplain(program, async (study, measure, options) =>
    finish(await explainCommand(study, measure, options, effects)),
  );
  addFail(program, async (study, options) => finish(await failCommand(study, options, effects)));
  addSimulate(program, async (study, options) =>
    finish(await simulateCommand(study, options, effects)),
  );
  addDecide(program, async (study, options) =>
    finish(await decideCommand(study, options, effects)),
  );
  addHedge(program, async (study, options) => finish(await hedgeCommand(study, options, effects)));
  addBacktest(program, async (bank, options) =>
    finish(await backtestCommand(bank, options, effects)),
  );
  addContribute(program, effects, finish);
  addSite(program, async (options) => finish(await siteCommand(options, effects)));
  addLeague(program, async (options) => finish(await leagueCommand(options, effects)));
  addAttribute(program, async (from, to, options) =>
    finish(await attributeCommand(from, to, options, effects)),
  );
  addWeekly(program, {
    create: async (options) => finish(await newWeeklyCommand(options, effects)),
    check: async (week, options) => finish(await checkWeeklyCommand(week, options, effects)),
    publish: async (week, options) => finish(await publishWeeklyCommand(week, options, effects)),
  });
  return program;
}

function caseActs(effects: Effects, finish: (code: ExitCode) => void): CaseActs {
  return {
    run: async (name, options) => finish(await caseCommand(name, options, effects)),
    make: async (slug, options) => finish(await newCaseCommand(slug, options, effects)),
    check: async (name, options) => finish(await checkCaseCommand(name, options, effects)),
  };
}

function addStart(program: Command, act: (options: StartOptions) => Promise<void>): void {
  program
    .command('start')
    .description('run Silicon Valley Bank 2022 through the five steps and write the report')
    .option('--out <folder>', 'folder of the report', 'out')
    .option('--no-serve', 'write the report and end, on a terminal too')
    .option('--build-site', 'also build the site of the laboratory in the same folder')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', portOf, 0)
    .addHelpText(
      'after',
      '\nPrints the five steps and writes svb-2022.html. On a terminal the report is then served' +
        '\nto this machine alone until Ctrl-C, with the site at /site/ once it is built there.' +
        '\n\nExamples:\n  almfes start\n  almfes start --out reports --no-serve\n',
    )
    .action(act);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return port;
}
