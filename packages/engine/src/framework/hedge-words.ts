import { EVENT_QUARTER, type HedgeBreak, type HedgePath, lossAdded } from '../hedge/index.js';
import { inWords, scenarioName } from './table.js';

/** A share as whole per cent. */
const percent = (share: number): string => `${inWords(100 * share)}%`;

/** One break in a short name, for a cell. */
export function breakName({ kind }: HedgeBreak): string {
  switch (kind) {
    case 'margin-call':
      return 'margin call';
    case 'forward-curve':
      return 'rates at the forwards';
    case 'least-covered':
      return 'least covered scenario';
    case 'assumption-failure':
      return 'assumption failure';
    case 'added-loss':
      return 'loss it adds';
    case 'layer-breach':
      return 'layer breach';
    case 'reported-loss':
      return 'reported loss';
    case 'funding-improbable':
      return 'funding improbable';
    case 'premium':
      return 'premium';
    case 'roll':
      return 'roll';
    case 'swap-spread':
      return 'swap spread';
    case 'ineffective':
      return 'not effective';
  }
}

/** One break as a sentence with its numbers: no model writes it. */
export function breakInWords(found: HedgeBreak): string {
  switch (found.kind) {
    case 'margin-call':
      return marginWords(found);
    case 'forward-curve':
      return forwardWords(found);
    case 'least-covered':
    case 'assumption-failure':
      return coveredWords(found);
    case 'added-loss':
      return addedLossWords(found);
    case 'layer-breach':
      return (
        `${placeOf(found.scenario)} the closed portfolio falls below the hedged layer in quarter ` +
        `${found.quarter}; up to ${percent(found.breachedShare)} of the basis goes to interest ` +
        'income at once.'
      );
    case 'reported-loss':
      return (
        `Outside hedge accounting: reported CET1 loses ${inWords(-found.cet1UsdMillion)} million ` +
        `at ${scenarioName(found.scenario)}, while the hedged books stay at cost.`
      );
    case 'funding-improbable':
      return (
        `If the hedged funding stops being probable at ${scenarioName(found.scenario)}, ` +
        `${inWords(-found.cet1UsdMillion)} million leaves AOCI for earnings and CET1 at once.`
      );
    case 'premium':
      return (
        `Its premium of ${inWords(found.premiumUsdMillion)} million is lost where rates do not ` +
        'move its way.'
      );
    case 'roll':
      return (
        `Carrying it from contract to contract costs ${inWords(found.costAYearUsdMillion)} ` +
        'million a year.'
      );
    case 'swap-spread':
      return (
        'The swap spread at the dear end of its range costs ' +
        `${inWords(found.costAYearUsdMillion)} million a year more.`
      );
    case 'ineffective':
      return (
        `As a fair value hedge of its share of the AFS book it is not effective: slope ` +
        `${found.slope.toFixed(2)} (0.80 to 1.25), R squared ${found.rSquared.toFixed(2)} (0.80).`
      );
  }
}

type Found<K extends HedgeBreak['kind']> = Extract<HedgeBreak, { readonly kind: K }>;

function marginWords(found: Found<'margin-call'>): string {
  const share =
    found.shareOfLiquidity === null
      ? ''
      : `, ${percent(found.shareOfLiquidity)} of the liquidity sources of 30 days`;
  const amount = inWords(found.amountUsdMillion);
  return `${placeOf(found.scenario)} it asks for ${amount} million of margin in cash${share}.`;
}

function coveredWords(found: Found<'least-covered' | 'assumption-failure'>): string {
  const where = worldOf(found.kind === 'least-covered' ? '' : found.world, found.scenario);
  const loss = inWords(found.lossUsdMillion);
  return `${where} the bank loses ${loss} million of EVE and ${coverWords(found.coveredShare)}`;
}

function addedLossWords({ world, scenario, changeWithout, changeWith }: Found<'added-loss'>) {
  return (
    `${worldOf(world, scenario)} the bank ${gainOrLoss(changeWithout)} million of EVE without it ` +
    `and ${gainOrLoss(changeWith)} million with it.`
  );
}

/** A world of '' is the bank as it is. */
const worldOf = (world: string, scenario: string): string =>
  world === '' ? placeOf(scenario) : `Under "${world}" at ${scenarioName(scenario)}`;

