import { SIZE_TARGETS } from '@almfes/engine';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { HedgeOptions } from './command/hedge.js';

/** Adds `almfes hedge STUDY`: structures sized, priced and judged beside the bank without them. */
export function addHedge(
  program: Command,
  act: (study: string, options: HedgeOptions) => Promise<void>,
): void {
  const command = program
    .command('hedge')
    .description('hedges compared: cost, protection, capital kept, margin, and what breaks them')
    .argument('<study>', 'a case of the library, a case folder, or a JSON file with a Study')
    .option('--structures <file>', 'a JSON file with structures and terms; else the catalogue')
    .addOption(
      new Option('--size-to <what>', 'what every structure is sized to')
        .choices(SIZE_TARGETS)
        .default('true-risk'),
    )
    .option('--target <number>', 'the number that goes with --size-to, in its unit', numberOf)
    .option('--scenario <id>', 'sized and followed in it; else where the bank loses most EVE')
    .option('--quarters <number>', 'quarters of the accounting paths, 1 to 12', quartersOf, 8)
    .option('--paths <id>', 'accounting paths of a hedge by its id, or all; else of least cost');
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

function numberOf(text: string): number {
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) {
    throw new InvalidArgumentError('A number is needed, such as 15.');
  }
  return Number(text);
}

function quartersOf(text: string): number {
  const quarters = Number(text);
  if (!/^\d{1,2}$/.test(text) || quarters < 1 || quarters > 12) {
    throw new InvalidArgumentError('A whole number from 1 to 12.');
  }
  return quarters;
}

const HELP = `
--size-to and the number of --target (usual one in brackets):
  true-risk   per cent of the EVE loss in the scenario that is offset (100)
  afs-book    per cent of the loss on AFS in the scenario that is offset (100)
  dv01        per cent of the bank's value of a basis point that is left (0)
  key-rates   no number: every leg by itself, least squares over all key tenors
  eve-limit   per cent of base EVE that may be lost, in every scenario or in --scenario (15)
  nii-limit   per cent of base 12-month NII that may be lost, likewise (5)
  duration    years of duration of equity (2)
  notional    million of notional (1000)
  cheapest    per cent of base EVE that may be lost (15), NII by 5: the cheapest mix of structures

New hedges come on top of those the Study has. Structures, bid-offer, margin and stated sales may be
written in a file, as docs/example/hedge/structures.json; the rules are HEDGE-1 to HEDGE-26 of
docs/method/hedge.md.

Exit code: 0 at least one structure was judged, or the target is met without any, 1 none can meet
the target (and why), 2 the Study or what is asked for cannot be read or does not exist.

Examples:
  almfes hedge svb-2022
  almfes hedge svb-2021 --size-to key-rates --html hedge.html
  almfes hedge svb-2022 --size-to eve-limit --target 10 --scenario=+200
  almfes hedge docs/example/study/every-part.json --structures docs/example/hedge/structures.json
  almfes hedge svb-2022 --size-to cheapest --target 10
  almfes hedge svb-2022 --size-to dv01 --target 50 --json
`;
