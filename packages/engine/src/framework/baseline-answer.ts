import type { Answer } from './answer.js';
import type { MeasureRange } from './assumption-range.js';
import type { BankBaseline, PeerRatio } from './bank-baseline.js';
import { RUN_MEASURE } from './baseline-measures.js';
import {
  assumptionTable,
  balanceSheetTable,
  peerTable,
  rangeIn,
  rangePicture,
  rangeTables,
  scenarioTable,
  scenarioTitle,
  tornadoPictures,
  tornadoTables,
  worstScenario,
} from './baseline-tables.js';
import { inWords, lowerFirst } from './table.js';

/** Step 0 of a bank, told (rules CALL-80 to CALL-88). */
export function baselineAnswer(baseline: BankBaseline): Answer {
  const { bank, peers } = baseline;
  return {
    title: `${bank.name}, ${bank.city} ${bank.state} (IDRSSD ${bank.idrssd}), ${bank.quarterEnd}`,
    findings: [
      ...measureFindings(baseline),
      ...reconciliationFinding(baseline),
      ...peerFinding(baseline),
      ...baseline.missing.map((each) => `Not in the file: ${each}.`),
      ...amendedFinding(baseline),
      ...movedFinding(baseline),
      ...rateFinding(baseline),
      openFinding(baseline),
      ...baseline.ranged.refused.map(
        ({ moved, issues }) =>
          `In no range: ${moved}: ${issues[0]?.message ?? 'it gives no Study'}.`,
      ),
    ],
    tables: [
      balanceSheetTable(baseline),
      scenarioTable(baseline),
      ...tornadoTables(baseline),
      ...rangeTables(baseline),
      ...(peers === null ? [] : [peerTable(baseline, peers)]),
      assumptionTable(baseline),
    ],
    pictures: [...rangePicture(baseline), ...tornadoPictures(baseline)],
    sources: [
      `Call Report of ${bank.quarterEnd}, FFIEC Central Data Repository, bulk file.`,
      knownBy(baseline),
      'docs/method/call-report.md.',
    ],
  };
}

function measureFindings({ ranged }: BankBaseline): string[] {
  const worst = worstScenario(ranged) ?? '';
  const title = scenarioTitle(ranged, worst);
  const told = (words: string, id: string, scenario: string): string[] => {
    const range = rangeIn(ranged, id, scenario);
    return range === undefined ? [] : [`${words} ${rangeInWords(range)}`];
  };
  return [
    ...told('Base EVE is', 'eve.value', '0'),
    ...told(`The worst scenario (${title}) changes it by`, 'eve.change', worst),
    ...told('Net interest income of 12 months is', 'nii.12m', '0'),
    ...told('The same scenario changes it by', 'nii.12m.change', worst),
    ...told('CET1 is', 'capital.cet1', ''),
    ...told(
      'Economic CET1 (E0: CET1 with the marks of AFS and HTM) is',
      'capital.economic.e0',
      '0',
    ),
    ...told('In that scenario it is', 'capital.economic.e0', worst),
    ...told('Run threshold (smallest share of uninsured deposits) is', RUN_MEASURE, '0'),
    ...told('In that scenario it is', RUN_MEASURE, worst),
  ];
}

/** `−120 million (−200 to −80); widest by itself: beta.` */
function rangeInWords({ id, low, central, high, drivers }: MeasureRange): string {
  const [widest] = drivers;
  const by = widest === undefined ? '' : `; widest by itself: ${lowerFirst(widest.title)}`;
  const span = id === RUN_MEASURE ? [low, high].map(runInWords) : [low, high].map(inWords);
  const middle = id === RUN_MEASURE ? runInWords(central) : `${inWords(central)} million`;
  const isOne = span[0] === span[1];
  return isOne ? `${middle}.` : `${middle} (${span.join(' to ')})${by}.`;
}