/** Forwards are prices: what swaps earn or give up at them comes back as value. */
function forwardWords(found: Found<'forward-curve'>): string {
  const { of, costUsdMillion, niiGivenUpUsdMillion, lostUsdMillion, breakEvenBp } = found;
  const follow = 'If rates follow the forwards';
  if (lostUsdMillion === null || breakEvenBp === null) {
    const verb = costUsdMillion < 0 ? 'earns' : 'costs';
    return (
      `${follow} it ${verb} ${inWords(Math.abs(costUsdMillion))} million over 24 months, premium ` +
      'written off included; the time value in it does not come back.'
    );
  }
  const lost = inWords(lostUsdMillion);
  const side = breakEvenBp > 0 ? 'above' : 'below';
  const evenAt = `rates ${inWords(Math.abs(breakEvenBp))} bp ${side} them pay for it.`;
  if (of === 'futures') {
    const what = 'rolls, bid-offer and margin';
    return `${follow} it costs ${lost} million over 24 months: ${what}; ${evenAt}`;
  }
  const income = `${inWords(Math.abs(niiGivenUpUsdMillion))} million of NII over 24 months`;
  const [verb, back] = niiGivenUpUsdMillion < 0 ? ['earns', 'takes'] : ['gives up', 'pays'];
  return (
    `${follow} it ${verb} ${income}, which its value ${back} back later. Lost are ${lost} ` +
    `million of dealing and margin; ${evenAt}`
  );
}

const placeOf = (scenario: string): string =>
  scenario === '0' ? 'In the base' : `At ${scenarioName(scenario)}`;

const gainOrLoss = (change: number): string =>
  `${change < 0 ? 'loses' : 'gains'} ${inWords(Math.abs(change))}`;

/** One break with its number, for a cell. */
export function breakInShort(found: HedgeBreak): string {
  switch (found.kind) {
    case 'added-loss':
      return `loses ${inWords(lossAdded(found))} more at ${scenarioName(found.scenario)}`;
    case 'margin-call':
      return `margin of ${inWords(found.amountUsdMillion)} at ${scenarioName(found.scenario)}`;
    case 'forward-curve':
      return `${inWords(found.lostUsdMillion ?? found.costUsdMillion)} lost at the forwards`;
    case 'least-covered':
    case 'assumption-failure':
      return `covers ${percent(found.coveredShare)} at ${scenarioName(found.scenario)}`;
    case 'layer-breach':
      return `layer breached by ${percent(found.breachedShare)}`;
    case 'reported-loss':
    case 'funding-improbable':
      return `CET1 loses ${inWords(-found.cet1UsdMillion)} at ${scenarioName(found.scenario)}`;
    case 'premium':
      return `premium of ${inWords(found.premiumUsdMillion)} lost`;
    case 'roll':
      return `roll of ${inWords(found.costAYearUsdMillion)} a year`;
    case 'swap-spread':
      return `swap spread: ${inWords(found.costAYearUsdMillion)} a year`;
    case 'ineffective':
      return `not effective: slope ${found.slope.toFixed(2)}`;
  }
}

function coverWords(share: number): string {
  if (share < 0) return `the hedge adds ${percent(-share)} to it.`;
  return share > 1
    ? `the hedge gives back ${percent(share)} of it: more than all.`
    : `the hedge covers ${percent(share)} of it.`;
}

/** The accounting treatment of a path, its part of the hedge, and what happens on the way. */
export function treatmentInWords({ part, treatment, notionalUsdMillion }: HedgePath): string {
  const { model, hedgedGroup, event } = treatment;
  const amount = `${part === 'whole' ? 'all' : 'its'} ${inWords(notionalUsdMillion)} million`;
  const plain =
    model === 'undesignated'
      ? `Undesignated, ${amount}`
      : `${model === 'fair-value' ? 'Fair value' : 'Cash flow'} hedge of ` +
        `${groupInWords(hedgedGroup)}, ${amount}`;
  if (event === null) return plain;
  if (event.kind === 'layer-breach') return `${plain}; layer breached`;
  const when = `in quarter ${EVENT_QUARTER}`;
  return event.kind === 'terminated'
    ? `${plain}; terminated ${when}`
    : `${plain}; funding improbable ${when}`;
}

function groupInWords(group: HedgePath['treatment']['hedgedGroup']): string {
  return group === 'afs' ? 'AFS' : group;
}