/** 100% stands for none up to 100% (RUN-6). */
function runInWords(share: number): string {
  return share >= 100 ? 'none up to 100%' : `${inWords(share)}%`;
}

/** Differences below a thousand dollars are of the file's rounding. */
const ROUNDING_USD_MILLION = 0.0015;

function reconciliationFinding({ lines }: BankBaseline): string[] {
  const off = lines.filter(({ difference }) => Math.abs(difference) > ROUNDING_USD_MILLION);
  if (off.length === 0) return [`All ${lines.length} lines of the balance sheet agree.`];
  const [largest] = off.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return [
    `${off.length} of ${lines.length} lines of the balance sheet differ from what was reported; ` +
      `most: ${lowerFirst(largest?.title ?? '')}, by ` +
      `${differenceInWords(largest?.difference ?? 0)}.`,
  ];
}

/** A small bank's difference would be told as 0.0 million. */
function differenceInWords(usdMillion: number): string {
  const isSmall = Math.abs(usdMillion) < 0.05;
  return isSmall ? `${inWords(1000 * usdMillion)} thousand` : `${inWords(usdMillion)} million`;
}

function isAmended({ submittedOn, decisionDate }: BankBaseline): boolean {
  return submittedOn !== null && submittedOn > decisionDate;
}

/** The bulk file holds a report as last submitted, without what was filed first (CALL-41). */
function amendedFinding(baseline: BankBaseline): string[] {
  if (!isAmended(baseline)) return [];
  const { submittedOn, decisionDate } = baseline;
  return [
    `The report was last submitted on ${submittedOn}, after the decision date ${decisionDate}: ` +
      'what was amended was not known then, and the file does not tell what it is.',
  ];
}

function knownBy(baseline: BankBaseline): string {
  const but = isAmended(baseline) ? ', but for what was amended in the report later' : '';
  return `Nothing known after ${baseline.decisionDate} feeds the Study${but}.`;
}

/** A part of E0 that stands in neither mark: the move to HTM has lowered the cost (CALL-34). */
function movedFinding({ movedToHtm }: BankBaseline): string[] {
  if (movedToHtm === 0) return [];
  return [
    `In economic CET1 (E0) and in neither mark: ${inWords(movedToHtm)} million of AOCI, before ` +
      'tax, on securities moved to HTM, which the opt-out leaves out of CET1.',
  ];
}

function rateFinding({ replacedRates }: BankBaseline): string[] {
  if (replacedRates.length === 0) return [];
  return [
    `The bank's own income gives no rate for rows ${replacedRates.join(', ')}: loans take the ` +
      'two-year mean and 3%, deposits nothing, borrowings the federal funds rate (CALL-31).',
  ];
}

/** How much rests on what nobody outside the bank can know. */
function openFinding({ assumptions }: BankBaseline): string {
  const { length } = assumptions.filter(
    ({ amountUsdMillion, low, high }) => amountUsdMillion > 0 && low < high,
  );
  return (
    `Public data leave ${length === 1 ? '1 assumption' : `${length} assumptions`} open for this ` +
    'bank: the ranges are the span of the combinations that were evaluated, neither bounds nor ' +
    'likelihoods.'
  );
}

/** Ratios in the outer tenths of the peers. */
function peerFinding({ peers }: BankBaseline): string[] {
  if (peers === null) return [];
  const outer = peers.ratios.filter(
    ({ standing }) => standing !== null && (standing <= 10 || standing >= 90),
  );
  const told = outer.map(outerInWords).join('; ');
  const words = told === '' ? 'no ratio' : told;
  return [`In the outer tenths of ${peers.banks} banks of ${peers.group}: ${words}.`];
}

function outerInWords({ title, value, unit, standing }: PeerRatio): string {
  const where = (standing ?? 0) >= 90 ? 'high' : 'low';
  return `${lowerFirst(title)} ${where} (${inWords(value ?? 0)}${unit === '%' ? '%' : ` ${unit}`})`;
}
